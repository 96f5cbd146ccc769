//! The form and its result.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use unsent::app::{Action, Page};
use unsent::content::markup::plain;
use unsent::content::model::{OptionId, Options};
use unsent::rules::{Outcome, applies};
use unsent::ui::words;

use crate::support::{Desk, Window};

const FOLLOW: &str = "Do you follow each other?";

/// Presses an answer in the group that is named after its question.
#[track_caller]
fn choose(window: &mut Window, question: &str, option: &str) {
    window.find_in((Role::RadioGroup, question), Role::RadioButton, option).click_accesskit();
    window.run();
}

fn checker() -> Window {
    let mut window = Desk::new().open();
    window.press(Role::Button, words::FIND_MY_REASON);
    assert_eq!(window.state().page, Page::Checker, "the button leads to the checker");
    window
}

#[test]
fn an_answer_moves_its_reason_to_the_front_and_the_button_leads_there() {
    let mut window = checker();
    window.assert_shows(words::NOTHING_ANSWERED);
    choose(&mut window, FOLLOW, "Only I follow");
    assert_eq!(window.state().finding.ranked[0].topic.as_str(), "not-friends");
    assert_eq!(window.state().finding.outcome, Outcome::Found);
    window.find(Role::Heading, "You are not friends yet");
    window.assert_shows(words::MOST_LIKELY);
    window.assert_shows(&window.state().finding.ranked[0].because[0].clone());
    window.click(Role::Button, words::SHOW_WHAT_TO_DO);
    assert_eq!(window.state().page, Page::Topic("not-friends".into()));
}

#[test]
fn every_question_shows_its_options_and_takes_each_of_them() {
    let mut window = checker();
    for question in window.guide().questions {
        let Options::Choose(choices) = &question.options else { continue };
        for choice in choices {
            window.act(Action::StartOver);
            for condition in &question.ask_when {
                window.act(Action::Answer(condition.0.clone(), condition.1.first().cloned()));
            }
            assert!(applies(&question, &window.state().saved.answers), "{} is asked", question.id);
            choose(&mut window, &question.text, &choice.text);
            assert_eq!(window.state().saved.answers.get(&question.id), Some(&choice.id));
        }
    }
}

#[test]
fn not_sure_takes_an_answer_back_and_so_does_a_second_press() {
    let mut window = checker();
    for again in [words::NOT_SURE, "Neither"] {
        choose(&mut window, FOLLOW, "Neither");
        assert_eq!(window.state().saved.answers.len(), 1);
        choose(&mut window, FOLLOW, again);
        assert!(window.state().saved.answers.is_empty(), "“{again}” takes the answer back");
        window.assert_shows(words::NOTHING_ANSWERED);
    }
}

#[test]
fn not_sure_is_kept_and_another_question_comes_next() {
    let mut window = checker();
    let first = window.state().next_question.clone().unwrap();
    window.act(Action::NotSure(first.clone()));
    assert_ne!(window.state().next_question, Some(first.clone()), "the same question is asked again");
    let why = window.guide().question(window.state().next_question.as_ref().unwrap()).unwrap().why.clone();
    window.assert_shows(&why);
    window.act(Action::StartOver);
    assert_eq!(window.state().next_question, Some(first), "starting over forgets it");
}

#[test]
fn the_chosen_answer_says_that_it_is_chosen() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Yes, both");
    let toggled = |name| window.find(Role::RadioButton, name).accesskit_node().toggled();
    assert_eq!(toggled("Yes, both"), Some(Toggled::True));
    assert_eq!(toggled("Only I follow"), Some(Toggled::False));
}

#[test]
fn a_pasted_message_is_recognised_and_outranks_the_rest() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Yes, both");
    window.paste("Does TikTok show a message?", "you are sending messages TOO FAST, take a rest");
    window.assert_shows("You are sending messages too fast. Take a rest.");
    assert_eq!(window.state().finding.ranked[0].topic.as_str(), "restriction");
}

#[test]
fn an_unknown_message_is_said_to_be_unknown_and_can_be_picked_from_the_list() {
    let mut window = checker();
    window.paste("Does TikTok show a message?", "lorem ipsum dolor sit amet");
    window.assert_shows(words::NOT_RECOGNISED);
    assert!(window.state().saved.answers.is_empty(), "nothing was answered");
    window.click(Role::Link, words::PICK_MESSAGE);
    for message in window.guide().messages {
        window.find(Role::RadioButton, &message.shown());
    }
    window.press(Role::RadioButton, "To send messages, unblock this account.");
    assert_eq!(window.state().finding.ranked[0].topic.as_str(), "blocked");
    window.assert_hides(words::NOT_RECOGNISED);
}

