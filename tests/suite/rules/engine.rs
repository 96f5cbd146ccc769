//! The engine with rules made up for the purpose.

use unsent::content::Guide;
use unsent::content::model::{Condition, Question, RuleBook, TopicId};
use unsent::rules::{
    Answers, Checker, Outcome, Ranked, UnknownAnswer, Verdict, answer, applies, decode, encode, option_ids,
};

use super::made_up::{made_up, written};
use super::weighing::any_answers;
use crate::support::{Numbers, answers, guide};

/// Three questions, of which `colour` applies only to a painted door and `shade` only to a coloured one.
fn doors() -> Guide {
    written(
        r#"
        (id: "painted", text: "", why: "", options: Choose([(id: "yes", text: ""), (id: "no", text: "")])),
        (id: "colour", text: "", why: "", options: Choose([(id: "red", text: ""), (id: "blue", text: "")]),
            ask_when: [("painted", ["yes"])]),
        (id: "shade", text: "", why: "", options: Choose([(id: "dark", text: ""), (id: "pale", text: "")]),
            ask_when: [("colour", ["red", "blue"])]),
        "#,
        r#"
        (topic: "cellar", prior: Rare, signs: [
            (when: [("painted", ["no"])], says: For(Decisive), because: "The door is bare"),
        ]),
        (topic: "kitchen", prior: Common, signs: [
            (when: [("colour", ["red"])], says: For(Weak), because: "The door is red"),
            (when: [("colour", ["red"]), ("shade", ["dark"])], says: For(Strong), because: "It is dark red"),
            (when: [("colour", ["blue"])], says: RulesOut, because: "The door is blue"),
        ]),
        (topic: "attic", prior: Common, signs: [
            (when: [("shade", ["dark"])], unless: [("colour", ["blue"])], says: Against(Moderate), because: "It is dark"),
            (when: [("shade", ["pale"])], says: For(Decisive), because: "It is pale"),
            (when: [("colour", ["red"])], says: RulesOut, because: "Attics are never red"),
            (when: [("nonsense", ["red"])], says: RulesOut, because: "No such question"),
            (when: [("colour", ["nonsense"])], says: RulesOut, because: "No such option"),
        ]),
        "#,
    )
}

fn topics(guide: &Guide, answers: &Answers) -> Vec<String> {
    Checker::new(guide).diagnose(answers).ranked.iter().map(|ranked| ranked.topic.to_string()).collect()
}

#[test]
fn equal_scores_keep_the_order_of_the_file() {
    let doors = doors();
    assert_eq!(topics(&doors, &Answers::default()), ["kitchen", "attic", "cellar"]);
    let mut turned = doors.clone();
    turned.rules.reasons.reverse();
    assert_eq!(topics(&turned, &Answers::default()), ["attic", "kitchen", "cellar"]);
}

#[test]
fn because_begins_with_the_strongest_sign() {
    let doors = doors();
    let finding = Checker::new(&doors).diagnose(&answers(&doors, &["painted=yes", "colour=red", "shade=dark"]));
    assert_eq!(finding.outcome, Outcome::Found);
    assert_eq!(finding.ranked[0].because, ["It is dark red", "The door is red"]);
    assert_eq!(finding.ranked[0].verdict, Verdict::Likely);
    assert_eq!(finding.ruled_out[0].topic.as_str(), "attic");
    assert_eq!(finding.ruled_out[0].because, ["Attics are never red"]);
}

#[test]
fn an_answer_to_a_question_that_no_longer_applies_is_set_aside_but_not_lost() {
    let doors = doors();
    let mut given = answers(&doors, &["painted=yes", "colour=blue", "shade=pale"]);
    assert_eq!(topics(&doors, &given), ["attic", "cellar"]);
    answer(&doors, &mut given, "painted", "no").unwrap();
    // Neither the colour counts now, nor the shade that depends on it.
    assert_eq!(Checker::new(&doors).diagnose(&given), Checker::new(&doors).diagnose(&answers(&doors, &["painted=no"])));
    assert_eq!(decode(&doors, &encode(&doors, &given)), Ok(given.clone()));
    answer(&doors, &mut given, "painted", "yes").unwrap();
    assert_eq!(topics(&doors, &given), ["attic", "cellar"]);
}

#[test]
fn a_question_that_does_not_apply_is_not_asked() {
    let doors = doors();
    assert!(!applies(&doors.questions[1], &Answers::default()));
    assert!(applies(&doors.questions[1], &answers(&doors, &["painted=yes"])));
    let checker = Checker::new(&doors);
    assert_eq!(checker.next_question(&Answers::default()).as_ref().map(|next| next.as_str()), Some("painted"));
    assert_eq!(checker.next_question(&answers(&doors, &["painted=no"])), None);
    let next = checker.next_question(&answers(&doors, &["painted=yes"]));
    assert_eq!(next.as_ref().map(|next| next.as_str()), Some("colour"));
}

