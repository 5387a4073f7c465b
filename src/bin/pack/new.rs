//! `pack new`: a small pack that says in its own texts how it is made.

use laddertown::domain::id::is_slug;
use std::path::{Path, PathBuf};

use crate::{Answer, Outcome};

/// Makes a folder with a small pack that is explained line by line and has nothing wrong with it
#[derive(clap::Args)]
pub struct Arguments {
    /// The pack's id and the name of its folder: lower-case letters, digits and single hyphens
    name: String,
    /// Where to make the folder
    #[arg(long = "in", default_value = ".")]
    place: PathBuf,
}

/// Paths within the pack, and the texts there; `{id}` and `{title}` stand for the pack's own.
const FILES: [(&str, &str); 4] = [
    ("pack.ron", include_str!("template/pack.ron")),
    ("glossary.ron", include_str!("template/glossary.ron")),
    ("first-steps/district.ron", include_str!("template/district.ron")),
    ("first-steps/kitchen.ron", include_str!("template/building.ron")),
];

pub fn new(arguments: &Arguments) -> Answer {
    let name = &arguments.name;
    if !is_slug(name) {
        let shown = name.escape_debug();
        return Answer::unusable(format!("`{shown}` is no id: lower-case letters, digits and single hyphens, 1 to 64"));
    }
    let folder = arguments.place.join(name);
    let shown = folder.display().to_string();
    match make(&folder, name) {
        Ok(()) => Answer::clean(format!("{shown} is made; `pack check {shown}` looks at it\n")),
        Err(error) => Answer { outcome: Outcome::Unusable, out: String::new(), err: format!("{shown}: {error}\n") },
    }
}

#[expect(clippy::disallowed_methods, reason = "a tool of the command line writes files")]
fn make(folder: &Path, id: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(folder.parent().unwrap_or(folder))?;
    // What is there already is nobody's to overwrite.
    std::fs::create_dir(folder)?;
    std::fs::create_dir(folder.join("first-steps"))?;
    for (path, text) in FILES {
        std::fs::write(folder.join(path), text.replace("{id}", id).replace("{title}", &title(id)))?;
    }
    Ok(())
}

/// `my-city` is called "My City"; of a long one as much as a title may hold.
fn title(id: &str) -> String {
    let words = id.split('-').map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect::<Vec<_>>().join(" ").chars().take(60).collect::<String>().trim_end().to_owned()
}
