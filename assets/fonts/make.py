"""Makes the subset fonts of this folder. See README.md for how to run it."""
import json
import sys
from math import radians

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.merge import Merger
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

OUT = sys.argv[1]
TEXT = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2BC, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE),
        *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122,
        0x2212, 0x2248, 0x2260, 0x2264, 0x2265, *map(ord, "←↑→↓↵⇧✓✗◆○●△▲▼▶◀☰⌂ⓘ⚙")]
ICONS = """house question gear x caret-up caret-down caret-left caret-right list arrow-u-up-left plus minus
magnifying-glass info check lock-simple-open buildings stack compass sun moon text-aa speaker-high speaker-x
play pause book-open map-trifold eye hand-pointing arrow-left arrow-up arrow-right arrow-down
arrow-elbow-down-left arrow-fat-up circle triangle
qr-code monitor-play hand-palm skip-back skip-forward arrow-counter-clockwise notebook flashlight""".split()
# Plain text symbols that no text face has, drawn by the icon of the same meaning.
ALIASES = {"←": "arrow-left", "↑": "arrow-up", "→": "arrow-right", "↓": "arrow-down",
           "↵": "arrow-elbow-down-left", "⇧": "arrow-fat-up", "✓": "check", "✗": "x", "☰": "list",
           "⌂": "house", "ⓘ": "info", "⚙": "gear",
           "○": "circle", "△": "triangle"}
# The filled ones come from the fill style: the icon and how far it is turned, anticlockwise.
FILLED = {"●": ("circle", 0), "◆": ("diamond", 0), "▲": ("triangle", 0), "▼": ("triangle", 180),
          "▶": ("triangle", 270), "◀": ("triangle", 90)}

def shrink(font, codes, layout):
    o = subset.Options()
    o.hinting, o.layout_features, o.notdef_outline = False, layout, True
    o.name_IDs, o.name_languages = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17], [0x409]
    o.glyph_names = False
    o.drop_tables += ["DSIG", "STAT", "gasp", "prep", "FFTM"]
    s = subset.Subsetter(o)
    s.populate(unicodes=codes)
    s.subset(font)
    return font

def save(font, name, family, style, more=None):
    for i, text in {**(more or {}), 1: family if style in ("Regular", "Bold", "Italic") else f"{family} {style}",
                    2: style if style in ("Regular", "Bold", "Italic") else "Regular",
                    3: f"Laddertown subset: {name}", 4: f"{family} {style}", 6: name}.items():
        font["name"].setName(text, i, 3, 1, 0x409)
    for i in (16, 17):
        font["name"].removeNames(nameID=i)
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    font.flavor = None
    font.save(f"{OUT}/{name}.ttf")
    font.flavor = "woff2"
    font.save(f"{OUT}/{name}.woff2")

OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
LAYOUT = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]
slices = []
for part in ("latin", "latin-ext"):
    font = TTFont(f"node_modules/@fontsource-variable/fraunces/files/fraunces-{part}-full-normal.woff2")
    font = instantiateVariableFont(font, {"opsz": 72, "wght": 600, "SOFT": 50, "WONK": 0})
    shrink(font, TEXT, LAYOUT)
    font.flavor = None
    slices.append(f"fraunces-{part}.ttf")
    created = font["head"].created
    font.save(slices[-1])
font = Merger().merge(slices)
shrink(font, TEXT, LAYOUT)
font["head"].created = created  # the merger writes today's date: the same input makes the same file
font["OS/2"].usWeightClass = 600
save(font, "Fraunces-SemiBold", "Fraunces", "SemiBold", {13: OFL})

for family, package, folder, style in [
    ("Atkinson Hyperlegible Next", "next", "400Regular", "Regular"),
    ("Atkinson Hyperlegible Next", "next", "700Bold", "Bold"),
    ("Atkinson Hyperlegible Next", "next", "400Regular_Italic", "Italic"),
    ("Atkinson Hyperlegible Mono", "mono", "400Regular", "Regular"),
]:
    compact = family.replace(" ", "")
    path = f"node_modules/@expo-google-fonts/atkinson-hyperlegible-{package}/{folder}/{compact}_{folder}.ttf"
    font = TTFont(path)
    for table in font["cmap"].tables:
        if 0x3BC in table.cmap:
            table.cmap.setdefault(0xB5, table.cmap[0x3BC])  # micro sign, drawn as mu
    save(shrink(font, TEXT, LAYOUT), f"{compact}-{style}", family, style)

def draw(font, name, source, icon, turn):
    """Adds one filled icon of another font as a glyph, turned about its own middle."""
    glyphs = source.getGlyphSet()
    glyph, pen = glyphs[source.getBestCmap()[code[icon]]], TTGlyphPen(None)
    box = ControlBoundsPen(glyphs)
    glyph.draw(box)
    middle = [(box.bounds[0] + box.bounds[2]) / 2, (box.bounds[1] + box.bounds[3]) / 2]
    matrix = Transform().translate(*middle).rotate(radians(turn)).translate(-middle[0], -middle[1])
    glyph.draw(TransformPen(pen, matrix))
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = pen.glyph()
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs[name].recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (glyph.width, font["glyf"].glyphs[name].xMin)
    return name

icons = json.load(open("node_modules/@phosphor-icons/web/src/regular/selection.json"))["icons"]
code = {n.strip(): i["properties"]["code"] for i in icons for n in i["properties"]["name"].split(",")}
font = TTFont("node_modules/@phosphor-icons/web/src/regular/Phosphor.ttf")
fill = TTFont("node_modules/@phosphor-icons/web/src/fill/Phosphor-Fill.ttf")
filled = {c: draw(font, f"uni{ord(c):04X}", fill, *which) for c, which in FILLED.items()}
for table in font["cmap"].tables:
    if table.isUnicode():
        table.cmap.update({ord(char): name for char, name in filled.items()})
        for char, icon in ALIASES.items():
            table.cmap[ord(char)] = table.cmap[code[icon]]
shrink(font, [code[n] for n in ICONS] + [ord(c) for c in [*ALIASES, *FILLED]], [])
del font["GSUB"]
save(font, "Phosphor", "Phosphor", "Regular", {0: "Copyright (c) 2020-2021 Phosphor Icons", 13: "MIT License"})
drawn = {icon: char for char, icon in ALIASES.items()}
with open(f"{OUT}/icons.txt", "w", encoding="utf-8") as out:
    for n in ICONS:
        out.write(f"{n} U+{code[n]:04X}" + (f" {drawn[n]}" if n in drawn else "") + "\n")
