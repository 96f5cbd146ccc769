//! When each topic was checked, for whoever keeps the guide up to date.

use eframe::egui::Ui;

use super::View;
use super::page::back_link_ui;
use crate::app::{Action, Page};
use crate::desk::freshness;

use crate::ui::text;
use crate::ui::widgets::{Row, row_ui};
use crate::ui::words::desk as own;
use crate::ui::{icons, words};

/// Draws the page.
pub(super) fn freshness_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 8.0;
    back_link_ui(ui, view, words::BACK);
    text::title(ui, own::FRESHNESS);
    text::muted(ui, own::FRESHNESS_NOTE);
    let library = view.library;
    for fresh in freshness(&library.guide) {
        let summary = own::checked(&fresh);
        let kind = fresh.review_by.filter(|review_by| view.today > *review_by).map(|_| own::OVERDUE);
        let row = Row { icon: icons::of(fresh.topic.icon), title: &fresh.topic.title, summary: &summary, kind };
        if row_ui(ui, &row).clicked() {
            view.push(Action::Go(Page::Topic(fresh.topic.id.clone())));
        }
    }
}
