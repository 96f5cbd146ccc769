//! A row that is one button: something that was found.

use eframe::egui::{
    CornerRadius, CursorIcon, EventFilter, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use crate::search::Marked;
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

const PADDING: f32 = 14.0;
/// A long answer is cut to this many lines.
const MAX_LINES: usize = 2;

/// What stands in a row.
pub struct Row<'a> {
    /// Before the title.
    pub icon: &'a str,
    /// Stable id, so that the arrow keys can lead here.
    pub id: Id,
    /// In heavy type, with the words that matched marked.
    pub title: &'a Marked,
    /// Under the title, cut to two lines, with the words that matched marked.
    pub piece: &'a Marked,
    /// What kind of thing it is.
    pub kind: &'a str,
}

/// Draws the row over the whole width.
pub fn row_ui(ui: &mut Ui, row: &Row<'_>) -> Response {
    let p = palette(ui);
    let width = ui.available_width();
    let icon = text::galley(ui, text::job(theme::regular(ui, Size::Heading), Size::Body, p.accent, row.icon), width);
    let left = PADDING + icon.size().x + 10.0;
    let inner = width - left - PADDING;
    let (bold, small) = (theme::semibold(ui, Size::Body), theme::regular(ui, Size::Small));
    let mut job = LayoutJob::default();
    text::append_marked(ui, &mut job, &bold, Size::Body, p.ink, &row.title.text, &row.title.marks);
    let title = text::galley(ui, job, inner);
    let mut job = text::job(theme::semibold(ui, Size::Small), Size::Small, p.accent, row.kind);
    text::append(&mut job, small.clone(), Size::Small, p.muted, " · ");
    text::append_marked(ui, &mut job, &small, Size::Small, p.muted, &row.piece.text, &row.piece.marks);
    job.wrap.max_rows = MAX_LINES;
    let summary = text::galley(ui, job, inner);
    let height = 2.0 * (PADDING - 2.0) + title.size().y + 2.0 + summary.size().y;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, row.id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), [row.kind, &row.title.text, &row.piece.text].join(". "))
    });
    // The arrow keys lead along the rows, not to what happens to lie above or below.
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, arrows));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
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
