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

/// What she wrote: the quarter's place in the year, the criterion, a comment and a link. Nothing of it happened.
const EVIDENCE: [(usize, &str, &str, &str); 26] = [
    (0, "e1-technical-3", "The tests for the address form came with it.", "https://example.com/changes/118"),
    (0, "e1-execution-1", "Two of five tasks slipped, and I said so on the day I knew.", ""),
    (0, "e1-collaboration-3", "Asked in the channel, not in private: three others had the same question.", ""),
    (0, "e1-maturity-2", "I had promised the search for March. It was April.", ""),
    (
        1,
        "e2-technical-4",
        "The export was changed by somebody else in May. He did not have to ask.",
        "https://example.com/changes/164",
    ),
    (
        1, "e2-technical-7", "First week with the pager. Two alarms, one of them my own.",
        "https://example.com/on-call/19",
    ),
    (
        1,
        "e2-collaboration-7",
        "Wrote down how a price list gets from the file to the shop.",
        "https://example.com/docs/prices",
    ),
    (1, "e2-execution-4", "Two addresses for one customer: found in the text, before there was any code.", ""),
    (
        2,
        "e2-technical-6",
        "Proposal for the queue. The second version has a page on what happens when it is full.",
        "https://example.com/proposals/7",
    ),
    (2, "e2-execution-2", "Said in the first meeting that live figures would take a month. We show them hourly.", ""),
    (2, "e2-influence-1", "Jo released the reminder mails alone. In spring we did it together.", ""),
    (2, "e2-maturity-1", "I was against moving the date, lost, and made the new one work.", ""),
    (
        3,
        "e3-technical-3",
        "The review of the import: the same row would have been paid twice.",
        "https://example.com/reviews/311",
    ),
    (3, "e3-execution-1", "Estimates have been within a day since I write down what I leave out.", ""),
    (3, "e3-collaboration-2", "Releases waited for one person. Proposed a list of four, and we have it.", ""),
    (3, "e3-influence-1", "Not beyond my own code yet.", ""),
    (3, "e3-maturity-3", "Told Kim on Tuesday that the report would not make it to Friday.", ""),
    (0, "l1-skills-2", "No more `if` in my clauses since the second exercise.", ""),
    (0, "l1-deliverables-2", "Jo started the app from the text alone.", "https://example.com/labs/2"),
    (
        1,
        "l2-skills-2",
        "Drew the tree first. It restarted in the order I had drawn, at the third try.",
        "https://example.com/labs/4",
    ),
    (1, "l2-skills-3", "One query for the page where there had been forty.", "https://example.com/changes/131"),
    (
        2,
        "l2-deliverables-2",
        "The waiting list in Pulse is mine, and has been in use since August.",
        "https://example.com/pulse/81",
    ),
    (2, "l2-characteristics-3", "Nobody has had to ask for a test since spring.", ""),
    (
        3,
        "l3-skills-1",
        "It was the encoding, not the database. Half the time is gone, and measured.",
        "https://example.com/changes/209",
    ),
    (
        3, "l3-deliverables-3", "The runbook for the queue was used at night, without me.",
        "https://example.com/runbooks/queue",
    ),
    (3, "l3-skills-5", "I kept people informed. Somebody else stopped the damage.", ""),
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
            for (building, floor, criterion) in criteria(pack) {
                let id = CriterionId::new(&criterion.id);
                let rating = rating(&criterion.id, building.id.as_str(), floor.level, turn, *bias);
                writer.on(rater, *quarter, id.clone(), Act::Rated(rating));
                if let Some((.., comment, link)) = evidence(turn, &criterion.id).filter(|_| *bias == 0) {
                    writer.on(rater, *quarter, id.clone(), Act::Commented((*comment).to_owned()));
                    if !link.is_empty() {
                        writer.on(rater, *quarter, id, Act::Linked((*link).to_owned()));
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

fn evidence(turn: usize, criterion: &str) -> Option<&'static (usize, &'static str, &'static str, &'static str)> {
    EVIDENCE.iter().find(|(at, of, ..)| *at == turn && *of == criterion)
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
