//! The staff program: what it writes and how it ends. Scripts depend on these shapes.

use std::fs;
use std::path::Path;

use serde_json::Value;
use unsent::app::Action;
use unsent::kit::{self, Outcome};

use crate::support::{Desk, TODAY};

/// How a run ended, and what it wrote for scripts and for people.
struct Run {
    outcome: Outcome,
    out: String,
    err: String,
}

#[track_caller]
fn kit(words: &[&str]) -> Run {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = kit::run(["unsent-kit"].iter().chain(words), TODAY, &mut out, &mut err).unwrap();
    Run { outcome, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// Runs a command that has to write one line of JSON and nothing else.
#[track_caller]
fn json(words: &[&str]) -> (String, Value) {
    let run = kit(words);
    assert_eq!(run.outcome, Outcome::Fine, "{}", run.err);
    assert!(run.out.ends_with('\n') && run.out.lines().count() == 1, "not one line: {}", run.out);
    let value = serde_json::from_str(&run.out).unwrap();
    (run.out, value)
}

/// The keys of an object in the order in which they are written.
fn keys(text: &str, names: &[&str]) -> Vec<usize> {
    names
        .iter()
        .map(|name| text.find(&format!("\"{name}\":")).unwrap_or_else(|| panic!("no {name} in {text}")))
        .collect()
}

#[track_caller]
fn assert_in_order(text: &str, names: &[&str]) {
    let places = keys(text, names);
    assert!(places.is_sorted(), "the keys are not in the order {names:?}: {text}");
}

#[track_caller]
fn assert_has_only(value: &Value, names: &[&str]) {
    let mut found: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    let mut names = names.to_vec();
    found.sort_unstable();
    names.sort_unstable();
    assert_eq!(found, names, "the keys of {value}");
}

fn topics(report: &Value) -> Vec<&str> {
    report["reasons"].as_array().unwrap().iter().map(|reason| reason["topic"].as_str().unwrap()).collect()
}

// --------------------------------------------------------------- diagnose

/// The paths whose day has passed, by the day that is given or else today’s.
#[test]
fn check_lists_the_paths_that_want_another_look() {
    let run = kit(&["check", "--stale"]);
    assert_eq!(run.outcome, Outcome::Fine);
    assert_eq!(run.out.lines().last(), Some("No path is due for another look on 2026-12-01."));
    let run = kit(&["check", "--stale", "--on", "2027-05-21"]);
    assert_eq!(run.outcome, Outcome::Fine, "on the day itself nothing has passed");
    let run = kit(&["check", "--stale", "--on", "2027-05-22"]);
    assert_eq!(run.outcome, Outcome::Problem);
    let ways: usize = unsent::content::open(None).guide.topics.iter().map(|topic| topic.ways.len()).sum();
    assert_eq!(run.out.lines().filter(|line| line.starts_with("2027-05-21  ")).count(), ways);
    assert!(run.out.contains("  phone/verify  "), "{}", run.out);
    assert!(run.out.ends_with(&format!("{ways} paths are due for another look on 2027-05-22.\n")), "{}", run.out);

    let run = kit(&["check", "--stale", "--on", "2027-05-22", "--json"]);
    assert!(run.out.ends_with('\n') && run.out.lines().count() == 1, "not one line: {}", run.out);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["stale"]["on"], "2027-05-22");
    assert_has_only(&report["stale"]["paths"][0], &["topic", "way", "title", "checked", "review_by"]);
    for wrong in [&["check", "--on", "2027-05-22"][..], &["check", "--stale", "--on", "May"]] {
        assert_eq!(kit(wrong).outcome, Outcome::WrongUsage, "{wrong:?}");
    }
}

#[test]
fn a_finding_is_one_line_with_its_keys_in_order() {
    let (line, report) = json(&["diagnose", "--answer", "follow=only-me", "--answer", "age=18-plus", "--json"]);
    assert_in_order(&line, &["outcome", "message", "reasons", "ruled_out", "next_question", "case"]);
    assert_has_only(&report, &["outcome", "message", "reasons", "ruled_out", "next_question", "case"]);
    assert_eq!((&report["outcome"], &report["message"]), (&Value::from("found"), &Value::Null));
    let first = &report["reasons"][0];
    assert_has_only(first, &["topic", "verdict", "because", "against"]);
    assert_in_order(&first_object(&line, "reasons"), &["topic", "verdict", "because", "against"]);
    assert_eq!(first["topic"], "not-friends");
    assert_eq!(first["because"], serde_json::json!(["Only you follow them"]));
    let out = report["ruled_out"].as_array().unwrap();
    assert!(!out.is_empty(), "an adult's account is not too young");
    assert_has_only(&out[0], &["topic", "because"]);
    for reason in report["reasons"].as_array().unwrap() {
        let verdict = reason["verdict"].as_str().unwrap();
        assert!(["very-likely", "likely", "possible", "unlikely"].contains(&verdict), "{verdict}");
    }
    assert!(report["next_question"].is_string(), "there is more to ask");
    assert!(report["case"].as_str().is_some_and(|case| case.len() >= 4 && case.contains('-')), "{report}");
}

/// The first object of a list, as it is written.
fn first_object(line: &str, list: &str) -> String {
    let from = line.find(&format!("\"{list}\":[")).unwrap();
    let rest = &line[from..];
    rest[..=rest.find('}').unwrap()].to_owned()
}

#[test]
fn a_reason_is_ranked_or_ruled_out_and_never_both() {
    let (_, report) = json(&["diagnose", "--answer", "follow=mutual", "--answer", "age=18-plus", "--json"]);
    let ranked = topics(&report);
    for out in report["ruled_out"].as_array().unwrap() {
        assert!(!ranked.contains(&out["topic"].as_str().unwrap()), "{out} is ranked, too");
    }
}

#[test]
fn without_answers_nothing_is_known_and_it_says_what_to_do() {
    let (line, report) = json(&["diagnose", "--json"]);
    assert_eq!(report["outcome"], "unknown");
    assert_in_order(&line, &["outcome", "message", "reasons", "ruled_out", "next_question", "case", "what_to_do"]);
    assert!(report["what_to_do"].as_array().is_some_and(|list| !list.is_empty()), "{report}");
    assert!(topics(&report).len() > 10, "every reason is still open");
}

#[test]
fn answers_that_disagree_are_named() {
    let guide = unsent::content::open(None).guide;
    let clash = &guide.rules.clashes[0];
    let answers: Vec<String> =
        clash.when.iter().map(|condition| format!("{}={}", condition.0, condition.1[0])).collect();
    let mut words = vec!["diagnose", "--json"];
    for answer in &answers {
        words.extend(["--answer", answer]);
    }
    let (line, report) = json(&words);
    assert_eq!(report["outcome"], "contradiction");
    assert_in_order(&line, &["case", "contradictions", "what_to_do"]);
    assert_eq!(report["contradictions"][0], clash.text.as_str());
}

#[test]
fn a_pasted_message_is_recognised_and_outranks_the_answers() {
    let (_, report) = json(&["diagnose", "--message", "ONLY FRIENDS can send messages to each other!", "--json"]);
    assert_eq!(report["message"], "only-friends");
    assert_eq!(topics(&report)[0], "not-friends");
    let by_id = json(&["diagnose", "--answer", "message=only-friends", "--json"]).1;
    assert_eq!(by_id, report, "the message's id says the same as its text");
}

#[test]
fn a_message_that_is_not_known_is_left_out_and_said() {
    let run = kit(&["diagnose", "--message", "lorem ipsum dolor", "--json"]);
    assert_eq!(run.outcome, Outcome::Fine);
    assert!(run.err.contains("not recognised"), "{}", run.err);
    assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["message"], Value::Null);
}

