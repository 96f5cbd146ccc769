//! The proof, against brute force on small guides made up at random.

use std::collections::BTreeSet;

use unsent::content::Guide;
use unsent::content::model::{
    Choice, Clash, Condition, Invariant, Options, OutcomeKind, Prior, Question, QuestionId, Reason, Says, Sign,
    Situation, TopicId, Verdict, Weight,
};
use unsent::rules::prove::{Change, Comparison, Fault, Proof, Ruling, changes, prove_invariants};
use unsent::rules::{Answers, Checker, Finding, Outcome, applies, option_ids, prove};

use super::weighing::any_answers;
use crate::support::{Numbers, guide};

/// How often a test tries something at random: more where `UNSENT_ROUNDS` asks for it.
pub(super) fn rounds(usual: usize) -> usize {
    std::env::var("UNSENT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

// ------------------------------------------------- small guides at random

fn conditions(questions: &[Question], numbers: &mut Numbers, most: usize) -> Vec<Condition> {
    let mut named = BTreeSet::new();
    let mut conditions = Vec::new();
    for _ in 0..numbers.below(most + 1) {
        let question = &questions[numbers.below(questions.len())];
        let options = option_ids(question, &[]);
        if named.insert(question.id.clone()) {
            let wanted = options.iter().filter(|_| numbers.below(2) == 0).cloned().collect::<Vec<_>>();
            let wanted = if wanted.is_empty() { vec![options[0].clone()] } else { wanted };
            conditions.push(Condition(question.id.clone(), wanted));
        }
    }
    conditions
}

fn question(at: usize, before: &[Question], numbers: &mut Numbers) -> Question {
    let choices = 0..=numbers.below(2);
    let choices = choices.map(|at| Choice {
        id: format!("o{at}").as_str().into(),
        text: format!("Option {at}"),
        can_become: Vec::new(),
    });
    let is_asked_after = !before.is_empty() && numbers.below(4) == 0;
    Question {
        id: format!("q{at}").as_str().into(),
        text: format!("Question {at}?"),
        why: String::new(),
        options: Options::Choose(choices.collect()),
        ask_when: if is_asked_after { conditions(before, numbers, 2) } else { Vec::new() },
        locked_when: Vec::new(),
    }
}

fn says(numbers: &mut Numbers) -> Says {
    let weight = [Weight::Weak, Weight::Moderate, Weight::Strong, Weight::Decisive][numbers.below(4)];
    match numbers.below(7) {
        0..4 => Says::For(weight),
        4..6 => Says::Against(weight),
        _ => Says::RulesOut,
    }
}

fn small_guide(base: &Guide, numbers: &mut Numbers) -> Guide {
    let mut guide = base.clone();
    guide.messages.clear();
    guide.questions.clear();
    for at in 0..2 + numbers.below(3) {
        let next = question(at, &guide.questions, numbers);
        guide.questions.push(next);
    }
    let topics: Vec<TopicId> = ["cellar", "kitchen", "attic", "hall"].map(TopicId::from).to_vec();
    let reasons = 1 + numbers.below(topics.len());
    let mut names = 0;
    let mut sign = |numbers: &mut Numbers, questions: &[Question]| {
        names += 1;
        let when = conditions(questions, numbers, 2);
        let unless = conditions(questions, numbers, 1);
        Sign { when, unless, says: says(numbers), because: format!("Sign {names}") }
    };
    guide.rules.reasons = (0..reasons)
        .map(|at| Reason {
            topic: topics[at].clone(),
            prior: [Prior::Rare, Prior::Uncommon, Prior::Common, Prior::VeryCommon][numbers.below(4)],
            signs: (0..=numbers.below(4)).map(|_| sign(numbers, &guide.questions)).collect(),
        })
        .collect();
    guide.rules.clashes.clear();
    if numbers.below(3) == 0 {
        let when = conditions(&guide.questions, numbers, 2);
        guide.rules.clashes.push(Clash { when, text: "These don’t go together".to_owned() });
    }
    guide.rules.invariants = (0..4).map(|at| invariant(at, &guide, numbers)).collect();
    let (answers, first) = (conditions(&guide.questions, numbers, 2), guide.rules.reasons[0].topic.clone());
    guide.rules.situations = vec![Situation { name: "Somebody".to_owned(), answers, first: vec![first] }];
    guide
}

fn invariant(at: usize, guide: &Guide, numbers: &mut Numbers) -> Invariant {
    let mut some = |out_of: usize| -> Vec<TopicId> {
        let reasons = guide.rules.reasons.iter().filter(|_| numbers.below(out_of) == 0);
        reasons.map(|reason| reason.topic.clone()).collect()
    };
    let verdicts = [Verdict::Unlikely, Verdict::Possible, Verdict::Likely, Verdict::VeryLikely];
    let kinds = [OutcomeKind::Found, OutcomeKind::Unknown, OutcomeKind::Contradiction];
    Invariant {
        name: format!("Invariant {at}"),
        first: if at == 0 { some(2) } else { Vec::new() },
        never_first: if at == 1 { some(3) } else { Vec::new() },
        never_shown: if at == 2 { some(4) } else { Vec::new() },
        at_least: (at == 2).then(|| verdicts[numbers.below(4)]),
        at_most: (at == 1).then(|| verdicts[numbers.below(4)]),
        outcome: (at == 3).then(|| kinds[numbers.below(3)]),
        never_outcome: (at == 2).then(|| kinds[numbers.below(3)]),
        when: conditions(&guide.questions, numbers, 2),
        unless: conditions(&guide.questions, numbers, 1),
        nothing_else: numbers.below(4) == 0,
    }
}

// ------------------------------------------------------------ brute force

/// Every combination of answers.
fn all_answers(guide: &Guide) -> Vec<Answers> {
    let mut all = vec![Answers::default()];
    for question in &guide.questions {
        let mut more = all.clone();
        for option in option_ids(question, &guide.messages) {
            more.extend(all.iter().cloned().map(|mut answers| {
                answers.set(question.id.clone(), Some(option.clone()));
                answers
            }));
        }
        all = more;
    }
    all
}

/// The answers without those to questions that do not apply.
fn counted(guide: &Guide, answers: &Answers) -> Answers {
    let mut counted = answers.clone();
    while let Some(aside) =
        guide.questions.iter().find(|asked| counted.get(&asked.id).is_some() && !applies(asked, &counted))
    {
        counted.set(aside.id.clone(), None);
    }
    counted
}

fn holds(condition: &Condition, answers: &Answers) -> bool {
    answers.get(&condition.0).is_some_and(|option| condition.1.contains(option))
}

/// What a reader is shown: of a contradiction that it is one, otherwise the outcome, the first reason and its word.
pub(super) fn shown(finding: &Finding) -> Option<(bool, Option<(TopicId, Verdict)>)> {
    let first = finding.ranked.first().map(|first| (first.topic.clone(), first.verdict));
    (!is_contradiction(finding)).then_some((finding.outcome == Outcome::Found, first))
}

fn is_contradiction(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::Contradiction(_))
}

/// Is it said of these answers?
fn is_inside(invariant: &Invariant, answers: &Answers) -> bool {
    let named = |question: &QuestionId| invariant.when.iter().any(|condition| condition.0 == *question);
    invariant.when.iter().all(|condition| holds(condition, answers))
        && !invariant.unless.iter().any(|condition| holds(condition, answers))
        && (!invariant.nothing_else || answers.iter().all(|(question, _)| named(question)))
}

pub(super) fn is_broken(invariant: &Invariant, answers: &Answers, finding: &Finding) -> bool {
    if !is_inside(invariant, answers) {
        return false;
    }
    let kind = match finding.outcome {
        Outcome::Found => OutcomeKind::Found,
        Outcome::Unknown => OutcomeKind::Unknown,
        Outcome::Contradiction(_) => OutcomeKind::Contradiction,
    };
    if invariant.outcome.is_some_and(|wanted| wanted != kind) || invariant.never_outcome == Some(kind) {
        return true;
    }
    if kind == OutcomeKind::Contradiction {
        return false;
    }
    let first = finding.ranked.first();
    let is_first = |topics: &[TopicId]| first.is_some_and(|first| topics.contains(&first.topic));
    !invariant.first.is_empty() && (!is_first(&invariant.first) || kind != OutcomeKind::Found)
        || is_first(&invariant.never_first)
        || finding
            .ranked
            .iter()
            .any(|ranked| invariant.never_shown.contains(&ranked.topic) && ranked.verdict >= Verdict::Possible)
        || invariant.at_least.is_some_and(|least| first.is_some_and(|first| first.verdict < least))
        || invariant.at_most.is_some_and(|most| finding.ranked.iter().any(|ranked| ranked.verdict > most))
}

/// What has to hold of the situations.
const SITUATIONS: &str = "In every situation the right reason comes first";

/// The faults of the property whose name starts like this.
fn faults<'a>(proof: &'a Proof, name: &str) -> &'a [Fault] {
    proof.properties.iter().find(|property| property.name.starts_with(name)).map_or(&[], |found| &found.faults)
}

