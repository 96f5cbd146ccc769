//! The questions that the window asks before it goes on.

use eframe::egui::{self, CornerRadius, Frame, Id, Margin, Modal, Ui, vec2};

use super::{View, send};
use crate::app::{Action, Dialog};
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{Button, Look};
use crate::ui::{icons, words};

/// Draws the dialog, if one is open.
pub(super) fn dialog_ui(ui: &Ui, view: &mut View<'_>) {
    let Some(dialog) = &view.state.dialog else { return };
    let id = Id::unique("dialog");
    let title = match dialog {
        Dialog::OpenPage { .. } => words::OPEN_PAGE,
        Dialog::DeleteSaved => words::DELETE_TITLE,
        Dialog::OpenCase(_) => words::REPLACE_TITLE,
        Dialog::SendToPhone(..) => words::SEND_TITLE,
    };
    let parcel = match dialog {
        Dialog::SendToPhone(topic, way) => send::parcel(view, topic, way),
        _ => None,
    };
    let widest = if parcel.is_some() { 680.0 } else { 460.0 };
    let width = (ui.ctx().content_rect().width() - 96.0).min(widest * theme::factor(ui).sqrt());
    let frame =
        Frame::popup(ui.style()).inner_margin(Margin::same(24)).corner_radius(CornerRadius::same(theme::CARD_RADIUS));
    let modal = Modal::new(id).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(egui::Role::Dialog);
            node.set_label(title);
            node.set_modal();
        });
        text::heading(ui, title);
        match dialog {
            Dialog::OpenPage { text: page, url } => {
                text::paragraph(ui, page);
                text::strong(ui, url);
                text::remark(ui, words::OPEN_PAGE_NOTE);
            }
            Dialog::DeleteSaved => drop(text::paragraph(ui, words::DELETE_NOTE)),
            Dialog::OpenCase(_) => drop(text::paragraph(ui, words::REPLACE_NOTE)),
            Dialog::SendToPhone(..) => match &parcel {
                Some(parcel) => send::send_ui(ui, parcel),
                None => drop(text::paragraph(ui, words::SEND_TOO_LONG)),
            },
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            match dialog {
                Dialog::SendToPhone(..) => send::buttons_ui(ui, view, parcel.as_ref()),
                _ => buttons_ui(ui, view, dialog),
            }
        });
    });
    if modal.should_close() {
        view.push(Action::Cancel);
    }
}

fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &Dialog) {
    let (yes, icon) = match dialog {
        Dialog::OpenPage { .. } => (words::OPEN, icons::ARROW_OUT),
        Dialog::DeleteSaved => (words::DELETE_NOW, icons::TRASH),
        Dialog::OpenCase(_) | Dialog::SendToPhone(..) => (words::REPLACE_NOW, icons::ARROW_FORWARD),
    };
    // What can't be undone is never the button that stands out.
    let deletes = matches!(dialog, Dialog::DeleteSaved | Dialog::OpenCase(_));
    let looks = if deletes { (Look::Plain, Look::Primary) } else { (Look::Primary, Look::Plain) };
    let confirm = Button::new(looks.0, yes).icon(icon).ui(ui);
    let cancel = Button::new(looks.1, words::CANCEL).ui(ui);
    // Where nothing has the focus, the button that stands out takes it.
    let first = if deletes { &cancel } else { &confirm };
    if ui.memory(|memory| memory.focused()).is_none() {
        first.request_focus();
    }
    if confirm.clicked() {
        view.push(Action::Confirm);
    }
    if cancel.clicked() {
        view.push(Action::Cancel);
    }
    if let Dialog::OpenPage { url, .. } = dialog
        && Button::new(Look::Plain, words::COPY_ADDRESS).icon(icons::COPY).ui(ui).clicked()
    {
        view.push(Action::Copy(url.clone()));
    }
}
