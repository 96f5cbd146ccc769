//! When each topic was checked, for whoever keeps the guide up to date.

use eframe::egui::{Id, Ui};

use super::View;
use super::page::back_link_ui;
use crate::app::{Action, Page};
use crate::desk::freshness;
use crate::search::Marked;
use crate::ui::icons;
use crate::ui::said::desk as own;
use crate::ui::text;
use crate::ui::widgets::{Row, row_ui};

/// Draws the page.
pub(super) fn freshness_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 8.0;
    back_link_ui(ui, view);
    text::title(ui, own::FRESHNESS);
    text::muted(ui, own::FRESHNESS_NOTE);
    let library = view.library;
    for fresh in freshness(&library.guide) {
        let is_overdue = fresh.review_by.is_some_and(|review_by| view.today > review_by);
        let row = Row {
            icon: icons::of(fresh.topic.icon),
            id: Id::unique(("freshness", &fresh.topic.id)),
            title: &Marked::plain(&fresh.topic.title),
            piece: &Marked::plain(&own::checked(&fresh)),
            kind: if is_overdue { own::OVERDUE } else { own::FRESH },
        };
        if row_ui(ui, &row).clicked() {
            view.push(Action::Go(Page::Topic(fresh.topic.id.clone())));
        }
    }
}
