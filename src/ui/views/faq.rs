//! The questions people ask: folded, filtered as you type, with the words that matched marked.

use eframe::egui::{Id, Label, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, text::LayoutJob, vec2};

use super::View;
use super::guide::cards_ui;
use super::page::take_focus;
use crate::app::{Action, Focus, Page};
use crate::content::markup;
use crate::content::model::{FaqEntry, FaqSection, Topic};
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};
use crate::ui::widgets::{Button, Field, Look, boxed, doubt_ui, field_ui, link_ui, sources_ui};
use crate::ui::{icons, words};

/// The longest filter, in characters.
const FILTER_LIMIT: usize = 10_000;

/// Draws the page.
pub(super) fn faq_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    text::title(ui, words::FAQ_TITLE);
    ui.add_space(8.0);
    let faq = &view.library.guide.faq;
    let found: Vec<&FaqEntry> = faq.entries.iter().filter(|entry| view.state.faq_found.contains(&entry.id)).collect();
    filter_ui(ui, view);
    if found.is_empty() {
        nothing_ui(ui, view);
    }
    for section in &faq.sections {
        let entries: Vec<&FaqEntry> = found.iter().copied().filter(|entry| entry.section == section.id).collect();
        if !entries.is_empty() {
            section_ui(ui, view, section, &entries);
        }
    }
    reasons_ui(ui, view);
}

fn filter_ui(ui: &mut Ui, view: &mut View<'_>) {
    let mut typed = view.state.faq_filter.clone();
    let remark = words::faq_found(view.state.faq_found.len(), view.state.faq_topics.len());
    let field = Field {
        id: Id::unique("faq filter"),
        name: words::FAQ_HINT,
        hint: words::FAQ_HINT,
        magnifier: true,
        keys: None,
        remark: Some(&remark),
        limit: FILTER_LIMIT,
    };
    let response = field_ui(ui, &field, &mut typed);
    take_focus(view, Focus::PageTop, &response);
    if response.changed() {
        view.push(Action::FilterFaq(typed));
    }
}

fn nothing_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(16.0);
    text::paragraph(ui, words::FAQ_NOTHING);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if Button::new(Look::Primary, words::SHOW_ALL).ui(ui).clicked() {
            view.push(Action::FilterFaq(String::new()));
        }
        if Button::new(Look::Plain, words::SEARCH_GUIDE).ui(ui).clicked() {
            view.push(Action::Searched(view.state.faq_filter.clone()));
            view.push(Action::Go(Page::Guide));
        }
        if Button::new(Look::Plain, words::ASK_CHECKER).ui(ui).clicked() {
            view.push(Action::CheckMessage(view.state.faq_filter.clone()));
        }
    });
}

/// The cards that hold the same words.
fn reasons_ui(ui: &mut Ui, view: &mut View<'_>) {
    let topics: Vec<&Topic> = view.state.faq_topics.iter().filter_map(|id| view.library.guide.topic(id)).collect();
    if !topics.is_empty() {
        ui.add_space(16.0);
        text::heading(ui, words::FAQ_REASONS);
        ui.add_space(4.0);
        ui.push_id("reasons", |ui| cards_ui(ui, view, &topics));
    }
}

fn section_ui(ui: &mut Ui, view: &mut View<'_>, section: &FaqSection, entries: &[&FaqEntry]) {
    ui.add_space(16.0);
    text::heading(ui, &section.title);
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 8.0;
    for entry in entries {
        ui.push_id(&entry.id, |ui| entry_ui(ui, view, entry));
    }
}

fn entry_ui(ui: &mut Ui, view: &mut View<'_>, entry: &FaqEntry) {
    let open = view.state.faq_open.contains(&entry.id);
    let boxed = boxed(ui, false, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if question_ui(ui, view, entry, open).clicked() {
            view.push(Action::ToggleFaq(entry.id.clone()));
        }
        if open {
            answer_ui(ui, view, entry);
        }
    });
    if view.state.faq_target.as_ref() == Some(&entry.id) {
        boxed.response.scroll_to_me(Some(eframe::egui::Align::Center));
        view.push(Action::FaqShown);
    }
}

/// The question over the whole width: one button that says whether it is unfolded.
fn question_ui(ui: &mut Ui, view: &View<'_>, entry: &FaqEntry, open: bool) -> Response {
    let p = palette(ui);
    let icon = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    let mut job = text::job(theme::semibold(ui, Size::Body), Size::Body, p.ink, &format!("{icon} "));
    let marks = view.library.index.marks(&view.state.faq_query, &entry.question);
    text::append_marked(ui, &mut job, &theme::semibold(ui, Size::Body), Size::Body, p.ink, &entry.question, &marks);
    let galley = text::galley(ui, job, ui.available_width());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y.max(24.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &entry.question));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        // Over AT-SPI only this arrives.
        node.set_toggled(open.into());
    });
    ui.painter().galley(rect.min, galley, p.ink);
    theme::focus_ring(ui, &response, rect.expand(6.0), theme::CONTROL_RADIUS);
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}

fn answer_ui(ui: &mut Ui, view: &mut View<'_>, entry: &FaqEntry) {
    for claim in &entry.answer {
        let mut job = LayoutJob::default();
        for span in markup::spans(&claim.text) {
            let font = if span.bold { theme::semibold(ui, Size::Body) } else { theme::regular(ui, Size::Body) };
            let marks = view.library.index.marks(&view.state.faq_query, span.text);
            text::append_marked(ui, &mut job, &font, Size::Body, palette(ui).ink, span.text, &marks);
        }
        ui.add(Label::new(job).wrap());
        if let Some(doubt) = &claim.doubt {
            doubt_ui(ui, doubt);
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for topic in entry.topics.iter().filter_map(|id| view.library.guide.topic(id)) {
            if link_ui(ui, Some(icons::ARROW_FORWARD), &topic.title).clicked() {
                view.push(Action::Go(Page::Topic(topic.id.clone())));
            }
        }
    });
    let cited = entry.answer.iter().map(|claim| (claim.sources.as_slice(), claim.checked));
    ui.scope_builder(UiBuilder::new().accessibility_label(words::SOURCES), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        sources_ui(ui, &view.library.guide, cited);
    });
}
