//! A tour that is being shown.

use crate::domain::content::tour::{Stop, Tour};
use std::sync::Arc;

/// A tour that is being shown. It outlives the city that it began in, since its stops may lead to others.
#[derive(Debug, Clone, PartialEq)]
pub struct Show {
    /// What is shown.
    pub tour: Arc<Tour>,
    /// The pack that the tour belongs to.
    pub pack: String,
    /// Index of the present stop.
    pub stop: usize,
    /// How far that stop is.
    pub beat: Beat,
    /// Whether it goes on by itself.
    pub running: Running,
    /// Whether the screen is dark.
    pub blank: bool,
    /// Whether the code of a link to this stop is shown.
    pub code: bool,
    /// Raised hands by stop and answer, as the presenter counted them.
    pub hands: Vec<Vec<u16>>,
    /// When it began, in seconds since 1970.
    pub began: u64,
    /// When the present beat began, in seconds since 1970.
    pub beat_began: u64,
}

/// How far a stop is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Beat {
    /// The question is put; the room guesses.
    Ask,
    /// The answer is given; where there is no question, the stop is shown.
    #[default]
    Told,
}

/// Whether a tour goes on by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Running {
    /// The presenter leads.
    #[default]
    Led,
    /// It goes on when a beat's time is up.
    Auto,
    /// Somebody did something else meanwhile: it waits to be resumed.
    Strayed,
}

impl Show {
    /// The present stop.
    pub fn stop(&self) -> &Stop {
        &self.tour.stops[self.stop]
    }
}
