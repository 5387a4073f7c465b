//! What one can want of an assessment.

use crate::domain::assess::{Quarter, Rating, Role, StartMonth};
use crate::domain::id::{CriterionId, LevelId};
use crate::view::intent::Step;
use serde::{Deserialize, Serialize};

/// What a person wants of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assess {
    /// This rating, in the quarter that is shown. In a closed one it is written down as a correction.
    Rate(CriterionId, Rating),
    /// The rating of the quarter that is shown taken away.
    Unrate(CriterionId),
    /// Why a rating in a closed quarter was corrected.
    Explain(CriterionId, String),
    /// Evidence in words; an empty text removes it.
    Comment(CriterionId, String),
    /// Evidence elsewhere.
    AddLink(CriterionId, String),
    /// Evidence elsewhere taken away.
    RemoveLink(CriterionId, String),
    /// The mark on a criterion, for the keys.
    Mark(CriterionId),
    /// The mark on the next criterion of the open floor.
    MarkNext,
    /// The quarter that is shown, closed.
    CloseQuarter,
    /// The city as it was in a quarter.
    ShowQuarter(Quarter),
    /// The city a quarter further or back.
    StepQuarter(Step),
    /// The city as it is now.
    ShowNow,
    /// The level that one thinks one is at.
    Believe(LevelId),
    /// The level that one wants to be at in so many months, or none.
    Target(u8, Option<LevelId>),
    /// Whether a phase is complete.
    Phase(u32, bool),
    /// Whether something that goes with the step to a level is done.
    Also(LevelId, usize, bool),
    /// The lowest score that counts as satisfied.
    SetSatisfied(u8),
    /// The month in which a year starts.
    SetStart(StartMonth),
    /// To rate in this role, under this name.
    RateAs(Role, String),
    /// To try ratings without writing them down, or to forget what was tried.
    Try(bool),
    /// Somebody else's ratings beside one's own: by their place among those who have rated.
    Beside(usize),
    /// Whether own ratings are held against what was recalled.
    Calibrate(bool),
    /// Whether the whole ladder stands, or what was rated.
    ShowWhole(bool),
    /// A page.
    Open(Page),
    /// A file of it.
    Export(Document),
    /// What a file holds.
    Import(String),
    /// A year that somebody made up, to look at.
    Example,
}

/// A page of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Page {
    /// The level, in words.
    Level,
    /// What is missing on the way to the nearest target.
    Missing,
    /// The quarters.
    Quarters,
    /// Two people side by side.
    Beside,
    /// A plot.
    Chart(Chart),
    /// Own ratings against what was recalled.
    Calibration,
    /// How the ladder is meant.
    About,
    /// Who rates, what counts, and files.
    Setup,
}

/// A plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chart {
    /// A dot a criterion, by area.
    Dots,
    /// A small one for every area and level, over the quarters.
    Quarters,
    /// Level by area.
    Strip,
    /// An axis an area, for those who ask for it.
    Radar,
}

impl Chart {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Strip, Self::Dots, Self::Quarters, Self::Radar];
}

/// A file of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Document {
    /// The complete record.
    Json,
    /// The ratings as a table.
    Csv,
    /// The assessment as text.
    Markdown,
    /// The assessment as a page that can be printed.
    Html,
    /// The page for the conversation of two.
    Conversation,
    /// A plot as a drawing.
    Svg(Chart),
    /// A plot as a picture.
    Png(Chart),
}

impl Document {
    /// What of an assessment it is, as a part of the file's name: no file takes the place of another one.
    pub fn part(self) -> &'static str {
        match self {
            Self::Json | Self::Csv | Self::Markdown | Self::Html => "",
            Self::Conversation => "-conversation",
            Self::Svg(chart) | Self::Png(chart) => match chart {
                Chart::Dots => "-dots",
                Chart::Quarters => "-quarters",
                Chart::Strip => "-strip",
                Chart::Radar => "-radar",
            },
        }
    }

    /// How the name of the file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Html | Self::Conversation => "html",
            Self::Svg(_) => "svg",
            Self::Png(_) => "png",
        }
    }
}
