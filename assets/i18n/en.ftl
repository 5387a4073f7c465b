# Every word of the user interface. A second language is a second file with the same names.

app-name = Laddertown
action-help = Keys
action-settings = Settings
action-list = City as text
action-legend = Legend
action-map = Map
action-north = North ahead
compass-north = N
action-skip = Skip the rising
action-skip-short = Skip
action-home = Whole city
action-close = Close
action-previous-level = Previous level
action-next-level = Next level
action-zoom-in = Closer
action-zoom-out = Farther
action-orbit-left = Turn left
action-orbit-right = Turn right
action-dismiss = Dismiss
action-text-larger = Larger text
action-text-smaller = Smaller text
action-floor-below = Floor below
action-floor-above = Floor above

landmark-levels = Levels
landmark-outline = Districts, buildings and floors
landmark-reading = Open text
landmark-actions = Actions
landmark-view = View of the city
landmark-notices = Notices

level-step = Level { $mark }, { $name }
level-kicker = Level { $mark }
level-districts = { $count ->
    [one] A new district: { $names }.
   *[other] { $count } new districts: { $names }.
}
level-counts = { $buildings ->
    [0] No new buildings,
    [one] One new building,
   *[other] { $buildings } new buildings,
} { $floors ->
    [0] no new floors.
    [one] one new floor.
   *[other] { $floors } new floors.
}
level-portrait = Portrait

district-kicker = District, founded at level { $mark }
district-kicker-people = District of people, founded at level { $mark }
district-ahead = Still forest. Founded at level { $mark }.
district-why-now = Why now
district-buildings = Buildings

building-ahead = Founded at level { $mark }
building-risen = { $count ->
    [one] { $risen ->
        [0] Its one floor is still to rise
       *[other] Its one floor has risen
    }
   *[other] { $risen } of { $count } floors risen
}
building-reason = Reason to be
building-floors = Floors

storey-risen = Floor { $number }, raised by { $name }
storey-outline = Floor { $number }, to be raised by { $name }
storey-bare = A storey of bare frame: a number that nobody built

floor-title = Floor { $number }, level { $mark }: { $name }
floor-title-last = Floor { $number }, level { $mark }: { $name }. The last one.
floor-ahead = Not risen yet: this floor comes with level { $mark }. Its text is open all the same.
floor-unwritten = Not written yet.
floor-link = { $name }, floor { $number }
floor-related = Belongs together
floor-terms = Words on this floor

part-why = Why now
part-know = You know
part-assume = You assume
part-learn = You learn
part-prose = The story
part-criteria = Criteria

said-level = { $name }. { $buildings ->
    [one] One building,
   *[other] { $buildings } buildings,
} { $floors ->
    [one] one floor.
   *[other] { $floors } floors.
}
said-floor = { $name }, floor { $number }
said-closed = The city
said-sound-on = Sound on
said-sound-off = Sound off

percent = { $percent } %
setting-text = Size of text
setting-motion = Motion
setting-theme = Panels
setting-sound = Sound
setting-effects = Sounds of the city
setting-hours = Sounds of the hour
setting-interface = Sounds of the panels
as-system = As the system
motion-full = Everything moves
motion-reduced = Nothing moves
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
setting-quality = Picture
quality-auto = As the machine can
quality-high = Rich
quality-low = Plain
quality-lowest = Plainest
setting-ambience = Life in the streets
ambience-on = Birds, boats, smoke
ambience-off = Still streets
sound-on = On
sound-off = Off

help-title = Keys and gestures
settings-title = Settings
legend-title = What the city says

legend-strata = Levels, from the ground up
legend-stratum = Level { $mark }: { $name }
legend-storeys = Storeys
legend-outline = Not risen yet; its text is open
legend-bare = Bare frame: a number that nobody built
legend-crown = A crown, another on each roof: by it one knows a building
legend-windows = Windows
windows-dark = Shuttered: not read yet
windows-lit = Lit: read
windows-warm = Warm, with flowers: remembered
windows-dim = Blinds half down: due for another look
legend-marks = Marks
mark-open = Solid corners and an arrow: open
mark-focused = A dashed frame and rings: marked by the keyboard
mark-hovered = Thin corners: under the pointer

help-look = Look around
keys-orbit = Q E, Shift + arrows
does-orbit = Turn around the city, look from higher or lower
keys-pan = W A S D
does-pan = Move across the ground
keys-zoom = + −
does-zoom = Closer, farther
keys-home = Home, H
does-home = The whole city
keys-north = B
does-north = Turn until north lies ahead
keys-map = C
does-map = Map and compass
keys-mouse = Drag, right drag, wheel
does-mouse = Turn, move, closer or farther
keys-touch = One finger, two fingers
does-touch = Turn; move and pinch

help-city = In the city
keys-level = [ ], Page Up, Page Down
does-level = One level back or further
keys-level-number = 0 to 9
does-level-number = To that level
keys-focus = ← →
does-focus = Mark the previous or next building
keys-open = Enter
does-open = Open the marked building
keys-district = N
does-district = Sign of its district
keys-identity = I
does-identity = Who this level is
keys-skip = Backspace
does-skip = What rises is there at once

help-read = Reading
keys-floor = ↑ ↓
does-floor = Floor above, floor below
keys-text = X Z
does-text = Larger or smaller text
keys-close = Esc
does-close = Close what is open
keys-list = T
does-list = The city as text
keys-legend = L
does-legend = What forms and colors mean
keys-sound = M
does-sound = Sound on or off
keys-settings = ,
does-settings = Settings
keys-help = ? F1
does-help = This list

not-saved = Not saved, because { $reason }. You can go on; this visit will be forgotten.
save-unreadable = The save could not be read: { $reason }. It was left in place; a new one is written beside it.
fault-pack = The pack cannot be played: { $finding }
hint = Click a building. [ and ] change the level. ? shows all keys.
