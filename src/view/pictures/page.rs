//! The page where one finds every picture, and what is left of the screen while one takes a photograph.

use super::Format;
use super::wish::{Kind, Photo, Picture};
use crate::domain::content::Pack;
use crate::view::intent::Intent;
use crate::view::journey::{Action, Block};
use crate::view::state::State;
use crate::view::words::Words;

/// What is left of the screen while one takes a photograph.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoView {
    /// What one can do, in a line.
    pub hint: String,
    /// Takes the picture.
    pub take: Action,
    /// Back to the city with all that lies over it.
    pub end: Action,
}

/// What one sees of the photo mode, while it is on.
pub fn photo(state: &State, words: &Words) -> Option<PhotoView> {
    let action = |name: &str, photo| Action { label: words.get(name), intent: Intent::Photo(photo) };
    state.photo.then(|| PhotoView {
        hint: words.get("photo-hint"),
        take: action("action-photo-take", Photo::Take),
        end: action("action-photo-end", Photo::End),
    })
}

/// Every picture, by what it is of.
pub fn blocks(pack: &Pack, state: &State, words: &Words) -> Vec<Block> {
    let mut blocks = vec![
        Block::Text(words.get("pictures-about")),
        Block::Heading(words.get("pictures-photo")),
        Block::List(vec![(words.get("action-photo"), Some(Intent::Photo(Photo::Begin)))]),
    ];
    let (cards, posters): (Vec<_>, Vec<_>) =
        Picture::all(pack, state).into_iter().partition(|picture| matches!(picture, Picture::Card(..)));
    for (heading, pictures) in [("pictures-card", cards), ("pictures-poster", posters)] {
        let line = |picture: Picture| (label(&picture, pack, words), Some(Intent::Draw(picture)));
        blocks.push(Block::Heading(words.get(heading)));
        blocks.push(Block::List(pictures.into_iter().map(line).collect()));
    }
    blocks
}

/// Everything about pictures that can be done, for who searches.
pub fn actions(pack: &Pack, state: &State, words: &Words) -> Vec<Action> {
    let photo = Action { label: words.get("action-photo"), intent: Intent::Photo(Photo::Begin) };
    let pictures = Picture::all(pack, state).into_iter();
    let pictures =
        pictures.map(|picture| Action { label: label(&picture, pack, words), intent: Intent::Draw(picture) });
    [photo].into_iter().chain(pictures).collect()
}

fn label(picture: &Picture, pack: &Pack, words: &Words) -> String {
    let named = |name: &str, of: Option<&str>| words.with(name, &[("name", of.unwrap_or_default().into())]);
    match picture {
        Picture::Card(Format::Landscape, Kind::Png) => words.get("card-landscape-png"),
        Picture::Card(Format::Landscape, Kind::Svg) => words.get("card-landscape-svg"),
        Picture::Card(Format::Story, Kind::Png) => words.get("card-story-png"),
        Picture::Card(Format::Story, Kind::Svg) => words.get("card-story-svg"),
        Picture::Level(id) => {
            named("poster-level", pack.level_index(id).map(|index| pack.levels()[index].name.as_str()))
        }
        Picture::Building(id) => named("poster-building", pack.building(id).map(|building| building.name.as_str())),
    }
}
