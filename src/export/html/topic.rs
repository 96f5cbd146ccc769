//! A topic's page, which is also its leaflet when printed.

use maud::{Markup, html};

use super::claims::{cited, claims, doubt, marked, section};
use super::guide::{badge, cards};
use super::picture::{icon, phones};
use crate::content::links::check_link;
use crate::content::model::{Guide, Link, Platform, Topic, Way};
use crate::phone::{self, ShownStep};
use crate::words;

pub(super) fn page(guide: &Guide, topic: &Topic) -> Markup {
    let related = || topic.related.iter().filter_map(|id| guide.topic(id));
    let questions = || guide.faq.entries.iter().filter(|entry| entry.topics.contains(&topic.id));
    html! {
        article.page id={ "topic-" (topic.id) } {
            p.back { a href="#guide" { "‹ " (words::GUIDE) } }
            h2 { (icon(topic.icon)) " " (topic.title) }
            p { (badge(topic)) " " span.remark { (effort(topic)) } }
            (claims(&topic.about))
            @for way in &topic.ways { (self::way(guide, way)) }
            (section(words::DIFFERENCES, &topic.differences))
            (section(words::GOOD_TO_KNOW, &topic.good_to_know))
            (links(guide, &topic.links))
            @if related().next().is_some() {
                div.screen-only {
                    h3 { (words::RELATED) }
                    (cards(related()))
                }
            }
            @if questions().next().is_some() {
                div.screen-only {
                    h3 { (words::QUESTIONS) }
                    ul { @for entry in questions() { li { a href={ "#faq-" (entry.id) } { (entry.question) } } } }
                }
            }
            (sources(guide, topic))
        }
    }
}

/// The steps' number is the same on both phones wherever the guide says so; else only the minutes are told.
fn effort(topic: &Topic) -> String {
    let [iphone, android] = [Platform::IPhone, Platform::Android].map(|platform| phone::step_count(topic, platform));
    if iphone == android { words::effort_in_full(iphone, topic.minutes, None) } else { words::effort(0, topic.minutes) }
}

/// A way: its steps once where they are the same on both kinds of phone, else once for each. The style sheet leaves
/// away what is for the phone that was not chosen.
fn way(guide: &Guide, way: &Way) -> Markup {
    let both = [Platform::IPhone, Platform::Android];
    let [iphone, android] = both.map(|platform| phone::steps(guide, way, platform));
    let same = iphone == android;
    html! {
        section.way {
            h3 { (way.title) }
            @if same { (steps(guide, way, Platform::IPhone, &iphone)) }
            @for (platform, shown) in both.into_iter().zip([&iphone, &android]) {
                div class=(on_phone(platform)) {
                    @if !same {
                        h4 { (words::platform(platform)) }
                        (steps(guide, way, platform, shown))
                    }
                    (phones(guide, shown, platform))
                }
            }
            @if let Some(said) = &way.doubt { (doubt(said)) }
        }
    }
}

fn on_phone(platform: Platform) -> &'static str {
    match platform {
        Platform::IPhone => "on-iphone",
        Platform::Android => "on-android",
    }
}

/// The path through the menus, and the steps.
fn steps(guide: &Guide, way: &Way, platform: Platform, steps: &[ShownStep]) -> Markup {
    let chips = phone::chips(guide, way, platform);
    html! {
        @if !chips.is_empty() {
            p.remark { (words::WHERE_TO_GO) }
            ol.path {
                @for chip in &chips {
                    li {
                        @if let Some(mark) = &chip.mark { (mark) " " }
                        (chip.label)
                    }
                }
            }
        }
        ol.steps {
            @for step in steps {
                li {
                    (marked(&step.sentence))
                    @if let Some(note) = &step.note { br; small { (marked(note)) } }
                }
            }
        }
    }
}

/// Official pages. What the loader let through is checked once more: nothing else becomes a link.
fn links(guide: &Guide, links: &[Link]) -> Markup {
    let trusted: Vec<&Link> =
        links.iter().filter(|link| check_link(&link.url, &guide.manifest.trusted_hosts).is_ok()).collect();
    html! {
        @if !trusted.is_empty() {
            h3 { (words::OFFICIAL_PAGES) }
            ul {
                @for link in trusted { li { a href=(link.url) rel="noreferrer" { (link.text) } } }
            }
            p.remark { (words::PAGES_MOVE) }
        }
    }
}

fn sources(guide: &Guide, topic: &Topic) -> Markup {
    let claims = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten();
    let cited_claims = claims.map(|claim| (claim.sources.as_slice(), claim.checked));
    let ways = topic.ways.iter().map(|way| (way.sources.as_slice(), way.checked));
    html! {
        h3 { (words::SOURCES) }
        (cited(guide, ways.chain(cited_claims)))
        p.remark { (words::MENUS_CHANGE) }
    }
}
