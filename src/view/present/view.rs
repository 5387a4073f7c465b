//! What a room sees of a showing, and what its speaker sees.

use super::show::{Beat, Running, Show};
use super::wish::Present;
use crate::domain::content::tour::{At, Stop, Text};
use crate::domain::content::{Body, Pack};
use crate::view::intent::Intent;
use crate::view::journey::{Action, Block};
use crate::view::link::{self, Link};
use crate::view::state::State;
use crate::view::words::Words;

/// What the room sees over the city. No text of it is small print.
#[derive(Debug, Clone, PartialEq)]
pub struct ShowView {
    /// The dark screen: nothing else is drawn.
    pub blank: bool,
    /// In large letters.
    pub caption: String,
    /// What the room guesses.
    pub question: Option<QuestionView>,
    /// What the room is told once it has guessed.
    pub told: Option<String>,
    /// Texts of the floor, behind the answer.
    pub texts: Vec<Block>,
    /// A link to this stop as a code, and in words.
    pub code: Option<CodeView>,
    /// Back to the stop nearest to where one has strayed.
    pub resume: Option<Action>,
    /// For the mouse and for touch: small, at the edge.
    pub controls: Vec<Action>,
}

/// A question to the room.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionView {
    /// What is asked.
    pub ask: String,
    /// What hands are raised for.
    pub answers: Vec<AnswerView>,
}

/// An answer to a question, and who raised a hand for it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerView {
    /// What it says.
    pub text: String,
    /// Raised hands.
    pub hands: u16,
    /// Of all hands raised for any answer, from 0 to 1; 0 while there are none.
    pub share: f32,
    /// Whether it holds; not known before the room is told, nor of an opinion.
    pub right: Option<bool>,
    /// One hand more.
    pub more: Intent,
    /// One hand less.
    pub fewer: Intent,
}

/// A link as a code.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeView {
    /// The link.
    pub link: String,
    /// Modules an edge, without the quiet zone around them.
    pub width: usize,
    /// Row by row, whether a module is dark; `width` times `width` of them.
    pub dark: Vec<bool>,
}

/// What the speaker sees, in a window of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeakerView {
    /// The tour's title.
    pub title: String,
    /// The number of the present stop, from 1, and how many there are.
    pub place: (usize, usize),
    /// What the room reads.
    pub caption: String,
    /// What to say, in paragraphs with the markup of `markup.rs`.
    pub notes: String,
    /// What the room guesses, with its hands.
    pub question: Option<QuestionView>,
    /// What the room is, or will be, told.
    pub told: Option<String>,
    /// The caption of the next stop; nothing at the last one.
    pub next: Option<String>,
    /// When the showing began, in seconds since 1970: a clock counts from there.
    pub began: u64,
    /// When the present beat began and how long it may take, in seconds.
    pub beat: (u64, u32),
    /// Whether the room's screen is dark.
    pub blank: bool,
    /// All that can be done.
    pub controls: Vec<Action>,
    /// Every stop, to jump to: its caption, and whether it is the present one.
    pub stops: Vec<(Action, bool)>,
}

/// What the room sees, while a tour is shown.
pub fn show(pack: &Pack, state: &State, words: &Words) -> Option<ShowView> {
    let show = state.show.as_ref()?;
    let (stop, is_told) = (show.stop(), show.beat == Beat::Told);
    let is_here = is_told && show.city(show.stop) == pack.id();
    Some(ShowView {
        blank: show.blank,
        caption: stop.caption.clone(),
        question: question(show, is_told),
        told: stop.question.as_ref().filter(|_| is_told).map(|question| question.reveal.clone()),
        texts: if is_here { texts(pack, stop, words) } else { Vec::new() },
        code: show.code.then(|| code(show, &state.home)).flatten(),
        resume: (show.running == Running::Strayed).then(|| action("tour-resume", Present::Resume, words)),
        controls: controls(show, [("tour-code", Present::Code), ("tour-speaker", Present::Speaker)], words),
    })
}

