//! The colors of the model, which panels take up for floors and districts.
#![expect(missing_docs, reason = "a color is what its name says")]

pub mod hours;

/// A color of the model with its share of light from within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// sRGB.
    pub rgb: [u8; 3],
    /// 0 for matt, 255 for a lit window.
    pub glow: u8,
}

impl Paint {
    /// A matt color from `0xRRGGBB`.
    pub const fn hex(hex: u32) -> Self {
        Self { rgb: [(hex >> 16) as u8, (hex >> 8) as u8, hex as u8], glow: 0 }
    }

    /// The same color shining by itself; 1 is a lit window.
    #[must_use]
    pub const fn glowing(self, share: f32) -> Self {
        Self { glow: (share * 255.0) as u8, ..self }
    }

    /// The same color with each channel times `factor`.
    #[must_use]
    pub fn shaded(self, factor: f32) -> Self {
        Self { rgb: self.rgb.map(|channel| (f32::from(channel) * factor).clamp(0.0, 255.0) as u8), ..self }
    }

    /// This color at 0 and `other` at 1.
    #[must_use]
    pub fn mixed(self, other: Self, share: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share) as u8;
        Self { rgb: std::array::from_fn(|i| mix(self.rgb[i], other.rgb[i])), ..self }
    }
}

pub const SHALLOWS: Paint = Paint::hex(0xBFE3E6);
pub const SAND: Paint = Paint::hex(0xEBD9B4);
pub const CLIFF: Paint = Paint::hex(0xC9A67E);
pub const MEADOW: Paint = Paint::hex(0xB7CB8B);
pub const ROAD: Paint = Paint::hex(0xF3E8D6);
pub const CURB: Paint = Paint::hex(0xE2D3BB);
pub const PLINTH: Paint = Paint::hex(0xF1E9DC);
pub const FOUNDATION: Paint = Paint::hex(0xD9CDB9);
pub const TRUNK: Paint = Paint::hex(0x80603F);
pub const LEAVES: [Paint; 4] = [Paint::hex(0x6FA063), Paint::hex(0x84B36A), Paint::hex(0x578D6D), Paint::hex(0x9ABF72)];
pub const IRON: Paint = Paint::hex(0x4B5563);
pub const STEEL: Paint = Paint::hex(0xC3CBD3);
pub const WHITE: Paint = Paint::hex(0xFFF8EC);
pub const FRAME: Paint = Paint::hex(0x7B858F);
pub const FRAME_SLAB: Paint = Paint::hex(0x98A1A9);
pub const RUST: Paint = Paint::hex(0xB0603A);
pub const GOLD: Paint = Paint::hex(0xEFC04E);
pub const LAMP: Paint = Paint::hex(0xFFE2A0).glowing(0.9);
pub const WINDOW_LIT: Paint = Paint::hex(0xFFD890).glowing(1.0);
pub const DUST: Paint = Paint::hex(0xE9DEC8).glowing(0.12);
pub const CLOUD: Paint = Paint::hex(0xFFFFFF).glowing(0.5);
pub const STORM: Paint = Paint::hex(0x77808F);
pub const SAIL: Paint = Paint::hex(0xFFFDF4).glowing(0.1);
pub const STRING: Paint = Paint::hex(0x6B5A4A);
pub const RAINBOW: [Paint; 5] = [
    Paint::hex(0xF28B82).glowing(0.35),
    Paint::hex(0xF8C471).glowing(0.35),
    Paint::hex(0xF7E98E).glowing(0.35),
    Paint::hex(0x9BD6A3).glowing(0.35),
    Paint::hex(0x9DB8F2).glowing(0.35),
];
pub const BLUEPRINT: Paint = Paint::hex(0xE4F3FF).glowing(0.2);
pub const STAR: Paint = Paint::hex(0xFFF6DA).glowing(1.0);
pub const WINDOW_WARM: Paint = Paint::hex(0xFFBE6E).glowing(1.0);
pub const WINDOW_FAINT: Paint = Paint::hex(0xC9B48A).glowing(0.35);
/// A pane with nobody behind it, which shows the sky.
pub const WINDOW_DARK: Paint = Paint::hex(0x5C7A90);
pub const REFLECTION: Paint = Paint::hex(0x8FAEC0);
pub const BLIND: Paint = Paint::hex(0xE6DDCB);
pub const FLOWERS: [Paint; 2] = [Paint::hex(0x6FA063), Paint::hex(0xF0718A)];
pub const DOORLIGHT: Paint = Paint::hex(0xFFD27A).glowing(0.85);
pub const STONE: Paint = Paint::hex(0xE4DACA);
pub const GLASS: Paint = Paint::hex(0xA9CDD3).glowing(0.12);
pub const PLANK: Paint = Paint::hex(0xE3AC4C);
pub const POLE: Paint = Paint::hex(0x8C5B2E);
/// The fine lines of what has not risen yet.
pub const PROMISE: Paint = Paint::hex(0xFBF7F0).glowing(0.12);
/// The lines of what has not risen and is part of a target.
pub const TARGET: Paint = Paint::hex(0xF2A516).glowing(0.35);
pub const ROCK: Paint = Paint::hex(0xA79B92);
pub const SLATE: Paint = Paint::hex(0x5F6B8A);
pub const TIMBER: Paint = Paint::hex(0xB98A58);
pub const BRICK: Paint = Paint::hex(0xB9694B);
pub const CONCRETE: Paint = Paint::hex(0xE2DFD6);
pub const WATER: Paint = Paint::hex(0x62B3CF);
pub const FOAM: Paint = Paint::hex(0xF4FBFA);
pub const HEDGE: Paint = Paint::hex(0x5A9457);
pub const LAWN: Paint = Paint::hex(0xA8CF7C);
pub const SOIL: Paint = Paint::hex(0x9A7652);
pub const WHEAT: Paint = Paint::hex(0xE6CE7E);
pub const RED: Paint = Paint::hex(0xD5493F);
pub const YELLOW: Paint = Paint::hex(0xF5C648);
pub const TEAL: Paint = Paint::hex(0x2E9C97);
pub const EMBER: Paint = Paint::hex(0xFF9A4A).glowing(1.0);
pub const BOAT: [Paint; 3] = [Paint::hex(0xC25B43), Paint::hex(0x3D7EA6), Paint::hex(0xF2E6D0)];

