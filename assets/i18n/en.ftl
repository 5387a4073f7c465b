# Every word of the user interface. A second language is a second file with the same names.

app-name = Laddertown
action-help = Keys
action-settings = Settings
action-list = City as text
action-legend = Legend
action-cities = Cities
action-share = Share this view
action-copy-link = Copy link
action-guest-end = Back to my own city
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
landmark-brought = What became of your document

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
storey-scaffold = Floor { $number }, raised by { $name }, behind a scaffold
storey-outline = Floor { $number }, to be raised by { $name }
storey-wanted = Floor { $number }, { $name }: part of my target, and still to come
storey-bare = A storey of bare frame: a number that nobody built

floor-title = Floor { $number }, level { $mark }: { $name }
floor-title-last = Floor { $number }, level { $mark }: { $name }. The last one.
floor-ahead = Not risen yet: this floor comes with level { $mark }. Its text is open all the same.
floor-unraised = Not raised yet. Its text is open all the same.
floor-untopped = Not topped yet: { $satisfied } of its { $of } criteria are satisfied, and it takes { $needed }.
floor-untopped-level = Not topped yet: it comes with its level, by the milestones on the page My level.
floor-scaffold = Behind a scaffold, which goes as soon as you recall this floor.
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
setting-retention = Floors recalled
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
legend-wanted = Part of my target, and still to come
legend-bare = Bare frame: a number that nobody built, or in a ladder a floor below a topped one that is not topped itself
legend-scaffold = Scaffold: raised as read, still to be recalled
legend-crown = A crown, another on each roof: by it one knows a building
legend-windows = Windows
windows-dark = Shuttered: not read yet
windows-dark-rated = Shuttered: nothing was rated
windows-lit-rated = Lit: enough is satisfied
windows-warm-rated = Warm, with flowers: all is satisfied
windows-dim-rated = Blinds half down: too little is satisfied so far
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
keys-cities = O
does-cities = Another city
keys-return = Backspace, Alt + ←
keys-share = Y
does-return = Back to the city from where one came to read a floor
does-share = Share what you see: a link and its code

help-read = Reading
keys-floor = ↑ ↓
does-floor = Floor above, floor below
keys-text = X Z
does-text = Larger or smaller text
keys-search = / Ctrl + K
does-search = Find a place, a text, or something to do
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

help-journey = Journey
keys-next = G
does-next = The recommended next step
keys-menu = J
does-menu = Everything the journey offers
keys-answer = 1 to 9, Enter
does-answer = Choose an answer; go on
keys-aside = R U O
does-aside = Raise as read; show what breaks it; walk around the wall

help-assess = On a ladder
keys-rate = 0 to 5
does-rate = Rate the marked criterion of the open floor; 0 is not observed
keys-criterion = P
does-criterion = Mark the next criterion
keys-assess = R
does-assess = My level and everything about it

help-present = Presenting
keys-tours = V, F5
does-tours = Tours to show
keys-show-next = Page Down, →, Space, Enter, N
does-show-next = The answer, or the next stop
keys-show-previous = Page Up, ←, P
does-show-previous = Back
keys-show-ends = Home, End
does-show-ends = The first stop, the last one
keys-show-jump = 0 to 9, then Enter
does-show-jump = The stop of that number
keys-show-blank = B, full stop
does-show-blank = A dark screen; any of these keys ends it
keys-show-hands = Shift + 1 to 4
does-show-hands = One hand more for that answer; with Alt, one fewer
keys-show-code = C
does-show-code = The code of a link to this stop
keys-show-auto = A
does-show-auto = The tour goes on by itself, or stays
keys-show-resume = R, Shift + F5
does-show-resume = Back to the tour after a look around
keys-show-restart = F5
does-show-restart = From the first stop again
keys-show-end = Esc
does-show-end = End the showing
keys-speaker = S
does-speaker = The speaker’s window
keys-projector = F
does-projector = Large letters for a projector, and a light around the pointer

not-saved = Not saved, because { $reason }. You can go on; this visit will be forgotten.
save-unreadable = The save could not be read: { $reason }. It was left in place; a new one is written beside it.
fault-pack = The pack cannot be played: { $finding }