#[test]
fn proof_of_what_is_ruled_out_is_a_contradiction_in_the_answers_words() {
    let doors = doors();
    let finding = Checker::new(&doors).diagnose(&answers(&doors, &["painted=yes", "colour=red", "shade=pale"]));
    let Outcome::Contradiction(texts) = finding.outcome else { panic!("{:?}", finding.outcome) };
    assert!(texts[0].contains("It is pale") && texts[0].contains("Attics are never red"), "{texts:?}");
}

#[test]
fn questions_that_depend_on_each_other_in_a_circle_do_not_hang() {
    let mut doors = doors();
    doors.questions[0].ask_when = vec![Condition("shade".into(), vec!["dark".into()])];
    let checker = Checker::new(&doors);
    assert_eq!(checker.diagnose(&answers(&doors, &["colour=red"])), checker.diagnose(&Answers::default()));
    assert_eq!(checker.next_question(&Answers::default()), None);
}

#[test]
fn a_guide_without_questions_or_reasons_finds_nothing() {
    let mut empty = guide();
    empty.questions.clear();
    empty.rules = RuleBook::default();
    let checker = Checker::new(&empty);
    let finding = checker.diagnose(&Answers::default());
    assert_eq!((finding.outcome, finding.ranked.len()), (Outcome::Unknown, 0));
    assert_eq!(checker.next_question(&Answers::default()), None);
    assert_eq!(decode(&empty, &encode(&empty, &Answers::default())), Ok(Answers::default()));
}

#[test]
fn an_unknown_question_or_option_is_named_with_the_nearest_known_one() {
    let guide = guide();
    let mut given = Answers::default();
    let unknown = answer(&guide, &mut given, "folow", "mutual").unwrap_err();
    assert_eq!(unknown.to_string(), "there is no question `folow`; did you mean `follow`?");
    let unknown = answer(&guide, &mut given, "follow", "only_me").unwrap_err();
    assert_eq!(unknown.to_string(), "the question `follow` has no option `only_me`; did you mean `only-me`?");
    let unknown = answer(&guide, &mut given, "message", "only-friend").unwrap_err();
    assert!(matches!(unknown, UnknownAnswer::Option { nearest: Some(nearest), .. } if nearest == "only-friends"));
    let unknown = answer(&guide, &mut given, "age", "15").unwrap_err();
    let all = "the question `age` has no option `15`; it has `under-16`, `16-17`, `18-plus`";
    assert_eq!(unknown.to_string(), all, "15 is no slip of 16-17");
    let unknown = answer(&guide, &mut given, "xyz", "15").unwrap_err();
    assert_eq!(unknown.to_string(), "there is no question `xyz`");
    assert!(given.is_empty());
}

/// Every reason's weight, as odds; 0 where it is ruled out.
fn odds(guide: &Guide, answers: &Answers) -> Vec<f64> {
    let ranked = Checker::new(guide).diagnose(answers).ranked;
    let score =
        |topic: &TopicId| ranked.iter().find(|ranked| ranked.topic == *topic).map(|ranked| f64::from(ranked.score));
    guide
        .rules
        .reasons
        .iter()
        .map(|reason| score(&reason.topic).map_or(0.0, |score| 10_f64.powf(score / 10.0)))
        .collect()
}

/// The doubt in bits that weights leave.
fn doubt(weights: &[f64]) -> f64 {
    let sum: f64 = weights.iter().sum();
    weights.iter().filter(|weight| **weight > 0.0).map(|weight| weight / sum * (sum / weight).log2()).sum()
}

/// What an answer to the question is expected to tell, worked out as the books have it.
fn expected_gain(guide: &Guide, given: &Answers, question: &Question) -> f64 {
    let now = odds(guide, given);
    let all: f64 = now.iter().sum();
    let after: Vec<_> = option_ids(question, &[])
        .into_iter()
        .map(|option| {
            let mut then = given.clone();
            then.set(question.id.clone(), Some(option));
            odds(guide, &then)
        })
        .collect();
    let mut left = 0.0;
    for then in &after {
        let joint = now.iter().enumerate().filter(|(_, before)| **before > 0.0).map(|(at, before)| {
            let answers: f64 = after.iter().map(|after| after[at]).sum();
            let likelihood =
                if answers > 0.0 { then[at] / answers } else { 1.0 / f64::from(u8::try_from(after.len()).unwrap()) };
            before / all * likelihood
        });
        let joint: Vec<f64> = joint.collect();
        left += joint.iter().sum::<f64>() * doubt(&joint);
    }
    doubt(&now) - left
}

