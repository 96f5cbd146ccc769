//! Each action against the built-in guide: what it changes, and what it leaves alone.

use super::steps::shown_steps;
use super::*;
use crate::content::load;
use crate::content::model::{Platform, WayId};
use crate::rules::encode;

/// A window that has just been opened.
fn start() -> (Library, State) {
    let library = Library::from(load::open(None));
    let state = State::new(&library, Saved::default());
    (library, state)
}

fn topic(id: &str) -> Page {
    Page::Topic(id.into())
}

#[test]
fn back_returns_through_every_page_and_to_its_own_visit() {
    let (library, mut state) = start();
    let mut left = Vec::new();
    for page in [topic("age"), topic("phone"), Page::Checker, Page::Faq, Page::Settings, Page::About] {
        left.push((state.page.clone(), state.visit));
        state.apply(&library, Action::Go(page));
    }
    for (page, visit) in left.into_iter().rev() {
        assert!(state.page_before().is_some(), "there is a page before {:?}", state.page);
        state.apply(&library, Action::Back);
        assert_eq!((&state.page, state.visit), (&page, visit));
    }
    assert!(state.page_before().is_none(), "the first page has none before it");
    state.apply(&library, Action::Back);
    assert_eq!(state.page, Page::Guide);
}

#[test]
fn going_where_one_is_leaves_no_step_to_go_back() {
    let (library, mut state) = start();
    state.apply(&library, Action::Go(Page::Guide));
    assert!(state.page_before().is_none(), "nothing was left");
    assert_eq!(state.focus, Some(Focus::PageTop));
}

#[test]
fn back_remembers_a_hundred_pages_and_no_more() {
    let (library, mut state) = start();
    for number in 0..3 * MAX_HISTORY {
        state.apply(&library, Action::Go(if number % 2 == 0 { Page::Faq } else { Page::About }));
    }
    let mut count = 0;
    while state.page_before().is_some() {
        state.apply(&library, Action::Back);
        count += 1;
    }
    assert_eq!(count, MAX_HISTORY);
}

#[test]
fn a_step_in_hand_is_the_first_open_one_unless_another_was_chosen() {
    let (library, mut state) = start();
    let phone = library.guide.topic(&"phone".into()).unwrap().clone();
    let at_hand = |state: &State| state.step_in_hand(&library, &phone).map(|(way, step)| (way.to_string(), step));
    let verify = |step| Some(("verify".to_owned(), step));
    assert_eq!(at_hand(&state), verify(0));
    for (action, expected) in [
        (Action::TickStep("phone".into(), "verify".into(), 0), verify(1)),
        (Action::TakeStep("phone".into(), "verify".into(), 5), verify(5)),
        // Ticked out of turn: the first open one comes next.
        (Action::TickStep("phone".into(), "verify".into(), 5), verify(1)),
        // A tick taken away is in hand again.
        (Action::TickStep("phone".into(), "verify".into(), 5), verify(5)),
        // A step that is not there changes nothing.
        (Action::TakeStep("phone".into(), "gone".into(), 0), verify(5)),
        (Action::TakeStep("phone".into(), "verify".into(), 99), verify(5)),
        (Action::NextStep("phone".into()), verify(6)),
        (Action::PreviousStep("phone".into()), verify(5)),
        (Action::ClearSteps("phone".into()), verify(0)),
        (Action::PreviousStep("phone".into()), verify(0)),
    ] {
        state.apply(&library, action.clone());
        assert_eq!(at_hand(&state), expected, "after {action:?}");
    }
}

#[test]
fn next_after_the_last_step_of_a_way_leaves_none_in_hand_and_back_takes_the_last_again() {
    let (library, mut state) = start();
    let phone = library.guide.topic(&"phone".into()).unwrap().clone();
    let way = &phone.ways[0];
    let steps = shown_steps(&library, way, &state.saved);
    assert!(phone.ways.len() > 1, "the card has another way, which Next must not run into");
    for _ in &steps {
        state.apply(&library, Action::NextStep(phone.id.clone()));
    }
    assert_eq!(state.step_in_hand(&library, &phone), None);
    assert_eq!(state.way_in_hand(&phone).map(|way| &way.id), Some(&way.id));
    assert!(steps.iter().all(|step| state.saved.is_ticked(&phone.id, &way.id, *step)), "all of them are ticked");
    state.apply(&library, Action::PreviousStep(phone.id.clone()));
    assert_eq!(state.step_in_hand(&library, &phone), Some((way.id.clone(), *steps.last().unwrap())));
}