/// The first and the second person of a plot: a blue and a vermilion that nobody takes for each other.
pub const PEOPLE: [Paint; 2] = [Paint::hex(0x0072B2), Paint::hex(0xD55E00)];
/// From nothing to all of it, in one hue, so that it is the lightness that tells.
pub const SHARES: [Paint; 6] = [
    Paint::hex(0xF4F1EA),
    Paint::hex(0xD5E3EC),
    Paint::hex(0xA6C6DA),
    Paint::hex(0x6FA3C4),
    Paint::hex(0x3577A6),
    Paint::hex(0x0B4A78),
];

/// The paper around a picture, what is written on it, and the strata as they stand out from it.
pub struct CardPaint {
    pub paper: Paint,
    pub ink: Paint,
    pub soft: Paint,
    pub faint: Paint,
    pub strata: [Paint; 6],
}

pub const CARD: CardPaint = CardPaint {
    paper: Paint::hex(0xFDF8EE),
    ink: Paint::hex(0x2B2438),
    soft: Paint::hex(0x5F566B),
    faint: Paint::hex(0xEBE2D2),
    strata: [
        Paint::hex(0xC9A6F0),
        Paint::hex(0xC08F5C),
        Paint::hex(0xCB7458),
        Paint::hex(0x86B7CC),
        Paint::hex(0x4C587D),
        Paint::hex(0xEFC04E),
    ],
};

/// Colors of a storey, by the level that raised it.
pub struct Stratum {
    pub wall: Paint,
    pub trim: Paint,
    pub cornice: Paint,
}

/// From the Magician's plaster to the Architect's marble; packs with more levels begin again.
pub const STRATA: [Stratum; 6] = [
    Stratum {
        wall: Paint::hex(0xF4ECFF).glowing(0.2),
        trim: Paint::hex(0xD9B8FF).glowing(0.30),
        cornice: Paint::hex(0xFFFFFF),
    },
    Stratum { wall: Paint::hex(0xC08F5C), trim: Paint::hex(0x8C5F39), cornice: Paint::hex(0xDDB27A) },
    Stratum { wall: Paint::hex(0xCB7458), trim: Paint::hex(0xF4E9DA), cornice: Paint::hex(0xEFE1CD) },
    Stratum { wall: Paint::hex(0x86B7CC), trim: Paint::hex(0x43525F), cornice: Paint::hex(0xE0E8ED) },
    Stratum { wall: Paint::hex(0x4C587D), trim: Paint::hex(0x39446A), cornice: Paint::hex(0x8D99C0) },
    Stratum { wall: Paint::hex(0xFBF2DE), trim: Paint::hex(0xFFF7E6), cornice: GOLD },
];

/// Colors of a district.
#[derive(Debug, Clone, Copy)]
pub struct DistrictPaint {
    /// Its ground.
    pub ground: Paint,
    /// Roofs, signs and banners.
    pub accent: Paint,
}

const fn district(ground: u32, accent: u32) -> DistrictPaint {
    DistrictPaint { ground: Paint::hex(ground), accent: Paint::hex(accent) }
}

/// Neighbors differ in hue and in lightness, so that they can be told apart in greyscale too.
const DISTRICTS: [DistrictPaint; 9] = [
    district(0xF4DDE3, 0xE2688C),
    district(0xE3C89B, 0xB9652F),
    district(0xB7BDCF, 0x55648C),
    district(0xB9DAE3, 0x2F8FA8),
    district(0xDAD0EA, 0x7C5CB8),
    district(0xBFDDC6, 0x3C9168),
    district(0xDCD3BF, 0xA34A3E),
    district(0xD3E4AE, 0x6E9B2E),
    district(0xF5E3B5, 0xD9952B),
];

/// The colors of the district at `index` of its pack.
pub fn of_district(index: usize) -> DistrictPaint {
    DISTRICTS[index % DISTRICTS.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lightness(paint: Paint) -> f32 {
        let [r, g, b] = paint.rgb.map(f32::from);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    #[test]
    fn neighboring_districts_differ_in_lightness() {
        for pair in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 1)] {
            let (a, b) = (of_district(pair.0), of_district(pair.1));
            let apart =
                (lightness(a.ground) - lightness(b.ground)).abs() + (lightness(a.accent) - lightness(b.accent)).abs();
            assert!(apart > 12.0, "{pair:?}: {apart}");
        }
    }
}
