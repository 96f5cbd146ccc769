//! How fast the search is. `cargo bench --bench search` runs it.
#![expect(clippy::unwrap_used, reason = "a benchmark may panic")]

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use unsent::content::model::{FaqEntry, FaqId};
use unsent::content::{Guide, load};
use unsent::rules::Recogniser;
use unsent::search::Index;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| load::open(None).guide);
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&GUIDE));
static RECOGNISER: LazyLock<Recogniser> = LazyLock::new(|| Recogniser::new(&GUIDE.messages));
static LARGE: LazyLock<Index> = LazyLock::new(|| Index::new(&large()));

/// How many texts the large guide has.
const TEXTS: usize = 10_000;

const QUERIES: [&str; 5] = [
    "wifi",
    "msg not sending",
    "cant text my frend",
    "mymessages wont sned",
    "hello can anyone please tell me why my messages are not going through to my best friend",
];

fn main() {
    LazyLock::force(&INDEX);
    LazyLock::force(&RECOGNISER);
    LazyLock::force(&LARGE);
    divan::main();
}

/// The guide with so many questions, put together from its own in turn, each with a word that only few have.
fn large() -> Guide {
    let mut guide = GUIDE.clone();
    let own = guide.faq.entries.clone();
    let entry = |number: usize| {
        let (one, other) = (&own[number % own.len()], &own[number * 7 % own.len()]);
        let rare: String =
            format!("{:05}", number / 3).bytes().map(|digit| char::from(b'a' + (digit - b'0') * 2)).collect();
        FaqEntry {
            id: FaqId::from(format!("text-{number}").as_str()),
            question: format!("{} {rare}", one.question),
            answer: other.answer.iter().take(1).cloned().collect(),
            keywords: Vec::new(),
            ..one.clone()
        }
    };
    guide.faq.entries = (0..TEXTS).map(entry).collect();
    guide
}

#[divan::bench]
fn index() -> Index {
    Index::new(black_box(&GUIDE))
}

/// What the window does at every keystroke.
#[divan::bench(args = QUERIES)]
fn keystroke(bencher: Bencher<'_, '_>, query: &str) {
    bencher.bench(|| INDEX.search(black_box(query), RECOGNISER.recognise(query).as_ref()));
}

#[divan::bench(args = QUERIES)]
fn keystroke_at_10_000_texts(bencher: Bencher<'_, '_>, query: &str) {
    bencher.bench(|| LARGE.search(black_box(query), None));
}

#[divan::bench]
fn pasted_page(bencher: Bencher<'_, '_>) {
    let page = "some words of a page and then Only friends can send messages to each other ".repeat(130);
    bencher.bench(|| INDEX.search(black_box(&page), None));
    assert!(!INDEX.search(&page, None).hits.first().unwrap().title.text.is_empty(), "something is found");
}
