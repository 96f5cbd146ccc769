//! The author's desk: what is wrong in the folder, and what is proven of its rules, beside the guide as readers see it.

use eframe::egui::{Frame, Id, Margin, Panel, Role, ScrollArea, Sides, Ui, UiBuilder};

use super::View;
use super::page::back_link_ui;
use crate::app::{Action, Page};
use crate::desk::Desk;
use crate::ui::said::desk as own;
use crate::ui::text;
use crate::ui::theme::{self, palette};
use crate::ui::widgets::{Button, Look, boxed, doubt_ui, link_ui, mistake_ui};
use crate::ui::words;

/// The desk stands beside the page in windows at least this wide (times the text size).
const BESIDE_FROM: f32 = 1000.0;
/// How wide it is there.
const WIDTH: f32 = 330.0;
/// The most mistakes and faults that are listed.
const MOST: usize = 30;

/// The desk beside the page, or a strip below it that leads there.
pub(super) fn desk_panel_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(desk) = view.desk.filter(|_| view.state.page != Page::Desk) else { return };
    let factor = theme::factor(ui);
    let window = ui.ctx().content_rect();
    let p = palette(ui);
    if window.width() >= BESIDE_FROM * factor.powf(0.8) {
        let frame = Frame::new().fill(p.rail).inner_margin(Margin { left: 14, right: 6, top: 20, bottom: 12 });
        Panel::right("desk").exact_size(WIDTH * factor.powf(0.7)).resizable(false).frame(frame).show(ui, |ui| {
            let group = UiBuilder::new().accessibility_role(Role::Complementary).accessibility_label(own::TITLE);
            ui.scope_builder(group, |ui| {
                ScrollArea::vertical().id_salt("desk").auto_shrink(false).show(ui, |ui| {
                    ui.set_width(ui.available_width() - 8.0);
                    text::heading(ui, own::TITLE);
                    parts_ui(ui, view, desk);
                });
            });
        });
        return;
    }
    let frame = Frame::new().fill(p.rail).inner_margin(Margin::symmetric(12, 6));
    Panel::bottom("desk").frame(frame).show(ui, |ui| {
        let label = words::list(&[own::TITLE.to_owned(), own::mistakes(desk.mistakes.len())]);
        Sides::new().shrink_left().show(
            ui,
            |ui| text::remark(ui, &label),
            |ui| {
                if Button::new(Look::Plain, own::SHOW).ui(ui).clicked() {
                    view.push(Action::Go(Page::Desk));
                }
            },
        );
    });
}

/// The desk as a page, where there is no room beside one.
pub(super) fn desk_ui(ui: &mut Ui, view: &mut View<'_>, desk: &Desk) {
    ui.spacing_mut().item_spacing.y = 4.0;
    back_link_ui(ui, view);
    text::title(ui, own::TITLE);
    parts_ui(ui, view, desk);
}

fn parts_ui(ui: &mut Ui, view: &mut View<'_>, desk: &Desk) {
    ui.spacing_mut().item_spacing.y = 4.0;
    text::remark(ui, &own::folder(&desk.folder));
    if desk.is_polled {
        doubt_ui(ui, own::POLLED);
    }
    part_ui(ui, "mistakes", |ui| mistakes_ui(ui, view, desk));
    part_ui(ui, "rules", |ui| rules_ui(ui, view));
    part_ui(ui, "search", |ui| search_ui(ui, view));
    part_ui(ui, "freshness", |ui| {
        ui.add_space(14.0);
        if link_ui(ui, None, own::FRESHNESS).clicked() {
            view.push(Action::Go(Page::Freshness));
        }
    });
}

/// Ids of its own: news that come or go above must take neither the focus nor a click away from what is below.
fn part_ui(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let id = Id::unique(("desk", name));
    ui.scope_builder(UiBuilder::new().scope_id(id), add);
}

fn mistakes_ui(ui: &mut Ui, view: &mut View<'_>, desk: &Desk) {
    ui.add_space(10.0);
    let heading = text::heading(ui, &own::mistakes(desk.mistakes.len()));
    ui.accesskit_node_builder(heading.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    if !desk.held.is_empty() {
        doubt_ui(ui, &own::held(&desk.held));
    }
    ui.spacing_mut().item_spacing.y = 8.0;
    for (number, mistake) in desk.mistakes.iter().take(MOST).enumerate() {
        ui.push_id(number, |ui| {
            boxed(ui, false, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                mistake_ui(ui, mistake);
                if let Some(place) = &mistake.place
                    && Button::new(Look::Plain, &own::edit(&place.file)).ui(ui).clicked()
                {
                    view.push(Action::Edit(place.file.clone()));
                }
            });
        });
    }
    more_ui(ui, desk.mistakes.len());
}

/// What is proven, of the guide that is shown: while it is being proven, nothing of an older one stands there.
fn rules_ui(ui: &mut Ui, view: &View<'_>) {
    ui.add_space(14.0);
    text::heading(ui, own::RULES);
    text::remark(ui, &words::proof(view.proof));
    text::remark(ui, &words::fingerprint(view.proof.edition, view.proof.hash));
    let Some(proof) = view.proven else { return };
    let faults =
        proof.properties.iter().flat_map(|property| property.faults.iter().map(move |fault| (property, fault)));
    for (property, fault) in faults.clone().take(MOST) {
        boxed(ui, false, |ui| text::remark(ui, &format!("**{}**: {}", property.name, fault.text)));
    }
    more_ui(ui, faults.count());
}

/// What the search finds of the guide's own queries.
fn search_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(searched) = view.searched.filter(|searched| !searched.kinds.is_empty()) else { return };
    ui.add_space(14.0);
    text::heading(ui, own::SEARCH);
    text::remark(ui, &own::found(&searched.all()));
    for (query, place) in searched.missed.iter().take(MOST) {
        boxed(ui, false, |ui| text::remark(ui, &own::missed(query, *place)));
    }
    more_ui(ui, searched.missed.len());
}

fn more_ui(ui: &mut Ui, count: usize) {
    if count > MOST {
        text::remark(ui, &own::more(count - MOST));
    }
}
