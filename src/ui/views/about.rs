//! What Unsent is, what it rests on, and what is wrong with the guide's files.

use eframe::egui::Ui;

use super::View;
use crate::content::load::Origin;
use crate::content::mistake::Mistake;
use crate::content::model::Source;
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{boxed, doubt_ui, mistake_ui};
use crate::ui::words;

/// Draws the page.
pub(super) fn about_ui(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.set_max_width(ui.available_width().min(theme::measure(ui)));
    text::title(ui, words::ABOUT_TITLE);
    text::paragraph(ui, words::WHAT_IT_IS);
    text::paragraph(ui, words::NOT_AFFILIATED);
    origin_ui(ui, view);
    mistakes_ui(ui, &view.library.mistakes);
    sources_ui(ui, &view.library.guide.manifest.sources);
    ui.add_space(14.0);
    text::heading(ui, words::LICENCES);
    text::paragraph(ui, words::LICENCE_TEXT);
}

fn origin_ui(ui: &mut Ui, view: &View<'_>) {
    ui.add_space(14.0);
    text::heading(ui, words::VERSIONS);
    let guide = &view.library.guide;
    text::paragraph(ui, &words::versions(guide.manifest.edition, guide.topics.len(), guide.faq.entries.len()));
    text::paragraph(ui, &words::proof(view.proof));
    text::remark(ui, &words::fingerprint(view.proof));
    match &view.library.origin {
        Origin::BuiltIn => {}
        Origin::Folder(folder) => drop(text::remark(ui, &words::from_folder(folder))),
        Origin::BuiltInInsteadOf(folder) => {
            doubt_ui(ui, &words::built_in_instead(folder));
        }
        Origin::Refused(folder, refusal) => {
            doubt_ui(ui, &words::refused(folder, refusal));
        }
    }
}

fn mistakes_ui(ui: &mut Ui, mistakes: &[Mistake]) {
    if mistakes.is_empty() {
        return;
    }
    ui.add_space(14.0);
    text::heading(ui, words::MISTAKES);
    for mistake in mistakes {
        boxed(ui, false, |ui| {
            mistake_ui(ui, mistake);
        });
    }
}

fn sources_ui(ui: &mut Ui, sources: &[Source]) {
    let mut kinds: Vec<_> = sources.iter().map(|source| source.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    ui.add_space(14.0);
    text::heading(ui, words::SOURCES);
    for kind in kinds {
        ui.add_space(6.0);
        text::strong(ui, words::source_kind(kind));
        for source in sources.iter().filter(|source| source.kind == kind) {
            text::remark(ui, &format!("{} ({})", source.name, source.dated));
        }
    }
}
