//! The situations of `tests/data/situations.txt`.

const FILE: &str = include_str!("../../data/situations.txt");

/// The reasons that hit every chat at once.
const WHOLE_ACCOUNT: &str = "age restriction app network server phone family-pairing notifications";

/// The reasons that lie in one chat.
const ONE_CHAT: &str = "not-friends their-privacy blocked requests account-gone";

/// What somebody answered, and what has to come of it.
pub(crate) struct Situation {
    pub(crate) name: &'static str,
    pub(crate) answers: Vec<&'static str>,
    /// Any of these reasons may come first …
    pub(crate) right: Vec<&'static str>,
    /// … and none of these.
    pub(crate) never: Vec<&'static str>,
}

pub(crate) fn situations() -> Vec<Situation> {
    FILE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(situation).collect()
}

fn situation(line: &'static str) -> Situation {
    let (name, rest) = line.split_once(": ").unwrap();
    let (answers, rest) = rest.split_once(" -> ").unwrap();
    let (right, never) = rest.split_once(" ; never ").unwrap_or((rest, ""));
    let never = match never {
        "WHOLE-ACCOUNT" => WHOLE_ACCOUNT,
        "ONE-CHAT" => ONE_CHAT,
        other => other,
    };
    let words = |list: &'static str| list.split(' ').filter(|word| !word.is_empty()).collect();
    Situation { name, answers: words(answers), right: words(right), never: words(never) }
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
