//! A made-up year on a ladder, by two people who do not exist: for a demonstration, for tests and for measuring.

use super::count::criteria;
use super::entry::{Act, Entry, Log, On, Whole};
use super::kept::Kept;
use super::quarter::{Quarter, StartMonth};
use super::rater::{Rater, Role};
use super::rating::Rating;
use super::sheet;
use crate::domain::content::Pack;
use crate::domain::content::schema::Rule;
use crate::domain::id::{CriterionId, LevelId, seed};
use crate::domain::log::Author;

/// The person who rates herself.
pub const OWN: &str = "Robin Example";
/// The person who leads her.
pub const LEAD: &str = "Kim Sample";

/// What she wrote, each at every eighth criterion. Nothing of it happened.
const COMMENTS: [(&str, &str); 8] = [
    ("Three changes this quarter went in without a second round of review.", "https://example.com/reviews/311"),
    ("Asked for the incident review to be moved, since the person who knew was away. It was the better meeting.", ""),
    (
        "Wrote the page about the export job. Two people have used it since without asking me.",
        "https://example.com/docs/export",
    ),
    ("Not often enough yet. The estimate for the import was a week short.", ""),
    (
        "Sat with the support team for an afternoon and changed two error messages after it.",
        "https://example.com/tickets/84",
    ),
    ("Paired with the new colleague until the release was hers.", ""),
    ("The graph for the queue is mine, and so is the alarm that woke nobody.", "https://example.com/boards/queue"),
    ("I said what I thought of the plan, lost, and helped with it.", ""),
];

/// Four quarters, of which the one of `now` is the last and still open. The person climbs to the second level and has
/// begun the third; the lead sees some things otherwise.
pub fn year(pack: &Pack, now: u64) -> Kept {
    let mut writer = Writer { log: Log::default(), at: 0 };
    let this = Quarter::at(now, StartMonth::CALENDAR);
    let mut quarters = vec![this];
    for _ in 0..3 {
        quarters.insert(0, quarters[0].previous());
    }
    let raters = [(Rater::new(Role::Own, OWN), 0u8), (Rater::new(Role::Lead, LEAD), 1)];
    for (turn, quarter) in quarters.iter().enumerate() {
        for (rater, bias) in &raters {
            for (place, (building, floor, criterion)) in criteria(pack).enumerate() {
                let id = CriterionId::new(&criterion.id);
                let rating = rating(&criterion.id, building.id.as_str(), floor.level, turn, *bias);
                writer.on(rater, *quarter, id.clone(), Act::Rated(rating));
                let (comment, link) = COMMENTS[place % COMMENTS.len()];
                if *bias == 0 && place % 5 == turn {
                    writer.on(rater, *quarter, id.clone(), Act::Commented(comment.to_owned()));
                    if !link.is_empty() {
                        writer.on(rater, *quarter, id, Act::Linked(link.to_owned()));
                    }
                }
            }
            if rater.role == Role::Own {
                writer.wishes(pack, rater, *quarter, turn);
            }
            if *quarter != this {
                let closed = sheet::seen(&writer.log);
                writer.whole(rater, *quarter, closed);
            }
        }
    }
    Kept { log: writer.log, rater: raters[0].0.clone(), ..Kept::default() }
}

/// What somebody would say who is a level further after two quarters, in some areas sooner than in others, and what the
/// lead says, who sees a few things otherwise.
fn rating(criterion: &str, area: &str, level: usize, turn: usize, bias: u8) -> Rating {
    let chance = seed(&format!("{criterion}/{bias}")) % 24;
    if chance == 0 && level > 3 {
        return Rating::NotObserved;
    }
    let settled = i64::from(seed(area) % 9) - 4;
    let ability = 26 + 8 * turn as i64 + settled;
    let demand = 10 + 14 * level as i64 + i64::from(seed(criterion) % 12);
    let otherwise = match (bias, chance) {
        (1, 1..=3) => -1,
        (1, 4) => -2,
        (1, 5..=6) => 1,
        _ => 0,
    };
    let score = (3 + (ability - demand).div_euclid(8)).clamp(1, 5) + otherwise;
    u8::try_from(score.clamp(1, 5)).ok().and_then(Rating::new).unwrap_or(Rating::NotObserved)
}

struct Writer {
    log: Log,
    at: u64,
}

impl Writer {
    fn write(&mut self, by: &Rater, quarter: Quarter, on: On) {
        // Each person writes on their own machine, an entry a minute from the quarter's second month on.
        let author = Author(if by.role == Role::Own { 1 } else { 2 });
        let day = quarter.after(1).first_day().to_zoned(jiff::tz::TimeZone::UTC);
        let start = day.ok().and_then(|day| u64::try_from(day.timestamp().as_second()).ok()).unwrap_or(0);
        self.at = (self.at + 60).max(start);
        self.log.add(author, self.at, Entry { by: by.clone(), quarter, on });
    }

    fn on(&mut self, by: &Rater, quarter: Quarter, criterion: CriterionId, act: Act) {
        self.write(by, quarter, On::Criterion(criterion, act));
    }

    fn whole(&mut self, by: &Rater, quarter: Quarter, whole: Whole) {
        self.write(by, quarter, On::Whole(whole));
    }

    /// Where the person thinks she is and wants to be, and what of the steps is done.
    fn wishes(&mut self, pack: &Pack, by: &Rater, quarter: Quarter, turn: usize) {
        let level = |index: usize| pack.levels().get(index).map(|level| level.id.clone());
        if turn == 0 {
            for (months, index) in [(6, 2), (12, 3)] {
                self.whole(by, quarter, Whole::Target(months, level(index)));
            }
        }
        if let Some(level) = level(usize::from(turn > 1) + 1) {
            self.whole(by, quarter, Whole::Believed(level));
        }
        if let Some(Rule::Milestones(steps)) = pack.assessment().map(|assessment| &assessment.rule) {
            let done = 3 * turn as u32;
            (done..done + 3).for_each(|phase| self.whole(by, quarter, Whole::Phase(phase, true)));
            if let Some(step) = steps.first().filter(|_| turn == 2) {
                self.whole(by, quarter, Whole::Also(LevelId::new(&step.to), 0, true));
            }
        }
    }
}
