//! A text field with an icon, a hint and a remark at its right end.

use eframe::egui::{Frame, Id, Margin, Response, Sense, Stroke, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::badge;
use crate::ui::icons;
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

/// How a field is set up.
pub struct Field<'a> {
    /// Stable id, so that a shortcut can put the cursor into it.
    pub id: Id,
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// With a magnifier.
    pub magnifier: bool,
    /// Keys that lead here, shown while it is empty.
    pub keys: Option<&'a str>,
    /// A remark at the right end, for instance how much was found.
    pub remark: Option<&'a str>,
    /// The longest text that it takes, in characters.
    pub limit: usize,
}

/// Draws the field over the whole width; `changed()` says that the text is another.
pub fn field_ui(ui: &mut Ui, field: &Field<'_>, value: &mut String) -> Response {
    let p = palette(ui);
    let font = theme::regular(ui, Size::Body);
    let height = (font.size * 1.5 + 22.0).round();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let focused = ui.memory(|memory| memory.has_focus(field.id));
    let edge = if focused { Stroke::new(2.0, p.accent) } else { Stroke::new(1.0, p.outline) };
    ui.painter().rect(rect, theme::CONTROL_RADIUS, p.surface, edge, eframe::egui::StrokeKind::Inside);

    let mut inner = rect.shrink2(vec2(14.0, 2.0));
    if field.magnifier {
        let job = text::job(theme::regular(ui, Size::Heading), Size::Body, p.muted, icons::MAGNIFIER);
        let icon = text::galley(ui, job, f32::INFINITY);
        ui.painter().galley(pos2(inner.left(), inner.center().y - icon.size().y / 2.0), icon.clone(), p.muted);
        inner.min.x += icon.size().x + 10.0;
    }
    if let Some(remark) = field.remark.filter(|_| !value.is_empty()) {
        let galley =
            text::galley(ui, text::job(theme::regular(ui, Size::Small), Size::Small, p.muted, remark), f32::INFINITY);
        if galley.size().x < inner.width() / 2.0 {
            let at = pos2(inner.right() - galley.size().x, inner.center().y - galley.size().y / 2.0);
            inner.max.x = at.x - 8.0;
            let told = ui.interact(
                eframe::egui::Rect::from_min_size(at, galley.size()),
                field.id.with("remark"),
                Sense::hover(),
            );
            told.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, remark));
            ui.accesskit_node_builder(told.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
            ui.painter().galley(at, galley, p.muted);
        }
    } else if let Some(keys) = field.keys.filter(|_| value.is_empty() && inner.width() > 360.0 * theme::factor(ui)) {
        let cap = badge::paint_key_cap(ui, inner.right_center(), keys);
        inner.max.x = cap.left() - 8.0;
    }

    let hint = text::galley(ui, text::job(font.clone(), Size::Body, p.muted, field.hint), f32::INFINITY);
    let hint = if hint.size().x <= inner.width() { field.hint } else { field.name };
    let edit = TextEdit::singleline(value)
        .id(field.id)
        .font(font)
        .frame(Frame::new())
        .margin(Margin::ZERO)
        .align(eframe::egui::Align2::LEFT_CENTER)
        .char_limit(field.limit)
        .hint_text(eframe::egui::RichText::new(hint).color(p.muted))
        .desired_width(f32::INFINITY);
    let mut child = ui.new_child(UiBuilder::new().id_salt(field.id).max_rect(inner));
    let response = child.add_sized(inner.size(), edit).accessible_name(field.name);
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response
}
