//! The questions people ask, and the texts that TikTok shows.

use maud::{Markup, html};

use super::claims::{claims, doubt, marked, sources};
use crate::content::model::{FaqEntry, Guide, Message, Seen, TopicId};
use crate::words;

pub(super) fn page(guide: &Guide) -> Markup {
    html! {
        section.page id="faq" {
            h2 { (words::FAQ_TITLE) }
            @for section in &guide.faq.sections {
                h3 { (section.title) }
                @for entry in guide.faq.entries.iter().filter(|entry| entry.section == section.id) {
                    (self::entry(guide, entry))
                }
            }
        }
    }
}

fn entry(guide: &Guide, entry: &FaqEntry) -> Markup {
    html! {
        details.box id={ "faq-" (entry.id) } {
            summary { (entry.question) }
            (claims(&entry.answer))
            (links(guide, &entry.topics))
            (sources(guide, entry.answer.iter()))
        }
    }
}

/// Links to cards, in a row.
fn links(guide: &Guide, topics: &[TopicId]) -> Markup {
    html! {
        ul.links {
            @for topic in topics.iter().filter_map(|id| guide.topic(id)) {
                li { a href={ "#topic-" (topic.id) } { (topic.title) } }
            }
        }
    }
}

pub(super) fn messages_page(guide: &Guide) -> Markup {
    html! {
        section.page id="messages" {
            h2 { (words::export::MESSAGES_TITLE) }
            p.muted { (words::export::MESSAGES_INTRO) }
            @for message in &guide.messages { (self::message(guide, message)) }
        }
    }
}

fn message(guide: &Guide, message: &Message) -> Markup {
    html! {
        section.box id={ "message-" (message.id) } {
            h3 data-shown { "“" (message.shown()) "”" }
            p data-meaning { (marked(&message.meaning.text)) }
            @if let Some(said) = &message.meaning.doubt {
                div data-meaning { (doubt(said)) }
            }
            @if message.seen == Seen::Reported { p.remark { (words::export::ONLY_REPORTED) } }
            (links(guide, std::slice::from_ref(&message.topic)))
            (sources(guide, std::iter::once(&message.meaning)))
        }
    }
}
