//! A plot as plain shapes: a panel paints them, a file holds them as SVG, and a table says the same in words.

use crate::view::palette::{PEOPLE, Paint, SHARES};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A plot with its twin.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// What it shows.
    pub title: String,
    /// How to read it, and what not to read into it.
    pub note: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The same for who does not see it.
    pub table: Table,
}

/// What is drawn, in points from the upper left corner.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// Its size.
    pub size: [f32; 2],
    /// From the hindmost to the foremost.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A line of this width.
    Line([f32; 2], [f32; 2], f32, Ink),
    /// A filled rectangle: its corner and its size.
    Rect([f32; 2], [f32; 2], Ink),
    /// A disk: its middle and radius.
    Disk([f32; 2], f32, Ink),
    /// A ring.
    Ring([f32; 2], f32, Ink),
    /// A square on its corner: its middle and half its width.
    Diamond([f32; 2], f32, Ink),
    /// A closed line through these points.
    Outline(Vec<[f32; 2]>, Ink),
    /// A text at the height of its middle.
    Text([f32; 2], Side, String, Ink),
}

/// Which end of a text is at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum Side {
    Left,
    Middle,
    Right,
}

/// What something is drawn with. A panel has its own text and lines; the others are the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Of texts.
    Text,
    /// Of texts that step back.
    Soft,
    /// Of lines that merely lead the eye.
    Faint,
    /// Of the first or second person.
    Person(usize),
    /// A share, in sixths.
    Share(usize),
    /// A text on a share.
    OnShare(usize),
}

/// From this share on a text stands out in white.
const DARK: usize = 4;

/// How large a text is, in points.
pub const TEXT: f32 = 12.0;

impl Ink {
    /// The color where it is the same everywhere.
    pub fn paint(self) -> Option<Paint> {
        match self {
            Self::Text | Self::Soft | Self::Faint => None,
            Self::Person(person) => Some(PEOPLE[person % PEOPLE.len()]),
            Self::Share(sixths) => Some(SHARES[sixths.min(SHARES.len() - 1)]),
            Self::OnShare(sixths) if sixths < DARK => Some(Paint::hex(0x1B1B1B)),
            Self::OnShare(_) => Some(Paint::hex(0xFFFFFF)),
        }
    }

    /// The color on white paper.
    fn on_paper(self) -> String {
        let paint = self.paint().unwrap_or(match self {
            Self::Soft => Paint::hex(0x555555),
            Self::Faint => Paint::hex(0xC8C8C8),
            _ => Paint::hex(0x1B1B1B),
        });
        let [red, green, blue] = paint.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Rows of text under a head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows; the first cell of each names it.
    pub rows: Vec<Vec<String>>,
}

impl Drawing {
    /// The drawing as a file.
    pub fn svg(&self, title: &str, note: &str) -> String {
        let drawing = self.element(title, note);
        html! { (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")) (drawing) }.into_string()
    }

    /// The drawing as part of a page.
    pub fn element(&self, title: &str, note: &str) -> Markup {
        let [width, height] = self.size;
        html! {
            svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(format!("0 0 {width} {height}"))
                role="img" font-family="sans-serif" font-size=(TEXT) {
                title { (title) }
                desc { (note) }
                rect width=(width) height=(height) fill="#ffffff" {}
                @for shape in &self.shapes { (shape.svg()) }
            }
        }
    }
}

impl Shape {
    fn svg(&self) -> Markup {
        match self {
            Self::Line([x1, y1], [x2, y2], width, ink) => html! {
                line x1=(x1) y1=(y1) x2=(x2) y2=(y2) stroke=(ink.on_paper()) stroke-width=(width) {}
            },
            Self::Rect([x, y], [width, height], ink) => html! {
                rect x=(x) y=(y) width=(width) height=(height) fill=(ink.on_paper()) {}
            },
            Self::Disk([x, y], radius, ink) => html! { circle cx=(x) cy=(y) r=(radius) fill=(ink.on_paper()) {} },
            Self::Ring([x, y], radius, ink) => html! {
                circle cx=(x) cy=(y) r=(radius) fill="none" stroke=(ink.on_paper()) stroke-width="1.6" {}
            },
            Self::Diamond([x, y], half, ink) => {
                Self::Outline(vec![[x - half, *y], [*x, y - half], [x + half, *y], [*x, y + half]], *ink).svg()
            }
            Self::Outline(points, ink) => {
                let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
                html! { polygon points=(points.join(" ")) fill="none" stroke=(ink.on_paper()) stroke-width="1.6" {} }
            }
            Self::Text([x, y], side, text, ink) => {
                let anchor = match side {
                    Side::Left => "start",
                    Side::Middle => "middle",
                    Side::Right => "end",
                };
                html! {
                    text x=(x) y=(y) text-anchor=(anchor) dominant-baseline="central" fill=(ink.on_paper()) { (text) }
                }
            }
        }
    }
}

impl Table {
    /// The table as part of a page, under the title of its plot.
    pub fn element(&self, title: &str) -> Markup {
        html! {
            table {
                caption { (title) }
                thead { tr { @for name in &self.head { th scope="col" { (name) } } } }
                tbody {
                    @for row in &self.rows {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A whole page that can be printed, with nothing in it that runs.
pub fn printed(language: &str, title: &str, body: &Markup) -> String {
    const STYLE: &str = "body{font:15px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}\
        h1,h2,h3{font-family:sans-serif;line-height:1.2}h2{margin-top:2rem;border-bottom:1px solid #c8c8c8}\
        table{border-collapse:collapse;width:100%;font-size:.85rem}caption{text-align:left;font-weight:bold}\
        th,td{text-align:left;vertical-align:top;border:1px solid #c8c8c8;padding:.2rem .4rem}svg{max-width:100%;height:auto}\
        .far{border-left:4px solid #d55e00;padding-left:.6rem}.line{border-bottom:1px solid #1b1b1b;height:1.6rem}\
        section{break-inside:avoid}@media print{body{margin:0;max-width:none}}";
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_well_formed_and_runs_nothing() {
        let shapes = vec![
            Shape::Text([1.0, 2.0], Side::Middle, "<script>alert(1)</script> & \"x\"".to_owned(), Ink::Text),
            Shape::Diamond([5.0, 5.0], 3.0, Ink::Person(1)),
        ];
        let svg = Drawing { size: [10.0, 10.0], shapes }.svg("A < B", "note");
        assert!(svg.starts_with("<?xml"));
        assert!(!svg.contains("<script"), "{svg}");
        assert!(svg.contains("<title>A &lt; B</title>"));
        assert_eq!(svg.matches("<polygon").count(), svg.matches("</polygon>").count());
    }

    /// As WCAG counts it.
    fn luminance(paint: Paint) -> f32 {
        let [red, green, blue] = paint.rgb.map(|channel| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn a_text_stands_out_from_its_share() {
        for share in 0..SHARES.len() {
            let pair = [Ink::Share(share), Ink::OnShare(share)].map(|ink| luminance(ink.paint().expect("a color")));
            let contrast = (pair[0].max(pair[1]) + 0.05) / (pair[0].min(pair[1]) + 0.05);
            assert!(contrast >= 4.5, "{share}: {contrast}");
        }
    }

    #[test]
    fn shares_grow_darker_step_by_step() {
        let lightness = |paint: &Paint| paint.rgb.iter().map(|channel| u32::from(*channel)).sum::<u32>();
        assert!(SHARES.iter().map(lightness).is_sorted_by(|lighter, darker| lighter > &(darker + 40)));
    }
}
