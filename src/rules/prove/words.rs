//! A combination and what comes of it, in the writer's words.

use crate::content::model::{Guide, Options, TopicId};

use super::super::answers::Answers;
use super::super::finding::{Finding, Outcome};
use super::Case;
use super::report::Fault;
use super::space::Values;

impl Case<'_> {
    /// A combination for which something fails, with what the checker makes of it.
    pub(super) fn counter_example(&self, point: &[Values]) -> Fault {
        let answers = self.space.answers(point);
        let text = format!("{}: {}", said(self.guide, &answers), outcome(self.guide, &self.checker.diagnose(&answers)));
        Fault { is_undecided: false, text, answers: Some(answers) }
    }

    /// The title of the reason at this place.
    pub(super) fn reason(&self, at: usize) -> String {
        self.guide.rules.reasons.get(at).map(|reason| title(self.guide, &reason.topic)).unwrap_or_default()
    }
}

/// The questions and what is answered to them.
pub(super) fn said(guide: &Guide, answers: &Answers) -> String {
    let said: Vec<String> = answers
        .iter()
        .filter_map(|(question, option)| {
            let question = guide.question(question)?;
            let text = match &question.options {
                Options::Choose(choices) => &choices.iter().find(|choice| choice.id == *option)?.text,
                Options::Messages => &guide.message(&option.as_str().into())?.text,
            };
            Some(format!("{} {text}", question.text))
        })
        .collect();
    if said.is_empty() { "With nothing answered".to_owned() } else { said.join(" + ") }
}

/// What comes of answers.
pub(super) fn outcome(guide: &Guide, Finding { outcome, ranked, .. }: &Finding) -> String {
    let first = ranked.first().map(|first| format!("{} ({})", title(guide, &first.topic), first.verdict.as_str()));
    match (outcome, first) {
        (Outcome::Contradiction(texts), _) => format!("a contradiction is reported, “{}”", texts.join(" ")),
        (_, None) => "nothing is offered".to_owned(),
        (Outcome::Found, Some(first)) => format!("{first} comes first"),
        (Outcome::Unknown, Some(first)) => format!("nothing stands out, {first} is at the top"),
    }
}

/// The card's title in quotes.
pub(super) fn title(guide: &Guide, topic: &TopicId) -> String {
    let title = guide.topic(topic).map_or(topic.as_str(), |topic| &topic.title);
    format!("“{title}”")
}