/// What the speaker sees, while a tour is shown.
pub fn speaker(state: &State, words: &Words) -> Option<SpeakerView> {
    let show = state.show.as_ref()?;
    let (stop, stops) = (show.stop(), &show.tour.stops);
    let strayed = show.running == Running::Strayed;
    let resume = strayed.then(|| action("tour-resume", Present::Resume, words));
    let more = [
        ("tour-first", Present::First),
        ("tour-last", Present::Last),
        ("tour-restart", Present::Restart),
        ("tour-code", Present::Code),
    ];
    let jump = |(place, stop): (usize, &Stop)| {
        let label =
            words.with("tour-jump", &[("number", (place + 1).into()), ("caption", stop.caption.as_str().into())]);
        (Action { label, intent: Intent::Present(Present::Jump(place + 1)) }, place == show.stop)
    };
    Some(SpeakerView {
        title: show.tour.title.clone(),
        place: (show.stop + 1, stops.len()),
        caption: stop.caption.clone(),
        notes: stop.notes.clone(),
        question: question(show, true),
        told: stop.question.as_ref().map(|question| question.reveal.clone()),
        next: stops.get(show.stop + 1).map(|next| next.caption.clone()),
        began: show.began,
        beat: (show.beat_began, show.beat_secs()),
        blank: show.blank,
        controls: resume.into_iter().chain(controls(show, more, words)).collect(),
        stops: stops.iter().enumerate().map(jump).collect(),
    })
}

fn action(name: &str, wish: Present, words: &Words) -> Action {
    Action { label: words.get(name), intent: Intent::Present(wish) }
}

/// What is wanted most while one speaks first, then more, and the way out last.
fn controls<const N: usize>(show: &Show, more: [(&str, Present); N], words: &Words) -> Vec<Action> {
    let next = if show.beat == Beat::Ask { "tour-answer" } else { "tour-next" };
    let auto = if show.running == Running::Auto { "tour-led" } else { "tour-auto" };
    let blank = if show.blank { "tour-light" } else { "tour-dark" };
    let most = [
        ("tour-previous", Present::Previous),
        (next, Present::Next),
        (blank, Present::Blank),
        (auto, Present::Autoplay),
    ];
    let least = [("tour-projector", Present::Projector), ("tour-end", Present::End)];
    most.into_iter().chain(more).chain(least).map(|(name, wish)| action(name, wish, words)).collect()
}

/// The question of the present stop with its hands, and with its answer for who may know it.
fn question(show: &Show, may_know: bool) -> Option<QuestionView> {
    let question = show.stop().question.as_ref()?;
    let hands = &show.hands[show.stop];
    let all: u32 = hands.iter().copied().map(u32::from).sum();
    let wish = |place, hands| Intent::Present(Present::Hands(place, hands));
    let answer = |(place, (text, hands)): (usize, (&String, &u16))| AnswerView {
        text: text.clone(),
        hands: *hands,
        share: if all == 0 { 0.0 } else { f32::from(*hands) / all as f32 },
        right: question.right.filter(|_| may_know).map(|right| right == place),
        more: wish(place, hands.saturating_add(1)),
        fewer: wish(place, hands.saturating_sub(1)),
    };
    let answers = question.answers.iter().zip(hands).enumerate().map(answer);
    Some(QuestionView { ask: question.ask.clone(), answers: answers.collect() })
}

/// The texts of a floor that a stop shows.
fn texts(pack: &Pack, stop: &Stop, words: &Words) -> Vec<Block> {
    let Some(At::Floor(floor)) = &stop.at else { return Vec::new() };
    let Some(Body::Lesson(lesson)) = pack.floor(floor).map(|(_, floor)| &floor.body) else { return Vec::new() };
    let text = |text: &Text| match text {
        Text::Know => ("part-know", &lesson.know),
        Text::Assume => ("part-assume", &lesson.assume),
        Text::Learn => ("part-learn", &lesson.learn),
        Text::Prose => ("part-prose", &lesson.prose),
    };
    let blocks = |(heading, text): (&str, &String)| [Block::Heading(words.get(heading)), Block::Text(text.clone())];
    stop.texts.iter().map(text).filter(|(_, text)| !text.trim().is_empty()).flat_map(blocks).collect()
}

/// A link to the present stop as a code.
fn code(show: &Show, home: &str) -> Option<CodeView> {
    link::code(&Link::to(show).address(home))
}
