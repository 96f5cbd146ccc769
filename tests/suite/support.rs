//! What the tests share.

use serde::de::DeserializeOwned;
use unsent::content::{Guide, load};
use unsent::rules::{Answers, answer};

/// The guide that is compiled in.
pub(crate) fn guide() -> Guide {
    load::open(None).guide
}

/// What a content file says.
#[track_caller]
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|mistake| panic!("{mistake}"))
}

/// Answers from `question=option` words.
#[track_caller]
pub(crate) fn answers(guide: &Guide, words: &[&str]) -> Answers {
    let mut answers = Answers::default();
    for word in words {
        let (question, option) = word.split_once('=').unwrap();
        answer(guide, &mut answers, question, option).unwrap_or_else(|mistake| panic!("{mistake}"));
    }
    answers
}

/// A small source of numbers that look random and are the same in every run (`SplitMix64`).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }
}