/// Where the reason stands among those that are left, and how it is called.
fn place(finding: &Finding, topic: &TopicId) -> Option<(usize, Verdict)> {
    let at = finding.ranked.iter().position(|ranked| ranked.topic == *topic)?;
    Some((at, finding.ranked[at].verdict))
}

#[test]
fn the_proof_says_what_brute_force_finds() {
    let mut numbers = Numbers(31);
    let base = Guide::empty();
    for round in 0..rounds(2000) {
        let guide = small_guide(&base, &mut numbers);
        let proof = prove(&guide);
        let checker = Checker::new(&guide);
        let all: Vec<(Answers, Finding)> = all_answers(&guide)
            .into_iter()
            .map(|answers| {
                let finding = checker.diagnose(&answers);
                (counted(&guide, &answers), finding)
            })
            .collect();
        assert_eq!(proof.combinations, Some(all.len() as u128), "{round}");
        assert!(round % 20 != 0 || proof == prove(&guide), "the same guide gives the same proof");
        assert!(proof.properties.iter().all(|property| property.ruling() != Ruling::NotProven), "{round}: {proof:#?}");
        let situation = Invariant { name: SITUATIONS.to_owned(), ..guide.rules.situations[0].as_invariant() };
        for invariant in guide.rules.invariants.iter().chain([&situation]) {
            let broken = all.iter().filter(|(answers, finding)| is_broken(invariant, answers, finding));
            let smallest = broken.map(|(answers, _)| answers.len()).min();
            let told = faults(&proof, &invariant.name).first();
            let speaks_of_contradictions = invariant.outcome.is_some() || invariant.never_outcome.is_some();
            let applies = all.iter().any(|(answers, finding)| {
                is_inside(invariant, answers) && (speaks_of_contradictions || !is_contradiction(finding))
            });
            assert_eq!(
                told.is_some_and(|fault| fault.text.contains("never applies")),
                !applies,
                "{round}: {told:?} {invariant:?} {:#?}",
                guide.rules.clashes
            );
            let size = told.filter(|_| applies).map(|fault| fault.answers.as_ref().unwrap().len());
            assert_eq!(size, smallest, "{round}: {invariant:?}\n{told:?}\n{:#?}", guide.rules);
            if let Some(answers) = told.and_then(|fault| fault.answers.as_ref()) {
                assert!(is_broken(invariant, answers, &checker.diagnose(answers)), "{round}: {told:?}");
            }
        }
        let none_left = |(_, finding): &&(Answers, Finding)| finding.ranked.is_empty() && !is_contradiction(finding);
        let smallest = all.iter().filter(none_left).map(|(answers, _)| answers.len()).min();
        let told = faults(&proof, "Whatever is answered").first();
        assert_eq!(told.map(|fault| fault.answers.as_ref().unwrap().len()), smallest, "{round}");
        let alone = all.iter().filter(|(answers, finding)| answers.len() < 2 && is_contradiction(finding));
        let told = faults(&proof, "No answer alone").first();
        let size = told.map(|fault| fault.answers.as_ref().unwrap().len());
        assert_eq!(size, alone.map(|(answers, _)| answers.len()).min(), "{round}");
        assert!(faults(&proof, "What is ruled out").is_empty(), "{round}: {proof:?}");
        let decided = |name: &str| {
            proof.properties.iter().find(|property| property.name.starts_with(name)).map_or(0, |found| found.decided)
        };
        let signs: usize = guide.rules.reasons.iter().map(|reason| reason.signs.len()).sum();
        assert_eq!((decided("Every reason"), decided("Every sign")), (guide.rules.reasons.len(), signs), "{round}");
        dead_parts(&guide, &proof, &all, round);
    }
}

