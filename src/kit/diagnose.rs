//! `unsent-kit diagnose`: the window's checker for the terminal and for scripts.

use std::io::{self, Write};

use serde::Serialize;

use super::Outcome as Exit;
use super::arguments::Diagnose;
use crate::content::load::Loaded;
use crate::content::markup;
use crate::content::model::{Guide, MessageId, QuestionId, TopicId};
use crate::rules::{Answers, Checker, Finding, Outcome, Recogniser, answer, decode, encode};

/// Weighs the answers and writes what they say.
pub fn diagnose(asked: &Diagnose, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Exit> {
    let (Loaded { guide, .. }, exit) = super::open(asked.content.as_deref(), err)?;
    let mut answers = Answers::default();
    if let Some(code) = &asked.case {
        match decode(&guide, code) {
            Ok(decoded) => answers = decoded,
            Err(fault) => {
                writeln!(err, "`{code}` can’t be read: {fault}")?;
                return Ok(Exit::Problem);
            }
        }
    }
    if let Some(text) = &asked.message {
        recognise(&guide, text, &mut answers, err)?;
    }
    for given in &asked.answers {
        let Some((question, option)) = given.split_once('=') else {
            writeln!(err, "`{given}` is no answer: write it as QUESTION=OPTION, for instance follow=only-me")?;
            return Ok(Exit::WrongUsage);
        };
        let asked_before = answers.get(&question.trim().into()).is_some_and(|before| before.as_str() != option.trim());
        if asked_before {
            writeln!(err, "`{}` is answered twice, with different answers: leave one out", question.trim())?;
            return Ok(Exit::WrongUsage);
        }
        if let Err(unknown) = answer(&guide, &mut answers, question.trim(), option.trim()) {
            writeln!(err, "{unknown}")?;
            return Ok(Exit::Problem);
        }
    }
    let report = Report::new(&guide, &answers);
    if asked.json {
        writeln!(out, "{}", serde_json::to_string(&report)?)?;
    } else {
        report.write_for_people(&guide, out)?;
    }
    Ok(exit)
}

fn recognise(guide: &Guide, text: &str, answers: &mut Answers, err: &mut dyn Write) -> io::Result<()> {
    match (guide.message_question(), Recogniser::new(&guide.messages).recognise(text)) {
        (Some(question), Some(message)) => answers.set(question.id.clone(), Some(message.as_str().into())),
        _ => writeln!(err, "The message was not recognised as one of TikTok’s; it is left out.")?,
    }
    Ok(())
}

#[derive(Serialize)]
struct Report {
    outcome: &'static str,
    message: Option<MessageId>,
    reasons: Vec<Reason>,
    ruled_out: Vec<RuledOut>,
    next_question: Option<QuestionId>,
    case: String,
    /// With the outcome `contradiction`: which answers disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contradictions: Vec<String>,
    /// With the outcomes `contradiction` and `unknown`: what to do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    what_to_do: Vec<String>,
}

#[derive(Serialize)]
struct Reason {
    topic: TopicId,
    verdict: &'static str,
    because: Vec<String>,
    against: Vec<String>,
}

#[derive(Serialize)]
struct RuledOut {
    topic: TopicId,
    because: Vec<String>,
}

impl Report {
    fn new(guide: &Guide, answers: &Answers) -> Self {
        let checker = Checker::new(guide);
        let Finding { outcome, ranked, ruled_out } = checker.diagnose(answers);
        let (outcome, contradictions, what_to_do) = match outcome {
            Outcome::Found => ("found", Vec::new(), Vec::new()),
            Outcome::Unknown => ("unknown", Vec::new(), guide.rules.unknown.what_to_do.clone()),
            Outcome::Contradiction(texts) => ("contradiction", texts, guide.rules.contradiction.what_to_do.clone()),
        };
        let reasons = ranked.into_iter().map(|reason| Reason {
            topic: reason.topic,
            verdict: reason.verdict.as_str(),
            because: reason.because,
            against: reason.against,
        });
        let ruled_out = ruled_out.into_iter().map(|out| RuledOut { topic: out.topic, because: out.because });
        Self {
            outcome,
            message: guide
                .message_question()
                .and_then(|question| answers.get(&question.id))
                .map(|option| option.as_str().into()),
            reasons: reasons.collect(),
            ruled_out: ruled_out.collect(),
            next_question: checker.next_question(answers),
            case: encode(guide, answers),
            contradictions,
            what_to_do,
        }
    }

    fn write_for_people(&self, guide: &Guide, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "Outcome: {}", self.outcome)?;
        if let Some(message) = self.message.as_ref().and_then(|id| guide.message(id)) {
            writeln!(out, "Message: “{}”", message.shown())?;
        }
        for text in self.contradictions.iter().chain(&self.what_to_do) {
            writeln!(out, "- {}", markup::plain(text))?;
        }
        for reason in &self.reasons {
            writeln!(out, "{:<12} {}", reason.verdict, title(guide, &reason.topic))?;
            for text in &reason.because {
                writeln!(out, "               + {text}")?;
            }
            for text in &reason.against {
                writeln!(out, "               - {text}")?;
            }
        }
        for ruled_out in &self.ruled_out {
            writeln!(out, "ruled out    {} ({})", title(guide, &ruled_out.topic), ruled_out.because.join("; "))?;
        }
        if let Some(question) = self.next_question.as_ref().and_then(|id| guide.question(id)) {
            writeln!(out, "Ask next: {} ({})", question.text, question.id)?;
        }
        writeln!(out, "Case code: {}", self.case)
    }
}

fn title<'a>(guide: &'a Guide, topic: &'a TopicId) -> &'a str {
    guide.topic(topic).map_or(topic.as_str(), |topic| &topic.title)
}
