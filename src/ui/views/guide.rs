//! The first page: the question, the search, and the cards by whose move it is.

use eframe::egui::{self, Align, Id, Layout, Ui, vec2};

use super::View;
use super::page::take_focus;
use crate::app::{Action, Focus, Page};
use crate::content::load::Origin;
use crate::content::model::Topic;
use crate::phone;
use crate::search::{Hit, Kind};
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{Button, Card, Field, Look, Row, card_grid_ui, doubt_ui, field_ui, link_ui, row_ui};
use crate::ui::{icons, words};

/// The longest text that the search takes, in characters: room for a pasted screen full of text.
const SEARCH_LIMIT: usize = 10_000;

/// Draws the page.
pub(super) fn guide_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    text::title(ui, words::HEADLINE);
    text::muted(ui, words::UNDER_HEADLINE);
    ui.add_space(10.0);
    search_ui(ui, view);
    ui.add_space(6.0);
    if !view.library.mistakes.is_empty() {
        mistakes_ui(ui, view);
    }
    if view.state.search.trim().is_empty() {
        groups_ui(ui, view);
    } else {
        hits_ui(ui, view);
    }
}

fn search_ui(ui: &mut Ui, view: &mut View<'_>) {
    let side_by_side = ui.available_width() > 560.0 * theme::factor(ui);
    let mut words_typed = view.state.search.clone();
    let found = words::found(view.state.hits.len());
    let field = Field {
        id: Id::unique("guide search"),
        name: words::SEARCH,
        hint: words::SEARCH_HINT,
        magnifier: true,
        keys: Some("Ctrl K"),
        remark: Some(&found),
        limit: SEARCH_LIMIT,
    };
    let mut draw_field = |ui: &mut Ui, view: &mut View<'_>| {
        let response = field_ui(ui, &field, &mut words_typed);
        take_focus(view, Focus::Search, &response);
        if response.changed() {
            view.push(Action::Searched(words_typed.clone()));
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if enter {
            view.push(Action::OpenFirstHit);
        }
    };
    let button = Button::new(Look::Primary, words::FIND_MY_REASON).icon_behind(icons::ARROW_FORWARD).large();
    let button_width = button.width(ui);
    let draw_button = |ui: &mut Ui, view: &mut View<'_>| {
        let response = button.ui(ui);
        take_focus(view, Focus::PageTop, &response);
        if response.clicked() {
            view.push(Action::Go(Page::Checker));
        }
    };
    if side_by_side {
        let height = (theme::regular(ui, theme::Size::Body).size * 1.5 + 22.0).round();
        let width = ui.available_width();
        // From left to right, as it is seen: Tab and screen readers go by the order of drawing.
        ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.allocate_ui(vec2(width - button_width - 12.0, height), |ui| draw_field(ui, view));
            draw_button(ui, view);
        });
    } else {
        draw_field(ui, view);
        ui.add_space(6.0);
        draw_button(ui, view);
    }
}

fn mistakes_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(8.0);
    let told = match &view.library.origin {
        Origin::BuiltInInsteadOf(folder) => words::built_in_instead(folder),
        Origin::Refused(folder, refusal) => words::refused(folder, refusal),
        Origin::BuiltIn | Origin::Folder(_) => words::mistakes(view.library.mistakes.len()),
    };
    doubt_ui(ui, &told);
    if link_ui(ui, None, words::CONTENT_MISTAKES).clicked() {
        view.push(Action::Go(Page::About));
    }
}

fn groups_ui(ui: &mut Ui, view: &mut View<'_>) {
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

fn hits_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(12.0);
    ui.spacing_mut().item_spacing.y = 8.0;
    let hits = &view.state.hits;
    if hits.is_empty() {
        text::paragraph(ui, words::NOTHING_FOUND);
        ui.horizontal_wrapped(|ui| {
            if Button::new(Look::Primary, words::ASK_CHECKER).ui(ui).clicked() {
                view.push(Action::CheckMessage(view.state.search.clone()));
            }
            if Button::new(Look::Plain, words::CLEAR_SEARCH).ui(ui).clicked() {
                view.push(Action::Searched(String::new()));
            }
        });
        groups_ui(ui, view);
        return;
    }
    for (place, hit) in hits.iter().enumerate() {
        ui.push_id(("hit", place), |ui| hit_ui(ui, view, hit));
    }
}

fn hit_ui(ui: &mut Ui, view: &mut View<'_>, hit: &Hit) {
    let recognised = matches!(&hit.kind, Kind::Message(id) if view.state.recognised.as_ref() == Some(id));
    let kind = match &hit.kind {
        Kind::Topic => None,
        Kind::Faq(_) => Some(words::FAQ_HIT),
        Kind::Message(_) if recognised => Some(words::YOUR_MESSAGE),
        Kind::Message(_) => Some(words::MESSAGE_HIT),
    };
    let title = match hit.kind {
        Kind::Message(_) => format!("“{}”", hit.title),
        Kind::Topic | Kind::Faq(_) => hit.title.clone(),
    };
    let row = Row { icon: icon_of(view, hit), title: &title, summary: &hit.summary, kind };
    if row_ui(ui, &row).clicked() {
        view.push(Action::OpenHit(hit.clone()));
    }
}

fn icon_of(view: &View<'_>, hit: &Hit) -> &'static str {
    match &hit.kind {
        Kind::Topic => {
            let topic = hit.topic.as_ref().and_then(|id| view.library.guide.topic(id));
            topic.map_or(icons::CARDS, |topic| icons::of(topic.icon))
        }
        Kind::Faq(_) => icons::QUESTION,
        Kind::Message(_) => icons::CHAT,
    }
}
