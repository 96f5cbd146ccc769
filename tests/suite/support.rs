//! What the tests share.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use unsent::content::Guide;
use unsent::content::model::{Manifest, MessageList, QuestionList, RuleBook};
use unsent::rules::{Answers, answer};

/// The guide's checker: questions, rules and messages. Topics, FAQ and phone are left out.
pub(crate) fn guide() -> Guide {
    Guide {
        manifest: read::<Manifest>("guide.ron"),
        topics: Vec::new(),
        faq: Default::default(),
        questions: read::<QuestionList>("questions.ron").questions,
        rules: read::<RuleBook>("rules.ron"),
        messages: read::<MessageList>("messages.ron").messages,
        phone: Default::default(),
    }
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(name)).unwrap();
    parse(&text)
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