#[test]
fn the_next_question_tells_most_among_those_that_change_something() {
    let (mut ended, mut asked) = (0, [0; 2]);
    for seed in 0..600 {
        let mut numbers = Numbers(seed + 30_000);
        let mut guide = made_up(&mut numbers);
        guide.questions.iter_mut().for_each(|asked| asked.ask_when.clear());
        let checker = Checker::new(&guide);
        let given = any_answers(&guide, &mut numbers, 30);
        let finding = checker.diagnose(&given);
        if odds(&guide, &given).iter().sum::<f64>() == 0.0 || matches!(finding.outcome, Outcome::Contradiction(_)) {
            continue;
        }
        let front = |answers: &Answers| {
            checker.diagnose(answers).ranked.first().map(|first| (first.topic.clone(), first.verdict))
        };
        let decides = |question: &Question| {
            option_ids(question, &[]).into_iter().any(|option| {
                let mut then = given.clone();
                then.set(question.id.clone(), Some(option));
                front(&then) != front(&given)
            })
        };
        let open = guide.questions.iter().filter(|asked| given.get(&asked.id).is_none());
        let is_sure = finding.outcome == Outcome::Found && finding.ranked[0].verdict == Verdict::VeryLikely;
        // What decides something goes before what only tells something; once it is very likely, that isn't asked.
        let told = open.map(|asked| (decides(asked), expected_gain(&guide, &given, asked)));
        let told = told.filter(|(decides, gain)| *decides || !is_sure && *gain >= 0.001);
        let best = told.reduce(|one, other| if other > one { other } else { one });
        let next = checker.next_question(&given).and_then(|next| guide.question(&next));
        let chosen = next.map(|next| (decides(next), expected_gain(&guide, &given, next)));
        match (best, chosen) {
            (None, None) => ended += 1,
            (Some((decides, gain)), Some((decided, told))) => {
                assert_eq!(decided, decides, "seed {seed}: {next:?}");
                assert!(told >= gain - 1e-9, "seed {seed}: {next:?} tells {told}, another {gain}");
                asked[usize::from(decides)] += 1;
            }
            _ => panic!("seed {seed}: {best:?} is best, {next:?} is asked"),
        }
    }
    assert!(ended > 50 && asked[0] > 20 && asked[1] > 200, "{ended} {asked:?}: the guides are too much alike");
}

#[test]
fn of_questions_that_tell_the_same_the_first_is_asked() {
    let question = |id: &str| {
        format!(
            "(id: \"{id}\", text: \"\", why: \"\", options: Choose([(id: \"yes\", text: \"\"), (id: \"no\", text: \"\")]))"
        )
    };
    let reason = |topic: &str, option: &str| {
        let sign = |id: &str| format!("(when: [(\"{id}\", [\"{option}\"])], says: For(Strong), because: \"x\")");
        format!("(topic: \"{topic}\", prior: Common, signs: [{}, {}])", sign("left"), sign("right"))
    };
    let reasons = [reason("attic", "yes"), reason("cellar", "no")].join(", ");
    for (first, then) in [("left", "right"), ("right", "left")] {
        let guide = written(&[question(first), question(then)].join(", "), &reasons);
        let next = Checker::new(&guide).next_question(&Answers::default());
        assert_eq!(next.as_ref().map(|next| next.as_str()), Some(first));
    }
}

#[test]
fn answers_that_are_taken_back_leave_nothing() {
    let guide = guide();
    let mut given = answers(&guide, &["who=everyone", "follow=mutual"]);
    assert_eq!((given.len(), given.is_empty()), (2, false));
    given.set("who".into(), None);
    assert_eq!((given.len(), given.is_empty()), (1, false));
    given.clear();
    assert_eq!((given.len(), given.is_empty()), (0, true));
    assert_eq!(given, Answers::default());
}

#[test]
fn what_speaks_against_a_reason_is_said_and_only_there() {
    let guide = guide();
    let finding = Checker::new(&guide).diagnose(&answers(&guide, &["who=everyone", "unanswered=three"]));
    let not_friends = finding.ranked.iter().find(|ranked| ranked.topic.as_str() == "not-friends").unwrap();
    assert_eq!(not_friends.against, ["It happens with everyone", "Three messages went out"]);
    assert!(not_friends.because.is_empty(), "{:?}", not_friends.because);
}

#[test]
fn the_bar_of_a_likelier_reason_is_longer() {
    let reason = |score| {
        let topic = TopicId::from("attic");
        Ranked { topic, score, verdict: Verdict::Possible, because: Vec::new(), against: Vec::new() }.bar()
    };
    assert!((reason(0) - 0.5).abs() < 1e-6, "even odds fill half");
    assert!((reason(20) - 10.0 / 11.0).abs() < 1e-6, "{}", reason(20));
    let bars: Vec<f32> = [-2000, -60, -20, 0, 20, 60].map(reason).to_vec();
    assert!(bars.is_sorted_by(|one, next| one < next), "{bars:?}");
    assert!((0.0..1.0).contains(&reason(i32::MIN)) && reason(i32::MAX) <= 1.0);
}
