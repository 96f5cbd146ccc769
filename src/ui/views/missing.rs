//! “I don’t see this”: what to offer for the step in hand, one thing after the other, and never nothing.

use eframe::egui::{Ui, vec2};

use super::View;
use crate::app::Action;
use crate::content::model::{Link, Topic};
use crate::phone::Hint;
use crate::ui::text;
use crate::ui::widgets::{Button, Look, boxed};
use crate::ui::{icons, words};

/// Draws the button, or what was offered last.
pub(super) fn missing_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    let library = view.library;
    let Some(hint) = view.state.hint_in_hand(library, topic) else {
        if Button::new(Look::Quiet, words::NOT_THERE).icon(icons::QUESTION).ui(ui).clicked() {
            view.push(Action::NotThere(topic.id.clone()));
        }
        return;
    };
    boxed(ui, true, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        hint_ui(ui, &hint);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            match hint {
                Hint::Ask { page, .. } => ask_buttons_ui(ui, view, page),
                Hint::Look { .. } | Hint::LookFor { .. } => {
                    let next = Button::new(Look::Plain, words::NOT_THERE_EITHER).icon(icons::QUESTION);
                    if next.ui(ui).clicked() {
                        view.push(Action::NotThere(topic.id.clone()));
                    }
                }
            }
            if Button::new(Look::Plain, words::USUAL_LOOK).icon(icons::ARROW_UNDO).ui(ui).clicked() {
                view.push(Action::UsualLook(topic.id.clone()));
            }
        });
    });
}

fn hint_ui(ui: &mut Ui, hint: &Hint<'_>) {
    match hint {
        Hint::Look { step, version, only, seen_on } => {
            text::strong(ui, &words::look(*version, *only));
            text::paragraph(ui, &step.sentence);
            text::remark(ui, &words::seen_on(seen_on));
        }
        Hint::LookFor { words: own, label } => {
            text::strong(ui, words::LOOK_FOR);
            text::paragraph(ui, &words::look_for(*own, *label));
        }
        Hint::Ask { in_app, .. } => {
            text::strong(ui, words::ASK_ELSEWHERE);
            text::paragraph(ui, if *in_app { words::ASK_PAGE } else { words::ASK_PHONE });
        }
    }
}

fn ask_buttons_ui(ui: &mut Ui, view: &mut View<'_>, page: Option<&Link>) {
    if let Some(link) = page
        && Button::new(Look::Plain, &link.text).icon(icons::ARROW_OUT).ui(ui).clicked()
    {
        view.push(Action::AskToOpen(link.text.clone(), link.url.clone()));
    }
}