hint-open = Press on a building, or mark one with ← → and press Enter.
hint-level = The numbers above, or [ and ], change the level: watch what rises.
hint-journey = G is the recommended next step, J everything the journey offers.
hint-search = / finds any place, text or action. Two letters and a number name a floor.
hint-help = ? shows all keys.
action-hints-again = Show the hints again
action-hints-skip = No more hints
action-reset-building = Begin this building anew
save-lost = { $count ->
    [one] This city has changed, and a place you know is gone: { $names }. What you did there is kept, in case it comes back.
   *[other] This city has changed, and { $count } places you know are gone: { $names }. What you did there is kept, in case they come back.
}

cities-title = Cities
cities-hint = A levels document in Markdown, a pack, or a save from another device can be dropped on the window. What you bring stays with you.
city-size = { $levels ->
    [one] One level,
   *[other] { $levels } levels,
} { $buildings ->
    [one] one building,
   *[other] { $buildings } buildings,
} { $floors ->
    [one] one floor
   *[other] { $floors } floors
}
city-untouched = You have not been there yet
city-done = You stand at { $level }: { $read } read, { $raised } raised
city-imported = Yours
city-draft = Being written: it follows its folder
city-damaged = What was kept of it can no longer be read: { $reason }
city-name = Its name
city-remove-question = Take it away? What you did there is kept, in case it comes back.
action-enter-city = Enter
action-stay = You are here
action-compare = Beside this one
beside-areas = Buildings
beside-step = Step { $step }
action-report = Report
action-export-city = Export
action-remove-city = Remove
action-remove-city-now = Yes, remove it
action-pick-file = Choose a file
drop-hint = Drop it here: a levels document, a pack as one file, or a save.
city-added = { $name } is yours now.
city-updated = { $name } has been brought up to date. What you did there stays.
city-renamed = It is called { $name } now.
city-removed = { $name } is gone. What you did there is kept, in case it comes back.
city-not-kept = { $name } can be played, but not be kept, because { $reason }
city-not-opened = The city { $name } cannot be opened: { $reason }
city-unknown = There is no city { $name } here. A city that somebody brought is only where they brought it.
city-exported = { $name } was written to { $place }.
city-not-exported = { $name } could not be written: { $reason }
drop-refused = Nothing was taken from { $name }. { $faults }
brought-city = Your document has become a city
brought-nothing = Nothing was made of { $name }
report-flow = { $title } was read as an unlock flow.
report-ladder = { $title } was read as a ladder.
report-own = { $title } was read as a city that was written down here.
report-sum = { $guesses ->
    [0] Nothing had to be guessed.
    [one] One thing was guessed.
   *[other] { $guesses } things were guessed.
} { $kept ->
    [0] Nothing was left out.
    [one] One passage has no place in the city; its notes keep it.
   *[other] { $kept } passages have no place in the city; its notes keep them.
}
report-guessed = Guessed: look here first
report-left-out = Left out of the city, kept in its notes
report-understood = Understood
report-line = Line { $line }
report-more = And { $count } more.
unknown-found = It is neither a ladder nor an unlock flow. It has { $headings ->
    [0] no headings
    [one] one heading
   *[other] { $headings } headings
} and { $entries ->
    [0] no entries of lists or tables.
    [one] one entry of a list or table.
   *[other] { $entries } entries of lists and tables.
}
unknown-looked = A ladder has at least two levels with criteria; levels are headings, bold lines, or the columns or rows of a table. An unlock flow has headings that unlock a district or a building.
unknown-ladder = The smallest ladder
unknown-flow = The smallest unlock flow
action-look-around = Look around
action-cities-all = All cities
drop-save = What the save held has been added to yours.
drop-kinds = Documents, packs and saves
drop-pick = No file was chosen. One can also be dropped on the window; and the game can be started with --pack FOLDER.
draft-broken = The pack has a fault, and its last good version stays. { $faults }

landmark-search = Search
search-label = Find
search-hint = A building, a floor such as { $example }, words of a text, or something to do.
search-found = { $count ->
    [0] Nothing fits.
    [one] One result.
   *[other] { $count } results.
}
search-keys = ↑ ↓ mark, Enter takes what is marked.
search-code = { $level }. Typed as { $code }
found-building = Building
found-level = Level
found-district = District
found-floor = Floor
found-term = Word
found-note = Note
found-action = Do
found-text = Text

