//! trial
use crate::support::{Numbers, guide};
use std::fs;
use std::path::Path;
use unsent::search::{
    Index,
    quality::{Rates, place, quality},
};

fn mistyped(text: &str, numbers: &mut Numbers) -> String {
    let letters: Vec<char> = text.chars().collect();
    loop {
        let at = numbers.below(letters.len());
        if !letters[at].is_alphabetic() {
            continue;
        }
        let mut new = letters.clone();
        let letter = char::from(b'a' + u8::try_from(numbers.below(26)).unwrap());
        match numbers.below(4) {
            0 => {
                new.remove(at);
            }
            1 => new.insert(at, letter),
            2 => new[at] = letter,
            _ if at + 1 < new.len() && new[at + 1].is_alphabetic() => new.swap(at, at + 1),
            _ => continue,
        }
        if new != letters {
            return new.into_iter().collect();
        }
    }
}

#[test]
fn trial() {
    let guide = guide();
    let index = Index::new(&guide);
    let file = std::env::var("QUERIES").unwrap_or("tests/data/held-out.txt".into());
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let show = std::env::var("SHOW").is_ok();
    let mut plain = Rates::default();
    let mut typo = Rates::default();
    let mut numbers = Numbers(7);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (topic, queries) = line.split_once(": ").unwrap();
        for query in queries.split(" | ") {
            let (at, empty) = place(&index, query, &topic.into());
            plain.count(at, empty);
            if show && at != Some(0) {
                let hits: Vec<String> = index
                    .search(query, None)
                    .hits
                    .iter()
                    .take(3)
                    .map(|h| format!("{}:{}", h.kind.as_str(), h.topic.as_ref().unwrap()))
                    .collect();
                println!("{topic:14} {at:?} {query}   -> {}", hits.join(" "));
            }
            for _ in 0..5 {
                let slipped = mistyped(query, &mut numbers);
                let (at, empty) = place(&index, &slipped, &topic.into());
                typo.count(at, empty);
            }
        }
    }
    for (name, rates) in [("plain", plain), ("typo", typo)] {
        println!(
            "{name}: {} first {:.3} three {:.3} mrr {:.3} empty {}",
            rates.queries,
            rates.share(rates.first),
            rates.share(rates.in_three),
            rates.mrr(),
            rates.empty
        );
    }
    let q = quality(&guide, &index);
    for (kind, rates) in &q.kinds {
        println!(
            "{}: {} first {:.3} three {:.3} mrr {:.3} empty {}",
            kind.as_str(),
            rates.queries,
            rates.share(rates.first),
            rates.share(rates.in_three),
            rates.mrr(),
            rates.empty
        );
    }
    if show {
        for (query, at) in &q.missed {
            let hits: Vec<String> = index
                .search(&query.text, None)
                .hits
                .iter()
                .take(3)
                .map(|h| format!("{}:{}", h.kind.as_str(), h.topic.as_ref().unwrap()))
                .collect();
            println!("{:14} {at:?} {} -> {}", query.topic.as_str(), query.text, hits.join(" "));
        }
    }
}
