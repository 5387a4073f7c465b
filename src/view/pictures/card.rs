//! The skyline card: the player's city as a picture to be framed, with its title below.

use super::art::{Art, Point, hex};
use super::scene::{self, Frame};
use super::sky;
use super::text::{self, Font, Line};
use crate::domain::content::Pack;
use crate::view::journey::risen_floors;
use crate::view::palette::hours::Hour;
use crate::view::palette::{CARD, STRATA};
use crate::view::state::State;
use crate::view::words::Words;
use maud::{PreEscaped, html};
use serde::{Deserialize, Serialize};

/// The shape of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Wide, as links are shown.
    Landscape,
    /// Tall, as a phone shows it.
    Story,
}

/// Where things lie on a card.
struct Layout {
    size: [f32; 2],
    frame: Frame,
    /// Upper edge of the bar of strata, and its height.
    bar: (f32, f32),
    lines: Vec<Line>,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Landscape, Self::Story];

    /// Its size in points.
    pub fn size(self) -> [f32; 2] {
        match self {
            Self::Landscape => [1200.0, 630.0],
            Self::Story => [1080.0, 1920.0],
        }
    }

    fn layout(self, title: &str, level: &str, floors: &str) -> Layout {
        let size = self.size();
        match self {
            Self::Landscape => {
                let (left, right) = (36.0, size[0] - 36.0);
                Layout {
                    size,
                    frame: Frame { at: [28.0, 28.0], size: [size[0] - 56.0, 486.0], rows: 3 },
                    bar: (522.0, 6.0),
                    lines: vec![
                        Line::new(title, Font::Title, 44.0, [left, 586.0], 0.0).within(right - left - 330.0),
                        Line::new(level, Font::Strong, 23.0, [right, 566.0], 1.0).within(310.0),
                        Line::new(floors, Font::Text, 19.0, [right, 595.0], 1.0).within(310.0),
                    ],
                }
            }
            Self::Story => {
                let middle = size[0] / 2.0;
                let wide = size[0] - 140.0;
                Layout {
                    size,
                    frame: Frame { at: [44.0, 44.0], size: [size[0] - 88.0, 1500.0], rows: 6 },
                    bar: (1560.0, 10.0),
                    lines: vec![
                        Line::new(title, Font::Title, 84.0, [middle, 1688.0], 0.5).within(wide),
                        Line::new(level, Font::Strong, 44.0, [middle, 1764.0], 0.5).within(wide),
                        Line::new(floors, Font::Text, 36.0, [middle, 1824.0], 0.5).within(wide),
                    ],
                }
            }
        }
    }
}

/// The card as SVG.
pub fn card(pack: &Pack, state: &State, words: &Words, format: Format) -> String {
    let standing = risen_floors(pack, state);
    let count = pack.floors().count();
    let floors = words.with("card-floors", &[("raised", standing.len().into()), ("floors", count.into())]);
    let level = &pack.levels()[state.level.min(pack.levels().len() - 1)].name;
    let Layout { size: [width, height], frame, bar, lines } = format.layout(pack.title(), level, &floors);
    let mut art = Art::default();
    art.element(&format!(r#"<rect width="{width}" height="{height}" fill="{}"/>"#, hex(CARD.paper)));
    city(&mut art, frame, pack, state);
    strata(&mut art, pack, &standing, [frame.at[0], bar.0], [frame.size[0], bar.1]);
    let label = words.with(
        "card-described",
        &[("title", pack.title().into()), ("level", level.as_str().into()), ("floors", floors.as_str().into())],
    );
    let drawing = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(format!("0 0 {width} {height}")) role="img"
            stroke-width=".4" stroke-linejoin="round" {
            title { (label) }
            (PreEscaped(art.finish()))
            @for line in &lines { (line.element()) }
        }
    };
    text::readable(&drawing.into_string())
}

/// The city alone, without paper around it, as part of a page.
pub fn picture(pack: &Pack, state: &State, words: &Words) -> String {
    let size @ [width, height] = [1144.0, 486.0];
    let mut art = Art::default();
    city(&mut art, Frame { at: [0.0; 2], size, rows: 3 }, pack, state);
    html! {
        svg.picture viewBox=(format!("0 0 {width} {height}")) role="img" stroke-width=".4" stroke-linejoin="round" {
            title { (words.with("poster-described", &[("name", pack.title().into())])) }
            (PreEscaped(art.finish()))
        }
    }
    .into_string()
}

/// The city between sky and sea, in which it is seen again.
fn city(art: &mut Art, frame: Frame, pack: &Pack, state: &State) {
    let hour = Hour::of_level(state.level);
    let paint = hour.paint();
    clip(art, frame);
    sky::behind(art, frame, hour, paint);
    // Flipped about the coast and pressed flat.
    let down = scene::coast(frame) * 1.45 + frame.size[1] * 0.02;
    art.element(&format!(r##"<use href="#city" transform="matrix(1 0 0 -.45 0 {down:.1})" opacity=".3"/>"##));
    sky::before(art, frame, paint);
    art.open(r#"id="city""#);
    scene::draw(art, frame, pack, state, paint);
    art.close();
    art.close();
}

/// The picture ends at its frame.
fn clip(art: &mut Art, Frame { at: [x, y], size: [w, h], .. }: Frame) {
    art.element(&format!(r#"<clipPath id="frame"><rect x="{x}" y="{y}" width="{w}" height="{h}"/></clipPath>"#));
    art.open(r#"clip-path="url(#frame)""#);
}

/// What was raised of each level, in the colors of its stratum: the wider, the more floors it has.
fn strata(
    art: &mut Art,
    pack: &Pack,
    standing: &std::collections::BTreeSet<crate::domain::id::FloorId>,
    [x, y]: Point,
    [wide, high]: [f32; 2],
) {
    const GAP: f32 = 4.0;
    let levels = pack.levels().len();
    let mut counts = vec![(0_usize, 0_usize); levels];
    for (_, floor) in pack.floors() {
        let count = &mut counts[floor.level];
        count.1 += 1;
        count.0 += usize::from(standing.contains(&floor.id));
    }
    counts.retain(|(_, all)| *all > 0);
    let all: usize = counts.iter().map(|(_, all)| all).sum();
    let room = wide - GAP * (counts.len().max(1) - 1) as f32;
    let mut x = x;
    for (level, (raised, of)) in counts.into_iter().enumerate() {
        let part = room * of as f32 / all.max(1) as f32;
        art.rect(CARD.faint, 1.0, [x, y], [part, high]);
        let paint = CARD.strata[level % STRATA.len()];
        art.rect(paint, 1.0, [x, y], [part * raised as f32 / of as f32, high]);
        x += part + GAP;
    }
}