/// The reasons, options, signs and clashes without any use are those that the proof names.
fn dead_parts(guide: &Guide, proof: &Proof, all: &[(Answers, Finding)], round: usize) {
    let reasons = guide.rules.reasons.iter().filter(|reason| {
        !all.iter().any(|(_, finding)| finding.outcome == Outcome::Found && finding.ranked[0].topic == reason.topic)
    });
    let told: Vec<_> = faults(proof, "Every reason").iter().map(|fault| fault.text.clone()).collect();
    let reasons: Vec<_> =
        reasons.map(|reason| format!("“{}” never comes first, whatever is answered", reason.topic)).collect();
    assert_eq!(told, reasons, "{round}: {:#?}", guide.rules);

    let is_idle =
        |clash: &&Clash| !all.iter().any(|(answers, _)| clash.when.iter().all(|wanted| holds(wanted, answers)));
    let told = faults(proof, "Every clash");
    assert_eq!(guide.rules.clashes.iter().filter(is_idle).count(), told.len(), "{round}: {told:?}");

    let checker = Checker::new(guide);
    let mut options = 0;
    for question in &guide.questions {
        for option in option_ids(question, &guide.messages) {
            let is_used = all.iter().filter(|(answers, _)| answers.get(&question.id) == Some(&option)).any(
                |(answers, finding)| {
                    let mut without = answers.clone();
                    without.set(question.id.clone(), None);
                    shown(&checker.diagnose(&without)) != shown(finding)
                },
            );
            options += usize::from(!is_used);
        }
    }
    let told = faults(proof, "Every option");
    assert_eq!(options, told.len(), "{round}: {told:?}\n{:#?}", guide.rules);

    let mut signs = Vec::new();
    for (at, reason) in guide.rules.reasons.iter().enumerate() {
        for (sign, Sign { because, .. }) in reason.signs.iter().enumerate() {
            let mut without = guide.clone();
            without.rules.reasons[at].signs.remove(sign);
            let checker = Checker::new(&without);
            let is_used = all.iter().any(|(answers, finding)| {
                let then = checker.diagnose(answers);
                let is_quiet = !is_contradiction(finding) && !is_contradiction(&then);
                shown(&then) != shown(finding)
                    || is_quiet && place(&then, &reason.topic) != place(finding, &reason.topic)
            });
            if !is_used {
                signs.push(format!("“{because}”"));
            }
            let differ = all.iter().filter(|(answers, finding)| shown(&checker.diagnose(answers)) != shown(finding));
            let smallest = differ.map(|(answers, _)| answers.len()).min();
            let told = changes(guide, &without).unwrap();
            let [Change { text, effect }] = &told[..] else { panic!("{round}: {because} {told:#?}") };
            let moves = |(answers, finding): &&(Answers, Finding)| {
                let then = checker.diagnose(answers);
                let is_quiet = !is_contradiction(finding) && !is_contradiction(&then);
                is_quiet && place(&then, &reason.topic) != place(finding, &reason.topic)
            };
            let moved = all.iter().filter(moves).map(|(answers, _)| answers.len()).min();
            match effect {
                Comparison::Equal => assert_eq!((smallest, moved), (None, None), "{round}: {text}\n{:#?}", guide.rules),
                Comparison::Moves(answers) => {
                    assert_eq!((smallest, Some(answers.len())), (None, moved), "{round}: {text}");
                    let (here, there) = (Checker::new(guide).diagnose(answers), checker.diagnose(answers));
                    assert_ne!(place(&here, &reason.topic), place(&there, &reason.topic), "{round}: {text}");
                }
                Comparison::Differ(answers) => {
                    let (here, there) = (Checker::new(guide).diagnose(answers), checker.diagnose(answers));
                    assert_ne!(shown(&here), shown(&there), "{round}: {text} {answers:?}");
                    assert_eq!(Some(answers.len()), smallest, "{round}: {text}");
                }
                Comparison::Undecided => panic!("{round}: {because}"),
            }
        }
    }
    let told = faults(proof, "Every sign");
    let is_told = |name: &String| told.iter().any(|fault| fault.text.contains(name.as_str()));
    assert!(signs.len() == told.len() && signs.iter().all(is_told), "{round}: {signs:?} {told:?}\n{:#?}", guide.rules);
}

