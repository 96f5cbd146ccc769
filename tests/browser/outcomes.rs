//! What the rules module says of answers and texts picked by chance, line by line, for the HTML edition to be
//! compared with: `outcomes COMBINATIONS TEXTS [SEED]`.

#[path = "../shared/numbers.rs"]
mod numbers;

use std::io::{self, BufWriter, Write as _};

use serde::Serialize;
use unsent::content::model::{Guide, MessageId, TopicId};
use unsent::content::open;
use unsent::rules::{Answers, Checker, Finding, Outcome, Recogniser, encode, option_ids};

use numbers::Numbers;

/// Answers with what comes of them. The fields stand in the order in which the edition's engine gives them.
#[derive(Serialize)]
struct Case {
    answers: Answers,
    finding: Found,
    code: String,
}

#[derive(Serialize)]
struct Found {
    outcome: &'static str,
    contradictions: Vec<String>,
    reasons: Vec<Reason>,
    ruled_out: Vec<RuledOut>,
}

#[derive(Serialize)]
struct Reason {
    topic: TopicId,
    score: i32,
    verdict: &'static str,
    because: Vec<String>,
    against: Vec<String>,
}

#[derive(Serialize)]
struct RuledOut {
    topic: TopicId,
    because: Vec<String>,
}

/// A text that somebody may paste, and the message that is recognised in it.
#[derive(Serialize)]
struct Pasted {
    text: String,
    message: Option<MessageId>,
}

fn main() -> io::Result<()> {
    let mut wanted = std::env::args().skip(1).map(|word| word.parse().map_err(io::Error::other));
    let mut next = |otherwise: u64| wanted.next().unwrap_or(Ok(otherwise));
    let (combinations, texts, seed) = (next(1_000)?, next(100)?, next(1)?);
    let guide = open(None).guide;
    let checker = Checker::new(&guide);
    let recogniser = Recogniser::new(&guide.messages);
    let mut numbers = Numbers(seed);
    let mut out = BufWriter::new(io::stdout().lock());
    for _ in 0..combinations {
        let answers = answers(&guide, &mut numbers);
        let case = Case { finding: found(checker.diagnose(&answers)), code: encode(&guide, &answers), answers };
        writeln!(out, "{}", serde_json::to_string(&case)?)?;
    }
    for _ in 0..texts {
        let text = text(&guide, &mut numbers);
        let pasted = Pasted { message: recogniser.recognise(&text), text };
        writeln!(out, "{}", serde_json::to_string(&pasted)?)?;
    }
    out.flush()
}

fn found(finding: Finding) -> Found {
    let (outcome, contradictions) = match finding.outcome {
        Outcome::Found => ("found", Vec::new()),
        Outcome::Unknown => ("unknown", Vec::new()),
        Outcome::Contradiction(texts) => ("contradiction", texts),
    };
    let reasons = finding.ranked.into_iter().map(|reason| Reason {
        topic: reason.topic,
        score: reason.score,
        verdict: reason.verdict.as_str(),
        because: reason.because,
        against: reason.against,
    });
    let ruled_out = finding.ruled_out.into_iter().map(|out| RuledOut { topic: out.topic, because: out.because });
    Found { outcome, contradictions, reasons: reasons.collect(), ruled_out: ruled_out.collect() }
}

/// Any answers: now few of them, now nearly all, also to questions that do not apply.
fn answers(guide: &Guide, numbers: &mut Numbers) -> Answers {
    let density = 1 + numbers.below(9);
    let mut answers = Answers::default();
    for question in &guide.questions {
        let options = option_ids(question, &guide.messages);
        if numbers.below(10) < density && !options.is_empty() {
            answers.set(question.id.clone(), Some(options[numbers.below(options.len())].clone()));
        }
    }
    answers
}

/// A wording of a message, or parts of two, with typing mistakes and words around it.
fn text(guide: &Guide, numbers: &mut Numbers) -> String {
    let wordings: Vec<&String> =
        guide.messages.iter().flat_map(|message| std::iter::once(&message.text).chain(&message.also)).collect();
    let mut any = || wordings[numbers.below(wordings.len())].split(' ').collect::<Vec<_>>();
    let (mut words, other) = (any(), any());
    if numbers.below(3) == 0 {
        let (from, to) = (numbers.below(words.len()), words.len());
        words = words[from..(from + 1 + numbers.below(to)).min(to)].to_vec();
    }
    if numbers.below(4) == 0 {
        let from = numbers.below(other.len());
        words.extend(&other[from..]);
    }
    if numbers.below(3) == 0 {
        words.insert(0, ["it", "says:", "TikTok", "why", "ΟΔΟΣ", "İt’s"][numbers.below(6)]);
    }
    let mut letters: Vec<char> = words.join(" ").chars().collect();
    for _ in 0..numbers.below(6) {
        mistake(&mut letters, numbers);
    }
    letters.into_iter().collect()
}

/// A letter put in, left out, changed or swapped with the next.
fn mistake(letters: &mut Vec<char>, numbers: &mut Numbers) {
    if letters.len() < 2 {
        return;
    }
    let any = ['e', 'n', 'S', 'ß', 'é', '’', '\'', '.', ' ', '\n', '3', '😀'][numbers.below(12)];
    let at = numbers.below(letters.len() - 1);
    match numbers.below(4) {
        0 => letters.insert(at, any),
        1 => _ = letters.remove(at),
        2 => letters[at] = any,
        _ => letters.swap(at, at + 1),
    }
}
