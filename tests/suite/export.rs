//! The HTML edition and the script to read out, as far as no browser is needed. tests/browser.sh does the rest.

use std::collections::BTreeSet;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use unsent::content::Guide;
use unsent::content::links::check_link;
use unsent::content::model::{Link, Options};
use unsent::export::{html, text};
use unsent::rules::{Answers, Checker, option_ids};

use crate::support::{Numbers, guide};

fn edition(guide: &Guide) -> (String, Html) {
    let file = html::edition(guide, 0xfeed);
    let page = Html::parse_document(&file);
    (file, page)
}

#[track_caller]
fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

#[track_caller]
fn only<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>()
}

/// What stands in the file for the script.
fn data(page: &Html) -> Value {
    serde_json::from_str(&words(only(page, "script#data"))).unwrap()
}

// -------------------------------------------------------------- the HTML edition

#[test]
fn the_edition_is_well_formed_and_whole() {
    let guide = guide();
    let (_, page) = edition(&guide);
    assert_eq!(page.errors, Vec::<String>::new());
    for topic in &guide.topics {
        let article = words(only(&page, &format!("article#topic-{}", topic.id)));
        for text in topic.about.iter().chain(&topic.differences).chain(&topic.good_to_know) {
            let plain = unsent::content::markup::plain(&text.text);
            assert!(article.contains(&plain), "{}: {plain}", topic.id);
            assert!(text.doubt.as_ref().is_none_or(|doubt| article.contains(doubt)), "{}: a doubt", topic.id);
        }
        only(&page, &format!("#guide a[href='#topic-{}']", topic.id));
    }
    for entry in &guide.faq.entries {
        assert!(words(only(&page, &format!("details#faq-{}", entry.id))).contains(&entry.question));
    }
    for message in &guide.messages {
        assert!(words(only(&page, &format!("#message-{}", message.id))).contains(&message.shown()));
        only(&page, &format!("#picked option[value='{}']", message.id));
    }
    for question in &guide.questions {
        let fieldset = words(only(&page, &format!("fieldset#question-{}", question.id)));
        assert!(fieldset.contains(&question.text) && fieldset.contains(&question.why));
        if let Options::Choose(choices) = &question.options {
            assert!(choices.iter().all(|choice| fieldset.contains(&choice.text)), "{}", question.id);
        }
    }
    assert!(words(only(&page, "#about")).contains("000000000000feed"));
}

#[test]
fn every_id_is_there_once_and_every_way_within_leads_somewhere() {
    let (_, page) = edition(&guide());
    let mut ids = BTreeSet::new();
    for element in all(&page, "[id]") {
        let id = element.attr("id").unwrap();
        assert!(ids.insert(id), "{id} is there twice");
    }
    for element in all(&page, "[href^='#']") {
        let place = element.attr("href").unwrap();
        assert!(ids.contains(&place[1..]), "{place} leads nowhere");
    }
    let used: BTreeSet<_> = all(&page, "use").iter().filter_map(|used| used.attr("href")).collect();
    assert_eq!(used.len(), all(&page, "symbol").len(), "each picture is shown somewhere");
}

#[test]
fn only_this_style_and_this_script_may_run() {
    let (file, page) = edition(&guide());
    let policy = only(&page, "meta[http-equiv='Content-Security-Policy']").attr("content").unwrap();
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let style = hash(&words(only(&page, "style")));
    let script = hash(&words(only(&page, "script:not([type])")));
    assert_eq!(
        policy,
        format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'")
    );
    let before_policy = file.split("http-equiv").next().unwrap();
    assert!(!before_policy.contains("<s") && !before_policy.contains("<link"), "the policy stands before all else");
    for element in all(&page, "*") {
        for (name, _) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "style", "<{}> has {name}", element.value().name());
        }
    }
}

