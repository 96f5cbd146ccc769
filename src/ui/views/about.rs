//! What Unsent is, what it rests on, and what is wrong with the guide's files.

use eframe::egui::Ui;

use super::View;
use super::brand::contacts_ui;
use crate::app::Library;
use crate::content::model::Source;
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{boxed, doubt_ui, mistake_ui};
use crate::ui::words;

/// Draws the page.
pub(super) fn about_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.set_max_width(ui.available_width().min(theme::measure(ui)));
    text::title(ui, words::ABOUT_TITLE);
    text::paragraph(ui, words::WHAT_IT_IS);
    text::paragraph(ui, words::NOT_AFFILIATED);
    contacts_ui(ui, view);
    origin_ui(ui, view);
    mistakes_ui(ui, view.library);
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
    text::remark(ui, &words::fingerprint(view.proof.edition, view.proof.hash));
    let origin = &view.library.origin;
    if !origin.is_built_in() {
        text::remark(ui, &words::layers::used(&origin.used));
    }
    if let Some(why) = words::layers::not_used(origin) {
        doubt_ui(ui, &why);
    }
}

fn mistakes_ui(ui: &mut Ui, library: &Library) {
    if library.mistakes.is_empty() {
        return;
    }
    ui.add_space(14.0);
    text::heading(ui, words::MISTAKES);
    for mistake in &library.mistakes {
        boxed(ui, false, |ui| {
            if let Some(layer) = mistake.layer.as_ref().filter(|_| library.is_layered) {
                text::remark(ui, &words::layers::in_layer(layer));
            }
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