landmark-stage = What is played
landmark-journey = Journey
advice-heading = Next

action-journey-short = Play the journey
action-journey = Play the journey: floors rise by play
action-explore = Explore: everything stands
action-begin = To the door of this floor
action-recall = Recall this floor
action-raise-as-read = Raise it as read
action-take-as-read = Take it as read
action-leave-out = Leave it out: the wall need not wait
action-keep = Keep it: the wall waits
action-bookmark-on = Bookmark
action-bookmark-off = Remove the bookmark
action-reset = Begin anew
action-reset-floor = Begin this floor anew
action-reset-now = Yes, begin anew
action-undo = Undo
action-back = Back
action-forward = Forward
action-walk = The walk
action-walk-on = On to the next floor
action-check = Find my level
action-meet-wall = To the wall
action-walk-around = Walk around the wall
action-pass = Through the wall
action-go-in = Go in
action-go-in-unguessed = Go in without a guess
action-unfold = Show what breaks it
action-recall-it = Now without the text
action-show = Show the answer
action-continue = Go on
action-raise = Raise the floor
action-done = Done
action-next = Next: { $name }
action-leave = Back to the city
action-keyed = { $label } ({ $key })

step-door = At the door
step-read = Read
step-learn = What breaks it
step-recall = Without the text
step-note = In your own words
step-risen = It stands
step-played = Played

door-question = A guess before you go in: which of these beliefs does this floor break?
read-question = Before you go on: what do you say to this?
believe-agree-sure = I agree, and am sure
believe-agree-unsure = I agree, I think
believe-disagree-unsure = I disagree, I think
believe-disagree-sure = I disagree, and am sure
believed-agree-sure = You agreed, and were sure.
believed-agree-unsure = You agreed, and were not sure.
believed-disagree-sure = You disagreed, and were sure.
believed-disagree-unsure = You disagreed, and were not sure.
kind-refute = This is false.
kind-bound = This is true only so far.
kind-check = This sounds right, and nobody has checked it.
recall-claim = What breaks this belief?
recall-question = Answer it in your head, then compare.
recall-answer = To compare
grade-again = Not at all
grade-hard = With effort
grade-good = Well
grade-easy = At once
pick-question = Which of these breaks the claim?
verdict-right = Right.
verdict-wrong = Not this one.
note-question = What will you say instead from now on? One line is enough, and none is, too.
note-label = In your own words
risen-played = The floor stands.
risen-played-explore = Played. On the journey this floor stands from now on.
risen-scaffold-explore = Taken as read: a scaffold stands around it, which goes as soon as you recall it.
risen-scaffold = The floor stands behind a scaffold, which goes as soon as you recall it.
risen-guessed-wrong = At the door you had guessed wrong. Now you know.
risen-due = { $days ->
    [0] It is due again today.
    [one] It is due again tomorrow.
   *[other] It is due again in { $days } days.
}
walk-left = { $count ->
    [one] One more floor on this walk.
   *[other] { $count } more floors on this walk.
}

wall-kicker = The wall of { $name }
wall-question = { $count ->
    [0] Nothing is asked here.
    [one] One claim of this level stands between you and the next.
   *[other] { $count } claims of this level, mixed, stand between you and the next.
}
wall-claim = Claim { $number } of { $count }
wall-sum = { $right } of { $count } at the wall. This is what you have unlearned here:
dawn-kicker = A new day
dawn-last = The city stands
dawn-last-text = There is no wall behind this one. What you have unlearned wants to be walked past now and then; nothing is lost if you do not.
check-kicker = Find your level
check-question = What do you say to this? Pick what breaks it, or agree.
check-agree = I agree with it, or do not know