#[test]
fn nothing_is_loaded_and_only_links_lead_outside() {
    let guide = guide();
    let (file, page) = edition(&guide);
    for element in all(&page, "*") {
        for (name, value) in element.value().attrs().filter(|(_, value)| value.contains("://")) {
            assert_eq!((element.value().name(), name), ("a", "href"), "{value}");
            assert_eq!(check_link(value, &guide.manifest.trusted_hosts), Ok(()));
            assert_eq!(element.attr("rel"), Some("noreferrer"), "{value}");
        }
    }
    assert!(all(&page, "[src], [srcset], [data], [action], [poster], link, iframe, object, embed, base").is_empty());
    let style = words(only(&page, "style"));
    assert!(!style.contains("url(") && !style.contains("@import"), "the style loads something");
    assert!(!file.contains("http://"));
}

#[test]
fn a_link_to_another_host_is_no_link() {
    let mut guide = guide();
    let url = "https://evil.example/".to_owned();
    guide.topics[0].links = vec![Link { text: "Win a prize".to_owned(), url }];
    assert!(!edition(&guide).0.contains("evil.example"));
}

/// Whoever writes content can't write the page: every text stays a text.
#[test]
fn hostile_texts_stay_texts() {
    const EVIL: &str = "</script></style></title></textarea>--><img src=x onerror=alert(1)>\"'`&<b>\u{2028}";
    let harmless = edition(&guide()).1;
    let mut guide = guide();
    guide.manifest.title.push_str(EVIL);
    guide.manifest.groups[0].title.push_str(EVIL);
    guide.manifest.sources[0].label.push_str(EVIL);
    for topic in &mut guide.topics {
        topic.title.push_str(EVIL);
        topic.badge.push_str(EVIL);
        topic.about[0].text.push_str(EVIL);
        topic.about[0].doubt = Some(EVIL.to_owned());
    }
    guide.faq.entries[0].question.push_str(EVIL);
    guide.messages[0].text.push_str(EVIL);
    guide.questions[1].text.push_str(EVIL);
    guide.rules.reasons[0].signs[0].because.push_str(EVIL);
    guide.rules.unknown.what_to_do.push(EVIL.to_owned());
    guide.phone.screens[0].title.push_str(EVIL);
    guide.phone.screens[0].items[0].label.push_str(EVIL);
    let (_, page) = edition(&guide);
    assert_eq!(page.errors, Vec::<String>::new());
    assert!(all(&page, "img").is_empty());
    for name in ["script", "style", "b", "a", "svg"] {
        assert_eq!(all(&page, name).len(), all(&harmless, name).len(), "<{name}>");
    }
    let because = &data(&page)["rules"]["reasons"][0]["signs"][0]["because"];
    assert!(because.as_str().unwrap().ends_with(EVIL), "{because}");
    assert!(words(only(&page, "#topic-age")).contains(EVIL));
}

#[test]
fn a_label_that_was_renamed_is_renamed_everywhere() {
    let mut guide = guide();
    let settings = guide.phone.screens.iter_mut().find(|screen| screen.id.as_str() == "settings").unwrap();
    let privacy = settings.items.iter_mut().find(|item| item.id.as_str() == "privacy").unwrap();
    privacy.label = "Secrets".to_owned();
    let (_, page) = edition(&guide);
    let topic = only(&page, "#topic-own-privacy");
    assert!(words(topic).contains("Tap Secrets."), "the step");
    let of_topic = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        topic.select(&selector).collect::<Vec<_>>()
    };
    assert!(of_topic(".path li").into_iter().any(|chip| words(chip) == "Secrets"), "the path");
    let picture = of_topic("svg[aria-label*='tap Secrets']")[0];
    let id = picture.child_elements().next().unwrap().attr("href").unwrap();
    assert!(words(only(&page, &format!("symbol{id}"))).contains("Secrets"), "the picture");
    assert!(text::script(&guide).contains("Tap Secrets."), "the script to read out");
}

