//! Texts with what they rest on: labels in bold, doubts, sources.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::content::markup;
use crate::content::model::{Citation, Claim, Guide};
use crate::words;

/// A text with its labels in bold.
pub(super) fn marked(text: &str) -> Markup {
    html! {
        @for span in markup::spans(text) {
            @if span.bold { b { (span.text) } } @else { (span.text) }
        }
    }
}

/// Each claim with what is doubtful about it.
pub(super) fn claims(claims: &[Claim]) -> Markup {
    html! {
        @for claim in claims {
            p { (marked(&claim.text)) }
            @if let Some(doubt) = &claim.doubt { (self::doubt(doubt)) }
        }
    }
}

/// Claims under a heading; nothing where there are none.
pub(super) fn section(heading: &str, claims: &[Claim]) -> Markup {
    html! {
        @if !claims.is_empty() {
            h3 { (heading) }
            (self::claims(claims))
        }
    }
}

/// A doubt, said aloud.
pub(super) fn doubt(doubt: &str) -> Markup {
    html! { p.doubt { (marked(doubt)) } }
}

/// What is said of each source, for its claims.
pub(super) fn sources<'a>(guide: &Guide, claims: impl Iterator<Item = &'a Claim>) -> Markup {
    cited(guide, claims.map(|claim| (claim.sources.as_slice(), claim.checked)))
}

/// Where texts come from and when they were checked.
pub(super) fn cited<'a>(guide: &Guide, cited: impl Iterator<Item = (&'a [Citation], Date)>) -> Markup {
    html! {
        ul.sources {
            @for line in words::cited(guide, cited) { li { (line) } }
        }
    }
}
