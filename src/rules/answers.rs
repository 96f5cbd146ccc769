//! What the person said: an option for each question that they answered.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::content::model::{Guide, Message, OptionId, Options, Question, QuestionId};
use crate::content::nearest;

/// Typed instead of an option, it takes the answer back: not sure is the same as not answered.
pub const NOT_SURE: &str = "not-sure";

/// The answers given so far. A question without an answer is not in it; the order of answering leaves no trace.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<QuestionId, OptionId>);

impl Answers {
    /// The option chosen for this question.
    pub fn get(&self, question: &QuestionId) -> Option<&OptionId> {
        self.0.get(question)
    }

    /// Chooses an option, or takes the answer back with `None`.
    pub fn set(&mut self, question: QuestionId, option: Option<OptionId>) {
        match option {
            Some(option) => self.0.insert(question, option),
            None => self.0.remove(&question),
        };
    }

    /// Takes all answers back.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// How many questions are answered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is nothing answered?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All answers, by the questions' ids.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &OptionId)> {
        self.0.iter()
    }
}

/// The ids that a question takes as its answer, in their order.
pub fn option_ids(question: &Question, messages: &[Message]) -> Vec<OptionId> {
    match &question.options {
        Options::Choose(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
        Options::Messages => messages.iter().map(|message| message.id.as_str().into()).collect(),
    }
}

/// Answers a question by the words that a script or a letter uses; `not-sure` takes the answer back.
pub fn answer(guide: &Guide, answers: &mut Answers, question: &str, option: &str) -> Result<(), UnknownAnswer> {
    let Some(known) = guide.question(&question.into()) else {
        let nearest = nearest(question, guide.questions.iter().map(|known| known.id.as_str()));
        return Err(UnknownAnswer::Question { question: question.to_owned(), nearest: nearest.map(str::to_owned) });
    };
    let options = option_ids(known, &guide.messages);
    if let Some(chosen) = options.iter().find(|known| known.as_str() == option) {
        answers.set(known.id.clone(), Some(chosen.clone()));
    } else if option == NOT_SURE {
        answers.set(known.id.clone(), None);
    } else {
        let nearest = nearest(option, options.iter().map(OptionId::as_str)).map(str::to_owned);
        return Err(UnknownAnswer::Option { question: known.id.clone(), option: option.to_owned(), nearest, options });
    }
    Ok(())
}

/// A question or an option that the guide does not know.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum UnknownAnswer {
    /// There is no such question.
    Question {
        /// What was asked for.
        question: String,
        /// The question whose id is most like it.
        nearest: Option<String>,
    },
    /// The question has no such option.
    Option {
        /// The question.
        question: QuestionId,
        /// What was asked for.
        option: String,
        /// The option whose id is most like it.
        nearest: Option<String>,
        /// All that it has.
        options: Vec<OptionId>,
    },
}

impl fmt::Display for UnknownAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question { question, .. } => write!(f, "there is no question `{question}`")?,
            Self::Option { question, option, .. } => write!(f, "the question `{question}` has no option `{option}`")?,
        }
        match self {
            Self::Question { nearest: Some(nearest), .. } | Self::Option { nearest: Some(nearest), .. } => {
                write!(f, "; did you mean `{nearest}`?")
            }
            Self::Option { options, .. } if !options.is_empty() => {
                let options: Vec<String> = options.iter().map(|option| format!("`{option}`")).collect();
                write!(f, "; it has {}", options.join(", "))
            }
            Self::Question { .. } | Self::Option { .. } => Ok(()),
        }
    }
}

impl std::error::Error for UnknownAnswer {}
