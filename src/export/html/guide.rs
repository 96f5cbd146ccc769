//! The first page: the cards by whose move it is.

use maud::{Markup, html};

use super::picture::icon;
use crate::content::model::{Guide, Move, Platform, Topic};
use crate::phone;
use crate::words;

pub(super) fn page(guide: &Guide) -> Markup {
    html! {
        section.page id="guide" {
            h2 { (words::HEADLINE) }
            p.muted { (words::UNDER_HEADLINE) }
            p.screen-only { a.button href="#checker" { (words::FIND_MY_REASON) } }
            @for group in &guide.manifest.groups {
                h3 { (group.title) }
                (cards(group.topics.iter().filter_map(|id| guide.topic(id))))
            }
        }
    }
}

/// Cards that lead to these topics.
pub(super) fn cards<'a>(topics: impl Iterator<Item = &'a Topic>) -> Markup {
    html! {
        ul.cards {
            @for topic in topics {
                li {
                    a.card href={ "#topic-" (topic.id) } {
                        p { (icon(topic.icon)) " " strong { (topic.title) } }
                        p.remark { (topic.summary) }
                        p { (badge(topic)) " " small { (effort(topic)) } }
                    }
                }
            }
        }
    }
}

/// Whose move it is, in words and colour.
pub(super) fn badge(topic: &Topic) -> Markup {
    let colour = match topic.whose_move {
        Move::You => "you",
        Move::OtherPerson => "other",
        Move::TikTok => "tiktok",
        Move::Neither => "neither",
    };
    html! { span class={ "badge " (colour) } { (topic.badge) } }
}

fn effort(topic: &Topic) -> String {
    words::effort(phone::step_count(topic, Platform::default()), topic.minutes)
}