/// The guide with one thing of its rules put differently, or by chance the same.
fn edited(guide: &Guide, numbers: &mut Numbers) -> Guide {
    let mut guide = guide.clone();
    let at = numbers.below(guide.rules.reasons.len());
    let reason = &mut guide.rules.reasons[at];
    let when = conditions(&guide.questions, numbers, 2);
    let sign = Sign { when, unless: Vec::new(), says: says(numbers), because: "It is new".to_owned() };
    match numbers.below(4) {
        0 => reason.prior = [Prior::Rare, Prior::Uncommon, Prior::Common, Prior::VeryCommon][numbers.below(4)],
        1 => guide.rules.clashes = vec![Clash { when: sign.when, text: "These don’t go together".to_owned() }],
        2 => reason.signs.push(sign),
        _ => reason.signs[0] = sign,
    }
    guide
}

#[test]
fn what_an_edit_does_is_what_brute_force_finds() {
    let mut numbers = Numbers(33);
    let base = Guide::empty();
    let (mut equal, mut differ) = (0, 0);
    for round in 0..rounds(500) {
        let guide = small_guide(&base, &mut numbers);
        let after = edited(&guide, &mut numbers);
        let checkers = [&guide, &after].map(Checker::new);
        let is_other = |answers: &Answers| {
            let [here, there] = checkers.each_ref().map(|checker| shown(&checker.diagnose(answers)));
            here != there
        };
        let answers: Vec<Answers> = all_answers(&guide).iter().map(|answers| counted(&guide, answers)).collect();
        let smallest = answers.iter().filter(|answers| is_other(answers)).map(Answers::len).min();
        let told = changes(&guide, &after).unwrap();
        match &told[..] {
            [Change { effect: Comparison::Differ(answers), text }] => {
                assert!(is_other(answers), "{round}: {text}");
                assert_eq!(Some(answers.len()), smallest, "{round}: {text}");
                differ += 1;
            }
            [] | [Change { effect: Comparison::Equal | Comparison::Moves(_), .. }] => {
                assert_eq!(smallest, None, "{round}: {told:?}");
                equal += 1;
            }
            _ => panic!("{round}: {told:#?}"),
        }
    }
    assert!(equal > 0 && differ > 0, "{equal} {differ}");
}

