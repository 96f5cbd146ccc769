//! The drawn phone and the icons as SVG. Each picture stands in the file once; where it is shown, it is named.

use std::collections::BTreeMap;

use maud::{Markup, html};
use sha2::{Digest as _, Sha256};

use crate::content::model::{Guide, Icon, Platform, Topic};
use crate::phone::sketch::{Anchor, Edge, HEIGHT, Ink, Mark, Point, RING_RADIUS, RING_WIDTH, WIDTH, picture, sketch};
use crate::phone::{ShownStep, steps};
use crate::words;

/// How wide a letter is on average, as a share of its size; heavy ones are wider. No font is known here.
const LETTER: [f32; 2] = [0.54, 0.58];
/// What is too long gets smaller, but not smaller than this.
const SMALLEST: f32 = 0.8;
/// The side of an icon.
const ICON: f32 = 24.0;

/// A picture that says nothing by itself: words always stand beside it.
pub(super) fn icon(icon: Icon) -> Markup {
    html! { svg.icon aria-hidden="true" { use href={ "#" (icon_id(icon)) } {} } }
}

/// The pictures for these steps, each with the number of its step.
pub(super) fn phones(guide: &Guide, steps: &[ShownStep], platform: Platform) -> Markup {
    let drawn = || (1..).zip(steps).filter(|(_, step)| is_drawn(step));
    html! {
        @if drawn().next().is_some() {
            ul.phones {
                @for (number, step) in drawn() {
                    li {
                        svg role="img" aria-label=(words::phone_picture(guide, step)) viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } {
                            use href={ "#" (phone_id(&phone(guide, step, platform))) } {}
                        }
                        small { (words::step_of(number, steps.len())) }
                    }
                }
            }
        }
    }
}

/// All pictures that are named anywhere. They are seen only where they are named; a text browser reads their words here.
pub(super) fn definitions(guide: &Guide) -> Markup {
    let icons: BTreeMap<String, Icon> = guide.topics.iter().map(|topic| (icon_id(topic.icon), topic.icon)).collect();
    let phones: BTreeMap<String, Markup> = guide
        .topics
        .iter()
        .flat_map(|topic| phones_of(guide, topic))
        .map(|picture| (phone_id(&picture), picture))
        .collect();
    html! {
        div.unseen aria-hidden="true" {
            p { (words::export::PICTURES) }
            svg {
                @for (id, icon) in icons {
                    symbol id=(id) viewBox={ "0 0 " (ICON) " " (ICON) } { (marks(&picture(icon, ICON, Ink::Accent))) }
                }
                @for (id, phone) in phones { symbol id=(id) viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } { (phone) } }
            }
        }
    }
}

fn phones_of(guide: &Guide, topic: &Topic) -> Vec<Markup> {
    let both = [Platform::IPhone, Platform::Android];
    let ways = topic.ways.iter().flat_map(|way| both.map(|platform| (platform, steps(guide, way, platform))));
    ways.flat_map(|(platform, steps)| {
        let drawn = steps.into_iter().filter(is_drawn);
        drawn.map(|step| phone(guide, &step, platform)).collect::<Vec<_>>()
    })
    .collect()
}

/// Is there anything on the phone to be seen for it?
fn is_drawn(step: &ShownStep) -> bool {
    step.screen.is_some() || step.before_app
}

fn phone(guide: &Guide, step: &ShownStep, platform: Platform) -> Markup {
    marks(&sketch(guide, step, platform).marks)
}

/// The same picture has the same id, wherever it is shown.
fn phone_id(picture: &Markup) -> String {
    let [first, second, third, fourth, ..] = <[u8; 32]>::from(Sha256::digest(&picture.0));
    format!("phone-{:08x}", u32::from_be_bytes([first, second, third, fourth]))
}

fn icon_id(icon: Icon) -> String {
    format!("icon-{icon:?}").to_lowercase()
}

fn marks(marks: &[Mark]) -> Markup {
    html! { @for mark in marks { (self::mark(mark)) } }
}

fn mark(mark: &Mark) -> Markup {
    match mark {
        Mark::Panel { area, radius, fill, edge } => html! {
            rect x=(short(area.left)) y=(short(area.top)) width=(short(area.width)) height=(short(area.height))
                rx=[(*radius > 0.0).then(|| short(*radius))] class=(inks(*fill, *edge)) stroke-width=[thickness(*edge)] {}
        },
        Mark::Disc { center, radius, fill, edge } => disc(*center, *radius, *fill, *edge),
        Mark::Line { points, width, ink } => html! {
            polyline points=(points.iter().copied().map(place).collect::<Vec<_>>().join(" ")) class=(inks(None, Some((*ink, *width))))
                stroke-width=(short(*width)) {}
        },
        Mark::Ring { center, ink } => html! {
            (disc(*center, RING_RADIUS, None, Some((*ink, RING_WIDTH))))
            (disc(*center, RING_WIDTH, Some(*ink), None))
        },
        Mark::Words { at, anchor, width, size, heavy, ink, text } => {
            let (text, size) = fitted(text, *size, *width, *heavy);
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            html! {
                text x=(short(at.x)) y=(short(at.y)) font-size=(short(size)) text-anchor=[anchor]
                    font-weight=[heavy.then_some("600")] class=(inks(Some(*ink), None)) { (text) }
                " "
            }
        }
    }
}

fn disc(center: Point, radius: f32, fill: Option<Ink>, edge: Option<Edge>) -> Markup {
    html! {
        circle cx=(short(center.x)) cy=(short(center.y)) r=(short(radius)) class=(inks(fill, edge)) stroke-width=[thickness(edge)] {}
    }
}

/// The text as far as there is room for it, and the size of its letters.
fn fitted(text: &str, size: f32, room: f32, heavy: bool) -> (String, f32) {
    let letters = f32::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
    let [regular, semibold] = LETTER;
    let letter = size * if heavy { semibold } else { regular };
    let shrunk = (room / (letters * letter).max(1.0)).clamp(SMALLEST, 1.0);
    let mut wide = 0.0;
    let fits = |_: &char| {
        wide += letter * shrunk;
        wide <= room + letter
    };
    let shown: String = text.chars().take_while(fits).collect();
    let text = if shown.len() < text.len() { format!("{}…", shown.trim_end()) } else { shown };
    (text, size * shrunk)
}

/// The classes that give a shape its colours; the style sheet has a pair for each colour of the palette.
fn inks(fill: Option<Ink>, edge: Option<Edge>) -> String {
    let fill = fill.map(|ink| format!("fill-{}", name(ink)));
    let edge = edge.map(|(ink, _)| format!("line-{}", name(ink)));
    [fill, edge].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn thickness(edge: Option<Edge>) -> Option<String> {
    edge.map(|(_, width)| short(width))
}

/// The palette's name for what a colour is for.
fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Main => "ink",
        Ink::Muted => "muted",
        Ink::Quiet => "line",
        Ink::Outline => "outline",
        Ink::Surface => "surface",
        Ink::Accent => "accent",
        Ink::AccentSoft => "accent-soft",
        Ink::OnAccent => "on-accent",
    }
}

fn place(point: Point) -> String {
    format!("{},{}", short(point.x), short(point.y))
}

/// A number with at most one decimal: a tenth of the phone's units is never seen.
fn short(number: f32) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}
