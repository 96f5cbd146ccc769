//! The window as a whole: rail or row, the page, the notice, the dialog, and the keys that work everywhere.

use eframe::egui::{
    self, Align, CentralPanel, Frame, Key, KeyboardShortcut, Layout, Margin, Modifiers, Panel, ScrollArea, Sides, Ui,
    UiBuilder,
};

use super::{View, about, checker, desk, dialog, faq, freshness, guide, rail, result, settings, topic};
use crate::app::saved::TextSize;
use crate::app::{Action, Focus, Page};
use crate::ui::text;
use crate::ui::theme::{self, palette};
use crate::ui::widgets::{Button, Look};
use crate::ui::{said, words};

/// Windows narrower than this (times the text size) get a row instead of the rail.
const RAIL_FROM: f32 = 760.0;
/// Lower windows, too.
const RAIL_HEIGHT: f32 = 430.0;
/// No line of the page is longer than this.
const MAX_CONTENT: f32 = 1320.0;

/// Draws the whole window.
pub fn window_ui(ui: &mut Ui, view: &mut View<'_>) {
    theme::note_input(ui);
    keys(ui, view);
    let wide = has_rail(ui);
    let p = palette(ui);
    if wide {
        rail::rail_ui(ui, view);
    } else {
        rail::row_ui(ui, view);
    }
    focus_again(ui, view);
    notice_ui(ui, view);
    desk::desk_panel_ui(ui, view);
    if view.state.page == Page::Checker && !checker::is_wide(ui) {
        Panel::bottom("headline verdict")
            .frame(Frame::new().fill(p.surface).inner_margin(Margin::symmetric(16, 8)))
            .show(ui, |ui| result::headline_ui(ui, view));
    }
    // The window is cleared to the page's colour; painting that once more takes a software renderer as long as all else.
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        ScrollArea::vertical().id_salt(("page", view.state.visit)).auto_shrink(false).show(ui, |ui| {
            let side = if wide { 36.0 } else { 16.0 };
            let width = (ui.available_width() - 2.0 * side).clamp(1.0, MAX_CONTENT);
            let top = ui.max_rect().min + egui::vec2(side, if wide { 26.0 } else { 16.0 });
            let rect = egui::Rect::from_min_size(top, egui::vec2(width, f32::INFINITY));
            let layout = Layout::top_down(Align::Min);
            // An id of its own: a notice that comes or goes above must not take the focus away.
            let id = egui::Id::unique(("page", view.state.visit));
            let inner = ui.scope_builder(UiBuilder::new().scope_id(id).max_rect(rect).layout(layout), |ui| {
                ui.set_width(width);
                page_ui(ui, view);
            });
            ui.expand_to_include_rect(inner.response.rect);
            ui.add_space(36.0);
        });
    });
    dialog::dialog_ui(ui, view);
    remember_focus(ui, view);
    let typing = ui.text_edit_focused();
    ui.data_mut(|data| data.insert_temp(typing_id(), typing));
}

/// Where the focus was on each visit, so that Back gives it to the same card again.
fn remember_focus(ui: &Ui, view: &View<'_>) {
    if view.state.dialog.is_none()
        && let Some(focused) = ui.memory(|memory| memory.focused())
    {
        ui.data_mut(|data| data.insert_temp(visit_id(view), focused));
    }
}

fn focus_again(ui: &Ui, view: &View<'_>) {
    if view.state.focus == Some(Focus::Again)
        && let Some(focused) = ui.data(|data| data.get_temp::<egui::Id>(visit_id(view)))
    {
        ui.memory_mut(|memory| memory.request_focus(focused));
    }
}

fn visit_id(view: &View<'_>) -> egui::Id {
    egui::Id::unique(("focus of the visit", view.state.visit))
}

fn typing_id() -> egui::Id {
    egui::Id::unique("a text field had the focus")
}

/// Is there room for the rail?
pub(super) fn has_rail(ui: &Ui) -> bool {
    let factor = theme::factor(ui);
    let window = ui.ctx().content_rect();
    window.width() >= RAIL_FROM * factor.powf(0.8) && window.height() >= RAIL_HEIGHT * factor
}