#[test]
fn edits_that_only_show_together_are_told_together() {
    let mut numbers = Numbers(34);
    let mut before = small_guide(&Guide::empty(), &mut numbers);
    let reason = &mut before.rules.reasons[0];
    let condition = Condition("q0".into(), vec!["o0".into()]);
    let sign = |because: &str| Sign {
        when: vec![condition.clone()],
        unless: Vec::new(),
        says: Says::RulesOut,
        because: because.to_owned(),
    };
    reason.prior = Prior::VeryCommon;
    reason.signs = vec![sign("It is shut"), sign("It is locked")];
    before.rules.reasons.truncate(1);
    before.rules.clashes.clear();
    let mut after = before.clone();
    after.rules.reasons[0].signs.clear();
    let told = changes(&before, &after).unwrap();
    let [shut, locked, all] = &told[..] else { panic!("{told:#?}") };
    assert_eq!((&shut.effect, &locked.effect), (&Comparison::Equal, &Comparison::Equal));
    assert!(shut.text.contains("“It is shut”, taken out") && locked.text.contains("“It is locked”, taken out"));
    assert!(all.text.starts_with("All edits together"), "{}", all.text);
    let Comparison::Differ(answers) = &all.effect else { panic!("{all:#?}") };
    assert_eq!(answers.len(), 1);

    // Where something shows by itself, all of them together say nothing more.
    before.rules.reasons[0].signs.pop();
    after.rules.reasons[0].prior = Prior::Common;
    let told = changes(&before, &after).unwrap();
    assert!(told.len() == 2 && told.iter().any(|change| change.effect != Comparison::Equal), "{told:#?}");
}

