//! A QR code: dark on light in both themes, on whole points of the screen, with its quiet zone.

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::phone::Code;
use crate::ui::theme::LIGHT;

/// How many squares the standard leaves light round a code.
const QUIET: usize = 4;

/// Draws the code as large as it fits into this width; `name` says to a screen reader what it is.
pub fn code_ui(ui: &mut Ui, code: &Code, width: f32, name: &str) -> Response {
    let squares = squares(code.side + 2 * QUIET);
    let dots = ui.pixels_per_point();
    // A square that is not a whole number of dots wide would be blurred.
    let square = ((width / squares * dots).floor() / dots).max(1.0 / dots);
    let (rect, response) = ui.allocate_exact_size(vec2(squares, squares) * square, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let corner = (rect.min.to_vec2() * dots).round() / dots;
    let paper = Rect::from_min_size(corner.to_pos2(), rect.size());
    ui.painter().rect_filled(paper, CornerRadius::same(6), LIGHT.surface);
    for (row, line) in code.dark.chunks(code.side).enumerate() {
        // Dark squares side by side are one rectangle: no seams, and less to paint.
        let mut left = 0;
        for run in line.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                let at = vec2(self::squares(QUIET + left), self::squares(QUIET + row)) * square;
                let size = vec2(self::squares(run.len()), 1.0) * square;
                ui.painter().rect_filled(Rect::from_min_size(paper.min + at, size), CornerRadius::ZERO, LIGHT.ink);
            }
            left += run.len();
        }
    }
    response
}

/// A number of squares as a length. A code has 177 in a row at most.
fn squares(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
