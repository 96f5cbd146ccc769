//! When a question is asked, when a sign counts, what an answer can become: does everything named there exist?

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    cross::{Found, Sheets, fault},
    fit::{nearest, short},
    outline::{Node, NodeKind},
    shape::Thing,
    sheet::{MOST_TOLD, Sheet},
};

/// What can be answered to a question.
enum Answers {
    Choose(BTreeSet<String>),
    Messages,
    /// The question has mistakes.
    Unknown,
}

/// Checks the conditions of questions, signs and clashes, and whether every message is used.
pub(super) fn check(sheets: &Sheets, found: &mut Found) {
    let (questions, order) = answers(sheets);
    let messages: Option<BTreeSet<String>> = sheets
        .open("messages.ron")
        .filter(|(sheet, _)| !sheet.facts.lost.contains(&Thing::Message))
        .map(|(sheet, _)| {
            sheet.facts.ids.iter().filter(|given| given.thing == Thing::Message).map(|given| given.id.clone()).collect()
        });
    let mut checking = Conditions { questions, messages, used: BTreeSet::new(), found };
    if let Some((sheet, root)) = sheets.open("questions.ron") {
        for (place, question) in sheet.list(root, "questions").enumerate() {
            for (name, range) in checking.all(sheet, question, "ask_when") {
                if order.get(&name).is_some_and(|other| *other >= place) {
                    let what = format!("the question “{}” does not come before this one", short(&name));
                    fault(checking.found, sheet, range, what, "Ask only after questions that stand further up.");
                }
            }
            checking.all(sheet, question, "locked_when");
            checking.changes(sheet, question);
        }
    }
    let Some((rules, root)) = sheets.open("rules.ron") else { return };
    for sign in rules.list(root, "reasons").flat_map(|reason| rules.list(reason, "signs")) {
        checking.all(rules, sign, "unless");
        checking.all(rules, sign, "when");
    }
    let used = std::mem::take(&mut checking.used);
    for clash in rules.list(root, "clashes") {
        checking.all(rules, clash, "when");
    }
    for invariant in rules.list(root, "invariants") {
        checking.all(rules, invariant, "when");
        checking.all(rules, invariant, "unless");
    }
    for situation in rules.list(root, "situations") {
        checking.all(rules, situation, "answers");
    }
    if !rules.is_tainted() {
        unused_messages(sheets, &used, found);
    }
}

fn unused_messages(sheets: &Sheets, used: &BTreeSet<String>, found: &mut Found) {
    let Some((sheet, _)) = sheets.open("messages.ron") else { return };
    for given in sheet.facts.ids.iter().filter(|given| given.thing == Thing::Message && !used.contains(&given.id)) {
        let what = format!("no sign in rules.ron uses the message “{}”", short(&given.id));
        fault(found, sheet, given.range.clone(), what, "Write a sign for it, or take the message away.");
    }
}

/// The questions with their answers, and with their places in the form.
fn answers(sheets: &Sheets) -> (BTreeMap<String, Answers>, BTreeMap<String, usize>) {
    let (mut answers, mut order) = (BTreeMap::new(), BTreeMap::new());
    let Some((sheet, root)) = sheets.open("questions.ron") else { return (answers, order) };
    for (place, question) in sheet.list(root, "questions").enumerate() {
        let Some((id, _)) = sheet.text_of(question, "id") else { continue };
        order.entry(id.clone()).or_insert(place);
        let options = sheet.field(question, "options");
        let answer = match options.map(|options| (sheet.word(options), options)) {
            Some(("Messages", _)) => Answers::Messages,
            // Also where `Choose` is misspelt.
            Some((_, options)) => choices(sheet, options).map_or(Answers::Unknown, Answers::Choose),
            None => Answers::Unknown,
        };
        answers.entry(id).or_insert(answer);
    }
    (answers, order)
}

/// `None` where an option can't be read.
fn choices(sheet: &Sheet, options: &Node) -> Option<BTreeSet<String>> {
    let list = sheet.elements(options).next().filter(|list| list.kind == NodeKind::List && !list.is_broken)?;
    sheet.elements(list).map(|choice| Some(sheet.text_of(choice, "id")?.0)).collect()
}

struct Conditions<'a> {
    questions: BTreeMap<String, Answers>,
    /// `None` where not all messages can be read.
    messages: Option<BTreeSet<String>>,
    /// The messages that conditions name.
    used: BTreeSet<String>,
    found: &'a mut Found,
}

impl Conditions<'_> {
    /// Checks a list of conditions; the questions that it names, with their places.
    fn all(&mut self, sheet: &Sheet, node: &Node, field: &str) -> Vec<(String, Range<usize>)> {
        let mut seen = BTreeSet::new();
        let mut named = Vec::new();
        for condition in sheet.list(node, field) {
            let mut parts = sheet.elements(condition);
            let (Some(first), Some(options)) = (parts.next(), parts.next()) else { continue };
            let Some((question, range)) = sheet.text(first) else { continue };
            if !seen.insert(question.clone()) {
                let what = format!("the question “{}” stands here twice", short(&question));
                fault(self.found, sheet, range.clone(), what, "Put all its options into one list.");
            }
            self.options(sheet, &question, options);
            named.push((question, range));
        }
        named
    }

    /// Checks what each option of a question can become.
    fn changes(&mut self, sheet: &Sheet, question: &Node) {
        let Some((id, _)) = sheet.text_of(question, "id") else { return };
        let lists = sheet.field(question, "options").into_iter().flat_map(|options| sheet.elements(options));
        for choice in lists.flat_map(|list| sheet.elements(list)) {
            let Some(others) = sheet.field(choice, "can_become") else { continue };
            self.options(sheet, &id, others);
            let own = sheet.text_of(choice, "id").map(|(own, _)| own);
            for (other, range) in sheet.elements(others).filter_map(|other| sheet.text(other)) {
                if own.as_ref() == Some(&other) {
                    let what = format!("the option “{}” can become itself", short(&other));
                    fault(self.found, sheet, range, what, "Take it away.");
                }
            }
        }
    }

    fn options(&mut self, sheet: &Sheet, question: &str, options: &Node) {
        let mut seen = BTreeSet::new();
        for (option, range) in sheet.elements(options).filter_map(|option| sheet.text(option)) {
            if !seen.insert(option.clone()) {
                let what = format!("the option “{}” stands here twice", short(&option));
                fault(self.found, sheet, range.clone(), what, "Take one away.");
            }
            let (known, whose) = match self.questions.get(question) {
                Some(Answers::Choose(choices)) => (choices, format!("the question “{question}” has no option")),
                Some(Answers::Messages) => {
                    self.used.insert(option.clone());
                    let Some(messages) = &self.messages else { continue };
                    (messages, "there is no message".to_owned())
                }
                Some(Answers::Unknown) | None => continue,
            };
            if !known.contains(&option) && self.found.len() < MOST_TOLD {
                let near = nearest(&option, known.iter().map(String::as_str));
                let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
                let all: Vec<&str> = known.iter().take(20).map(String::as_str).collect();
                let mend = format!("Write one of {}.", all.join(", "));
                fault(self.found, sheet, range, format!("{whose} “{}”{ask}", short(&option)), mend);
            }
        }
    }
}