#[test]
fn a_clash_that_no_answers_lead_to_is_named() {
    let mut guide = small_guide(&Guide::empty(), &mut Numbers(35));
    let clash = |text: &str, second: &str| Clash {
        when: vec![Condition("q0".into(), vec!["o0".into()]), Condition("q0".into(), vec![second.into()])],
        text: text.to_owned(),
    };
    guide.rules.clashes = vec![clash("Shut and shut", "o0"), clash("Shut and gone", "gone")];
    let proof = prove(&guide);
    let [fault] = faults(&proof, "Every clash") else { panic!("{proof:#?}") };
    assert!(fault.text.contains("“Shut and gone”"), "{}", fault.text);
}

#[test]
fn only_guides_with_the_same_questions_and_reasons_are_compared() {
    let guide = guide();
    assert_eq!(changes(&guide, &guide), Some(Vec::new()));
    let mut other = guide.clone();
    other.questions.pop();
    assert_eq!(changes(&guide, &other), None);
    let mut other = guide.clone();
    other.rules.reasons.swap(0, 1);
    assert_eq!(changes(&guide, &other), None);
}

// ------------------------------------------------------ the shipped guide

#[test]
fn the_built_in_edition_is_proven() {
    let guide = guide();
    let proof = prove(&guide);
    let faults: Vec<_> = proof.properties.iter().flat_map(|property| &property.faults).collect();
    assert!(proof.holds(), "{faults:#?}");
    assert_eq!(proof.combinations, Some(87_071_293_440));
    assert!(proof.properties.len() > guide.rules.invariants.len());
}

#[test]
fn what_is_proven_of_the_built_in_edition_holds_for_any_answers() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(32);
    for round in 0..rounds(20_000) {
        let answers = any_answers(&guide, &mut numbers, round % 101);
        let finding = checker.diagnose(&answers);
        for invariant in &guide.rules.invariants {
            assert!(!is_broken(invariant, &answers, &finding), "{}: {answers:?}", invariant.name);
        }
        assert!(!finding.ranked.is_empty(), "{answers:?}");
        match &finding.outcome {
            Outcome::Found => assert!(!finding.ranked[0].because.is_empty(), "{answers:?}"),
            Outcome::Contradiction(texts) => assert!(texts.iter().all(|text| !text.is_empty()), "{answers:?}"),
            Outcome::Unknown => {}
        }
    }
}

/// The faults of a copy of the shipped guide with something wrong in it.
fn planted(change: impl FnOnce(&mut Guide)) -> Vec<String> {
    let mut guide = guide();
    change(&mut guide);
    let proof = prove(&guide);
    assert_eq!(proof.ruling(), Ruling::CounterExample, "what was planted is found");
    proof.properties.into_iter().flat_map(|property| property.faults).map(|fault| fault.text).collect()
}

fn reason<'a>(guide: &'a mut Guide, topic: &str) -> &'a mut Reason {
    guide.rules.reasons.iter_mut().find(|reason| reason.topic.as_str() == topic).unwrap()
}

#[test]
fn a_planted_fault_is_named_with_the_smallest_answers() {
    let told = planted(|guide| {
        guide.rules.unknown.what_to_do.clear();
        let age = reason(guide, "age");
        age.signs.retain(|sign| sign.because != "The account is under 16");
    });
    let age = "How old is the account holder, by TikTok’s birth date? Under 16";
    assert!(told.iter().any(|text| text.starts_with(&format!("{age}: nothing stands out"))), "{told:#?}");

    let mute = "With nothing answered: nothing stands out, “You are not friends yet” (possible) is at the top";
    assert!(told.iter().any(|text| text == mute), "{told:#?}");

    let told = planted(|guide| {
        let when = vec![Condition("app".into(), vec!["old".into()]), Condition("blocker".into(), vec!["no".into()])];
        for reason in &mut guide.rules.reasons {
            let because = "It can’t be".to_owned();
            reason.signs.push(Sign { when: when.clone(), unless: Vec::new(), says: Says::RulesOut, because });
        }
    });
    let app = "Which TikTok app do you use? An older one";
    let blocker = "Do you use a VPN, or something that blocks ads? No";
    assert!(told.contains(&format!("{app} + {blocker}: nothing is offered")), "{told:#?}");

    let told = planted(|guide| {
        let sign = reason(guide, "phone").signs[0].clone();
        guide.rules.reasons[0].signs.push(Sign { says: Says::RulesOut, ..sign.clone() });
        reason(guide, "phone").signs.push(Sign { says: Says::RulesOut, ..sign });
    });
    assert!(told.iter().any(|text| text.contains("a contradiction is reported")), "{told:#?}");
}