#[test]
fn unknown_questions_and_options_name_the_nearest_one() {
    for (answer, wrong, nearest) in [
        ("folow=mutual", "`folow`", "`follow`"),
        ("follow=mutal", "`mutal`", "`mutual`"),
        ("age=18", "`18`", "`18-plus`"),
    ] {
        let run = kit(&["diagnose", "--answer", answer, "--json"]);
        assert_eq!(run.outcome, Outcome::Problem, "{answer}");
        assert_eq!(run.out, "", "nothing for scripts to misread");
        assert!(run.err.contains(wrong), "{}", run.err);
        if answer != "age=18" {
            assert!(run.err.contains(&format!("did you mean {nearest}?")), "{}", run.err);
        }
    }
}

#[test]
fn not_sure_is_the_same_as_no_answer_and_two_different_answers_are_refused() {
    let empty = json(&["diagnose", "--json"]).0;
    assert_eq!(json(&["diagnose", "--answer", "follow=not-sure", "--json"]).0, empty);
    let twice = |answer| kit(&["diagnose", "--answer", "follow=mutual", "--answer", answer, "--json"]);
    assert_eq!(twice("follow=mutual").outcome, Outcome::Fine);
    let refused = twice("follow=only-me");
    assert_eq!((refused.outcome, refused.out.as_str()), (Outcome::WrongUsage, ""));
    assert!(refused.err.contains("`follow` is answered twice"), "{}", refused.err);
}