reason-first = It is the first floor of all.
reason-begun = You have begun it.
reason-next = { $left ->
    [one] The wall of this level waits for this floor alone.
   *[other] It is next in the street. The wall of this level waits for { $left } floors.
}
reason-new-building = { $left ->
    [one] A building you have not been in. The wall of this level waits for this floor alone.
   *[other] A building you have not been in. The wall of this level waits for { $left } floors.
}
reason-wall = Everything you keep of { $name } stands.
reason-due = { $count ->
    [one] One floor is about to be forgotten.
   *[other] { $count } floors are about to be forgotten.
}
reason-scaffold = It still stands behind its scaffold.
advice-read = Read: { $building } at { $level }
reason-unread = It says what { $level } is measured by in { $building }. You have not read it yet.
reason-all-read = You have read every floor of this city.
reason-done = Everything stands, and nothing is due.

page-kicker = Journey
page-menu = Journey
page-more = More
page-unlearned = Unlearned
page-column = This building in one column
page-slice = This level in all buildings
page-difference = Beside the floor above
page-notes = Notes and bookmarks
page-source = About this city
source-nothing = Its document says no more.
page-achievements = Reached
page-profiles = Who plays
unlearned-broken = "{ $claim }" is broken.
unlearned-holds = "{ $claim }" still holds.
unlearned-nothing = Nothing yet. Play a floor, and what you believed will stand here beside what broke it.
calibration-heading = How sure, how right
calibration-sure = Sure: { $right } right, { $wrong } wrong
calibration-unsure = Unsure: { $right } right, { $wrong } wrong
difference-belief = The belief, from floor to floor
difference-alone = There is no floor to put beside it.
notes-nothing = No notes and no bookmarks yet.
achievement-crown = One building recalled to its crown
achievement-level = One level recalled in all buildings
achievement-districts = Something recalled in every district
achievement-month = A belief that has stayed broken for 30 days
achievement-walls = Walls passed by play
achievement-done = { $what }: reached.
achievement-open = { $what }: { $done } of { $of }
profile-first = First player
profile-played = { $name }, who plays now
profile-new = Another name
reset-everything = the whole city
reset-question = Begin { $what } anew? What you did is kept aside, and Undo brings it back.

said-journey = Journey: floors rise by play
said-explore = Explore: everything stands
said-risen = The floor rises
said-played = Played
said-taken-as-read = Taken as read
said-raised-as-read = The floor rises behind a scaffold
said-nothing-due = Nothing is due
said-wall = The wall
said-dawn = The next level dawns
said-placed = Your level: { $name }
said-undone = Undone
said-nothing-to-ask = There is nothing to ask here: no floor of this city has a refutation
said-nothing-to-undo = There is nothing to undo
said-reset = Begun anew
said-profile = Another player

language = en
landmark-assess = Assessment
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
quarter-calendar = Q{ $number } { $year }
quarter-fiscal = Q{ $number } of the year { $year }, from { $month } { $calendar }
quarter-begins = { $quarter } has begun. What you said of the quarter before still stands; rate anew when you like.
quarter-closed = { $quarter }: { $level }. Closed
quarter-open = { $quarter }: { $level }. Open
quarters-text = A rating belongs to its quarter and stands until you give another. A closed quarter stays as it was; what you know better by now stands beside it as a correction. Choose a quarter to see the city as it was.
quarters-label = The city as it was in
action-close-quarter = Close this quarter for good
action-quarter-before = The quarter before
action-quarter-after = The quarter after
action-quarter-now = The present quarter

rating-label = Rating
rating-scored = { $score }, { $label }
rating-stands = Stands from { $quarter }: { $rating }
rating-corrected = Corrected later: { $rating }
rating-corrected-why = Corrected later: { $rating }. { $why }
rating-why = Why it is another one now
rating-comment = Evidence in your words
rating-link = A link to evidence
not-observed = Not observed
not-observed-short = n. o.
not-observed-means = There was nothing to be seen of it this quarter. That is no low score.
not-rated = Not rated
no-level = No level yet
no-criteria = No criteria
satisfied-of = { $satisfied } of { $of }
area-at-level = { $area }, { $level }
action-unrate = Take the rating away
action-unlink = Take the link away
link-refused = A link begins with https:// or http:// and has no spaces.

role-self = Myself
role-lead = Lead
role-mentor = Mentor
rater-named = { $name } ({ $role })

