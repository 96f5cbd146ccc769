//! The checker one question at a time: the open question, the way back, and the answers so far.

use eframe::egui::{CornerRadius, Frame, Margin, Ui};

use super::View;
use super::checker::{count_ui, question_ui};
use crate::app::Action;
use crate::rules::{Interview, applies};
use crate::ui::text;
use crate::ui::theme::{self, palette};
use crate::ui::widgets::{Button, Look, link_ui, rule_ui};
use crate::ui::{icons, summary, words};

/// Draws the open question, or says that there is none, and the answers so far.
pub(super) fn interview_ui(ui: &mut Ui, view: &mut View<'_>, interview: &Interview) {
    let guide = &view.library.guide;
    let answers = &view.state.saved.answers;
    let open = interview.next(&view.library.checker, answers).and_then(|id| guide.question(&id));
    let asked = interview.asked(&view.library.checker, answers);
    match open {
        None => drop(text::paragraph(ui, words::NOTHING_MORE)),
        Some(question) => {
            let frame = Frame::new().fill(palette(ui).accent_soft).inner_margin(Margin::same(14));
            frame.corner_radius(CornerRadius::same(theme::CONTROL_RADIUS)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.push_id(&question.id, |ui| question_ui(ui, view, question, true));
            });
        }
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if !asked.is_empty() && Button::new(Look::Plain, words::BACK).icon(icons::ARROW_BACK).ui(ui).clicked() {
            view.push(Action::PreviousQuestion);
        }
        if let Some(question) = open
            && Button::new(Look::Plain, words::SKIP).icon_behind(icons::ARROW_FORWARD).ui(ui).clicked()
        {
            view.push(Action::Skip(question.id.clone()));
        }
    });
    let earlier: Vec<_> = asked.iter().filter_map(|id| guide.question(id)).collect();
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
    let questions = guide.questions.iter().filter(|question| applies(question, answers)).count();
    count_ui(ui, view, questions);
}
