//! What the city is made of: pure functions that put triangles into a buffer.

pub mod annex;
pub mod bridge;
pub mod buffer;
pub mod coast;
pub mod crown;
pub mod emblem;
pub mod ground;
pub mod nature;
pub mod outline;
pub mod promise;
pub mod place;
pub mod scenery;
pub mod storey;
pub mod traffic;
pub mod weather;
pub mod tower;

pub use crate::domain::id::seed;
pub use buffer::Buffer;

/// How finely something is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Detail {
    /// As a thing among many, of which one sees no more than that it is there.
    Block,
    /// Without what is thinner than a pixel or two from where it is looked at.
    Plain,
    /// With everything.
    #[default]
    Fine,
}

impl Detail {
    /// The size in meters of the smallest things.
    fn least(self) -> f32 {
        match self {
            Self::Fine => 0.0,
            Self::Plain => 0.09,
            Self::Block => 0.34,
        }
    }

    /// A finished thing, as finely as this.
    #[must_use]
    pub fn of(self, thing: Buffer) -> Buffer {
        if self == Self::Fine { thing } else { thing.plainer(self.least()) }
    }
}

/// A sequence of numbers from 0 to 1 that is always the same for the same seed (xorshift).
#[derive(Debug, Clone)]
pub struct Dice(u32);

impl Dice {
    /// Dice that fall the same for the same seed.
    pub fn new(seed: u32) -> Self {
        Self(seed | 1)
    }

    /// The next throw, from 0 to 1.
    pub fn throw(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 >> 8) as f32 / (1 << 24) as f32
    }

    /// The next throw, from `from` to `to`.
    pub fn between(&mut self, from: f32, to: f32) -> f32 {
        from + (to - from) * self.throw()
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[(self.throw() * of.len() as f32) as usize % of.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dice_fall_alike_and_within_bounds() {
        let throws = |seed| {
            let mut dice = Dice::new(seed);
            (0..100).map(move |_| dice.throw()).collect::<Vec<_>>()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(9));
        assert!(throws(7).iter().all(|throw| (0.0..1.0).contains(throw)));
    }
}
