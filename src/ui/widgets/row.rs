//! A row that is one button: something that was found.

use eframe::egui::{CornerRadius, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

const PADDING: f32 = 14.0;
/// A long answer is cut to this many lines.
const MAX_LINES: usize = 2;

/// What stands in a row.
pub struct Row<'a> {
    /// Before the title.
    pub icon: &'a str,
    /// In heavy type.
    pub title: &'a str,
    /// Under the title, cut to two lines.
    pub summary: &'a str,
    /// What kind of thing it is; left out for cards.
    pub kind: Option<&'a str>,
}

/// Draws the row over the whole width.
pub fn row_ui(ui: &mut Ui, row: &Row<'_>) -> Response {
    let p = palette(ui);
    let width = ui.available_width();
    let icon = text::galley(ui, text::job(theme::regular(ui, Size::Heading), Size::Body, p.accent, row.icon), width);
    let left = PADDING + icon.size().x + 10.0;
    let inner = width - left - PADDING;
    let title = text::galley(ui, text::job(theme::semibold(ui, Size::Body), Size::Body, p.ink, row.title), inner);
    let mut job = text::job(theme::regular(ui, Size::Small), Size::Small, p.muted, "");
    if let Some(kind) = row.kind {
        text::append(&mut job, theme::semibold(ui, Size::Small), Size::Small, p.accent, kind);
        text::append(&mut job, theme::regular(ui, Size::Small), Size::Small, p.muted, " · ");
    }
    text::append(&mut job, theme::regular(ui, Size::Small), Size::Small, p.muted, row.summary);
    job.wrap.max_rows = MAX_LINES;
    let summary = text::galley(ui, job, inner);
    let height = 2.0 * (PADDING - 2.0) + title.size().y + 2.0 + summary.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let parts: Vec<&str> = [row.kind.unwrap_or_default(), row.title, row.summary]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), parts.join(". "))
    });
    if ui.is_rect_visible(rect) {
        let edge = if response.hovered() { p.accent } else { p.line };
        ui.painter().rect(
            rect,
            CornerRadius::same(theme::CARD_RADIUS),
            p.surface,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let top = rect.top() + PADDING - 2.0;
        let first_line = text::first_line(&title);
        ui.painter().galley(pos2(rect.left() + PADDING, top + (first_line - icon.size().y) / 2.0), icon, p.accent);
        let summary_top = top + title.size().y + 2.0;
        ui.painter().galley(pos2(rect.left() + left, top), title, p.ink);
        ui.painter().galley(pos2(rect.left() + left, summary_top), summary, p.muted);
    }
    theme::focus_ring(ui, &response, rect, theme::CARD_RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
