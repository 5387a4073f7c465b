//! Reads which paths a Rust file names: `use` trees spread out, `self` and `super` made absolute.

use proc_macro2::{Delimiter, LexError, Punct, Spacing, TokenStream, TokenTree};
use std::fmt;
use std::iter::Peekable;

/// A path of two segments or more, such as `crate::view::Intent` or `std::fs`.
#[derive(Debug)]
pub struct Path {
    /// What stands between the `::`. It begins with `crate` if it leads into the game's own library.
    pub segments: Vec<String>,
    /// Counted from 1.
    pub line: usize,
    /// Whether it stands under `#[cfg(test)]` or in a file `tests.rs`.
    pub in_test: bool,
}

impl Path {
    /// Whether the path leads to `names` or into it.
    pub fn starts_with(&self, names: &[&str]) -> bool {
        self.segments.len() >= names.len() && self.segments.iter().zip(names).all(|(segment, name)| segment == name)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.segments.join("::"))
    }
}

/// Every path that the file at `file` names; comments and strings name none.
///
/// # Errors
/// If `text` is no Rust.
pub fn paths(file: &str, text: &str) -> Result<Vec<Path>, LexError> {
    let mut reader = Reader { module: module_of(file), in_test: file.ends_with("/tests.rs"), found: Vec::new() };
    reader.read(text.parse()?);
    Ok(reader.found)
}

/// The module that a file holds: `src/city/light.rs` is `crate::city::light`. A tool under `src/bin` is a
/// crate of its own.
fn module_of(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    if inner.starts_with("bin/") {
        return vec!["bin".to_owned()];
    }
    let names = inner.split('/').filter(|name| !["mod", "lib", "main"].contains(name));
    std::iter::once("crate").chain(names).map(str::to_owned).collect()
}

struct Reader {
    module: Vec<String>,
    in_test: bool,
    found: Vec<Path>,
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

impl Reader {
    fn read(&mut self, stream: TokenStream) {
        let outside = self.in_test;
        let mut tokens = stream.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => self.read_attribute(&mut tokens),
                TokenTree::Punct(mark) if mark.as_char() == ';' => self.in_test = outside,
                TokenTree::Ident(name) if name == "mod" => self.in_test = self.read_module(&mut tokens, outside),
                TokenTree::Ident(name) => self.read_path(vec![name.to_string()], &mut tokens, name.span().start().line),
                TokenTree::Group(group) => {
                    self.read(group.stream());
                    if group.delimiter() == Delimiter::Brace {
                        self.in_test = outside;
                    }
                }
                _ => {}
            }
        }
        self.in_test = outside;
    }

    /// What follows `#[cfg(test)]` is for tests, up to the end of its item.
    fn read_attribute(&mut self, tokens: &mut Tokens) {
        tokens.next_if(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'));
        let Some(TokenTree::Group(group)) = tokens.next_if(|token| matches!(token, TokenTree::Group(_))) else {
            return;
        };
        let words = group.stream().to_string().replace(' ', "");
        self.in_test |= words == "cfg(test)" || words.starts_with("cfg(all(test,");
        self.read(group.stream());
    }

    /// Whether what follows is for tests: as before the item if the module's body stands here.
    fn read_module(&mut self, tokens: &mut Tokens, outside: bool) -> bool {
        let Some(TokenTree::Ident(name)) = tokens.next() else { return self.in_test };
        let Some(TokenTree::Group(body)) = tokens.next_if(|token| matches!(token, TokenTree::Group(_))) else {
            return self.in_test;
        };
        self.module.push(name.to_string());
        self.read(body.stream());
        self.module.pop();
        outside
    }

    /// The rest of a path whose first segments are known.
    fn read_path(&mut self, mut segments: Vec<String>, tokens: &mut Tokens, line: usize) {
        while next_is_path_mark(tokens) {
            match tokens.peek() {
                Some(TokenTree::Ident(name)) => segments.push(name.to_string()),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let entries = group.stream();
                    tokens.next();
                    return self.read_tree(&segments, entries);
                }
                _ => break,
            }
            tokens.next();
        }
        if segments.len() > 1 {
            self.found.push(Path { segments: self.absolute(&segments), line, in_test: self.in_test });
        }
    }

    /// The entries of `before::{…}`.
    fn read_tree(&mut self, before: &[String], entries: TokenStream) {
        let mut tokens = entries.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(name) if name == "as" => {
                    tokens.next();
                }
                TokenTree::Ident(name) => {
                    let line = name.span().start().line;
                    self.read_path([before, &[name.to_string()]].concat(), &mut tokens, line);
                }
                _ => {}
            }
        }
    }

    fn absolute(&self, segments: &[String]) -> Vec<String> {
        let ups = segments.iter().take_while(|segment| *segment == "super").count();
        match segments[0].as_str() {
            "crate" => [&self.module[..1], &segments[1..]].concat(),
            "laddertown" => [&["crate".to_owned()], &segments[1..]].concat(),
            "self" => [&self.module, &segments[1..]].concat(),
            "super" => [&self.module[..self.module.len().saturating_sub(ups).max(1)], &segments[ups..]].concat(),
            _ => segments.to_vec(),
        }
    }
}

/// Takes `::` if it is next.
fn next_is_path_mark(tokens: &mut Tokens) -> bool {
    let is_joint = |mark: &Punct| mark.as_char() == ':' && mark.spacing() == Spacing::Joint;
    tokens.next_if(|token| matches!(token, TokenTree::Punct(mark) if is_joint(mark))).is_some()
        && tokens.next().is_some()
}