#[test]
fn the_other_phones_steps_are_never_in_hand() {
    let (library, mut state) = start();
    let app = library.guide.topic(&"app".into()).unwrap().clone();
    let update = |step| Some((WayId::from("update"), step));
    assert_eq!(state.step_in_hand(&library, &app), update(0));
    state.apply(&library, Action::UsePlatform(Platform::Android));
    assert_eq!(state.step_in_hand(&library, &app), update(1));
    state.apply(&library, Action::NextStep("app".into()));
    assert_eq!(state.step_in_hand(&library, &app), update(2));
}

#[test]
fn actions_on_a_card_that_is_not_there_do_nothing() {
    let (library, mut state) = start();
    for action in
        [Action::NextStep("gone".into()), Action::PreviousStep("gone".into()), Action::ClearSteps("gone".into())]
    {
        state.apply(&library, action);
        assert_eq!(state.saved, Saved::default());
    }
}

#[test]
fn not_yet_leads_to_what_is_worth_trying_next() {
    let (library, mut state) = start();
    state.apply(&library, Action::Helped("age".into(), false));
    assert_eq!(state.page, Page::Checker, "without an answer nothing is likely");
    assert_eq!(state.notice, Some(Notice::AnswerFirst));
    state.apply(&library, Action::Answer("follow".into(), Some("only-me".into())));
    for tried in ["not-friends", "network"] {
        state.apply(&library, Action::Helped(tried.into(), false));
        let fixes = library.checker.fixes(&library.guide, &state.saved.answers, &state.saved.tried);
        assert_eq!(state.page, Page::Topic(fixes[0].topic.clone()));
        assert!(!state.saved.tried.contains(&fixes[0].topic), "what was tried does not come again");
    }
    state.apply(&library, Action::StartOver);
    assert!(state.saved.tried.is_empty(), "starting over forgets what was tried");
}

#[test]
fn an_interview_asks_goes_back_and_changes_without_losing_an_answer() {
    let (library, mut state) = start();
    let open = |state: &State| state.interview.as_ref().unwrap().next(&library.checker, &state.saved.answers);
    state.apply(&library, Action::Answer("who".into(), Some("one-person".into())));
    state.apply(&library, Action::Interview(true));
    let first = open(&state).unwrap();
    state.apply(&library, Action::Skip(first.clone()));
    assert!(state.saved.not_sure.contains(&first), "skipped is not sure");
    let second = open(&state).unwrap();
    assert_ne!(second, first);
    state.apply(&library, Action::PreviousQuestion);
    assert_eq!(open(&state), Some(first));
    state.apply(&library, Action::TakeUp("who".into()));
    assert_eq!(open(&state), Some("who".into()));
    assert_eq!(state.saved.answers.get(&"who".into()), Some(&"one-person".into()), "its answer stays until then");
    state.apply(&library, Action::Interview(false));
    assert_eq!(state.interview, None);
}

#[test]
fn a_case_brings_its_answers_and_a_bad_code_changes_nothing() {
    let (library, mut state) = start();
    state.apply(&library, Action::Answer("follow".into(), Some("only-me".into())));
    let code = encode(&library.guide, &state.saved.answers);
    let (finding, answers) = (state.finding.clone(), state.saved.answers.clone());
    state.apply(&library, Action::TypeCase("nonsense!".to_owned()));
    state.apply(&library, Action::OpenCase);
    assert!(matches!(state.notice, Some(Notice::CaseRefused(_))), "{:?}", state.notice);
    assert_eq!(state.saved.answers, answers);
    state.apply(&library, Action::StartOver);
    state.apply(&library, Action::TypeCase(code.to_lowercase()));
    state.apply(&library, Action::OpenCase);
    assert_eq!((state.page.clone(), &state.finding, &state.saved.answers), (Page::Checker, &finding, &answers));
}