#[test]
fn an_edit_says_what_is_different_and_where_it_shows() {
    let before = guide();
    let told = |edit: &dyn Fn(&mut Guide)| {
        let mut after = before.clone();
        edit(&mut after);
        let told = changes(&before, &after).unwrap();
        let [change] = &told[..] else { panic!("{told:#?}") };
        change.text.clone()
    };
    let words = told(&|guide| reason(guide, "age").signs[0].because = "Too young".to_owned());
    assert!(words.ends_with("”, in other words: changes nothing, whatever is answered"), "{words}");

    let nobody = || Condition("who".into(), vec!["everyone".into()]);
    let unless = told(&|guide| reason(guide, "age").signs[0].unless.push(nobody()));
    assert!(unless.contains("”, for other answers. "), "{unless}");
    let when = told(&|guide| reason(guide, "age").signs[0].when.push(nobody()));
    assert!(when.contains("”, for other answers. "), "{when}");

    let setting = told(&|guide| {
        let signs = &mut reason(guide, "own-privacy").signs;
        let sign = signs.iter_mut().find(|sign| sign.because == "The account is under 16").unwrap();
        sign.says = Says::For(Weight::Strong);
    });
    let start = "“Your own message setting”, sign ";
    let middle =
        "“The account is under 16”, For(Strong) instead of RulesOut: what comes first stays, but not what follows. ";
    assert!(setting.starts_with(start) && setting.contains(middle), "{setting}");
    let (_, place) = setting.split_once(": “Your own message setting” is ").unwrap();
    assert!(place.contains(" in place ") && place.ends_with("; before, ruled out"), "{setting}");

    let gone = told(&|guide| _ = guide.rules.invariants.remove(0));
    assert!(gone.starts_with("The invariant “") && gone.contains("” is gone"), "{gone}");
    let other = told(&|guide| _ = guide.rules.situations[0].answers.pop());
    assert!(other.starts_with("The situation “") && other.contains("” asks for something else"), "{other}");
}

#[test]
fn a_broken_promise_says_what_it_asked_for() {
    let mut guide = guide();
    let under_16 = || vec![Condition("age".into(), vec!["under-16".into()])];
    let promise = |name: &str| Invariant { name: name.to_owned(), when: under_16(), ..Invariant::default() };
    guide.rules.situations.clear();
    guide.rules.invariants = vec![
        Invariant { first: vec!["phone".into()], ..promise("first") },
        Invariant { first: vec!["not-friends".into()], when: Vec::new(), nothing_else: true, ..promise("top only") },
        // What holds is not told, however closely.
        Invariant {
            never_first: vec!["age".into()],
            at_least: Some(Verdict::VeryLikely),
            at_most: Some(Verdict::VeryLikely),
            ..promise("never first")
        },
        Invariant {
            when: vec![Condition("who".into(), vec!["everyone".into()])],
            at_least: Some(Verdict::VeryLikely),
            ..promise("at least")
        },
        Invariant { never_shown: vec!["age".into()], ..promise("never shown") },
        Invariant { at_most: Some(Verdict::Possible), ..promise("at most") },
        Invariant { outcome: Some(OutcomeKind::Unknown), ..promise("outcome") },
        Invariant { never_outcome: Some(OutcomeKind::Found), ..promise("never outcome") },
    ];
    let proof = prove_invariants(&guide);
    for (name, wanted) in [
        ("first", "“Phone number not verified” comes first"),
        ("top only", "“You are not friends yet” comes first"),
        ("never first", "“Under 16” never comes first"),
        ("never shown", "“Under 16” is ruled out or unlikely, not "),
        ("at least", "what comes first is at least very-likely"),
        ("at most", "nothing is more than possible"),
        ("outcome", "the outcome is Unknown"),
        ("never outcome", "the outcome is not Found"),
    ] {
        let [fault] = faults(&proof, name) else { panic!("{name}: {proof:#?}") };
        let (_, told) = fault.text.split_once(". Wanted: ").unwrap();
        assert!(told.starts_with(wanted) && !told.contains(';'), "{name}: {}", fault.text);
    }
}
