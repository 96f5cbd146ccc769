//! The checker: the form, and the result that moves as it is filled in.

use eframe::egui::{
    self, Align, CornerRadius, Frame, Id, Layout, Margin, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::View;
use super::page::take_focus;
use crate::app::{Action, Focus, Page};
use crate::content::model::{Message, Options, Question, TopicId};
use crate::rules::{Outcome, Ranked, Verdict, applies};
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};
use crate::ui::widgets::{Button, Field, Look, boxed, doubt_ui, field_ui, link_ui, rule_ui};
use crate::ui::{icons, summary, words};

/// The result stands beside the form where the window is at least this wide (times the text size).
const RESULT_FROM: f32 = 940.0;
/// The longest pasted text, in characters.
const MESSAGE_LIMIT: usize = 10_000;
/// Reasons shown before the rest is unfolded.
const REASONS_SHOWN: usize = 4;

/// Does the result stand beside the form?
pub(super) fn is_wide(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= RESULT_FROM * theme::factor(ui).powf(0.7)
}

/// Draws the page.
pub(super) fn checker_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    text::title(ui, words::CHECKER_TITLE);
    text::muted(ui, words::CHECKER_INTRO);
    ui.add_space(10.0);
    if !is_wide(ui) {
        form_ui(ui, view);
        ui.add_space(16.0);
        result_ui(ui, view);
        return;
    }
    let gap = 34.0;
    let full = ui.available_width();
    let form_width = ((full - gap) * 0.535).floor();
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let top = ui.cursor().top();
        let form_bottom = column_ui(ui, form_width, |ui| form_ui(ui, view));
        ui.add_space(gap);
        column_ui(ui, full - gap - form_width, |ui| {
            sticky_ui(ui, form_bottom - top, |ui| result_ui(ui, view));
        });
    });
}

/// Draws a column and returns where it ends.
fn column_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) -> f32 {
    let column = ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.set_width(width);
        contents(ui);
    });
    column.response.rect.bottom()
}

/// Keeps something in view while the column beside it, which is this high, scrolls by. What is higher than the window
/// scrolls until its end is seen. Its height is known from the frame before.
fn sticky_ui(ui: &mut Ui, beside: f32, contents: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with("height");
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let top = ui.cursor().top();
    let visible = ui.clip_rect();
    let scrolled_past = if height + 40.0 > visible.height() {
        visible.bottom() - 20.0 - height - top
    } else {
        visible.top() + 20.0 - top
    };
    ui.add_space(scrolled_past.clamp(0.0, (beside - height).max(0.0)));
    let drawn = ui.scope(contents).response.rect.height();
    ui.data_mut(|data| data.insert_temp(id, drawn));
}

/// The verdict in one line, always in view in a narrow window.
pub(super) fn headline_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| match (&view.state.finding.outcome, view.state.finding.ranked.first()) {
        (Outcome::Found, Some(first)) => {
            let Some(topic) = view.library.guide.topic(&first.topic) else { return };
            text::remark(ui, words::verdict(first.verdict));
            if link_ui(ui, Some(icons::of(topic.icon)), &topic.title).clicked() {
                view.push(Action::Go(Page::Topic(topic.id.clone())));
            }
        }
        (Outcome::Contradiction(_), _) => {
            text::remark(ui, &view.library.guide.rules.contradiction.title);
        }
        _ => {
            let nothing = view.state.saved.answers.is_empty();
            text::remark(ui, if nothing { words::NOTHING_ANSWERED } else { &view.library.guide.rules.unknown.title });
        }
    });
}

// ------------------------------------------------------------------- form

fn form_ui(ui: &mut Ui, view: &mut View<'_>) {
    let guide = &view.library.guide;
    let asked: Vec<&Question> =
        guide.questions.iter().filter(|question| applies(question, &view.state.saved.answers)).collect();
    for question in &asked {
        let is_next = view.state.next_question.as_ref() == Some(&question.id);
        let margin = if is_next { Margin::symmetric(14, 10) } else { Margin::symmetric(0, 8) };
        let fill = if is_next { palette(ui).accent_soft } else { theme::CLEAR };
        Frame::new().fill(fill).corner_radius(CornerRadius::same(theme::CONTROL_RADIUS)).inner_margin(margin).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width());
                let group = UiBuilder::new()
                    .id_salt(&question.id)
                    .accessibility_role(Role::RadioGroup)
                    .accessibility_label(question.text.clone());
                ui.scope_builder(group, |ui| question_ui(ui, view, question, is_next));
            },
        );
        if !is_next {
            rule_ui(ui);
        }
    }
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        text::remark(ui, &words::answered(view.state.saved.answers.len(), asked.len()));
        if link_ui(ui, None, words::START_OVER).clicked() {
            view.push(Action::StartOver);
        }
    });
}

