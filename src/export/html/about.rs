//! What the edition is and what it rests on.

use maud::{Markup, html};

use crate::content::model::{Guide, SourceKind};
use crate::words;

pub(super) fn page(guide: &Guide, hash: u64) -> Markup {
    let mut kinds: Vec<SourceKind> = guide.manifest.sources.iter().map(|source| source.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let edition = guide.manifest.edition;
    html! {
        section.page id="about" {
            h2 { (words::ABOUT_TITLE) }
            p { (words::WHAT_IT_IS) }
            p.screen-only { (words::export::PRINT_HINT) }
            h3 { (words::VERSIONS) }
            p { (words::versions(edition, guide.topics.len(), guide.faq.entries.len())) }
            p.remark { (words::fingerprint(edition, hash)) }
            h3 { (words::SOURCES) }
            @for kind in kinds {
                h4 { (words::source_kind(kind)) }
                ul.sources {
                    @for source in guide.manifest.sources.iter().filter(|source| source.kind == kind) {
                        li { (source.name) " (" (source.dated) ")" }
                    }
                }
            }
            h3 { (words::LICENCES) }
            p { (words::export::LICENCE_OF_EDITION) }
        }
    }
}