/// The rules in the file hold all that weighs: whoever reads them comes to the same scores.
#[test]
fn the_rules_in_the_file_give_the_same_scores() {
    let guide = guide();
    let rules = &data(&edition(&guide).1)["rules"];
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(6);
    for _ in 0..300 {
        let mut answers = Answers::default();
        for question in &guide.questions {
            let options = option_ids(question, &guide.messages);
            // Without the questions that hang on others, nothing is ever set aside.
            if question.ask_when.is_empty() && numbers.below(2) == 0 {
                answers.set(question.id.clone(), Some(options[numbers.below(options.len())].clone()));
            }
        }
        for ranked in checker.diagnose(&answers).ranked {
            let reasons = rules["reasons"].as_array().unwrap();
            let reason = reasons.iter().find(|reason| reason["topic"] == ranked.topic.as_str()).unwrap();
            assert_eq!(score(rules, reason, &answers), i64::from(ranked.score), "{} of {answers:?}", ranked.topic);
        }
    }
}

fn score(rules: &Value, reason: &Value, answers: &Answers) -> i64 {
    let holds = |test: &Value| {
        let question = &rules["questions"][usize::try_from(test[0].as_u64().unwrap()).unwrap()];
        let answer = answers.get(&question["id"].as_str().unwrap().into()).map(|answer| answer.as_str());
        let mut options = test[1].as_array().unwrap().iter();
        options.any(|place| {
            let place = usize::try_from(place.as_u64().unwrap()).unwrap();
            answer.is_some_and(|answer| question["options"][place] == answer)
        })
    };
    let signs = reason["signs"].as_array().unwrap().iter().filter(|sign| {
        sign["when"].as_array().unwrap().iter().all(holds) && !sign["unless"].as_array().unwrap().iter().any(holds)
    });
    signs.map(|sign| sign["adds"].as_i64().unwrap()).sum::<i64>() + reason["prior"].as_i64().unwrap()
}

#[test]
fn the_same_guide_gives_the_same_file() {
    assert_eq!(edition(&guide()).0, edition(&guide()).0);
}

#[test]
fn a_guide_with_nothing_in_it_is_a_page_as_well() {
    let (_, page) = edition(&Guide::empty());
    assert_eq!(page.errors, Vec::<String>::new());
    assert_eq!(all(&page, "article").len(), 0);
}

// -------------------------------------------------------------- to read out

#[test]
fn the_script_holds_what_to_ask_and_every_card() {
    let guide = guide();
    let script = text::script(&guide);
    let one_line = script.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |text: &str| unsent::content::markup::plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    for question in &guide.questions {
        assert!(one_line.contains(&plain(&question.text)), "{}", question.id);
    }
    for message in &guide.messages {
        assert!(one_line.contains(&plain(&message.meaning.text)), "{}", message.id);
    }
    for topic in &guide.topics {
        assert!(one_line.contains(&topic.title.to_uppercase()), "{}", topic.id);
        assert!(topic.about.iter().all(|claim| one_line.contains(&plain(&claim.text))), "{}", topic.id);
    }
    let addresses = script.lines().filter(|line| !line.trim_start().starts_with("https://"));
    let widest = addresses.max_by_key(|line| line.chars().count()).unwrap();
    assert!(widest.chars().count() <= 76, "{widest}");
}

#[test]
fn a_card_is_read_out_step_by_step() {
    let guide = guide();
    let script = text::topic_script(&guide, guide.topic(&"own-privacy".into()).unwrap());
    let start = script.find("Let friends write to you:").unwrap();
    let expected = [
        "Let friends write to you:",
        "   1. Open the TikTok app.",
        "   2. Tap Profile, lower right corner.",
        "      Now you see: “Profile”.",
        "   3. Tap Menu ☰, upper right corner.",
        "      Now you see: “Menu”.",
        "   4. Tap Settings and privacy.",
    ];
    let found: Vec<&str> = script[start..].lines().take(expected.len()).collect();
    assert_eq!(found, expected);
    assert!(script.contains("- Your setting lets no one write to you\n"), "what speaks for it");
}
