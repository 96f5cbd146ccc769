//! The checker one question at a time: the open question, the way back, and the answers so far.

use eframe::egui::{CornerRadius, Frame, Margin, Ui};

use super::View;
use super::checker::{count_ui, question_ui};
use super::page::take_focus;
use crate::app::{Action, Focus};
use crate::content::model::QuestionId;
use crate::rules::{Interview, Outcome};
use crate::ui::text;
use crate::ui::theme::{self, palette};
use crate::ui::widgets::{Button, Look, link_ui, rule_ui};
use crate::ui::{icons, summary, words};

/// Draws the open question, or says that there is none, and the answers so far.
pub(super) fn interview_ui(ui: &mut Ui, view: &mut View<'_>, interview: &Interview) {
    let guide = &view.library.guide;
    let answers = &view.state.saved.answers;
    let open = view.state.open_question.as_ref().and_then(|id| guide.question(id));
    let asked = interview.asked(&view.library.checker, answers);
    match open {
        None if view.state.settled && view.state.finding.outcome == Outcome::Found => {
            text::paragraph(ui, words::NOTHING_MORE);
        }
        None => drop(text::paragraph(ui, words::NOTHING_LEFT)),
        Some(question) => {
            let frame = Frame::new().fill(palette(ui).accent_soft).inner_margin(Margin::same(14));
            frame.corner_radius(CornerRadius::same(theme::CONTROL_RADIUS)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                question_ui(ui, view, question);
            });
        }
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if !asked.is_empty() {
            let back = Button::new(Look::Plain, words::BACK).icon(icons::ARROW_BACK).ui(ui);
            if open.is_none() {
                take_focus(view, Focus::PageTop, &back);
            }
            if back.clicked() {
                view.push(Action::PreviousQuestion);
            }
        }
        if let Some(question) = open.filter(|question| answers.get(&question.id).is_some())
            && Button::new(Look::Primary, words::KEEP_ANSWER).icon_behind(icons::ARROW_FORWARD).ui(ui).clicked()
        {
            view.push(Action::KeepAnswer(question.id.clone()));
        }
        if let Some(question) = open
            && Button::new(Look::Plain, words::SKIP).icon_behind(icons::ARROW_FORWARD).ui(ui).clicked()
        {
            view.push(Action::Skip(question.id.clone()));
        }
    });
    let is_open = |id: &QuestionId| view.state.open_question.as_ref() == Some(id);
    let earlier: Vec<_> = asked.iter().filter(|id| !is_open(id)).filter_map(|id| guide.question(id)).collect();
    if !earlier.is_empty() {
        ui.add_space(12.0);
        text::heading(ui, words::YOUR_ANSWERS);
    }
    for question in earlier {
        let said = match answers.get(&question.id) {
            Some(answer) => summary::answer(guide, question, answer),
            None => format!("{} {}", question.text, words::SKIPPED),
        };
        ui.horizontal_wrapped(|ui| {
            text::paragraph(ui, &said);
            if link_ui(ui, None, words::CHANGE).clicked() {
                view.push(Action::TakeUp(question.id.clone()));
            }
        });
        rule_ui(ui);
    }
    ui.add_space(6.0);
    count_ui(ui, view);
}
