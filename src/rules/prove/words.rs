//! A combination and what comes of it, in the writer's words.

use crate::content::model::{Options, TopicId};

use super::super::finding::{Finding, Outcome};
use super::Case;
use super::report::Fault;
use super::space::Values;

impl Case<'_> {
    /// A combination for which something fails, with what the checker makes of it.
    pub(super) fn counter_example(&self, point: &[Values]) -> Fault {
        let answers = self.space.answers(point);
        let said: Vec<String> = answers
            .iter()
            .filter_map(|(question, option)| {
                let question = self.guide.question(question)?;
                let text = match &question.options {
                    Options::Choose(choices) => &choices.iter().find(|choice| choice.id == *option)?.text,
                    Options::Messages => &self.guide.message(&option.as_str().into())?.text,
                };
                Some(format!("{} {text}", question.text))
            })
            .collect();
        let said = if said.is_empty() { "With nothing answered".to_owned() } else { said.join(" + ") };
        let text = format!("{said}: {}", self.outcome(&self.checker.diagnose(&answers)));
        Fault { is_undecided: false, text, answers: Some(answers) }
    }

    fn outcome(&self, Finding { outcome, ranked, .. }: &Finding) -> String {
        let first = ranked.first().map(|first| format!("{} ({})", self.title(&first.topic), first.verdict.as_str()));
        match (outcome, first) {
            (Outcome::Contradiction(texts), _) => format!("a contradiction is reported, “{}”", texts.join(" ")),
            (_, None) => "nothing is offered".to_owned(),
            (Outcome::Found, Some(first)) => format!("{first} comes first"),
            (Outcome::Unknown, Some(first)) => format!("nothing stands out, {first} is at the top"),
        }
    }

    /// The card's title in quotes.
    pub(super) fn title(&self, topic: &TopicId) -> String {
        let title = self.guide.topic(topic).map_or(topic.as_str(), |topic| &topic.title);
        format!("“{title}”")
    }

    /// The title of the reason at this place.
    pub(super) fn reason(&self, at: usize) -> String {
        self.guide.rules.reasons.get(at).map(|reason| self.title(&reason.topic)).unwrap_or_default()
    }
}
