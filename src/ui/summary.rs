//! The checker's answers and result as plain text, to be pasted into a message to support. Nothing else is in it.

use super::words;
use crate::content::model::{Guide, Message, OptionId, Options, Question};
use crate::rules::{Answers, Finding, encode};

/// Answers, likely reasons, what is ruled out, and the case code.
pub fn of(guide: &Guide, answers: &Answers, finding: &Finding) -> String {
    let mut lines =
        vec![words::summary_title(guide.manifest.edition), String::new(), words::SUMMARY_ANSWERS.to_owned()];
    for question in &guide.questions {
        if let Some(answer) = answers.get(&question.id) {
            lines.push(format!("- {}", self::answer(guide, question, answer)));
        }
    }
    if answers.is_empty() {
        lines.push(format!("- {}", words::NO_ANSWERS));
    }
    let title_of = |id| guide.topic(id).map_or("", |topic| topic.title.as_str());
    lines.extend([String::new(), words::SUMMARY_REASONS.to_owned()]);
    for reason in finding.ranked.iter().filter(|reason| !reason.because.is_empty()) {
        let verdict = words::verdict(reason.verdict);
        lines.push(format!("- {}: {verdict} ({})", title_of(&reason.topic), words::list(&reason.because)));
    }
    lines.extend([String::new(), words::RULED_OUT.to_owned()]);
    for out in &finding.ruled_out {
        lines.push(format!("- {} ({})", title_of(&out.topic), words::list(&out.because)));
    }
    lines.extend([String::new(), format!("{} {}", words::SUMMARY_CASE, encode(guide, answers))]);
    lines.join("\n")
}

/// A question and its answer in words: `Do you follow each other? Only I follow`.
pub fn answer(guide: &Guide, question: &Question, answer: &OptionId) -> String {
    format!("{} {}", question.text, option_text(guide, question, answer))
}

fn option_text(guide: &Guide, question: &Question, answer: &OptionId) -> String {
    let found = match &question.options {
        Options::Choose(choices) => {
            choices.iter().find(|choice| choice.id == *answer).map(|choice| choice.text.clone())
        }
        Options::Messages => guide.message(&answer.as_str().into()).map(Message::shown),
    };
    found.unwrap_or_else(|| answer.to_string())
}
