//! A claim with its doubt and its sources, boxes, and lines across.

use eframe::egui::{CornerRadius, Frame, InnerResponse, Margin, Sense, Stroke, Ui, vec2};

use crate::content::model::{Citation, Claim, Guide};
use crate::ui::text;
use crate::ui::theme::{self, palette};
use crate::ui::{icons, words};

/// The claim's text, and what is doubtful about it. Its own sources show up under the mouse.
pub fn claim_ui(ui: &mut Ui, guide: &Guide, claim: &Claim) {
    let said = text::paragraph(ui, &claim.text);
    said.on_hover_ui(|ui| sources_ui(ui, guide, std::iter::once((claim.sources.as_slice(), claim.checked))));
    if let Some(doubt) = &claim.doubt {
        doubt_ui(ui, doubt);
    }
}

/// A box that says a doubt aloud.
pub fn doubt_ui(ui: &mut Ui, doubt: &str) {
    let p = palette(ui);
    Frame::new()
        .fill(p.other_soft)
        .corner_radius(CornerRadius::same(theme::CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let job = text::marked_job(ui, theme::Size::Small, p.ink, &format!("{} {doubt}", icons::WARNING));
            let label = ui.add(eframe::egui::Label::new(job).wrap());
            text::say(ui, &label, doubt);
        });
}

/// Where claims come from and when they were checked: one line for each source and date, with every place once.
pub fn sources_ui<'a>(ui: &mut Ui, guide: &Guide, cited: impl Iterator<Item = (&'a [Citation], jiff::civil::Date)>) {
    for line in words::cited(guide, cited) {
        text::remark(ui, &line);
    }
}

/// A box on the page, over the whole width.
pub fn boxed<R>(ui: &mut Ui, chosen: bool, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let p = palette(ui);
    let stroke = Stroke::new(1.0, if chosen { p.accent } else { p.line });
    Frame::new()
        .fill(p.surface)
        .stroke(stroke)
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        })
}

/// A hairline across the page.
pub fn rule_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, palette(ui).line));
}