#[test]
fn the_order_of_the_answers_changes_nothing() {
    let one = ["diagnose", "--answer", "follow=only-me", "--answer", "age=16-17", "--json"];
    let other = ["diagnose", "--json", "--answer", "age=16-17", "--answer", "follow=only-me"];
    assert_eq!(json(&one).0, json(&other).0);
}

#[test]
fn people_get_lines_instead_of_json() {
    let run = kit(&["diagnose", "--answer", "follow=only-me"]);
    assert_eq!(run.outcome, Outcome::Fine);
    for part in ["Outcome: found", "You are not friends yet", "+ Only you follow them", "Ask next: ", "Case code: "] {
        assert!(run.out.contains(part), "“{part}” is not in\n{}", run.out);
    }
}

#[test]
fn the_window_and_the_staff_program_put_the_reasons_in_the_same_order() {
    let mut window = Desk::new().open();
    for answers in [
        vec![],
        vec!["follow=only-me"],
        vec!["who=everyone", "other-apps=fail"],
        vec!["follow=mutual", "age=under-16"],
        vec!["message=too-fast", "many-messages=yes"],
        vec!["problem=no-answer", "unanswered=three", "follow=neither"],
        vec!["who=everyone", "others-too=yes", "other-apps=work", "age=18-plus"],
        vec!["follow=mutual", "message=only-friends"],
    ] {
        let mut words = vec!["diagnose", "--json"];
        window.act(Action::StartOver);
        for answer in &answers {
            words.extend(["--answer", answer]);
            let (question, option) = answer.split_once('=').unwrap();
            window.act(Action::Answer(question.into(), Some(option.into())));
        }
        let (_, report) = json(&words);
        let finding = &window.state().finding;
        let order: Vec<&str> = finding.ranked.iter().map(|ranked| ranked.topic.as_str()).collect();
        assert_eq!(topics(&report), order, "{answers:?}");
        let verdicts: Vec<&str> = finding.ranked.iter().map(|ranked| ranked.verdict.as_str()).collect();
        let written: Vec<&str> =
            report["reasons"].as_array().unwrap().iter().map(|reason| reason["verdict"].as_str().unwrap()).collect();
        assert_eq!(written, verdicts, "{answers:?}");
        let next = window.state().next_question.as_ref().map(|id| id.as_str());
        assert_eq!(report["next_question"].as_str(), next, "{answers:?}");
    }
}

// ----------------------------------------------------------------- search

#[test]
fn hits_are_one_line_with_their_keys_in_order() {
    let (line, report) = json(&["search", "--json", "msg", "not", "sending"]);
    assert_in_order(&line, &["query", "hits"]);
    assert_has_only(&report, &["query", "hits"]);
    assert_eq!(report["query"], "msg not sending");
    let hits = report["hits"].as_array().unwrap();
    assert!(!hits.is_empty(), "something is found");
    for hit in hits {
        assert_has_only(hit, &["kind", "id", "topic", "title", "score"]);
        assert!(["topic", "faq", "message"].contains(&hit["kind"].as_str().unwrap()), "{hit}");
        assert!(hit["score"].is_number(), "{hit}");
    }
    assert_in_order(&first_object(&line, "hits"), &["kind", "id", "topic", "title", "score"]);
    let scores: Vec<f64> = hits.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|one, next| one >= next), "best first: {scores:?}");
}

#[test]
fn the_limit_is_kept_and_ten_without_one() {
    let count = |words: &[&str]| json(words).1["hits"].as_array().unwrap().len();
    assert_eq!(count(&["search", "--json", "--limit", "2", "messages"]), 2);
    assert_eq!(kit(&["search", "--limit", "0", "messages"]).outcome, Outcome::WrongUsage);
    assert_eq!(count(&["search", "--json", "messages"]), 10);
}

#[test]
fn after_two_dashes_everything_is_words() {
    let (_, report) = json(&["search", "--json", "--", "--limit", "wifi"]);
    assert_eq!(report["query"], "--limit wifi");
    assert_eq!(kit(&["search", "--json", "--unknown", "wifi"]).outcome, Outcome::WrongUsage);
}

#[test]
fn nothing_found_is_no_failure() {
    let run = kit(&["search", "qqqqqqq"]);
    assert_eq!((run.outcome, run.out.as_str()), (Outcome::Fine, "Nothing holds these words.\n"));
    assert_eq!(json(&["search", "--json", "qqqqqqq"]).1["hits"], serde_json::json!([]));
}

