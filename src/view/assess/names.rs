//! Names of quarters, ratings, people and levels, as one reads them.

use crate::domain::assess::{Quarter, Rater, Rating, Role, StartMonth};
use crate::domain::content::Pack;
use crate::domain::content::schema::Assessment;
use crate::view::words::Words;

/// Message names of the months.
pub const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// A quarter, such as "Q4 2026", or with the month in which it begins where the year is not the calendar's.
pub fn quarter(quarter: Quarter, start: StartMonth, words: &Words) -> String {
    let (year, number) = quarter.in_year(start);
    // As text: a year has no separators.
    let values = [("number", number.into()), ("year", year.to_string().into())];
    if start == StartMonth::CALENDAR {
        return words.with("quarter-calendar", &values);
    }
    let first = quarter.first_day();
    let [number, year] = values;
    let month = month(first.month(), words);
    let values = [number, year, ("month", month.into()), ("calendar", first.year().to_string().into())];
    words.with("quarter-fiscal", &values)
}

/// A month by its number from 1.
pub fn month(month: i8, words: &Words) -> String {
    let index = usize::try_from(month).unwrap_or(1).clamp(1, 12) - 1;
    words.get(MONTHS[index])
}

/// A rating, such as "4, Can do independently".
pub fn rating(rules: &Assessment, rating: Rating, words: &Words) -> String {
    let step = rules.scale.iter().find(|step| step.score == rating.number());
    match (rating, step) {
        (Rating::NotObserved, _) => words.get("not-observed"),
        (Rating::At(score), Some(step)) => {
            let values = [("score", score.number().into()), ("label", step.label.as_str().into())];
            words.with("rating-scored", &values)
        }
        (Rating::At(score), None) => score.number().to_string(),
    }
}

/// A rating, or that there is none.
pub fn maybe_rating(rules: &Assessment, given: Option<Rating>, words: &Words) -> String {
    given.map_or_else(|| words.get("not-rated"), |given| rating(rules, given, words))
}

/// The message that names a role.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Own => "role-self",
        Role::Lead => "role-lead",
        Role::Mentor => "role-mentor",
    }
}

/// A person with the role.
pub fn rater(rater: &Rater, words: &Words) -> String {
    let role = words.get(role(rater.role));
    if rater.name.is_empty() {
        return role;
    }
    words.with("rater-named", &[("name", rater.name.as_str().into()), ("role", role.into())])
}

/// A level, or that it is none yet.
pub fn level(pack: &Pack, level: Option<usize>, words: &Words) -> String {
    level.and_then(|level| pack.levels().get(level)).map_or_else(|| words.get("no-level"), |level| level.name.clone())
}