#[test]
fn answers_that_disagree_are_named() {
    let mut window = checker();
    for clash in window.guide().rules.clashes {
        window.act(Action::StartOver);
        for condition in &clash.when {
            window.act(Action::Answer(condition.0.clone(), condition.1.first().cloned()));
        }
        window.assert_shows(&window.guide().rules.contradiction.title);
        window.assert_shows(&clash.text);
        window.assert_hides(words::MOST_LIKELY);
    }
}

#[test]
fn where_nothing_stands_out_it_is_said_with_what_to_do() {
    let mut window = checker();
    choose(&mut window, "What goes wrong?", "My messages don’t send");
    let unknown = window.guide().rules.unknown;
    assert_eq!(window.state().finding.outcome, Outcome::Unknown);
    window.assert_shows(&unknown.title);
    for advice in &unknown.what_to_do {
        window.assert_shows(&plain(advice));
    }
}

#[test]
fn what_is_ruled_out_is_said_with_the_answer_that_did_it() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Yes, both");
    choose(&mut window, "How old is the account holder, by TikTok’s birth date?", "18 or over");
    let ruled_out = window.state().finding.ruled_out.clone();
    assert!(!ruled_out.is_empty(), "some reasons are out of the question");
    window.assert_shows(words::RULED_OUT);
    for out in ruled_out {
        window.assert_shows(&window.guide().topic(&out.topic).unwrap().title);
        window.assert_shows(&out.because[0]);
    }
}

#[test]
fn the_most_useful_question_is_marked_with_why_we_ask() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Only I follow");
    let next = window.state().next_question.clone().unwrap();
    let guide = window.guide();
    let next = guide.question(&next).unwrap();
    let said: Vec<String> = window.said().into_iter().map(|(_, said)| said).collect();
    let mark = said.iter().position(|said| said == words::MOST_USEFUL).unwrap();
    assert_eq!(said[mark + 1..][..3], [next.text.clone(), next.text.clone(), next.why.clone()], "group, title, why");
}

#[test]
fn an_answer_moves_no_question_under_the_mouse() {
    for width in [1200.0, 360.0] {
        let mut window = Desk::new().size(width, 800.0).open();
        window.go(Page::Checker);
        for question in window.guide().questions {
            let Options::Choose(choices) = &question.options else { continue };
            let top = |window: &Window| {
                let group = (Role::RadioGroup, question.text.as_str());
                window.find_in(group, Role::RadioButton, &choices[0].text).rect().top()
            };
            let before = top(&window);
            choose(&mut window, &question.text, &choices[0].text);
            assert_eq!(top(&window), before, "“{}” at {width}", question.text);
        }
    }
}

#[test]
fn where_something_decisive_was_said_nothing_else_is_proposed() {
    let mut window = checker();
    let question = window.guide().question(&"age".into()).unwrap().text.clone();
    choose(&mut window, FOLLOW, "Only I follow");
    window.assert_shows("1. ");
    window.assert_shows("Try in this order");
    choose(&mut window, &question, "Under 16");
    window.assert_hides("Try in this order");
    window.find(Role::Button, words::SHOW_WHAT_TO_DO);
}

#[test]
fn what_was_tried_gives_its_button_to_what_is_next() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Only I follow");
    window.act(Action::Helped("not-friends".into(), false));
    let next = window.state().fixes[0].topic.clone();
    window.go(Page::Checker);
    window.assert_shows(words::TRIED);
    window.click(Role::Button, words::SHOW_NEXT);
    assert_eq!(window.state().page, Page::Topic(next));
}

#[test]
fn start_over_takes_everything_back() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Neither");
    window.paste("Does TikTok show a message?", "Resend");
    window.click(Role::Link, words::START_OVER);
    assert!(window.state().saved.answers.is_empty(), "no answer is left");
    assert_eq!(window.state().saved.message_text, "");
    window.assert_shows(words::NOTHING_ANSWERED);
    window.click(Role::Button, words::OPEN_CASE);
    assert_eq!(window.state().saved.message_text, "Resend", "one press brings all of it back");
}

#[test]
fn after_a_wrong_case_code_one_goes_on_typing() {
    let mut window = checker();
    window.paste(words::TYPE_CASE, "G700-XXXX");
    window.key(Modifiers::NONE, Key::Enter);
    window.assert_shows("can’t be opened");
    assert_eq!(window.focused(), Some((Role::TextInput, words::TYPE_CASE.to_owned())));
}

