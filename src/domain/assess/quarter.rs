//! A quarter of a year: by the calendar, or by a year that starts in another month.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The month in which a year starts, from 1: January by the calendar, another one where the books say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "i8", into = "i8")]
pub struct StartMonth(i8);

impl StartMonth {
    /// January.
    pub const CALENDAR: Self = Self(1);

    /// The month of that number, or the nearest there is.
    pub fn new(month: i8) -> Self {
        Self(month.clamp(1, 12))
    }

    /// From 1 to 12.
    pub fn month(self) -> i8 {
        self.0
    }
}

impl Default for StartMonth {
    fn default() -> Self {
        Self::CALENDAR
    }
}

impl From<i8> for StartMonth {
    fn from(month: i8) -> Self {
        Self::new(month)
    }
}

impl From<StartMonth> for i8 {
    fn from(start: StartMonth) -> Self {
        start.0
    }
}

/// A quarter, by its first day. It is written by its first month, such as `2026-07`, and stays the same quarter when
/// the books begin to count from another month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter(Date);

/// How many months a quarter has.
const MONTHS: i8 = 3;

impl Quarter {
    /// The quarter of a moment, in seconds since 1970, by the day in Greenwich.
    pub fn at(now: u64, start: StartMonth) -> Self {
        let now = i64::try_from(now).ok().and_then(|now| Timestamp::from_second(now).ok());
        Self::of(now.unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(TimeZone::UTC).date(), start)
    }

    /// The quarter of a day.
    pub fn of(day: Date, start: StartMonth) -> Self {
        let since = (day.month() - start.0).rem_euclid(MONTHS);
        let first = day.first_of_month();
        Self(first.checked_sub(since.months()).unwrap_or(first))
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        self.0
    }

    /// The one behind it.
    #[must_use]
    pub fn next(self) -> Self {
        self.after(MONTHS)
    }

    /// The quarter so many months behind it.
    #[must_use]
    pub fn after(self, months: i8) -> Self {
        Self(self.0.checked_add(months.months()).unwrap_or(self.0))
    }

    /// The one before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.checked_sub(MONTHS.months()).unwrap_or(self.0))
    }

    /// Its number in its year, from 1 to 4, and that year. A year that does not start in January bears the number of
    /// the calendar year in which it ends.
    pub fn in_year(self, start: StartMonth) -> (i16, i8) {
        let since = (self.0.month() - start.0).rem_euclid(12);
        let started = if self.0.month() >= start.0 { self.0.year() } else { self.0.year().saturating_sub(1) };
        (started.saturating_add(i16::from(start != StartMonth::CALENDAR)), since / MONTHS + 1)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// The text is no quarter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no quarter: expected its first month, such as 2026-07")]
pub struct NotAQuarter(String);

impl FromStr for Quarter {
    type Err = NotAQuarter;

    fn from_str(text: &str) -> Result<Self, NotAQuarter> {
        let parts = text.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
        // A ladder is no older than the clock that the log is kept by.
        let day = parts.filter(|(year, _)| (1970..=9000).contains(year)).map(|(year, month)| Date::new(year, month, 1));
        day.and_then(Result::ok).map(Self).ok_or_else(|| NotAQuarter(text.to_owned()))
    }
}

impl TryFrom<String> for Quarter {
    type Error = NotAQuarter;

    fn try_from(text: String) -> Result<Self, NotAQuarter> {
        text.parse()
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[track_caller]
    fn check(day: Date, start: i8, first_month: &str, in_year: (i16, i8)) {
        let start = StartMonth::new(start);
        let quarter = Quarter::of(day, start);
        assert_eq!((quarter.to_string().as_str(), quarter.in_year(start)), (first_month, in_year));
    }

    #[test]
    fn a_calendar_year_has_quarters_from_january() {
        check(date(2026, 1, 1), 1, "2026-01", (2026, 1));
        check(date(2026, 3, 31), 1, "2026-01", (2026, 1));
        check(date(2026, 11, 21), 1, "2026-10", (2026, 4));
    }

    #[test]
    fn a_fiscal_year_bears_the_number_of_the_year_in_which_it_ends() {
        check(date(2026, 7, 1), 7, "2026-07", (2027, 1));
        check(date(2027, 6, 30), 7, "2027-04", (2027, 4));
        check(date(2026, 1, 15), 2, "2025-11", (2026, 4));
        check(date(2026, 2, 1), 2, "2026-02", (2027, 1));
    }

    #[test]
    fn a_moment_has_its_quarter() {
        assert_eq!(Quarter::at(1_795_272_556, StartMonth::CALENDAR).to_string(), "2026-10");
        assert_eq!(Quarter::at(0, StartMonth::CALENDAR).to_string(), "1970-01");
        let _ = Quarter::at(u64::MAX, StartMonth::CALENDAR);
    }

    #[test]
    fn only_months_are_quarters() {
        for text in ["", "2026", "2026-13", "2026-00", "26-01-01", "-1-01", "99999-01", "Q3"] {
            assert!(text.parse::<Quarter>().is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_quarter_holds_its_day_and_the_next_one_follows(year in 1971i16..8000, month in 1i8..=12, start in 1i8..=12) {
            let (day, start) = (date(year, month, 17), StartMonth::new(start));
            let quarter = Quarter::of(day, start);
            prop_assert!(quarter.first_day() <= day && day < quarter.next().first_day());
            prop_assert_eq!(quarter.next().previous(), quarter);
            prop_assert_eq!(Quarter::of(quarter.first_day(), start), quarter);
            prop_assert_eq!(quarter.to_string().parse(), Ok(quarter));
        }
    }
}
