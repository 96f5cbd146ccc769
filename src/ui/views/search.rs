//! The search: the field, the recent searches, and what was found.

use eframe::egui::{Align, Id, Key, Layout, Modifiers, Ui, vec2};

use super::View;
use super::guide::groups_ui;
use super::page::take_focus;
use crate::app::{Action, Focus, Page};
use crate::search::{Hit, Kind};
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{Button, Field, Look, Row, field_ui, row_ui};
use crate::ui::{icons, words};

/// The longest text that the search takes, in characters: room for a pasted screen full of text.
const SEARCH_LIMIT: usize = 10_000;

/// The field, and the way into the checker beside it.
pub(super) fn search_ui(ui: &mut Ui, view: &mut View<'_>) {
    let side_by_side = ui.available_width() > 560.0 * theme::factor(ui);
    let mut words_typed = view.state.search.clone();
    let found = words::found(if view.state.is_guess { 0 } else { view.state.hits.len() });
    let field = Field {
        id: field_id(),
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
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
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

/// The recent searches, to be asked again or forgotten.
pub(super) fn recent_ui(ui: &mut Ui, view: &mut View<'_>) {
    let searches = &view.state.saved.searches;
    if searches.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(7.0, 7.0);
        text::remark(ui, words::RECENT_SEARCHES);
        for search in searches {
            if Button::new(Look::Plain, search).ui(ui).clicked() {
                view.push(Action::Searched(search.clone()));
                view.push(Action::Search);
            }
        }
        if Button::new(Look::Quiet, words::FORGET_SEARCHES).icon(icons::TRASH).ui(ui).clicked() {
            view.push(Action::ForgetSearches);
            view.push(Action::Search);
        }
    });
}

/// What was found, and where nothing was, the way on.
pub(super) fn hits_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(12.0);
    ui.spacing_mut().item_spacing.y = 8.0;
    let hits = &view.state.hits;
    arrows(ui, hits.len());
    if view.state.is_guess {
        text::paragraph(ui, words::NOTHING_FOUND);
        ui.horizontal_wrapped(|ui| {
            if Button::new(Look::Primary, words::ASK_CHECKER).ui(ui).clicked() {
                view.push(Action::CheckMessage(view.state.search.clone()));
            }
            if Button::new(Look::Plain, words::CLEAR_SEARCH).ui(ui).clicked() {
                view.push(Action::Searched(String::new()));
            }
        });
    }
    for (place, hit) in hits.iter().enumerate() {
        hit_ui(ui, view, place, hit);
    }
    if view.state.is_guess {
        groups_ui(ui, view);
    }
}

/// Down leads from the field to the first hit and on, Up the same way back.
fn arrows(ui: &Ui, hits: usize) {
    let stops: Vec<Id> = std::iter::once(field_id()).chain((0..hits).map(hit_id)).collect();
    let focused = ui.memory(|memory| memory.focused());
    let Some(at) = stops.iter().position(|stop| Some(*stop) == focused) else { return };
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
        (true, _) => stops.get(at + 1),
        (_, true) => at.checked_sub(1).and_then(|before| stops.get(before)),
        _ => None,
    };
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(*next));
    }
}

fn field_id() -> Id {
    Id::unique("guide search")
}

fn hit_id(place: usize) -> Id {
    Id::unique(("hit", place))
}

fn hit_ui(ui: &mut Ui, view: &mut View<'_>, place: usize, hit: &Hit) {
    let kind = match &hit.kind {
        Kind::Topic => words::CARD_HIT,
        Kind::Faq(_) => words::FAQ_HIT,
        Kind::Message(id) if view.state.recognised.as_ref() == Some(id) => words::YOUR_MESSAGE,
        Kind::Message(_) => words::MESSAGE_HIT,
    };
    let title = match hit.kind {
        Kind::Message(_) => hit.title.between("“", "”"),
        Kind::Topic | Kind::Faq(_) => hit.title.clone(),
    };
    let piece = if hit.is_keyword { hit.piece.between(words::BEFORE_KEYWORD, "”") } else { hit.piece.clone() };
    let row = Row { icon: icon_of(view, hit), id: hit_id(place), title: &title, piece: &piece, kind };
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