#[test]
fn ctrl_2_leads_to_the_open_question_and_at_the_end_to_the_way_back() {
    let mut window = checker();
    window.press(Role::RadioButton, words::ONE_AT_A_TIME);
    window.go(Page::Guide);
    window.key(Modifiers::COMMAND, Key::Num2);
    assert_eq!(window.focused().unwrap().1, "Does TikTok show a message?");
    while let Some(open) = window.state().open_question.clone() {
        window.act(Action::Skip(open));
    }
    window.go(Page::Guide);
    window.key(Modifiers::COMMAND, Key::Num2);
    assert_eq!(window.focused(), Some((Role::Button, words::BACK.to_owned())));
}

#[test]
fn the_summary_holds_answers_reasons_and_the_case_code() {
    let mut window = checker();
    choose(&mut window, FOLLOW, "Only I follow");
    let copied = window.copied_by(Role::Button, words::COPY_SUMMARY).remove(0);
    for part in [FOLLOW, "Only I follow", "You are not friends yet", words::SUMMARY_CASE] {
        assert!(copied.contains(part), "“{part}” is not in\n{copied}");
    }
}

#[test]
fn in_a_narrow_window_the_verdict_is_always_in_view() {
    let mut window = Desk::new().size(360.0, 640.0).open();
    window.go(Page::Checker);
    choose(&mut window, FOLLOW, "Only I follow");
    let root = window.harness.root();
    let shown = root.children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::Link && node.label().as_deref() == Some("You are not friends yet")
    });
    let rect = shown.expect("the verdict is a link").rect();
    assert!(rect.top() >= 0.0 && rect.bottom() <= 640.0, "the verdict is out of view at {rect:?}");
}

#[test]
fn one_question_at_a_time_goes_on_back_and_keeps_every_answer() {
    let mut window = checker();
    window.press(Role::RadioButton, words::ONE_AT_A_TIME);
    let open = |window: &Window| window.state().open_question.clone().unwrap().to_string();
    assert_eq!(open(&window), "message");
    window.press(Role::RadioButton, words::NO_MESSAGE);
    let second = open(&window);
    assert_ne!(second, "message", "“No message shown” is an answer");
    window.act(Action::Answer(second.as_str().into(), option_of(&window, &second)));
    let third = open(&window);
    assert!(![&second, "message"].contains(&third.as_str()), "the next question is another");
    window.press(Role::Button, words::BACK);
    assert_eq!(open(&window), second);
    let answer = window.state().saved.answers.clone();
    window.press(Role::Button, words::KEEP_ANSWER);
    assert_eq!((open(&window), window.state().saved.answers.clone()), (third.clone(), answer));
    window.press(Role::Button, words::SKIP);
    assert_ne!(open(&window), third);
    window.assert_shows(words::YOUR_ANSWERS);
}

#[test]
fn a_message_typed_in_the_interview_keeps_its_field_until_it_is_kept() {
    let mut window = checker();
    window.press(Role::RadioButton, words::ONE_AT_A_TIME);
    window.paste("Does TikTok show a message?", "Only friends can send messages to each other");
    assert_eq!(window.state().open_question.as_ref().map(|id| id.as_str()), Some("message"));
    window.press(Role::Button, words::KEEP_ANSWER);
    assert_ne!(window.state().open_question.as_ref().map(|id| id.as_str()), Some("message"));
    assert_eq!(window.state().finding.ranked[0].topic.as_str(), "not-friends");
}

#[test]
fn a_case_is_opened_only_after_a_yes_where_there_are_answers_to_lose() {
    let mut window = checker();
    window.act(Action::Answer("follow".into(), Some("only-me".into())));
    let code = window.state().case.clone();
    window.act(Action::StartOver);
    window.act(Action::Answer("follow".into(), Some("mutual".into())));
    window.act(Action::TypeCase(code.clone()));
    window.act(Action::OpenCase);
    window.assert_shows(words::REPLACE_NOTE);
    window.press(Role::Button, words::CANCEL);
    assert_ne!(window.state().case, code);
    window.act(Action::OpenCase);
    window.press(Role::Button, words::REPLACE_NOW);
    assert_eq!(window.state().case, code);
}

/// The first option of a question.
fn option_of(window: &Window, question: &str) -> Option<OptionId> {
    let Options::Choose(choices) = window.guide().question(&question.into()).unwrap().options.clone() else {
        return None;
    };
    choices.first().map(|choice| choice.id.clone())
}
