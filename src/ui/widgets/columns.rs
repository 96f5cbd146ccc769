//! Two columns, of which the right one stays in view.

use eframe::egui::{Align, Layout, Ui, vec2};

/// How far from the window's edge what stays in view keeps.
const MARGIN: f32 = 20.0;

/// Draws two columns. The right one, of this width, stays in view while the left one scrolls by.
pub fn columns_ui<C>(
    ui: &mut Ui,
    context: &mut C,
    right_width: f32,
    left: impl FnOnce(&mut Ui, &mut C),
    right: impl FnOnce(&mut Ui, &mut C),
) {
    const GAP: f32 = 34.0;
    let left_width = ui.available_width() - right_width - GAP;
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left_height = column_ui(ui, left_width, |ui| left(ui, context));
        ui.add_space(GAP);
        column_ui(ui, right_width, |ui| sticky_ui(ui, left_height, |ui| right(ui, context)));
    });
}

/// Draws a column and returns its height.
fn column_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) -> f32 {
    let column = ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.set_width(width);
        contents(ui);
    });
    column.response.rect.height()
}

/// Keeps something in view while the column beside it, which is this high, scrolls by. What is higher than the window
/// scrolls until its end is seen. Its height is known from the frame before.
fn sticky_ui(ui: &mut Ui, beside: f32, contents: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with("height");
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let top = ui.cursor().top();
    let visible = ui.clip_rect();
    let scrolled_past = if height + 2.0 * MARGIN > visible.height() {
        visible.bottom() - MARGIN - height - top
    } else {
        visible.top() + MARGIN - top
    };
    ui.add_space(scrolled_past.clamp(0.0, (beside - height).max(0.0)));
    let drawn = ui.scope(contents).response.rect.height();
    ui.data_mut(|data| data.insert_temp(id, drawn));
}
