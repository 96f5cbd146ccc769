//! Case codes: there and back, and every slip of the pen noticed.

use unsent::content::model::{Choice, Options};
use unsent::kit::{self, Outcome as Ended};
use unsent::rules::{Answers, CaseFault, decode, encode, option_ids};

use super::made_up::written;
use super::weighing::any_answers;
use crate::support::{Numbers, TODAY, answers, guide};

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[test]
fn any_answers_survive_the_way_there_and_back() {
    let guide = guide();
    let mut numbers = Numbers(11);
    for round in 0..2000 {
        let answers = any_answers(&guide, &mut numbers, round % 101);
        let code = encode(&guide, &answers);
        assert_eq!(decode(&guide, &code).as_ref(), Ok(&answers), "{code}");
    }
}

#[test]
fn every_single_answer_has_a_code_of_its_own() {
    let guide = guide();
    let mut codes = vec![encode(&guide, &Answers::default())];
    for question in &guide.questions {
        for option in option_ids(question, &guide.messages) {
            codes.push(encode(&guide, &answers(&guide, &[&format!("{}={option}", question.id)])));
        }
    }
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all);
}

#[test]
fn a_code_is_short_and_in_groups_of_four() {
    let guide = guide();
    let mut numbers = Numbers(12);
    let few = encode(&guide, &answers(&guide, &["who=one-person", "follow=only-me"]));
    assert_eq!(few.len(), "K7Q2-9FMX".len(), "{few}");
    for round in 0..500 {
        let code = encode(&guide, &any_answers(&guide, &mut numbers, round % 101));
        assert!(code.len() <= "K7Q2-9FMX-K7Q2".len(), "{code}");
        assert!(code.split('-').all(|group| group.len() == 4 && group.chars().all(|symbol| ALPHABET.contains(symbol))));
    }
}

#[test]
fn small_letters_spaces_and_look_alikes_are_forgiven() {
    let guide = guide();
    let mut numbers = Numbers(13);
    for round in 0..500 {
        let answers = any_answers(&guide, &mut numbers, round % 101);
        let code = encode(&guide, &answers);
        let spaced = code.replace('-', " ");
        let spellings = [
            code.to_lowercase(),
            code.replace('-', ""),
            format!("  {spaced}\n"),
            code.replace('-', " – "),
            code.replace('0', "O").replace('1', "I"),
            code.replace('0', "o").replace('1', "l"),
        ];
        for spelling in spellings {
            assert_eq!(decode(&guide, &spelling).as_ref(), Ok(&answers), "{spelling}");
        }
    }
}

#[test]
fn every_single_wrong_character_is_noticed() {
    let guide = guide();
    let mut numbers = Numbers(14);
    for round in 0..50 {
        let code: Vec<char> = encode(&guide, &any_answers(&guide, &mut numbers, round * 2)).chars().collect();
        for at in (0..code.len()).filter(|&at| code[at] != '-') {
            for wrong in ALPHABET.chars().filter(|&wrong| wrong != code[at]) {
                let mut typed = code.clone();
                typed[at] = wrong;
                let typed: String = typed.into_iter().collect();
                assert_eq!(decode(&guide, &typed), Err(CaseFault::Mistyped), "{typed}");
            }
        }
    }
}

#[test]
fn every_swap_of_neighbours_is_noticed() {
    let guide = guide();
    let mut numbers = Numbers(15);
    for round in 0..500 {
        let code = encode(&guide, &any_answers(&guide, &mut numbers, round % 101)).replace('-', "");
        let code: Vec<char> = code.chars().collect();
        for at in (1..code.len()).filter(|&at| code[at] != code[at - 1]) {
            let mut typed = code.clone();
            typed.swap(at, at - 1);
            let typed: String = typed.into_iter().collect();
            assert_eq!(decode(&guide, &typed), Err(CaseFault::Mistyped), "{typed}");
        }
    }
}

