//! The first page: the question, the search, and the cards by whose move it is.

use eframe::egui::Ui;

use super::{View, search};
use crate::app::{Action, Page};
use crate::content::model::Topic;
use crate::phone;
use crate::ui::text;
use crate::ui::widgets::{Card, card_grid_ui, doubt_ui, link_ui};
use crate::ui::words;

/// Draws the page.
pub(super) fn guide_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    text::title(ui, words::HEADLINE);
    text::muted(ui, words::UNDER_HEADLINE);
    ui.add_space(10.0);
    search::search_ui(ui, view);
    ui.add_space(6.0);
    if !view.library.mistakes.is_empty() {
        mistakes_ui(ui, view);
    }
    if view.state.search.trim().is_empty() {
        search::recent_ui(ui, view);
        groups_ui(ui, view);
    } else {
        search::hits_ui(ui, view);
    }
}

fn mistakes_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(8.0);
    let mistakes = || words::mistakes(view.library.mistakes.len());
    let told = words::layers::not_used(&view.library.origin).unwrap_or_else(mistakes);
    doubt_ui(ui, &told);
    if link_ui(ui, None, words::CONTENT_MISTAKES).clicked() {
        view.push(Action::Go(Page::About));
    }
}

/// All cards.
pub(super) fn groups_ui(ui: &mut Ui, view: &mut View<'_>) {
    let guide = &view.library.guide;
    for group in &guide.manifest.groups {
        let topics: Vec<&Topic> = group.topics.iter().filter_map(|id| guide.topic(id)).collect();
        if topics.is_empty() {
            continue;
        }
        ui.add_space(14.0);
        text::heading(ui, &group.title);
        ui.add_space(6.0);
        ui.push_id(&group.id, |ui| cards_ui(ui, view, &topics));
    }
}

/// Cards for these topics; a press opens one.
pub(super) fn cards_ui(ui: &mut Ui, view: &mut View<'_>, topics: &[&Topic]) {
    let cards: Vec<Card> = topics.iter().map(|topic| card(view, topic)).collect();
    if let Some(pressed) = card_grid_ui(ui, &cards).and_then(|index| topics.get(index)) {
        view.push(Action::Go(Page::Topic(pressed.id.clone())));
    }
}

fn card(view: &View<'_>, topic: &Topic) -> Card {
    let steps = phone::step_count(topic, view.state.saved.platform);
    Card {
        title: topic.title.clone(),
        summary: topic.summary.clone(),
        icon: topic.icon,
        whose_move: topic.whose_move,
        badge: topic.badge.clone(),
        effort: words::effort(steps, topic.minutes),
    }
}
