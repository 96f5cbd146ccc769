//! What a proof says.

use jiff::civil::Date;

use super::super::answers::Answers;

/// What holds for every combination of answers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Proof {
    /// How many combinations there are, each question unanswered or with any option. `None` beyond 2^128.
    pub combinations: Option<u128>,
    /// The edition's day.
    pub edition: Date,
    /// What was to be decided, and what came of it.
    pub properties: Vec<Property>,
}

/// Something that has to hold for every combination.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Property {
    /// What has to hold, in a sentence. Of an invariant, its name.
    pub name: String,
    /// Of how many parts it was decided: reasons, options, signs.
    pub decided: usize,
    /// Where it fails, or could not be decided.
    pub faults: Vec<Fault>,
}

/// Where a property fails, or could not be decided.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// Was the budget used up before it was decided?
    pub is_undecided: bool,
    /// The counter-example, in the writer's words.
    pub text: String,
    /// The combination, where the fault is one.
    pub answers: Option<Answers>,
}

impl Fault {
    pub(super) fn undecided(text: impl Into<String>) -> Self {
        Self { is_undecided: true, text: text.into(), answers: None }
    }
}

/// What came of a property.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ruling {
    /// It holds for every combination.
    Proven,
    /// It does not.
    CounterExample,
    /// The guide is too large to decide it within the budget.
    NotProven,
}

impl Ruling {
    /// The word in scripts: `counter-example`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::CounterExample => "counter-example",
            Self::NotProven => "not-proven",
        }
    }
}

impl Property {
    /// What came of it.
    pub fn ruling(&self) -> Ruling {
        match self.faults.iter().all(|fault| fault.is_undecided) {
            true if self.faults.is_empty() => Ruling::Proven,
            true => Ruling::NotProven,
            false => Ruling::CounterExample,
        }
    }
}

impl Proof {
    /// Is every property proven?
    pub fn holds(&self) -> bool {
        self.combinations.is_some() && self.properties.iter().all(|property| property.ruling() == Ruling::Proven)
    }
}

/// What the page about the program says of the content in use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ProofState {
    /// The edition's day.
    pub edition: Date,
    /// The hash of the content's files, see `content::files::Files::hash`.
    pub hash: u64,
    /// How many combinations were covered, where this very content was proven; `None` where it was not.
    pub proven: Option<u128>,
}
