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
    /// What came of it as a whole: one counter-example is enough for all.
    pub fn ruling(&self) -> Ruling {
        let is_some = |ruling| self.properties.iter().any(|property| property.ruling() == ruling);
        if is_some(Ruling::CounterExample) {
            Ruling::CounterExample
        } else if self.combinations.is_none() || is_some(Ruling::NotProven) {
            Ruling::NotProven
        } else {
            Ruling::Proven
        }
    }

    /// Is every property proven?
    pub fn holds(&self) -> bool {
        self.ruling() == Ruling::Proven
    }
}

/// What the page about the program says of the content in use.
///
/// No record of a proof is kept, so none can be out of date or forged: the window has the content in use proven on a
/// thread of its own, which takes about a second, and says that it is at it until then.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ProofState {
    /// The edition's day.
    pub edition: Date,
    /// The hash of the content's files, see [`Files::hash`](crate::content::files::Files::hash).
    pub hash: u64,
    /// How many combinations of answers there are; `None` while it is being proven, or beyond 2^128.
    pub combinations: Option<u128>,
    /// What came of it as a whole; `None` while it is being proven.
    pub ruling: Option<Ruling>,
}

impl ProofState {
    /// Not decided yet.
    pub fn waiting(edition: Date, hash: u64) -> Self {
        Self { edition, hash, combinations: None, ruling: None }
    }

    /// What the proof of the content with this hash says.
    pub fn decided(proof: &Proof, hash: u64) -> Self {
        let Proof { combinations, edition, .. } = *proof;
        Self { edition, hash, combinations, ruling: Some(proof.ruling()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn property(faults: &[Fault]) -> Property {
        Property { name: String::new(), decided: 1, faults: faults.to_vec() }
    }

    #[test]
    fn one_counter_example_decides_and_one_thing_undecided_leaves_all_undecided() {
        let undecided = Fault::undecided("too large");
        let wrong = Fault { is_undecided: false, ..undecided.clone() };
        let proven = property(&[]);
        let not_proven = property(std::slice::from_ref(&undecided));
        let refuted = property(&[undecided, wrong]);
        let rulings = [&proven, &not_proven, &refuted].map(Property::ruling);
        assert_eq!(rulings.map(Ruling::as_str), ["proven", "not-proven", "counter-example"]);

        let proof = |properties: &[&Property], combinations| Proof {
            combinations,
            edition: Date::default(),
            properties: properties.iter().map(|property| (*property).clone()).collect(),
        };
        for (properties, combinations, ruling) in [
            (&[&proven, &proven][..], Some(9), Ruling::Proven),
            (&[&proven, &not_proven], Some(9), Ruling::NotProven),
            (&[&proven], None, Ruling::NotProven),
            (&[&not_proven, &refuted, &proven], None, Ruling::CounterExample),
        ] {
            let proof = proof(properties, combinations);
            assert_eq!((proof.ruling(), proof.holds()), (ruling, ruling == Ruling::Proven));
        }
    }
}
