//! The checker: its form, a place for the result, and the rules as data for the script.

use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};

use super::claims::marked;
use crate::content::model::{Advice, Guide, Options, Question, Verdict};
use crate::export::speaking_for;
use crate::rules::{Answers, Exported, encode};
use crate::words;

pub(super) fn page(guide: &Guide) -> Markup {
    html! {
        section.page id="checker" {
            h2 { (words::CHECKER_TITLE) }
            p.muted { (words::CHECKER_INTRO) }
            noscript { p.doubt { (words::export::NO_SCRIPT) } }
            div.by-eye {
                p { (words::export::BY_EYE) }
                (by_eye(guide))
            }
            form id="form" hidden autocomplete="off" {
                div.questions {
                    @for question in &guide.questions { (self::question(guide, question)) }
                    p { span id="answered" {} " " button type="reset" { (words::START_OVER) } }
                }
                div.result {
                    p id="headline" role="status" {}
                    (advice("unknown", &guide.rules.unknown))
                    (advice("contradiction", &guide.rules.contradiction))
                    div id="reasons" {}
                    p.remark id="case" hidden { (words::CASE_CODE) ": " b id="code" {} ". " (words::CASE_NOTE) }
                }
            }
        }
    }
}

fn question(guide: &Guide, question: &Question) -> Markup {
    html! {
        fieldset id={ "question-" (question.id) } {
            legend { (question.text) }
            p.remark { (question.why) }
            @match &question.options {
                Options::Choose(choices) => {
                    div.options {
                        @for choice in choices { (option(question, choice.id.as_str(), &choice.text)) }
                        (option(question, "", words::NOT_SURE))
                    }
                }
                Options::Messages => { (message_field(guide, question)) }
            }
        }
    }
}

/// An option as a button; without an id it takes the answer back.
fn option(question: &Question, id: &str, text: &str) -> Markup {
    html! {
        label { input type="radio" name=(question.id) value=(id); span { (text) } }
    }
}

fn message_field(guide: &Guide, question: &Question) -> Markup {
    html! {
        label { (words::PASTE_MESSAGE) textarea id="pasted" rows="2" maxlength="10000" {} }
        label {
            (words::PICK_MESSAGE)
            select id="picked" name=(question.id) {
                option value="" { (words::NO_MESSAGE) }
                @for message in &guide.messages { option value=(message.id) { (message.shown()) } }
            }
        }
        div id="recognised" role="status" hidden {}
    }
}

/// What to do where no reason is found; the script shows it, and fills in which answers disagree.
fn advice(outcome: &str, advice: &Advice) -> Markup {
    html! {
        section.box.leads id=(outcome) hidden {
            h3 { (advice.title) }
            ul {
                @if outcome == "contradiction" { div id="contradictions" {} }
                @for text in &advice.what_to_do { li { (marked(text)) } }
            }
        }
    }
}

/// The rules for where nothing weighs the answers, as on paper: what speaks for each reason.
fn by_eye(guide: &Guide) -> Markup {
    html! {
        @for reason in &guide.rules.reasons {
            @if let Some(topic) = guide.topic(&reason.topic) {
                section {
                    h3 { a href={ "#topic-" (topic.id) } { (topic.title) } }
                    ul { @for text in speaking_for(reason) { li { (text) } } }
                }
            }
        }
    }
}

/// The rules and the words that the script needs. `<` is written so that nothing in it can end the element.
pub(super) fn data(guide: &Guide) -> Markup {
    let topics = guide
        .topics
        .iter()
        .map(|topic| (topic.id.to_string(), json!({ "title": topic.title, "show": words::show(topic) })));
    let verdicts = [Verdict::VeryLikely, Verdict::Likely, Verdict::Possible, Verdict::Unlikely];
    let verdicts = verdicts.map(|verdict| (verdict.as_str().to_owned(), words::verdict(verdict).into()));
    let edition: String = encode(guide, &Answers::default()).chars().take(2).collect();
    let data = json!({
        "rules": Exported::new(guide),
        "edition": edition,
        "topics": topics.collect::<Map<_, _>>(),
        "verdicts": verdicts.into_iter().collect::<Map<String, Value>>(),
        "words": {
            "answered": words::answered("{count}", "{questions}"),
            "recognised": words::RECOGNISED,
            "not_recognised": words::NOT_RECOGNISED,
            "nothing_answered": words::NOTHING_ANSWERED,
            "most_likely": words::MOST_LIKELY,
            "first_look": words::FIRST_LOOK,
            "because": words::BECAUSE,
            "against": words::AGAINST,
            "ruled_out": words::RULED_OUT,
            "show_all_reasons": words::SHOW_ALL_REASONS,
            "unknown": guide.rules.unknown.title,
            "contradiction": guide.rules.contradiction.title,
        },
    });
    let text = data.to_string().replace('<', "\\u003c");
    html! { script type="application/json" id="data" { (PreEscaped(text)) } }
}