assess-kicker = { $title }, { $quarter }
card-open = { $quarter }
card-closed = { $quarter }, closed
card-trying = { $quarter }, trying
card-level = By the ladder's rule: { $name }.
card-begin = Open a floor and rate what you see of it.
page-level = My level
page-missing = What is missing
page-quarters = Quarters
page-beside = Two people side by side
page-chart = Plots
page-calibration = Ratings and memory
page-about = How this ladder is meant
page-setup = Who rates, what counts, files
action-try = What if: try ratings without writing them down
action-try-end = Back to what is written down
action-show-whole = Show the whole ladder
action-show-rated = Show what was rated
trying = You are trying. Nothing of it is written down.

verdict-level = By the ladder's rule you are at { $name }.
verdict-none = By the ladder's rule there is no level yet.
verdict-satisfied = A criterion counts as satisfied from { $rating }.
verdict-holds = { $satisfied } of the { $of } criteria of { $name } are satisfied; it takes { $holds } to hold it.
verdict-first = { $next } takes { $needed } of its { $of } criteria; { $satisfied } are satisfied.
verdict-next = { $next } takes all criteria of { $name } and { $needed } of its own { $of }. { $missing ->
    [0] None of { $name } is missing,
    [one] One of { $name } is missing,
   *[other] { $missing } of { $name } are missing,
} and { $satisfied } of { $next } are satisfied.
verdict-milestones = For { $next } { $phases ->
    [0] no phase is missing;
    [one] one phase is missing;
   *[other] { $phases } phases are missing;
} of what else it takes, { $also ->
    [0] nothing is missing.
    [one] one thing is missing.
   *[other] { $also } things are missing.
}
verdict-top = There is no level above it.
verdict-before = In the quarter before it was { $name }.
step-heading = The step to { $name }
step-phases = Phases that are complete
step-also = And besides
believe-heading = What you think
believe-question = The rule counts; you know more. Say where you think you are, and where you want to be.
believe-label = I am at
target-label = In { $months } months I want to be at
target-none = No target

missing-count = { $count ->
    [0] Nothing is missing on the way to { $name }.
    [one] One criterion is missing on the way to { $name }.
   *[other] { $count } criteria are missing on the way to { $name }: first those of which the least is missing.
}
missing-steps = { $rating }. { $steps ->
    [one] One step is missing.
   *[other] { $steps } steps are missing.
} { $opens }
missing-unrated = { $rating }. { $opens }
missing-helps = What helps in { $title }
action-return = Back to { $title }
pages-label = Also here
unlocks-level = It is the last one before the next level.
unlocks-floor = It tops its floor.
unlocks-required = The next level takes all of these.
unlocks-share = Most of these are enough.

beside-label = Beside my own ratings
beside-nobody = Nobody else has rated. Someone who knows your work can rate in their own copy and give you the file: drop it here, and it stands beside yours.
beside-count = { $equal } are equal and folded away. { $far ->
    [0] None differs by two steps or more.
    [one] One differs by two steps or more.
   *[other] { $far } differ by two steps or more.
}
read-together = Read the definition together.

chart-label = Plot
chart-name-dots = Every criterion
chart-name-quarters = Over the quarters
chart-name-strip = Level by area
chart-name-radar = Radar
chart-dots = Every criterion, { $quarter }
chart-dots-note = A disk is your rating of this quarter, a ring one that still stands from an earlier quarter, a square on its corner the other person. Right of the upright line a criterion counts as satisfied.
chart-quarters = Satisfied criteria, quarter by quarter
chart-quarters-note = Each small plot is one area at one level. The upper line is all of its criteria; a short gray bar was rated and satisfies none.
chart-strip = Satisfied criteria by level and area, { $quarter }
chart-strip-note = The darker, the more of a floor's criteria are satisfied. The numbers say how many of how many.
chart-radar = Satisfied criteria by area, { $quarter }
chart-radar-note = Read the axes, not the shape: its area grows with the square of the shares, and it would look different if the areas came in another order. The plot of every criterion says more.
table-criterion = Criterion
table-area = Area
table-level = Level
table-own = My rating
table-beside = The other person

