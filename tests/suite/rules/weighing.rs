//! Order, verdict and the next question, for situations and for any answers at all.

use std::collections::{BTreeMap, BTreeSet};

use unsent::content::Guide;
use unsent::content::model::{Options, Seen};
use unsent::rules::{Answers, Checker, Finding, Outcome, Verdict, option_ids};

use super::people::{Person, answers_of, people};
use crate::support::{Numbers, answers, guide};

/// Messages that say a message did not go out, but not why.
const UNDECIDED: &[&str] = &["resend-mark", "not-sent", "could-not-send"];

fn first(finding: &Finding) -> &str {
    finding.ranked.first().map_or("", |ranked| ranked.topic.as_str())
}

/// Any answers, each question answered with a chance of `percent`.
pub(super) fn any_answers(guide: &Guide, numbers: &mut Numbers, percent: usize) -> Answers {
    let mut answers = Answers::default();
    for question in &guide.questions {
        let options = option_ids(question, &guide.messages);
        if numbers.below(100) < percent {
            answers.set(question.id.clone(), Some(options[numbers.below(options.len())].clone()));
        }
    }
    answers
}

#[test]
fn in_every_situation_the_right_reason_comes_first() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let situations = &guide.rules.situations;
    assert!(situations.len() >= 100, "{}", situations.len());
    for situation in situations {
        let finding = checker.diagnose(&answers_of(situation));
        assert_eq!(finding.outcome, Outcome::Found, "{situation:?}");
        assert!(situation.first.contains(&finding.ranked[0].topic), "{situation:?}: {:?}", finding.ranked[0]);
    }
}

#[test]
fn each_message_alone_puts_its_own_card_first() {
    let guide = guide();
    let checker = Checker::new(&guide);
    for message in &guide.messages {
        let finding = checker.diagnose(&answers(&guide, &[&format!("message={}", message.id)]));
        assert_eq!(first(&finding), message.topic.as_str(), "{}", message.id);
        assert_eq!(finding.outcome, Outcome::Found, "{}", message.id);
        let sure = !UNDECIDED.contains(&message.id.as_str());
        assert!(!sure || finding.ranked[0].verdict == Verdict::VeryLikely, "{}", message.id);
    }
}