fn page_ui(ui: &mut Ui, view: &mut View<'_>) {
    match &view.state.page {
        Page::Guide => guide::guide_ui(ui, view),
        Page::Topic(id) => match view.library.guide.topic(id) {
            Some(topic) => topic::topic_ui(ui, view, topic),
            None => guide::guide_ui(ui, view),
        },
        Page::Checker => checker::checker_ui(ui, view),
        Page::Faq => faq::faq_ui(ui, view),
        Page::Settings => settings::settings_ui(ui, view),
        Page::About => about::about_ui(ui, view),
        Page::Desk => match view.desk {
            Some(open) => desk::desk_ui(ui, view, open),
            None => guide::guide_ui(ui, view),
        },
        Page::Freshness => freshness::freshness_ui(ui, view),
    }
}

/// Gives the keyboard's focus to the page's first control, if that was asked for.
pub(super) fn take_focus(view: &View<'_>, wanted: Focus, response: &egui::Response) {
    if view.state.focus == Some(wanted) {
        response.request_focus();
    }
}

/// A way back at the top of a page that is not in the rail, named after where it leads.
pub(super) fn back_link_ui(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.state.page_before();
    let label = match before {
        None | Some(Page::Guide) => words::GUIDE,
        Some(Page::Checker) => words::CHECKER,
        Some(Page::Faq) => words::FAQ,
        Some(_) => words::BACK,
    };
    let response = crate::ui::widgets::link_ui(ui, Some(crate::ui::icons::CARET_LEFT), label);
    take_focus(view, Focus::PageTop, &response);
    if response.clicked() {
        view.push(before.map_or(Action::Go(Page::Guide), |_| Action::Back));
    }
}

fn notice_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(notice) = &view.state.notice else { return };
    let p = palette(ui);
    let frame = Frame::new().fill(p.accent_soft).inner_margin(Margin::symmetric(16, 8));
    Panel::bottom("notice").frame(frame).show(ui, |ui| {
        let mut close = false;
        Sides::new().shrink_left().show(
            ui,
            |ui| {
                let said = text::paragraph(ui, &said::notice(notice));
                ui.accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
            },
            |ui| close = Button::new(Look::Quiet, crate::ui::icons::CROSS).name(words::CLOSE_NOTICE).ui(ui).clicked(),
        );
        if close {
            view.push(Action::DismissNotice);
        }
    });
}

/// A dialog takes the keyboard for itself, Esc included.
fn keys(ui: &Ui, view: &mut View<'_>) {
    if view.state.dialog.is_some() {
        return;
    }
    let pages = [(Key::Num1, Page::Guide), (Key::Num2, Page::Checker), (Key::Num3, Page::Faq)];
    let pressed = |modifiers: Modifiers, key: Key| {
        ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
    };
    for (key, page) in pages {
        if pressed(Modifiers::COMMAND, key) {
            view.push(Action::Go(page));
        }
    }
    if pressed(Modifiers::COMMAND, Key::K) {
        view.push(Action::Search);
    }
    if pressed(Modifiers::COMMAND, Key::Plus) || pressed(Modifiers::COMMAND, Key::Equals) {
        view.push(Action::StepTextSize(true));
    }
    if pressed(Modifiers::COMMAND, Key::Minus) {
        view.push(Action::StepTextSize(false));
    }
    if pressed(Modifiers::COMMAND, Key::Num0) {
        view.push(Action::UseTextSize(TextSize::default()));
    }
    if pressed(Modifiers::COMMAND, Key::Q) {
        ui.send_viewport_cmd(egui::ViewportCommand::Close);
    }
    if pressed(Modifiers::ALT, Key::ArrowLeft) {
        view.push(Action::Back);
    } else if pressed(Modifiers::NONE, Key::Escape) {
        // egui has taken the focus from the field already: the first Esc only leaves it, unless it can be emptied.
        let was_typing = ui.data(|data| data.get_temp(typing_id()).unwrap_or(false));
        let action = escape(view);
        if !was_typing || action != Action::Back {
            view.push(action);
        }
    }
}

/// Esc puts away what came last: the notice, the words in a search field, the page.
fn escape(view: &View<'_>) -> Action {
    let state = view.state;
    match state.page {
        _ if state.notice.is_some() => Action::DismissNotice,
        Page::Guide if !state.search.is_empty() => Action::Searched(String::new()),
        Page::Faq if !state.faq_filter.is_empty() => Action::FilterFaq(String::new()),
        _ => Action::Back,
    }
}
