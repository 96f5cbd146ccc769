//! People: those of the situations in `rules.ron`, and the groups of `tests/data/people.txt`.

use unsent::content::model::Situation;
use unsent::rules::Answers;

/// What somebody in the situation answers: of several options the first.
pub(crate) fn answers_of(situation: &Situation) -> Answers {
    let mut answers = Answers::default();
    for condition in &situation.answers {
        answers.set(condition.0.clone(), condition.1.first().cloned());
    }
    answers
}

/// People who all have the same reason.
pub(crate) struct Person {
    pub(crate) topic: &'static str,
    /// What each of them says.
    pub(crate) says: Vec<&'static str>,
    /// What they may say as well.
    pub(crate) adds: Vec<&'static str>,
}

/// What people say about everything that is fine.
const BENIGN: &str = "app=latest warning=no phone-prompt=no blocker=no many-messages=no i-blocked=no \
    others-too=no other-apps=work family-pairing=no birth-date=right";

pub(crate) fn people() -> Vec<Person> {
    let file = include_str!("../../data/people.txt");
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(person).collect()
}

fn person(line: &'static str) -> Person {
    let (topic, rest) = line.split_once(": ").unwrap();
    let (says, adds) = rest.split_once(" | ").unwrap();
    let adds = adds.split(' ').flat_map(|word| if word == "BENIGN" { BENIGN } else { word }.split_whitespace());
    let mut says: Vec<_> = says.split(' ').collect();
    // Said once, an answer is not added again.
    let question = |word: &str| word.split('=').next().unwrap_or_default().to_owned();
    let said: Vec<_> = says.iter().map(|word| question(word)).collect();
    let adds = adds.filter(|word| !said.contains(&question(word))).collect();
    says.sort_unstable();
    Person { topic, says, adds }
}