/// The facts, 4.2: a literal error text outranks any other fact that the person gives.
#[test]
fn a_message_outranks_any_other_answers() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(1);
    for message in &guide.messages {
        let id = message.id.as_str();
        if UNDECIDED.contains(&id) || id == "connect-internet" {
            continue;
        }
        for round in 0..3000 {
            let mut answers = any_answers(&guide, &mut numbers, 10 + round % 90);
            answers.set("message".into(), Some(id.into()));
            let says = |question: &str, option: &str| answers.get(&question.into()) == Some(&option.into());
            let finding = checker.diagnose(&answers);
            // A changed app gets this notice on every message. A contradiction says so itself.
            let changed = id == "guidelines-violation" && says("app", "unofficial") && says("who", "everyone");
            let exempt = changed || matches!(finding.outcome, Outcome::Contradiction(_));
            assert!(
                exempt || first(&finding) == message.topic.as_str(),
                "{id}: {answers:?}\n{:?}",
                finding.ranked.iter().take(2).collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn each_message_is_used_and_only_what_exists_is_named() {
    let guide = guide();
    let mut conditions = Vec::new();
    for sign in guide.rules.reasons.iter().flat_map(|reason| &reason.signs) {
        assert!(!sign.when.is_empty(), "{}", sign.because);
        assert!(!sign.because.ends_with('.'), "{}", sign.because);
        conditions.extend(sign.when.iter().chain(&sign.unless));
    }
    conditions.extend(guide.rules.clashes.iter().flat_map(|clash| &clash.when));
    for condition in &conditions {
        let question = guide.question(&condition.0).unwrap_or_else(|| panic!("{condition:?}"));
        let known = option_ids(question, &guide.messages);
        assert!(!condition.1.is_empty() && condition.1.iter().all(|option| known.contains(option)), "{condition:?}");
    }
    for message in &guide.messages {
        let id = message.id.as_str();
        let used = conditions.iter().any(|condition| condition.1.iter().any(|option| option.as_str() == id));
        assert!(used, "no rule uses {id}, {:?}", matches!(message.seen, Seen::Confirmed));
    }
    for question in &guide.questions {
        let used = conditions.iter().any(|condition| condition.0 == question.id);
        assert!(used, "no rule uses {}", question.id);
        assert!(
            matches!(&question.options, Options::Messages) || option_ids(question, &[]).len() > 1,
            "{}",
            question.id
        );
    }
}

#[test]
fn every_card_but_help_is_a_reason_once() {
    let guide = guide();
    let mut reasons: Vec<_> = guide.rules.reasons.iter().map(|reason| reason.topic.as_str()).collect();
    let groups = guide.manifest.groups.iter().filter(|group| group.id.as_str() != "help");
    let mut cards: Vec<_> = groups.flat_map(|group| group.topics.iter().map(|topic| topic.as_str())).collect();
    reasons.sort_unstable();
    cards.sort_unstable();
    assert_eq!(reasons, cards);
}

#[test]
fn with_nothing_answered_nobody_is_accused() {
    let guide = guide();
    let finding = Checker::new(&guide).diagnose(&Answers::default());
    assert_eq!(finding.outcome, Outcome::Unknown);
    assert_eq!(finding.ranked.len(), guide.rules.reasons.len());
    assert!(finding.ranked.iter().all(|ranked| ranked.verdict <= Verdict::Possible && ranked.because.is_empty()));
    assert!(finding.ruled_out.is_empty());
}

#[test]
fn the_order_of_answering_never_matters() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(2);
    for _ in 0..500 {
        let straight = any_answers(&guide, &mut numbers, 50);
        let mut given: Vec<_> = straight.iter().map(|(question, option)| (question.clone(), option.clone())).collect();
        let mut shuffled = Answers::default();
        while !given.is_empty() {
            let (question, option) = given.remove(numbers.below(given.len()));
            shuffled.set(question, Some(option));
        }
        assert_eq!(checker.diagnose(&straight), checker.diagnose(&shuffled), "{straight:?}");
    }
}

#[test]
fn not_sure_is_the_same_as_no_answer() {
    let guide = guide();
    let checker = Checker::new(&guide);
    for question in &guide.questions {
        let unsure = answers(&guide, &["who=one-person", &format!("{}=not-sure", question.id)]);
        let silent = answers(&guide, if question.id.as_str() == "who" { &[] } else { &["who=one-person"] });
        assert_eq!(unsure, silent);
        assert_eq!(checker.diagnose(&unsure), checker.diagnose(&silent));
    }
}

#[test]
fn what_is_ruled_out_is_never_ranked_and_the_ranking_is_in_order() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(3);
    for round in 0..20_000 {
        let answers = any_answers(&guide, &mut numbers, round % 100);
        let finding = checker.diagnose(&answers);
        assert_eq!(finding.ranked.len() + finding.ruled_out.len(), guide.rules.reasons.len());
        for out in &finding.ruled_out {
            assert!(finding.ranked.iter().all(|ranked| ranked.topic != out.topic), "{answers:?}");
            assert!(!out.because.is_empty());
        }
        for pair in finding.ranked.windows(2) {
            assert!(pair[0].score >= pair[1].score && pair[0].verdict >= pair[1].verdict, "{answers:?}");
            assert!(pair[0].bar() >= pair[1].bar() && (0.0..=1.0).contains(&pair[0].bar()));
        }
    }
}

/// Answers that can't be the cause of a reason never leave it in front, whatever else is said.
#[test]
fn an_excluded_reason_never_comes_first() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(4);
    for round in 0..20_000 {
        let answers = any_answers(&guide, &mut numbers, 5 + round % 95);
        let says = |question: &str, option: &str| answers.get(&question.into()) == Some(&option.into());
        let finding = checker.diagnose(&answers);
        let excluded = match first(&finding) {
            "age" => says("age", "18-plus") && !says("birth-date", "wrong"),
            "not-friends" => says("follow", "mutual"),
            "network" => says("other-apps", "work") && !says("blocker", "yes"),
            "own-privacy" => says("own-setting", "everyone"),
            "family-pairing" => says("family-pairing", "no") || says("age", "18-plus") && !says("birth-date", "wrong"),
            "notifications" => ["send", "no-chat", "group", "media"].iter().any(|problem| says("problem", problem)),
            "phone" => says("phone-prompt", "no") && answers.get(&"message".into()).is_none(),
            _ => false,
        };
        assert!(!excluded, "{answers:?}");
    }
}

