//! The rules as plain data, for an engine in another language: what [`Checker`] and [`Recogniser`] hold, ready to weigh.

use serde::Serialize;

use crate::content::model::{Guide, MessageId, OptionId, QuestionId, Says, TopicId, Verdict, Weight};

use super::recognise::{EXPLAINED, GAP, LONGEST, MARGIN, Recogniser, TELLING, TYPO, WHOLE};
use super::weigh::{Asked, Checker, Test, Weighed, bit, conflict, decibans, least_score};

/// All that an engine needs to come to the same findings. Questions, options and words are named by their places.
#[derive(Clone, Debug, Serialize)]
pub struct Exported {
    questions: Vec<ExportedQuestion>,
    reasons: Vec<ExportedReason>,
    clashes: Vec<ExportedClash>,
    /// What is said where one answer proves a reason and another rules it out; `{proof}` and `{excluded}` stand for them.
    conflict: String,
    /// The words for scores with the least score of each, likeliest first.
    verdicts: Vec<(&'static str, i64)>,
    messages: ExportedMessages,
}

#[derive(Clone, Debug, Serialize)]
struct ExportedQuestion {
    id: QuestionId,
    options: Vec<OptionId>,
    ask_when: Vec<ExportedTest>,
}

/// A question, and the options that satisfy the test.
type ExportedTest = (usize, Vec<usize>);

#[derive(Clone, Debug, Serialize)]
struct ExportedReason {
    topic: TopicId,
    prior: i32,
    signs: Vec<ExportedSign>,
}

#[derive(Clone, Debug, Serialize)]
struct ExportedSign {
    when: Vec<ExportedTest>,
    unless: Vec<ExportedTest>,
    /// What it adds; `None` where it rules the reason out.
    adds: Option<i32>,
    /// Is it as good as proof?
    proves: bool,
    because: String,
}

#[derive(Clone, Debug, Serialize)]
struct ExportedClash {
    when: Vec<ExportedTest>,
    text: String,
}

#[derive(Clone, Debug, Serialize)]
struct ExportedMessages {
    vocabulary: Vec<(String, f32)>,
    wordings: Vec<ExportedWording>,
    longest: usize,
    typo: f32,
    gap: f32,
    whole: f32,
    explained: f32,
    telling: f32,
    margin: f32,
}

#[derive(Clone, Debug, Serialize)]
struct ExportedWording {
    message: MessageId,
    topic: TopicId,
    words: Vec<usize>,
    weight: f32,
}

impl Exported {
    /// The rules of a guide.
    pub fn new(guide: &Guide) -> Self {
        let Checker { questions, reasons, clashes } = Checker::new(guide);
        let clash = |(when, text): &(Vec<Test>, String)| ExportedClash { when: tests(when), text: text.clone() };
        let verdicts = [Verdict::VeryLikely, Verdict::Likely, Verdict::Possible, Verdict::Unlikely];
        Self {
            questions: questions.iter().map(question).collect(),
            reasons: reasons.iter().map(reason).collect(),
            clashes: clashes.iter().map(clash).collect(),
            conflict: conflict("{proof}", "{excluded}"),
            verdicts: verdicts.map(|verdict| (verdict.as_str(), least_score(verdict))).into(),
            messages: messages(&Recogniser::new(&guide.messages)),
        }
    }
}

fn question(asked: &Asked) -> ExportedQuestion {
    // An option without a bit of its own counts as no answer.
    let known = asked.options.iter().enumerate().take_while(|(place, _)| bit(*place) != 0);
    ExportedQuestion {
        id: asked.id.clone(),
        options: known.map(|(_, option)| option.clone()).collect(),
        ask_when: tests(&asked.ask_when),
    }
}

fn tests(tests: &[Test]) -> Vec<ExportedTest> {
    let places = |options: u128| (0..128).filter(|place| options & bit(*place) != 0).collect();
    tests.iter().map(|test| (test.question, places(test.options))).collect()
}

fn reason(reason: &Weighed) -> ExportedReason {
    let signs = reason.signs.iter().map(|sign| ExportedSign {
        when: tests(&sign.when),
        unless: tests(&sign.unless),
        adds: decibans(sign.says),
        proves: sign.says == Says::For(Weight::Decisive),
        because: sign.because.clone(),
    });
    ExportedReason { topic: reason.topic.clone(), prior: reason.prior, signs: signs.collect() }
}

fn messages(recogniser: &Recogniser) -> ExportedMessages {
    let wordings = recogniser.wordings.iter().map(|wording| ExportedWording {
        message: wording.message.clone(),
        topic: wording.topic.clone(),
        words: wording.words.clone(),
        weight: wording.weight,
    });
    ExportedMessages {
        vocabulary: recogniser.vocabulary.clone(),
        wordings: wordings.collect(),
        longest: LONGEST,
        typo: TYPO,
        gap: GAP,
        whole: WHOLE,
        explained: EXPLAINED,
        telling: TELLING,
        margin: MARGIN,
    }
}