fn question_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, is_next: bool) {
    let is_first = view.library.guide.questions.first().is_some_and(|first| first.id == question.id);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        text::strong(ui, &question.text);
        if is_next {
            let job = text::job(theme::semibold(ui, Size::Tiny), Size::Tiny, palette(ui).accent, words::MOST_USEFUL);
            ui.add(egui::Label::new(job).extend());
        }
    });
    if is_next {
        text::remark(ui, &question.why);
    }
    ui.add_space(4.0);
    match &question.options {
        Options::Messages => message_ui(ui, view, question, is_first),
        Options::Choose(choices) => {
            let answer = view.state.saved.answers.get(&question.id).cloned();
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(7.0, 7.0);
                for (place, choice) in choices.iter().enumerate() {
                    let chosen = answer.as_ref() == Some(&choice.id);
                    let response = Button::new(Look::Choice(chosen), &choice.text).ui(ui);
                    if is_first && place == 0 {
                        take_focus(view, Focus::PageTop, &response);
                    }
                    if response.clicked() {
                        view.push(Action::Answer(question.id.clone(), Some(choice.id.clone()).filter(|_| !chosen)));
                    }
                }
                not_sure_ui(ui, view, question, words::NOT_SURE);
            });
        }
    }
}

fn not_sure_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, label: &str) {
    let chosen = view.state.saved.not_sure.contains(&question.id);
    if Button::new(Look::Choice(chosen), label).ui(ui).clicked() {
        view.push(Action::NotSure(question.id.clone()));
    }
}

/// A field for a pasted text, what was recognised in it, and a list to pick from.
fn message_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, is_first: bool) {
    let mut pasted = view.state.saved.message_text.clone();
    let field = Field {
        id: Id::unique("pasted message"),
        name: &question.text,
        hint: words::PASTE_MESSAGE,
        magnifier: false,
        keys: None,
        remark: None,
        limit: MESSAGE_LIMIT,
    };
    let response = field_ui(ui, &field, &mut pasted);
    if is_first {
        take_focus(view, Focus::PageTop, &response);
    }
    if response.changed() {
        view.push(Action::DescribeMessage(pasted.clone()));
    }
    ui.add_space(4.0);
    let answer = view.state.saved.answers.get(&question.id);
    let recognised = view
        .library
        .guide
        .messages
        .iter()
        .find(|message| answer.is_some_and(|answer| answer.as_str() == message.id.as_str()));
    match recognised {
        Some(message) => {
            let said = format!("{}: **“{}”**", words::RECOGNISED, message.text);
            let label = text::remark(ui, &format!("{} {said}", icons::CHECK));
            text::say(ui, &label, &said);
            text::remark(ui, &message.meaning.text);
            if let Some(doubt) = &message.meaning.doubt {
                doubt_ui(ui, doubt);
            }
        }
        None if !pasted.trim().is_empty() => drop(text::remark(ui, words::NOT_RECOGNISED)),
        None => {}
    }
    let unfolded_id = ui.scope_id().with("known messages");
    let unfolded = ui.data(|data| data.get_temp(unfolded_id).unwrap_or(false));
    let (label, icon) =
        if unfolded { (words::HIDE_MESSAGES, icons::CARET_DOWN) } else { (words::PICK_MESSAGE, icons::CARET_RIGHT) };
    ui.horizontal_wrapped(|ui| {
        not_sure_ui(ui, view, question, words::NO_MESSAGE);
        if link_ui(ui, Some(icon), label).clicked() {
            ui.data_mut(|data| data.insert_temp(unfolded_id, !unfolded));
        }
    });
    if unfolded {
        ui.spacing_mut().item_spacing.y = 6.0;
        for message in &view.library.guide.messages {
            known_message_ui(ui, view, question, message, recognised.is_some_and(|known| known.id == message.id));
        }
    }
}

fn known_message_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, message: &Message, chosen: bool) {
    if Button::new(Look::Choice(chosen), &words::shown_message(&message.text)).ui(ui).clicked() {
        let option = (!chosen).then(|| message.id.as_str().into());
        view.push(Action::PickMessage(
            question.id.clone(),
            option,
            if chosen { String::new() } else { message.text.clone() },
        ));
    }
}

// ----------------------------------------------------------------- result

