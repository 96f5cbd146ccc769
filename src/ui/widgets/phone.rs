//! The drawn phone: the screen of the step in hand, what to tap lit up, and a ring where to tap.

use eframe::egui::{
    Align2, CornerRadius, FontId, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::content::model::{Guide, Item, Place, Platform, Screen};
use crate::phone::ShownStep;
use crate::ui::text;
use crate::ui::theme::{self, Palette, Size, palette};
use crate::ui::{icons, words};

const WIDTH: f32 = 236.0;
const HEIGHT: f32 = 440.0;
const BAR: f32 = 56.0;

/// Draws the phone for a step. To a screen reader it is one picture with a description.
pub fn phone_ui(ui: &mut Ui, guide: &Guide, step: &ShownStep, platform: Platform) {
    let grown = theme::factor(ui).sqrt();
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH * grown, HEIGHT * grown), Sense::hover());
    let screen = step.screen.as_ref().and_then(|id| guide.phone.screen(id));
    let lit = screen.zip(step.item.as_ref()).and_then(|(screen, id)| screen.items.iter().find(|item| item.id == *id));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words::phone_picture(screen, lit, step.before_app)));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let p = palette(ui);
    let body = CornerRadius::same(28);
    ui.painter().rect_filled(rect, body, p.surface);
    let pen = Pen {
        p,
        painter: ui.painter().with_clip_rect(rect.shrink(2.0).intersect(ui.clip_rect())),
        small: FontId::new(13.0 * grown, theme::regular(ui, Size::Small).family),
        heavy: FontId::new(13.0 * grown, theme::semibold(ui, Size::Small).family),
        icon: FontId::new(18.0 * grown, theme::regular(ui, Size::Small).family),
        grown,
    };
    match screen {
        Some(screen) => pen.screen(rect, ui, screen, lit, platform),
        None if step.before_app => pen.home_of_the_phone(rect),
        None => pen.nothing_to_tap(rect, ui),
    }
    let edge = if screen.is_some() || step.before_app { p.ink } else { p.line };
    ui.painter().rect_stroke(rect, body, Stroke::new(2.0, edge), StrokeKind::Inside);
}

struct Pen {
    p: &'static Palette,
    painter: Painter,
    small: FontId,
    heavy: FontId,
    icon: FontId,
    grown: f32,
}

