//! A topic's card: one button, painted whole, with all its words as its name.

use std::sync::Arc;

use eframe::egui::{
    CornerRadius, CursorIcon, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::badge;
use crate::content::model::{Icon, Move};
use crate::ui::icons;
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

const PADDING: f32 = 16.0;
const GAP: f32 = 14.0;

/// What stands on a card.
#[derive(Clone, Debug)]
pub struct Card {
    /// What is wrong.
    pub title: String,
    /// One sentence on it.
    pub summary: String,
    /// The picture before the title.
    pub icon: Icon,
    /// Gives the badge its colour.
    pub whose_move: Move,
    /// The badge's words.
    pub badge: String,
    /// Behind the badge: `8 steps · 2 min`; may be empty.
    pub effort: String,
}

struct Laid {
    icon: Arc<Galley>,
    title: Arc<Galley>,
    summary: Arc<Galley>,
    badge: Arc<Galley>,
    effort: Arc<Galley>,
    effort_below: bool,
}

impl Laid {
    fn new(ui: &Ui, card: &Card, width: f32) -> Self {
        let p = palette(ui);
        let inner = width - 2.0 * PADDING;
        let icon_job = text::job(theme::regular(ui, Size::Heading), Size::Body, p.accent, icons::of(card.icon));
        let icon = text::galley(ui, icon_job, inner);
        let title_job = text::job(theme::semibold(ui, Size::Body), Size::Body, p.ink, &card.title);
        let title = text::galley(ui, title_job, inner - icon.size().x - 8.0);
        let summary_job = text::job(theme::regular(ui, Size::Small), Size::Small, p.muted, &card.summary);
        let summary = text::galley(ui, summary_job, inner);
        let badge = badge::badge_galley(ui, card.whose_move, &card.badge, inner);
        let effort_job = text::job(theme::regular(ui, Size::Tiny), Size::Tiny, p.muted, &card.effort);
        let effort = text::galley(ui, effort_job, inner);
        let effort_below = badge::badge_size(&badge).x + 6.0 + effort.size().x > inner;
        Self { icon, title, summary, badge, effort, effort_below }
    }

    fn height(&self) -> f32 {
        let badge = badge::badge_size(&self.badge).y;
        let last_row = if self.effort_below { badge + 4.0 + self.effort.size().y } else { badge };
        2.0 * PADDING + self.title.size().y + 4.0 + self.summary.size().y + 10.0 + last_row
    }

    fn paint(self, ui: &Ui, rect: Rect, whose: Move) {
        let p = palette(ui);
        let Self { icon, title, summary, badge, effort, effort_below } = self;
        let mut at = rect.min + vec2(PADDING, PADDING);
        let first_line = text::first_line(&title);
        let title_x = at.x + icon.size().x + 8.0;
        ui.painter().galley(pos2(at.x, at.y + (first_line - icon.size().y) / 2.0), icon, p.accent);
        let title_height = title.size().y;
        ui.painter().galley(pos2(title_x, at.y), title, p.ink);
        at.y += title_height + 4.0;
        let summary_height = summary.size().y;
        ui.painter().galley(at, summary, p.muted);
        at.y += summary_height + 10.0;
        let painted = badge::paint_badge(ui, at, whose, badge);
        let effort_at = if effort_below {
            pos2(at.x, painted.bottom() + 4.0)
        } else {
            pos2(painted.right() + 6.0, painted.center().y - effort.size().y / 2.0)
        };
        ui.painter().galley(effort_at, effort, p.muted);
    }
}

/// Cards in as many columns as fit; those of a row are equally high. Returns the index of the one that was pressed.
pub fn card_grid_ui(ui: &mut Ui, cards: &[Card]) -> Option<usize> {
    let width = ui.available_width();
    let (columns, card_width) = columns(width, theme::factor(ui));
    let mut pressed = None;
    for (row, cards_of_row) in cards.chunks(columns).enumerate() {
        let laid: Vec<Laid> = cards_of_row.iter().map(|card| Laid::new(ui, card, card_width)).collect();
        let height = laid.iter().map(Laid::height).fold(0.0, f32::max);
        let (_, strip) = ui.allocate_space(vec2(width, height));
        let mut left = strip.left();
        for (column, (card, laid)) in cards_of_row.iter().zip(laid).enumerate() {
            let rect = Rect::from_min_size(pos2(left, strip.top()), vec2(card_width, height));
            left += card_width + GAP;
            if card_ui(ui, rect, card, laid).clicked() {
                pressed = Some(row * columns + column);
            }
        }
        ui.add_space(GAP - ui.spacing().item_spacing.y);
    }
    pressed
}

fn card_ui(ui: &Ui, rect: Rect, card: &Card, laid: Laid) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("card", &card.title)), Sense::click());
    response.widget_info(|| {
        let parts = [&card.title, &card.summary, &card.badge, &card.effort];
        let name: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), name.join(". "))
    });
    if ui.is_rect_visible(rect) {
        let p = palette(ui);
        let edge = if response.hovered() { p.accent } else { p.line };
        let radius = CornerRadius::same(theme::CARD_RADIUS);
        ui.painter().rect(rect, radius, p.surface, Stroke::new(1.0, edge), StrokeKind::Inside);
        laid.paint(ui, rect, card.whose_move);
    }
    theme::focus_ring(ui, &response, rect, theme::CARD_RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// How many columns fit into this width, and how wide each is.
fn columns(width: f32, text_factor: f32) -> (usize, f32) {
    let least = 262.0 * text_factor.sqrt();
    let each = |count: u16| (width - f32::from(count - 1) * GAP) / f32::from(count);
    let count = (2..=4).rev().find(|count| each(*count) >= least).unwrap_or(1);
    (usize::from(count), each(count))
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_follow_the_width_and_fill_it() {
        assert_eq!(columns(920.0, 1.0).0, 3);
        assert_eq!(columns(328.0, 1.0), (1, 328.0));
        assert_eq!(columns(1320.0, 1.0).0, 4);
        assert_eq!(columns(100.0, 2.0), (1, 100.0));
        assert_eq!(columns(700.0, 1.0), (2, (700.0 - super::GAP) / 2.0));
    }
}