#[test]
fn a_code_of_another_edition_says_so() {
    let guide = guide();
    let code = encode(&guide, &answers(&guide, &["who=everyone", "app=old"]));
    let mut reworded = guide.clone();
    reworded.questions[1].text = "What is the matter?".to_owned();
    assert!(decode(&reworded, &code).is_ok(), "a new text leaves the codes as they are");
    let mut longer = guide.clone();
    let Options::Choose(choices) = &mut longer.questions[1].options else { panic!("the problem has choices") };
    choices.push(Choice { id: "other".into(), text: "Something else".to_owned(), can_become: Vec::new() });
    assert_eq!(decode(&longer, &code), Err(CaseFault::OtherEdition));
    let mut reordered = guide.clone();
    reordered.questions.swap(1, 2);
    assert_eq!(decode(&reordered, &code), Err(CaseFault::OtherEdition));
}

#[test]
fn what_is_no_code_is_refused_and_never_a_panic() {
    let guide = guide();
    assert_eq!(decode(&guide, ""), Err(CaseFault::TooShort));
    assert_eq!(decode(&guide, "K7"), Err(CaseFault::TooShort));
    assert_eq!(decode(&guide, "K7Q2-9FM!"), Err(CaseFault::Strange('!')));
    assert_eq!(decode(&guide, "UUUU"), Err(CaseFault::Strange('U')));
    let code = encode(&guide, &answers(&guide, &["who=everyone"]));
    assert!(decode(&guide, &format!("{code}-0000")).is_err());
    assert!(decode(&guide, &"Z".repeat(5000)).is_err());
    let mut numbers = Numbers(16);
    for _ in 0..20_000 {
        let length = numbers.below(16);
        let typed: String = (0..length).map(|_| ALPHABET.as_bytes()[numbers.below(32)] as char).collect();
        if let Ok(answers) = decode(&guide, &typed) {
            assert_eq!(encode(&guide, &answers).replace('-', ""), typed);
        }
    }
}

/// What `unsent-kit diagnose` says to these words, and how it ends.
fn diagnosed(words: &[&str]) -> (Ended, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let ended = kit::run(["unsent-kit", "diagnose"].iter().chain(words), TODAY, &mut out, &mut err).unwrap();
    (ended, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_staff_program_says_the_same_to_a_code_as_to_its_answers() {
    let guide = guide();
    let code = encode(&guide, &answers(&guide, &["who=one-person", "follow=only-me"]));
    for form in [&["--json"][..], &[]] {
        let by_answers = diagnosed(&[&["--answer", "who=one-person", "--answer", "follow=only-me"], form].concat());
        assert_eq!(by_answers.0, Ended::Fine);
        assert!(by_answers.1.contains(&code), "{}", by_answers.1);
        assert_eq!(diagnosed(&[&["--case", &code], form].concat()), by_answers);
        assert_eq!(diagnosed(&[&["--case", &code.to_lowercase().replace('-', " ")], form].concat()), by_answers);
    }
}

#[test]
fn the_staff_program_says_in_plain_words_what_is_wrong_with_a_code() {
    let (ended, out, err) = diagnosed(&["--case", "K7Q!"]);
    assert_eq!((ended, out.as_str()), (Ended::Problem, ""));
    assert_eq!(err, "`K7Q!` can’t be read: no code has the character `!` in it\n");
    let (ended, out, err) = diagnosed(&["--case", "7", "--json"]);
    assert_eq!((ended, out.as_str()), (Ended::Problem, ""));
    assert!(err.contains("too short"), "{err}");
}

#[test]
fn a_code_goes_with_neither_answers_nor_a_message() {
    for other in [["--answer", "who=everyone"], ["--message", "too fast"]] {
        let (ended, out, err) = diagnosed(&[&["--case", "K7Q2-9FMX"], &other[..]].concat());
        assert_eq!((ended, out.as_str()), (Ended::WrongUsage, ""));
        assert!(err.contains("--case") && err.contains(other[0]), "{err}");
    }
}

/// A code is read out today and typed in with next month's program.
#[test]
fn a_code_that_was_given_out_stays_the_same() {
    let doors = written(
        r#"
        (id: "painted", text: "", why: "", options: Choose([(id: "yes", text: ""), (id: "no", text: "")])),
        (id: "handle", text: "", why: "", options: Choose([(id: "brass", text: ""), (id: "steel", text: "")])),
        "#,
        "",
    );
    assert_eq!(encode(&doors, &Answers::default()), "QC0X");
    assert_eq!(encode(&doors, &answers(&doors, &["painted=no", "handle=brass"])), "QC5Q");
}