impl Pen {
    fn screen(&self, rect: Rect, ui: &Ui, screen: &Screen, lit: Option<&Item>, platform: Platform) {
        let items: Vec<&Item> =
            screen.items.iter().filter(|item| item.only.is_none_or(|only| only == platform)).collect();
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), BAR * self.grown));
        let font = FontId::new(15.0 * self.grown, self.heavy.family.clone());
        let mut title = text::job(font, Size::Body, self.p.ink, &screen.title);
        title.wrap.max_rows = 1;
        let title = text::galley(ui, title, rect.width() - 84.0 * self.grown);
        self.painter.galley(top.center() - title.size() / 2.0, title, self.p.ink);
        self.painter.hline(rect.x_range(), top.bottom(), Stroke::new(1.0, self.p.line));
        let is_lit = |item: &Item| lit.is_some_and(|lit| lit.id == item.id);
        for item in items.iter().filter(|item| item.place == Place::UpperRight) {
            let at = pos2(rect.right() - 28.0 * self.grown, top.center().y);
            let sign = item.mark.as_deref().unwrap_or(icons::CIRCLE);
            self.painter.text(at, Align2::CENTER_CENTER, sign, self.icon.clone(), self.p.ink);
            if is_lit(item) {
                self.ring(at);
            }
        }
        let in_bar = |item: &Item| matches!(item.place, Place::LowerRight | Place::BottomBar);
        let has_bar = items.iter().any(|item| in_bar(item));
        let bottom = if has_bar { rect.bottom() - BAR * self.grown } else { rect.bottom() - 16.0 };
        if has_bar {
            self.bottom_bar(Rect::from_min_max(pos2(rect.left(), bottom), rect.max), &items, lit);
        }
        let rows: Vec<&Item> =
            items.into_iter().filter(|item| item.place != Place::UpperRight && !in_bar(item)).collect();
        let list = Rect::from_min_max(pos2(rect.left(), top.bottom()), pos2(rect.right(), bottom));
        if rows.is_empty() {
            self.empty_content(list);
        } else {
            self.rows(list, &rows, lit);
        }
    }

    /// The rows of a list under their headings. Where they don't all fit, the lit one is scrolled into view.
    fn rows(&self, list: Rect, rows: &[&Item], lit: Option<&Item>) {
        let row_height = 38.0 * self.grown;
        let mut places = Vec::new();
        let mut y = 8.0;
        let mut heading: Option<&str> = None;
        for item in rows {
            let own = item.heading.as_deref();
            let shows_heading = own.is_some() && own != heading;
            if shows_heading {
                y += row_height;
            }
            heading = own;
            places.push((y, shows_heading));
            y += if item.place == Place::Button { row_height + 10.0 } else { row_height };
        }
        let lit_bottom = rows
            .iter()
            .zip(&places)
            .find(|(item, _)| lit.is_some_and(|lit| lit.id == item.id))
            .map_or(0.0, |(_, (y, _))| y + 2.0 * row_height);
        let scrolled = (lit_bottom - list.height()).max(0.0);
        let painter = self.painter.with_clip_rect(list.intersect(self.painter.clip_rect()));
        for (item, (y, shows_heading)) in rows.iter().zip(places) {
            let row = Rect::from_min_size(pos2(list.left(), list.top() + y - scrolled), vec2(list.width(), row_height));
            if row.bottom() > list.bottom() {
                break;
            }
            if shows_heading {
                let at = pos2(row.left() + 18.0, row.top() - row_height / 2.0);
                let words = item.heading.as_deref().unwrap_or_default();
                self.clipped_text(&painter, at, row.width() - 36.0, words, false, self.p.muted);
            }
            self.row(&painter, row, item, lit.is_some_and(|lit| lit.id == item.id));
        }
        if lit.is_some_and(|item| item.below) || scrolled > 0.0 {
            let at = pos2(list.center().x, list.bottom() - 12.0 * self.grown);
            painter.text(at, Align2::CENTER_CENTER, icons::CARET_DOWN, self.icon.clone(), self.p.muted);
        }
    }

    fn row(&self, painter: &Painter, row: Rect, item: &Item, lit: bool) {
        let p = self.p;
        if item.place == Place::Button {
            let button = row.shrink2(vec2(18.0, 2.0)).translate(vec2(0.0, 5.0));
            let (fill, ink) = if lit { (p.accent, p.on_accent) } else { (p.accent_soft, p.ink) };
            painter.rect_filled(button, CornerRadius::same(8), fill);
            painter.text(button.center(), Align2::CENTER_CENTER, &item.label, self.heavy.clone(), ink);
            if lit {
                self.ring(pos2(button.right() - 20.0, button.bottom()));
            }
            return;
        }
        if lit {
            painter.rect_filled(row, CornerRadius::ZERO, p.accent_soft);
        }
        let at = row.left_center() + vec2(18.0, 0.0);
        self.clipped_text(painter, at, row.width() - 72.0 * self.grown, &item.label, lit, p.ink);
        let end = pos2(row.right() - 22.0, row.center().y);
        if item.place == Place::Choice {
            painter.circle_stroke(end, 7.0, Stroke::new(1.5, if lit { p.accent } else { p.outline }));
            if lit {
                painter.circle_filled(end, 4.0, p.accent);
            }
        } else {
            painter.text(end, Align2::CENTER_CENTER, "›", self.small.clone(), p.ink);
        }
        if lit {
            self.ring(end - vec2(if item.place == Place::Choice { 0.0 } else { 30.0 }, 0.0));
        }
    }

    fn clipped_text(
        &self,
        painter: &Painter,
        left_center: Pos2,
        width: f32,
        words: &str,
        heavy: bool,
        ink: eframe::egui::Color32,
    ) {
        let font = if heavy { self.heavy.clone() } else { self.small.clone() };
        let mut job = eframe::egui::text::LayoutJob::simple(words.to_owned(), font, ink, width);
        job.wrap.max_rows = 1;
        let galley = painter.layout_job(job);
        painter.galley(left_center - vec2(0.0, galley.size().y / 2.0), galley, ink);
    }

    /// Five places along the bottom; the items that matter stand at the right.
    fn bottom_bar(&self, bar: Rect, items: &[&Item], lit: Option<&Item>) {
        let p = self.p;
        self.painter.hline(bar.x_range(), bar.top(), Stroke::new(1.0, p.line));
        let bar = bar.shrink2(vec2(10.0 * self.grown, 0.0));
        let slot = bar.width() / 5.0;
        let mut from_right = [None; 5];
        from_right[0] = items.iter().find(|item| item.place == Place::LowerRight);
        for (place, item) in from_right[1..].iter_mut().zip(items.iter().filter(|item| item.place == Place::BottomBar))
        {
            *place = Some(item);
        }
        let signs = [icons::PERSON, icons::ENVELOPE, icons::PLUS, icons::PEOPLE_TWO, icons::HOUSE];
        let mut center = pos2(bar.right() + slot / 2.0, bar.center().y);
        for (item, sign) in from_right.into_iter().zip(signs) {
            center.x -= slot;
            let ink = if item.is_some() { p.ink } else { p.outline };
            let up = if item.is_some() { 9.0 * self.grown } else { 0.0 };
            self.painter.text(center - vec2(0.0, up), Align2::CENTER_CENTER, sign, self.icon.clone(), ink);
            if let Some(item) = item {
                let is_lit = lit.is_some_and(|lit| lit.id == item.id);
                let (font, ink) = if is_lit { (self.heavy.clone(), p.accent) } else { (self.small.clone(), ink) };
                let label = FontId::new(font.size * 0.85, font.family);
                self.painter.text(
                    center + vec2(0.0, 14.0 * self.grown),
                    Align2::CENTER_CENTER,
                    &item.label,
                    label,
                    ink,
                );
                if is_lit {
                    self.ring(center - vec2(0.0, up));
                }
            }
        }
    }

    /// Something that looks like content, where the guide knows of no rows.
    fn empty_content(&self, list: Rect) {
        let quiet = self.p.line.gamma_multiply(0.6);
        let block = list.shrink2(vec2(20.0, 24.0));
        for (y, width) in [(0.0, 0.6), (22.0, 1.0), (44.0, 0.8)] {
            let at = block.min + vec2(0.0, y);
            let bar = Rect::from_min_size(at, vec2(block.width() * width, 10.0));
            self.painter.rect_filled(bar, CornerRadius::same(5), quiet);
        }
    }

    /// The phone before the app is open: one of its apps is ringed.
    fn home_of_the_phone(&self, rect: Rect) {
        let side = 36.0 * self.grown;
        let gap = (rect.width() - 4.0 * side) / 5.0;
        for place in 0..12_u8 {
            let (column, row) = (f32::from(place % 4), f32::from(place / 4));
            let min = rect.min + vec2(gap + column * (side + gap), 56.0 * self.grown + row * (side + 26.0));
            let tile = Rect::from_min_size(min, vec2(side, side));
            let is_ours = place == 6;
            let fill = if is_ours { self.p.accent_soft } else { self.p.line.gamma_multiply(0.6) };
            self.painter.rect_filled(tile, CornerRadius::same(9), fill);
            if is_ours {
                self.painter.text(tile.center(), Align2::CENTER_CENTER, icons::CHAT, self.icon.clone(), self.p.accent);
                self.painter.text(
                    tile.center_bottom() + vec2(0.0, 12.0),
                    Align2::CENTER_CENTER,
                    words::APP_NAME,
                    FontId::new(self.heavy.size * 0.9, self.heavy.family.clone()),
                    self.p.ink,
                );
                self.ring(tile.center());
            }
        }
    }

    /// A step that is done elsewhere.
    fn nothing_to_tap(&self, rect: Rect, ui: &Ui) {
        let mut job = eframe::egui::text::LayoutJob::simple(
            words::NOTHING_TO_TAP.to_owned(),
            self.small.clone(),
            self.p.muted,
            rect.width() - 56.0 * self.grown,
        );
        job.halign = eframe::egui::Align::Center;
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        self.painter.galley(pos2(rect.center().x, rect.center().y - galley.size().y / 2.0), galley, self.p.muted);
    }

    fn ring(&self, at: Pos2) {
        let radius = 18.0 * self.grown;
        self.painter.circle_stroke(at, radius, Stroke::new(3.0, self.p.accent));
    }
}