#[test]
fn answers_that_were_taken_back_are_one_press_away() {
    let (library, mut state) = start();
    state.apply(&library, Action::StartOver);
    assert_eq!((state.notice.take(), state.case_text.as_str()), (None, ""), "there was nothing to lose");
    state.apply(&library, Action::Answer("follow".into(), Some("only-me".into())));
    let answers = state.saved.answers.clone();
    state.apply(&library, Action::StartOver);
    assert!(state.saved.answers.is_empty());
    assert_eq!(state.notice, Some(Notice::StartedOver));
    state.apply(&library, Action::OpenCase);
    assert_eq!(state.saved.answers, answers);
}

#[test]
fn an_address_is_opened_only_after_yes_and_only_on_a_trusted_host() {
    let (library, mut state) = start();
    let ask = |url: &str| Action::AskToOpen("A page".to_owned(), url.to_owned());
    assert_eq!(state.apply(&library, Action::Confirm), None, "nothing was asked");
    let url = "https://support.tiktok.com/en/";
    assert_eq!(state.apply(&library, ask(url)), None);
    assert_eq!(state.apply(&library, Action::Cancel), None);
    assert_eq!(state.apply(&library, Action::Confirm), None, "it was cancelled");
    state.apply(&library, ask(url));
    assert_eq!(state.apply(&library, Action::Confirm), Some(Effect::Open(url.to_owned())));
    for url in [
        "http://support.tiktok.com/en/",
        "https://support.tiktok.com.example.com/",
        "https://support.tiktok.com@example.com/",
        "https://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "",
    ] {
        state.apply(&library, ask(url));
        assert_eq!(state.apply(&library, Action::Confirm), None, "{url}");
        assert!(matches!(state.notice, Some(Notice::LinkRefused(_))), "{url} is refused aloud");
        assert_eq!(state.dialog, None);
    }
}

#[test]
fn deleting_takes_back_everything_that_was_chosen_or_done() {
    let (library, mut state) = start();
    for action in [
        Action::UsePlatform(Platform::Android),
        Action::StepTextSize(true),
        Action::TakeStep("phone".into(), "verify".into(), 5),
        Action::Answer("follow".into(), Some("only-me".into())),
        Action::DescribeMessage("Not Sent".to_owned()),
        Action::NotSure("age".into()),
        Action::Helped("network".into(), false),
        Action::AskToDelete,
    ] {
        assert_eq!(state.apply(&library, action), None);
    }
    assert_eq!(state.apply(&library, Action::Confirm), Some(Effect::DeleteSaved));
    let fresh = State::new(&library, Saved::default());
    assert_eq!((&state.saved, &state.finding), (&fresh.saved, &fresh.finding));
    assert_eq!(state.next_question, fresh.next_question);
}

#[test]
fn a_described_message_answers_its_question_and_an_unknown_one_takes_the_answer_back() {
    let (library, mut state) = start();
    let question = library.guide.message_question().unwrap().id.clone();
    state.apply(&library, Action::CheckMessage("only friends can send messages to each other".to_owned()));
    assert_eq!(state.saved.answers.get(&question), Some(&"only-friends".into()));
    assert_eq!((&state.page, state.finding.ranked[0].topic.as_str()), (&Page::Checker, "not-friends"));
    state.apply(&library, Action::DescribeMessage("hello".to_owned()));
    assert_eq!(state.saved.answers.get(&question), None);
    assert_eq!(state.saved.message_text, "hello");
}

#[test]
fn a_question_opened_from_a_card_is_found_whatever_was_filtered() {
    let (library, mut state) = start();
    state.apply(&library, Action::FilterFaq("qqqqqqq".to_owned()));
    assert_eq!(state.faq_found, []);
    state.apply(&library, Action::OpenFaq("vpn".into()));
    assert_eq!((&state.page, state.faq_filter.as_str()), (&Page::Faq, ""));
    assert!(state.faq_found.contains(&"vpn".into()) && state.faq_open.contains(&"vpn".into()), "it is there, unfolded");
    assert_eq!(state.faq_target, Some("vpn".into()));
}

#[test]
fn copying_says_so_and_text_sizes_stop_at_their_ends() {
    let (library, mut state) = start();
    assert_eq!(state.apply(&library, Action::Copy("x".to_owned())), Some(Effect::Copy("x".to_owned())));
    assert_eq!(state.notice, Some(Notice::Copied));
    for _ in 0..9 {
        state.apply(&library, Action::StepTextSize(true));
    }
    assert_eq!(state.saved.text_size.percent(), 200);
}