calibration-text = This is for you alone and leaves this copy only in your own files. It holds your ratings against the floors of the other city that belong to them: a high rating over floors you cannot recall may be a blind spot, or a floor you do not need.
calibration-line = { $rating }: { $criteria ->
    [one] one criterion,
   *[other] { $criteria } criteria,
} { $recalled } of { $floors } floors recalled
action-calibrate-on = Hold my ratings against my memory
action-calibrate-off = Stop comparing

about-meant = This is for a conversation about growth, and no examination. There is no total, no ranking, and nobody sees it unless you hand it over.
about-motivation = Why this ladder exists
about-scale = The scale
about-step = { $score }, { $label }: { $means }

setup-text = Who rates here, and what counts.
setup-role = I rate
setup-name = Name
setup-satisfied = Satisfied from
setup-start = The year starts in
setup-files = Files
setup-files-text = The complete record is the same file on the web and on the desktop. Give it to your lead or mentor, or drop theirs here.
action-file-json = Complete record (JSON)
action-file-csv = Ratings for a spreadsheet (CSV)
action-file-markdown = As text (Markdown)
action-file-html = To print (HTML)
action-file-conversation = Page for the conversation, to print
action-file-svg = Save as drawing (SVG)
action-file-png = Save as picture (PNG)
action-example = Look at a made-up year
action-example-end = Back to my own ratings
document-title = { $title }: { $rater }, { $quarter }
assessment-merged = { $count ->
    [0] Nothing in this file is new.
    [one] One new entry was taken in.
   *[other] { $count } new entries were taken in.
}
assessment-refused = This file was not taken in: { $reason }

said-quarter-closed = This quarter is closed
said-closed-quarter = The quarter is closed
said-nothing-rated = Nothing was rated in this quarter
said-trying = Trying
said-tried = What is written down

scheme-registered = Links that begin with laddertown: now open with this program. { $place } was written; take it away, and they no longer do.
scheme-half-registered = { $place } was written. Your system may still ask which program opens links that begin with laddertown:, since xdg-mime could not be asked to settle it: { $reason }
scheme-not-registered = Links that begin with laddertown: could not be given to this program: { $reason }
scheme-not-offered = This system has no place where a program without an installer can announce its links. A link can still be handed over as an argument: laddertown --link LINK
link-ignored = The link says something that is not known here, which was passed over: { $parts }
link-too-long = The link has { $bytes } bytes, which is more than a link can have. Nothing of it was followed.

# Tours
landmark-show = Tour
action-tours = Tours
action-tour = Tour: { $title }
tours-title = Tours
tours-hint = A tour shows this city to a room, stop by stop. Page Down goes on.
tours-none = Nobody has made a tour of this city yet.
tour-length = { $stops ->
    [one] One stop
   *[other] { $stops } stops
}, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
tour-start = Start
tour-previous = Back
tour-next = Next
tour-answer = Show the answer
tour-dark = Dark screen
tour-light = Picture again
tour-auto = Go on by itself
tour-led = Stay
tour-end = End
tour-first = First stop
tour-last = Last stop
tour-restart = From the start
tour-code = Code of a link
tour-speaker = Speaker’s window
tour-projector = Look for a projector
tour-resume = Back to the tour
tour-jump = { $number }. { $caption }
tour-place = Stop { $number } of { $of }
tour-elapsed = Elapsed
tour-left = Left at this stop
tour-question = Question
tour-notes = Notes
tour-told = The answer:
tour-then = Next:
tour-at-last = This is the last stop.
tour-stops = All stops
tour-hands = { $hands ->
    [one] one hand
   *[other] { $hands } hands
}
tour-hand-more = One hand more: { $answer }
tour-hand-fewer = One hand less: { $answer }
tour-is-dark = The screen is dark.
tour-city-missing = The city { $name } cannot be opened: its stops are passed over.
action-record = Record a tour
action-recording = Back to the tour that you record
recording-heading = A tour of your own
recording-title = A new tour
recording-hint = Walk through the city, and add what you see as a stop. Save the tour before you leave: only the file keeps it. It belongs into the folder `tours` of a pack, and its name into the list `tours` of `pack.ron`.
recording-unsaved = This tour has not been saved. Put it away all the same?
recording-of-title = Title
recording-stop = Stop { $number }
recording-caption = Stop { $number }: what the room reads
recording-notes = Stop { $number }: what only the speaker reads
recording-earlier = Stop { $number }: earlier
recording-later = Stop { $number }: later
recording-remove = Stop { $number }: remove
recording-add = Add what is seen now
recording-save = Save as a file
recording-close = Put the tour away
recording-close-now = Yes, put it away
recording-no-caption = Look around.
recording-summary = { $stops ->
    [one] One stop, recorded by walking.
   *[other] { $stops } stops, recorded by walking.
}
said-recorded = Added: { $caption }
said-recording-full = The tour has as many stops as a tour can have
said-tour-auto = The tour goes on by itself
said-tour-led = The tour stays
said-tour-dark = Dark screen
said-tour-light = The picture again
said-tour-end = The tour is over

