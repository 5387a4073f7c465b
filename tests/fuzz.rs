//! Whatever a stranger sends is answered: the corpus of `tests/fuzz`, and some hundred texts made from it, always
//! the same ones. The long run of the same targets is `cargo +nightly fuzz run --fuzz-dir tests/fuzz <target>`.

#[path = "fuzz/targets.rs"]
mod targets;

/// Texts made from the corpus, a target.
const ROUNDS: usize = 600;

/// What is put into a text: what the formats are made of, and what has gone wrong elsewhere.
const PIECES: [&str; 28] = [
    "(", ")", "[", "]", "{", "}", ",", ":", "\"", "r#\"", "\"#", "/*", "//", "\\u{202E}", "\u{202E}", "\u{1B}[2J", "`",
    "Some(", "#![enable(implicit_some)]", "18446744073709551616", "-1", "NaN", "1e999", "../../etc/passwd",
    "<script>alert(1)</script>", "\0", "\u{10FFFF}", "\"pack.ron\": ",
];

/// Numbers that look thrown and are not (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn range(&mut self, end: usize) -> std::ops::Range<usize> {
        let (a, b) = (self.below(end + 1), self.below(end + 1));
        // Short ones mostly: a text that has lost its half seldom gets far.
        let length = if self.below(4) > 0 { a.abs_diff(b).min(12) } else { a.abs_diff(b) };
        a.min(b)..a.min(b) + length
    }

    /// One change to a text, with another one at hand.
    fn change(&mut self, text: &mut Vec<u8>, other: &[u8]) {
        let range = self.range(text.len());
        match self.below(5) {
            0 => drop(text.drain(range)),
            1 => {
                let copy = text[range.clone()].to_vec();
                text.splice(range.start..range.start, copy);
            }
            2 => drop(text.splice(range, other[self.range(other.len())].iter().copied())),
            3 if !text.is_empty() => {
                let at = self.below(text.len());
                text[at] = self.below(128) as u8;
            }
            _ => drop(text.splice(range.start..range.start, PIECES[self.below(PIECES.len())].bytes())),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "it reads the corpus, on a machine that has it")]
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = format!("tests/fuzz/corpus/{target}");
    let mut paths: Vec<_> = std::fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{folder} is empty");
    paths.iter().map(|path| std::fs::read(path).expect("a file")).collect()
}

#[test]
fn every_target_comes_back_from_everything_that_was_kept() {
    for (name, _) in targets::ALL {
        for data in corpus(name) {
            targets::run(name, &data);
        }
    }
}

#[test]
fn every_target_comes_back_from_what_is_made_of_it() {
    for (name, _) in targets::ALL {
        let corpus = corpus(name);
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        for _ in 0..ROUNDS {
            let mut data = corpus[dice.below(corpus.len())].clone();
            for _ in 0..=dice.below(4) {
                let other = &corpus[dice.below(corpus.len())];
                dice.change(&mut data, other);
            }
            targets::run(name, &data);
        }
    }
}
