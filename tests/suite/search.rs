//! What the search finds: for people who type badly, paste much, or write what nobody expects.

use unsent::content::Guide;
use unsent::rules::Recogniser;
use unsent::search::quality::{Rates, place};
use unsent::search::{Hit, Index, Kind};

use crate::queries::{held_out, mistyped};
use crate::support::{Numbers, guide};

#[track_caller]
fn assert_rates(rates: &Rates, first: f32, in_three: f32) {
    let is_enough = rates.share(rates.first) >= first && rates.share(rates.in_three) >= in_three;
    assert!(is_enough, "first {}, in three {}", rates.share(rates.first), rates.share(rates.in_three));
}

#[test]
fn people_find_their_card_in_their_own_words() {
    let index = Index::new(&guide());
    let mut rates = Rates::default();
    for (topic, query) in held_out() {
        let (place, is_guess) = place(&index, &query, &topic.as_str().into());
        rates.count(place, is_guess);
    }
    assert_rates(&rates, 0.88, 0.98);
    assert_eq!(rates.empty, 0);
}

#[test]
fn one_more_typing_mistake_costs_little() {
    let index = Index::new(&guide());
    let mut rates = Rates::default();
    let mut numbers = Numbers(7);
    for (topic, query) in held_out() {
        for _ in 0..2 {
            let (place, is_guess) = place(&index, &mistyped(&query, &mut numbers), &topic.as_str().into());
            rates.count(place, is_guess);
        }
    }
    assert_rates(&rates, 0.82, 0.95);
}

#[test]
fn a_slip_in_a_long_keyword_leaves_its_card_among_the_first_three_hits() {
    let guide = guide();
    let index = Index::new(&guide);
    let mut numbers = Numbers(11);
    for topic in &guide.topics {
        // Of several words: one alone may be a slip of another card's.
        let long = |text: &&String| text.contains(' ') && text.split(' ').all(|word| word.len() > 4);
        for text in topic.keywords.iter().filter(long) {
            let words: Vec<&str> = text.split(' ').collect();
            let at = numbers.below(words.len());
            let slip = mistyped(words[at], &mut numbers);
            let typed = [&words[..at], &[slip.as_str()], &words[at + 1..]].concat().join(" ");
            let hits = index.search(&typed, None).hits;
            assert!(hits.iter().take(3).any(|hit| hit.topic.as_ref() == Some(&topic.id)), "{typed} for {}", topic.id);
        }
    }
}

fn first(guide: &Guide, index: &Index, text: &str) -> Hit {
    let recognised = Recogniser::new(&guide.messages).recognise(text);
    index.search(text, recognised.as_ref()).hits[0].clone()
}

#[test]
fn a_pasted_message_leads_to_its_reason_whatever_stands_around_it() {
    let guide = guide();
    let index = Index::new(&guide);
    for message in &guide.messages {
        for text in [
            message.shown(),
            format!("hello i tried to write to my friend and then it said: {} what now???", message.text),
        ] {
            let Some(recognised) = Recogniser::new(&guide.messages).recognise(&text) else { continue };
            let hits = index.search(&text, Some(&recognised)).hits;
            let topic = guide.message(&recognised).unwrap().topic.clone();
            assert_eq!(hits[0].kind, Kind::Message(recognised), "{text}");
            assert_eq!((&hits[1].kind, hits[1].topic.as_ref()), (&Kind::Topic, Some(&topic)), "{text}");
        }
    }
}

#[test]
fn no_text_leads_to_an_empty_page() {
    let guide = guide();
    let index = Index::new(&guide);
    let long = "x".repeat(10_000);
    let many = "message wifi not ".repeat(600);
    for text in [
        "😱😱",
        "❗",
        "не отправляются сообщения",
        "メッセージが送れない",
        "لا أستطيع",
        "qqqq",
        "?",
        "a",
        "\u{0}",
        &long,
        &many,
    ] {
        assert!(!index.search(text, None).hits.is_empty(), "{text}");
    }
    assert!(index.search("  ", None).hits.is_empty(), "nothing was asked");
}

#[test]
fn spaces_accents_letters_held_down_and_capitals_make_no_difference() {
    let guide = guide();
    let index = Index::new(&guide);
    for (typed, topic) in [
        ("mymessages wont send", "network"),
        ("wi fi", "network"),
        ("un block someone", "blocked"),
        ("FÂMILY PÀIRING", "family-pairing"),
        ("is tiktok dooooown", "server"),
        ("𝓫𝓵𝓸𝓬𝓴𝓮𝓭", "blocked"),
    ] {
        assert_eq!(first(&guide, &index, typed).topic, Some(topic.into()), "{typed}");
    }
}

#[test]
fn hits_mark_the_words_that_were_meant() {
    let guide = guide();
    let hit = first(&guide, &Index::new(&guide), "famly pairng");
    let marked: Vec<&str> = hit.title.marks.iter().map(|mark| &hit.title.text[mark.clone()]).collect();
    assert_eq!(marked, ["Family", "Pairing"]);
}

#[test]
fn the_best_scores_come_first_for_any_text() {
    let index = Index::new(&guide());
    for (_, query) in held_out() {
        let hits = index.search(&query, None).hits;
        assert!(hits.is_sorted_by(|one, next| one.score >= next.score), "{query}");
    }
}
