//! The checker: the form or the interview, and beside it the result that moves as it is filled in.

use eframe::egui::epaint::RectShape;
use eframe::egui::{CornerRadius, Id, Rect, Role, Shape, Ui, UiBuilder, pos2, vec2};

use super::View;
use super::interview::interview_ui;
use super::page::take_focus;
use super::result::result_ui;
use crate::app::{Action, Focus};
use crate::content::model::{Message, Options, Question};
use crate::rules::applies;
use crate::ui::text;
use crate::ui::theme::{self, palette};
use crate::ui::widgets::{Button, Field, Look, columns_ui, doubt_ui, field_ui, link_ui, rule_ui, tag_ui};
use crate::ui::{icons, words};

/// The result stands beside the form where the window is at least this wide (times the text size).
const RESULT_FROM: f32 = 940.0;
/// How far the mark of the most useful question goes beyond it, left and right.
const BESIDE: f32 = 12.0;
/// The longest pasted text, in characters.
const MESSAGE_LIMIT: usize = 10_000;

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
    mode_ui(ui, view);
    if !is_wide(ui) {
        questions_ui(ui, view);
        ui.add_space(16.0);
        result_ui(ui, view);
        return;
    }
    let result_width = (ui.available_width() * 0.45).floor();
    columns_ui(ui, view, result_width, questions_ui, result_ui);
}

/// All questions, or one at a time.
fn mode_ui(ui: &mut Ui, view: &mut View<'_>) {
    let one_at_a_time = view.state.interview.is_some();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(7.0, 7.0);
        for (label, icon, mode) in [(words::FORM, icons::LIST_CHECKS, false), (words::ONE_AT_A_TIME, icons::CHAT, true)]
        {
            let chosen = one_at_a_time == mode;
            if Button::new(Look::Choice(chosen), label).icon(icon).ui(ui).clicked() && !chosen {
                view.push(Action::Interview(mode));
            }
        }
    });
    ui.add_space(8.0);
}

fn questions_ui(ui: &mut Ui, view: &mut View<'_>) {
    match &view.state.interview {
        Some(interview) => interview_ui(ui, view, interview),
        None => form_ui(ui, view),
    }
}

fn form_ui(ui: &mut Ui, view: &mut View<'_>) {
    let guide = &view.library.guide;
    let asked: Vec<&Question> =
        guide.questions.iter().filter(|question| applies(question, &view.state.saved.answers)).collect();
    // The mark goes around the question and takes no room: while somebody answers, nothing may move under the mouse.
    let room = 9.0 * theme::factor(ui);
    ui.add_space(room - 9.0);
    for question in &asked {
        let behind = ui.painter().add(Shape::Noop);
        let top = ui.cursor().top();
        let is_next = view.state.next_question.as_ref() == Some(&question.id);
        if is_next {
            tag_ui(ui, pos2(ui.max_rect().right(), top), words::MOST_USEFUL);
        }
        ui.add_space(room);
        question_ui(ui, view, question);
        ui.add_space(room);
        if is_next {
            let marked = Rect::from_x_y_ranges(ui.max_rect().x_range().expand(BESIDE), top..=ui.cursor().top());
            let radius = CornerRadius::same(theme::CONTROL_RADIUS);
            ui.painter().set(behind, RectShape::filled(marked, radius, palette(ui).accent_soft));
        }
        rule_ui(ui);
    }
    ui.add_space(10.0);
    count_ui(ui, view);
}

/// How much is answered, and a way to begin again.
pub(super) fn count_ui(ui: &mut Ui, view: &mut View<'_>) {
    let answers = &view.state.saved.answers;
    let asked = || view.library.guide.questions.iter().filter(|question| applies(question, answers));
    let answered = asked().filter(|question| answers.get(&question.id).is_some()).count();
    ui.horizontal_wrapped(|ui| {
        text::remark(ui, &words::answered(answered, asked().count()));
        if link_ui(ui, None, words::START_OVER).clicked() {
            view.push(Action::StartOver);
        }
    });
}

/// A question, why it is asked, and its options.
pub(super) fn question_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    // Ids of its own: a remark that comes or goes above must not take the focus away from an option.
    let group = UiBuilder::new()
        .scope_id(Id::unique(("question", &question.id)))
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(question.text.clone());
    ui.scope_builder(group, |ui| {
        text::strong(ui, &question.text);
        text::remark(ui, &question.why);
        ui.add_space(4.0);
        let options = UiBuilder::new().scope_id(Id::unique(("options", &question.id)));
        ui.scope_builder(options, |ui| options_ui(ui, view, question));
    });
}

fn options_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let one_at_a_time = view.state.interview.is_some();
    let is_first = one_at_a_time || view.library.guide.questions.first().is_some_and(|first| first.id == question.id);
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
                        // In the form a second press takes the answer back; one at a time it goes on with it.
                        let option = Some(choice.id.clone()).filter(|_| one_at_a_time || !chosen);
                        view.push(Action::Answer(question.id.clone(), option));
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
    if Button::new(Look::Choice(chosen), &message.shown()).ui(ui).clicked() {
        let keeps = view.state.interview.is_some() || !chosen;
        let option = keeps.then(|| message.id.as_str().into());
        view.push(Action::PickMessage(
            question.id.clone(),
            option,
            if keeps { message.shown() } else { String::new() },
        ));
    }
}