#[test]
fn the_window_finds_the_same_in_the_same_order() {
    let mut window = Desk::new().open();
    for words in ["wifi", "verify my number", "only friends can send messages to each other", "age"] {
        window.act(Action::Searched(words.to_owned()));
        let (_, report) = json(&["search", "--json", "--limit", "1000", "--", words]);
        let titles: Vec<&str> =
            report["hits"].as_array().unwrap().iter().map(|hit| hit["title"].as_str().unwrap()).collect();
        let shown: Vec<&str> = window.state().hits.iter().map(|hit| hit.title.as_str()).collect();
        assert_eq!(titles, shown, "{words}");
    }
}

// ------------------------------------------------------------------ check

fn good() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good").display().to_string()
}

#[test]
fn the_built_in_content_and_the_good_folder_have_no_mistakes() {
    let run = kit(&["check"]);
    assert_eq!((run.outcome, run.out.as_str()), (Outcome::Fine, "No mistakes in 18 topics.\n"));
    let run = kit(&["check", &good()]);
    assert_eq!((run.outcome, run.out.as_str()), (Outcome::Fine, "No mistakes in 3 topics.\n"));
    assert_eq!(kit(&["check", "--json"]).out, "{\"mistakes\":[]}\n");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").display().to_string();
    assert_eq!(kit(&["check", &source]).outcome, Outcome::Fine, "the folder that is compiled in");
}

#[test]
fn mistakes_end_the_check_with_a_problem_and_are_one_line_of_json() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("guide.ron"), "(format_version: 1,,)").unwrap();
    let path = folder.path().display().to_string();
    let run = kit(&["check", &path]);
    assert_eq!(run.outcome, Outcome::Problem);
    assert!(run.out.starts_with("faq.ron is missing") || run.out.contains("guide.ron:1:20: "), "{}", run.out);
    let run = kit(&["check", "--json", &path]);
    assert_eq!((run.outcome, run.out.lines().count()), (Outcome::Problem, 1));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    for mistake in report["mistakes"].as_array().unwrap() {
        assert_has_only(mistake, &["file", "line", "column", "what", "mend"]);
    }
}

#[test]
fn a_folder_that_is_not_there_is_a_problem_and_not_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere").display().to_string();
    let run = kit(&["check", &missing]);
    assert_eq!(run.outcome, Outcome::Problem);
    assert!(run.out.contains("nowhere"), "{}", run.out);
}

#[test]
fn commands_on_content_with_mistakes_answer_from_the_rest_and_fail() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere").display().to_string();
    for words in
        [vec!["diagnose", "--json", "--content", &missing], vec!["search", "--json", "--content", &missing, "wifi"]]
    {
        let run = kit(&words);
        assert_eq!(run.outcome, Outcome::Problem, "{words:?}");
        assert_eq!(run.out.lines().count(), 1, "{}", run.out);
        serde_json::from_str::<Value>(&run.out).unwrap();
        assert!(run.err.contains("mistakes"), "{}", run.err);
    }
}

// ------------------------------------------------------------------ usage

#[test]
fn help_and_version_are_no_failure_and_name_the_commands() {
    let run = kit(&["--help"]);
    assert_eq!((run.outcome, run.err.as_str()), (Outcome::Fine, ""));
    for command in ["check", "diagnose", "search"] {
        assert!(run.out.contains(command), "{}", run.out);
        assert_eq!(kit(&[command, "--help"]).outcome, Outcome::Fine);
    }
    let run = kit(&["--version"]);
    assert_eq!((run.outcome, run.out), (Outcome::Fine, format!("unsent-kit {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn wrong_usage_is_said_on_the_other_stream() {
    for words in
        [&[][..], &["chekc"], &["search"], &["search", "--limit", "many", "x"], &["diagnose", "--answer", "follow"]]
    {
        let run = kit(words);
        assert_eq!(run.outcome, Outcome::WrongUsage, "{words:?}");
        assert_eq!(run.out, "", "{words:?}");
        assert!(!run.err.is_empty(), "{words:?}");
    }
    assert!(kit(&["chekc"]).err.contains("check"), "the nearest command is named");
}

#[test]
fn outcomes_are_the_exit_codes_of_the_contract() {
    use std::process::ExitCode;
    let code = |outcome| format!("{:?}", ExitCode::from(outcome));
    assert_eq!(code(Outcome::Fine), format!("{:?}", ExitCode::from(0)));
    assert_eq!(code(Outcome::Problem), format!("{:?}", ExitCode::from(1)));
    assert_eq!(code(Outcome::WrongUsage), format!("{:?}", ExitCode::from(2)));
}
