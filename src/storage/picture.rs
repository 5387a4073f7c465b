//! A drawing becomes a picture. In the browser the page does that.

use resvg::tiny_skia::{IntSize, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// So many pixels a point.
const SHARP: f32 = 2.0;
/// A picture has at most so many pixels along an edge: a ladder can be of any length.
const MOST: f32 = 16_000.0;
/// And at most so many in all.
const MOST_IN_ALL: f32 = 64e6;
/// The face in which the panels are written, too.
const FACE: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// And those that pictures of the city have beside it.
const MORE_FACES: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../../assets/fonts/Fraunces-SemiBold.ttf"),
];

/// The picture of a drawing, as a PNG.
///
/// # Errors
/// Why it cannot be made, in words.
pub fn png(svg: &str) -> Result<Vec<u8>, String> {
    let mut options = Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_font_data(FACE.to_vec());
    let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(family, _)| family.clone());
    fonts.set_sans_serif_family(family.unwrap_or_default());
    for face in MORE_FACES {
        fonts.load_font_data(face.to_vec());
    }
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = SHARP.min(MOST / width).min(MOST / height).min((MOST_IN_ALL / width / height).sqrt());
    let edge = |points: f32| (points * scale).ceil() as u32;
    let mut picture = Pixmap::new(edge(width), edge(height)).ok_or("it has no size")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| error.to_string())
}

/// A photograph as a PNG, of pixels that are all opaque.
///
/// # Errors
/// Why it cannot be made, in words.
pub fn photo(width: u32, height: u32, rgba: Vec<u8>) -> Result<Vec<u8>, String> {
    let size = IntSize::from_wh(width, height).ok_or("it has no size")?;
    let picture = Pixmap::from_vec(rgba, size).ok_or("it has not as many pixels as it says")?;
    picture.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;
    use crate::view::assess::{Chart, charts};
    use crate::view::{State, Words};

    #[test]
    fn every_plot_becomes_a_picture_with_words_in_it() {
        let (pack, words) = (packs::shipped("engineering-levels").expect("shipped"), Words::english());
        for chart in Chart::ALL {
            let plot = charts::plot(&pack, &State::default(), chart, &words).expect("a plot");
            let svg = plot.drawing.svg(&plot.title, &plot.note);
            let picture = png(&svg).expect("a picture");
            assert!(picture.starts_with(b"\x89PNG"));
            let mute = png(&svg.replace("<text", "<g").replace("</text", "</g")).expect("a picture");
            assert!(picture.len() > mute.len(), "{chart:?}");
        }
    }

    #[test]
    fn a_photograph_keeps_its_pixels() {
        let pixels = vec![10, 20, 30, 255, 40, 50, 60, 255];
        let bytes = photo(2, 1, pixels.clone()).expect("a picture");
        assert_eq!(Pixmap::decode_png(&bytes).expect("a picture").data(), pixels);
        assert!(photo(2, 2, pixels).is_err());
    }

    #[test]
    fn what_is_no_drawing_is_refused_and_a_vast_one_is_made_small() {
        assert!(png("").is_err());
        let drawing = |size: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' width='{size}' height='9'/>");
        assert!(png(&drawing("1e9")).is_ok());
        assert!(png(&drawing("0")).is_err());
    }
}