# Speaker's window
speaker-left = { $time } left
speaker-over = { $time } over
share-title = Share this view
share-says-nothing = The link names this city and what is shown of it. Nothing about you is in it: no name, no notes, no answers, no progress, no ratings.
share-says-progress = The link also holds how far you have come: { $passed ->
    [0] no level passed yet
   *[other] the levels that you have passed
}, and { $floors ->
    [one] the one floor that you have raised
   *[other] the { $floors } floors that you have raised
}. It holds no name, no notes, no answers, no dates and no ratings. Whoever has the link can see it.
share-says-theirs = You are looking at somebody's city, and the link holds what theirs did: { $passed ->
    [0] no level passed yet
   *[other] the levels that were passed
}, and { $floors ->
    [one] one raised floor
   *[other] { $floors } raised floors
}. Nothing about you is in it.
share-says-too-much = Your progress is not in the link: with it, the link would be longer than { $bytes } characters.
share-length = It is { $count } characters long.
share-brought = You brought this city yourself: the link leads there only where the same file was brought.
share-scheme = It opens with this program, where it is installed. A program started with --home ADDRESS makes links for browsers.
share-view = Lead to this very angle
share-progress = Include my progress
share-link = Link
share-code = Hold a phone's camera up to the code: it leads to the same place.
share-no-code = The link is too long for a code.
share-copied = The link is copied.
share-not-copied = The link could not be copied here. Mark it and copy it by hand.
guest-notice = This is somebody's city: look around. Yours is untouched.
## Pictures

card-floors = { $raised } of { $floors } floors raised
card-described = { $title }, { $level }: { $floors }. The skyline of a city of Laddertown.
page-pictures = Pictures
pictures-about = What you take away shows the city as you have it now. It holds what you have raised, and no name.
pictures-photo = Photograph
pictures-card = Skyline card
pictures-poster = Poster, to print
action-photo = Photo mode
action-photo-take = Take the picture
action-photo-end = Back to the city
photo-hint = Nothing lies over the city. Move the camera as you like. Enter takes the picture; Esc, or a tap, brings everything back.
photo-begun = Photo mode. Enter takes the picture, Esc brings everything back
photo-not-drawn = the picture did not come
photo-not-kept = The photograph could not be written.
photo-ended = Photo mode ended
card-landscape-png = Skyline card, wide, as PNG
card-landscape-svg = Skyline card, wide, as SVG
card-story-png = Skyline card, tall, as PNG
card-story-svg = Skyline card, tall, as SVG
poster-level = Poster of the level { $name }
poster-building = Poster of the building { $name }
poster-breaks = What breaks it:
poster-floor = Floor { $number }, { $level }
poster-unwritten = Its text is still to come.
poster-described = { $name } as it stands in the city
keys-pictures = K
does-pictures = Pictures of the city: a photograph, its skyline, a poster
landmark-stand = At the stand
stand-invites = This city is yours: touch it, or press any key
stand-question = Still there?
stand-then = { $secs ->
    [one] In one second everything begins anew for the next guest, and what you did here is forgotten.
   *[other] In { $secs } seconds everything begins anew for the next guest, and what you did here is forgotten.
}
action-stay-here = I am here
profile-guest = Guest
visitor-no-files = Nothing of this visit is kept: no file is taken in, and none is given out.
