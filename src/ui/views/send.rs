//! “Send to phone”: the code for the camera, and the same text beside it.

use eframe::egui::{Layout, ScrollArea, Ui, vec2};

use super::View;
use crate::app::Action;
use crate::content::model::{TopicId, WayId};
use crate::phone::{self, Parcel};
use crate::ui::text;
use crate::ui::widgets::{Button, Look, code_ui};
use crate::ui::{icons, words};

/// From this width on the text stands beside the code.
const BESIDE_FROM: f32 = 520.0;
/// The widest that the code is drawn.
const CODE: f32 = 336.0;

/// What is sent of a way.
pub(super) fn parcel(view: &View<'_>, topic: &TopicId, way: &WayId) -> Option<Parcel> {
    let guide = &view.library.guide;
    let topic = guide.topic(topic)?;
    let way = topic.ways.iter().find(|known| known.id == *way)?;
    phone::parcel(guide, topic, way, view.state.saved.platform)
}

/// Draws the code and the text.
pub(super) fn send_ui(ui: &mut Ui, parcel: &Parcel) {
    text::remark(ui, if parcel.is_address { words::SEND_ADDRESS } else { words::SEND_NOTE });
    let width = ui.available_width();
    // The buttons below stay in view.
    let height = (ui.ctx().content_rect().height() - 240.0).max(120.0);
    ScrollArea::vertical().id_salt("parcel").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        if width >= BESIDE_FROM {
            ui.with_layout(Layout::left_to_right(eframe::egui::Align::Min), |ui| {
                code_ui(ui, &parcel.code, CODE.min(height), words::CODE_PICTURE);
                ui.add_space(16.0);
                ui.allocate_ui(vec2(ui.available_width(), 0.0), |ui| text_ui(ui, parcel));
            });
        } else {
            code_ui(ui, &parcel.code, width.min(CODE), words::CODE_PICTURE);
            ui.add_space(8.0);
            text_ui(ui, parcel);
        }
    });
}

fn text_ui(ui: &mut Ui, parcel: &Parcel) {
    ui.vertical(|ui| text::remark(ui, &parcel.text));
}

/// The buttons below.
pub(super) fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, parcel: Option<&Parcel>) {
    let close = Button::new(Look::Primary, words::CLOSE).ui(ui);
    if ui.memory(|memory| memory.focused()).is_none() {
        close.request_focus();
    }
    if close.clicked() {
        view.push(Action::Cancel);
    }
    if let Some(parcel) = parcel
        && Button::new(Look::Plain, words::COPY_TEXT).icon(icons::COPY).ui(ui).clicked()
    {
        view.push(Action::Copy(parcel.text.clone()));
    }
}