fn result_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let rules = &view.library.guide.rules;
    ui.spacing_mut().item_spacing.y = 8.0;
    if state.saved.answers.is_empty() {
        boxed(ui, false, |ui| text::muted(ui, words::NOTHING_ANSWERED));
        return;
    }
    match &state.finding.outcome {
        Outcome::Found => {}
        Outcome::Unknown => advice_ui(ui, &rules.unknown.title, &rules.unknown.what_to_do),
        Outcome::Contradiction(clashes) => {
            let texts: Vec<String> = clashes.iter().chain(&rules.contradiction.what_to_do).cloned().collect();
            advice_ui(ui, &rules.contradiction.title, &texts);
        }
    }
    let unfolded_id = Id::unique("all reasons");
    let unfolded = ui.data(|data| data.get_temp(unfolded_id).unwrap_or(false));
    let ranked = &state.finding.ranked;
    let shown = if unfolded { ranked.len() } else { REASONS_SHOWN.min(ranked.len()) };
    for (place, reason) in ranked.iter().take(shown).enumerate() {
        let leads = place == 0 && state.finding.outcome == Outcome::Found;
        ui.push_id(&reason.topic, |ui| reason_ui(ui, view, reason, leads));
    }
    if shown < ranked.len() && link_ui(ui, Some(icons::CARET_DOWN), words::SHOW_ALL_REASONS).clicked() {
        ui.data_mut(|data| data.insert_temp(unfolded_id, true));
    }
    ruled_out_ui(ui, view);
    ui.add_space(4.0);
    if Button::new(Look::Plain, words::COPY_SUMMARY).icon(icons::COPY).ui(ui).clicked() {
        view.push(Action::Copy(summary::of(&view.library.guide, &view.state.saved.answers, &view.state.finding)));
    }
}

fn advice_ui(ui: &mut Ui, title: &str, texts: &[String]) {
    boxed(ui, true, |ui| {
        text::heading(ui, title);
        for advice in texts {
            ui.horizontal_top(|ui| {
                text::paragraph(ui, "•");
                text::paragraph(ui, advice);
            });
        }
    });
}

fn reason_ui(ui: &mut Ui, view: &mut View<'_>, reason: &Ranked, leads: bool) {
    let Some(topic) = view.library.guide.topic(&reason.topic) else { return };
    boxed(ui, leads, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if leads {
            let sure = reason.verdict >= Verdict::Likely;
            text::remark(ui, if sure { words::MOST_LIKELY } else { words::FIRST_LOOK });
        }
        ui.horizontal_wrapped(|ui| {
            let p = palette(ui);
            let icon = text::job(theme::regular(ui, Size::Heading), Size::Body, p.accent, icons::of(topic.icon));
            let icon = ui.add(egui::Label::new(icon));
            text::say(ui, &icon, "");
            if leads {
                let said = text::heading(ui, &topic.title);
                ui.accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
            } else if link_ui(ui, None, &topic.title).clicked() {
                view.push(Action::Go(Page::Topic(topic.id.clone())));
            }
        });
        bar_ui(ui, reason, &topic.title);
        text::remark(ui, &because(view, reason));
        if !reason.against.is_empty() {
            text::remark(ui, &format!("{}: {}", words::AGAINST, words::list(&reason.against)));
        }
        if leads {
            let label = if topic.ways.is_empty() { words::SHOW_MORE } else { words::SHOW_FIX };
            if Button::new(Look::Primary, label).icon_behind(icons::ARROW_FORWARD).ui(ui).clicked() {
                view.push(Action::Go(Page::Topic(topic.id.clone())));
            }
        }
    });
}

fn because(view: &View<'_>, reason: &Ranked) -> String {
    let mut said = vec![words::verdict(reason.verdict).to_owned()];
    if !reason.because.is_empty() {
        said.push(format!("{}: {}", words::BECAUSE, words::list(&reason.because)));
    }
    if view.state.saved.tried.contains(&reason.topic) {
        said.push(words::TRIED.to_owned());
    }
    words::list(&said)
}

/// How likely, as a bar. Its length shows the order; the word beside it is the verdict.
fn bar_ui(ui: &mut Ui, reason: &Ranked, name: &str) {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 7.0), Sense::hover());
    let said = format!("{name}: {}", words::verdict(reason.verdict));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    ui.painter().rect_filled(rect, CornerRadius::same(4), p.line);
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * reason.bar().clamp(0.02, 1.0), rect.height()));
    ui.painter().rect_filled(filled, CornerRadius::same(4), p.accent);
}

fn ruled_out_ui(ui: &mut Ui, view: &View<'_>) {
    let ruled_out = &view.state.finding.ruled_out;
    if ruled_out.is_empty() {
        return;
    }
    let title_of = |id: &TopicId| view.library.guide.topic(id).map_or("", |topic| topic.title.as_str());
    let parts: Vec<String> =
        ruled_out.iter().map(|out| format!("{} ({})", title_of(&out.topic), words::list(&out.because))).collect();
    text::remark(ui, &format!("**{}** {}", words::RULED_OUT, parts.join(" · ")));
}