#[test]
fn one_more_sign_for_a_reason_never_lowers_it() {
    let guide = guide();
    let plain = Checker::new(&guide);
    let mut numbers = Numbers(5);
    for at in 0..guide.rules.reasons.len() {
        let mut louder = guide.clone();
        let reason = &mut louder.rules.reasons[at];
        let topic = reason.topic.clone();
        let speaks_for = |says| matches!(says, unsent::content::model::Says::For(_));
        let more: Vec<_> = reason.signs.iter().filter(|sign| speaks_for(sign.says)).cloned().collect();
        reason.signs.extend(more);
        let louder = Checker::new(&louder);
        for _ in 0..200 {
            let answers = any_answers(&guide, &mut numbers, 50);
            let score = |checker: &Checker| {
                let finding = checker.diagnose(&answers);
                finding.ranked.iter().find(|ranked| ranked.topic == topic).map(|ranked| ranked.score)
            };
            assert!(score(&louder) >= score(&plain), "{topic}: {answers:?}");
        }
    }
}

#[test]
fn answers_that_cannot_both_be_true_are_named() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let finding = checker.diagnose(&answers(&guide, &["message=only-friends", "follow=mutual"]));
    let Outcome::Contradiction(texts) = &finding.outcome else { panic!("{:?}", finding.outcome) };
    assert!(texts[0].contains("follow each other"), "{texts:?}");
    assert_ne!(first(&finding), "not-friends");
    assert_eq!(checker.next_question(&answers(&guide, &["message=only-friends", "follow=mutual"])), None);
}

#[test]
fn no_ordinary_answers_are_called_a_contradiction() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(6);
    for round in 0..20_000 {
        let mut answers = any_answers(&guide, &mut numbers, round % 100);
        answers.set("message".into(), None);
        assert!(!matches!(checker.diagnose(&answers).outcome, Outcome::Contradiction(_)), "{answers:?}");
    }
}

#[test]
fn the_next_question_is_open_and_asking_comes_to_an_end() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(7);
    for _ in 0..100 {
        let mut answers = any_answers(&guide, &mut numbers, 20);
        for _ in 0..=guide.questions.len() {
            let Some(next) = checker.next_question(&answers) else { break };
            assert_eq!(answers.get(&next), None);
            let options = option_ids(guide.question(&next).unwrap(), &guide.messages);
            answers.set(next, Some(options[numbers.below(options.len())].clone()));
        }
        assert_eq!(checker.next_question(&answers), None, "{answers:?}");
    }
}

#[test]
fn people_hear_their_reason_however_much_they_add() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(8);
    let mut wrong = BTreeMap::<(String, String), (usize, String)>::new();
    for (line, Person { topic, says, adds }) in people().iter().enumerate() {
        for round in 0..1500 {
            let mut words: Vec<String> = says.iter().map(|word| one_of(word, &mut numbers)).collect();
            for word in adds {
                if numbers.below(100) < round % 100 {
                    words.push(one_of(word, &mut numbers));
                }
            }
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let finding = checker.diagnose(&answers(&guide, &words));
            if first(&finding) != *topic || finding.outcome != Outcome::Found {
                let entry = wrong.entry((format!("{line} {topic}"), first(&finding).to_owned())).or_default();
                entry.0 += 1;
                if entry.1.is_empty() || words.join(" ").len() < entry.1.len() {
                    entry.1 = words.join(" ");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// One of the options of `question=one/other`.
fn one_of(word: &str, numbers: &mut Numbers) -> String {
    let (question, options) = word.split_once('=').unwrap();
    let options: Vec<_> = options.split('/').collect();
    format!("{question}={}", options[numbers.below(options.len())])
}

#[test]
fn a_question_passed_over_is_not_suggested_again() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let answers = answers(&guide, &["who=one-person"]);
    let mut passed_over = BTreeSet::new();
    while let Some(next) = checker.next_question_but(&answers, &passed_over) {
        assert!(passed_over.insert(next), "{passed_over:?}");
    }
    assert!(passed_over.len() > 5, "{passed_over:?}");
}
