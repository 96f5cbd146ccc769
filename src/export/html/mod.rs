//! The HTML edition: one file that asks for nothing outside itself.
//!
//! Each page of the guide is a `.page`; style sheets alone show the one that the address names, and all of them where
//! they can't. Only the checker needs the script.

mod about;
mod checker;
mod claims;
mod faq;
mod guide;
mod picture;
mod topic;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use self::picture::icon;
use super::SAFETY;
use crate::content::model::{Brand, Guide, Platform};
use crate::palette::{self, Palette};
use crate::words;

/// The whole edition as one HTML file. `hash` is the fingerprint of the content.
pub fn edition(guide: &Guide, hash: u64) -> String {
    let style = style(&guide.brand);
    let script = concat!(
        "\"use strict\";\n",
        include_str!("../../../assets/html/engine.js"),
        include_str!("../../../assets/html/page.js"),
    );
    let policy = policy(&style, script);
    let whole = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (guide.manifest.title) ": " (guide.manifest.tagline) }
                style { (PreEscaped(style)) }
            }
            body {
                (header(guide))
                main id="everything" {
                    (guide::page(guide))
                    (checker::page(guide))
                    (faq::page(guide))
                    (faq::messages_page(guide))
                    @for topic in &guide.topics { (topic::page(guide, topic)) }
                    (about::page(guide, hash))
                }
                footer {
                    p { (words::NOT_AFFILIATED) }
                }
                (picture::definitions(guide))
                (checker::data(guide))
                script { (PreEscaped(script)) }
            }
        }
    };
    whole.into_string()
}

fn header(guide: &Guide) -> Markup {
    let pages = [
        ("#guide", words::GUIDE),
        ("#checker", words::CHECKER),
        ("#faq", words::FAQ),
        ("#messages", words::export::MESSAGES_TITLE),
        ("#about", words::ABOUT),
        ("#everything", words::export::EVERYTHING),
    ];
    html! {
        header {
            h1 { (guide.manifest.title) " " small { (guide.manifest.tagline) } }
            nav aria-label=(words::RAIL) {
                ul {
                    @for (address, name) in pages { li { a href=(address) { (name) } } }
                    @if let Some(safety) = guide.topic(&SAFETY.into()) {
                        li { a href={ "#topic-" (SAFETY) } { (icon(safety.icon)) " " (words::GET_HELP) } }
                    }
                }
            }
            fieldset.choice {
                legend { (words::MY_PHONE) }
                label { input type="radio" name="phone" value="iphone" checked; span { (words::platform(Platform::IPhone)) } }
                label { input type="radio" name="phone" value="android"; span { (words::platform(Platform::Android)) } }
            }
        }
    }
}

/// The palette's colours as custom properties, then the style sheet.
fn style(brand: &Brand) -> String {
    let colours = |palette: &Palette| {
        let named = palette.named().into_iter();
        let lines = named.map(|(name, rgb)| format!("  --{}: #{rgb:06x};\n", css_name(name)));
        format!(":root {{\n{}}}\n", lines.collect::<String>())
    };
    let (light, dark) = palette::of(brand).map(|palette| colours(&palette)).into();
    let names = palette::LIGHT.named().into_iter().map(|(name, _)| css_name(name));
    let inks = names
        .map(|name| format!(".fill-{name} {{ fill: var(--{name}); }}\n.line-{name} {{ stroke: var(--{name}); }}\n"));
    let inks: String = inks.collect();
    let sheet = include_str!("../../../assets/html/style.css");
    format!("\n{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n{sheet}\n{inks}")
}

fn css_name(name: &str) -> String {
    name.replace('_', "-")
}

/// Nothing may be loaded, sent or framed; only this style and this script run.
fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        fingerprint(style),
        fingerprint(script)
    )
}

fn fingerprint(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}
