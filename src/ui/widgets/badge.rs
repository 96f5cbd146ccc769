//! Small labels: whose move it is, and the keys of a shortcut.

use std::sync::Arc;

use eframe::egui::{Color32, CornerRadius, Galley, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

use crate::content::model::Move;
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

const PADDING: Vec2 = vec2(9.0, 2.0);

/// A badge, laid out in at most this width.
pub(super) fn badge_galley(ui: &Ui, whose: Move, words: &str, width: f32) -> Arc<Galley> {
    let (ink, _) = palette(ui).of_move(whose);
    let job = text::job(theme::semibold(ui, Size::Tiny), Size::Tiny, ink, words);
    text::galley(ui, job, width - 2.0 * PADDING.x)
}

/// Paints a badge with its upper left corner here, and returns the rectangle that it takes.
pub(super) fn paint_badge(ui: &Ui, at: Pos2, whose: Move, galley: Arc<Galley>) -> Rect {
    let (ink, soft) = palette(ui).of_move(whose);
    let rect = Rect::from_min_size(at, galley.size() + 2.0 * PADDING);
    paint_pill(ui, rect, soft, galley, ink);
    rect
}

fn paint_pill(ui: &Ui, rect: Rect, fill: Color32, galley: Arc<Galley>, ink: Color32) {
    ui.painter().rect_filled(rect, CornerRadius::same(11), fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
}

/// The height and width of a painted badge.
pub(super) fn badge_size(galley: &Galley) -> Vec2 {
    galley.size() + 2.0 * PADDING
}

/// A badge in a row of other things.
pub fn badge_ui(ui: &mut Ui, whose: Move, words: &str) {
    let galley = badge_galley(ui, whose, words, ui.max_rect().width());
    let (rect, response) = ui.allocate_exact_size(badge_size(&galley), Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, words));
    paint_badge(ui, rect.min, whose, galley);
}

/// A tag that lies across an edge, with its right end here. It takes no room.
pub fn tag_ui(ui: &Ui, right_center: Pos2, words: &str) {
    let p = palette(ui);
    let job = text::job(theme::semibold(ui, Size::Tiny), Size::Tiny, p.on_accent, words);
    let galley = text::galley(ui, job, ui.available_width());
    let size = galley.size() + vec2(2.0 * PADDING.x, 0.0);
    let rect = Rect::from_center_size(right_center - vec2(size.x / 2.0, 0.0), size);
    let response = ui.interact(rect, ui.scope_id().with(("tag", words)), Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, words));
    paint_pill(ui, rect, p.accent, galley, p.on_accent);
}

/// A key cap such as `Ctrl K`, which is no control: the shortcut works everywhere.
pub fn paint_key_cap(ui: &Ui, right_center: Pos2, keys: &str) -> Rect {
    let p = palette(ui);
    let galley = text::galley(ui, text::job(theme::regular(ui, Size::Tiny), Size::Tiny, p.muted, keys), f32::INFINITY);
    let size = galley.size() + vec2(10.0, 0.0);
    let rect = Rect::from_min_size(right_center - vec2(size.x, size.y / 2.0), size);
    ui.painter().rect_stroke(rect, CornerRadius::same(4), Stroke::new(1.0, p.line), StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(5.0, 0.0), galley, p.muted);
    rect
}
