//! The drawn phone: paints the sketch of a step's screen in the theme's colours.

use std::time::Duration;

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::app::saved::Motion;
use crate::content::model::{Guide, Platform};
use crate::phone::ShownStep;
use crate::phone::sketch::{self, Anchor, Area, Ink, Mark, Point, RING_RADIUS, RING_WIDTH, sketch};
use crate::ui::theme::{self, Palette, Size, palette};
use crate::ui::words;

/// How long the ring takes to come up.
const COMES_UP: Duration = Duration::from_millis(150);

/// How wide the phone is drawn.
pub fn phone_width(ui: &Ui) -> f32 {
    sketch::WIDTH * grown(ui)
}

/// How high it is drawn.
fn phone_height(ui: &Ui) -> f32 {
    sketch::HEIGHT * grown(ui)
}

fn grown(ui: &Ui) -> f32 {
    theme::factor(ui).sqrt()
}

/// Draws the phone for a step, and says whether what to tap was clicked. To a screen reader it is one picture with a
/// description.
pub fn phone_ui(ui: &mut Ui, guide: &Guide, step: &ShownStep, platform: Platform, motion: Motion) -> bool {
    let (rect, picture) = ui.allocate_exact_size(vec2(phone_width(ui), phone_height(ui)), Sense::hover());
    picture.widget_info(|| WidgetInfo::labeled(Role::Image, true, words::phone_picture(guide, step)));
    let sketch = sketch(guide, step, platform);
    if ui.is_rect_visible(rect) {
        let arrived = arrived(ui, step, motion);
        let easel = Easel::new(ui, rect, arrived);
        for mark in &sketch.marks {
            easel.draw(mark);
        }
    }
    let Some(tap) = sketch.tap else { return false };
    let tap = Easel::new(ui, rect, 1.0).rect(tap);
    // Next is the control for the keyboard; this one is for the mouse and for fingers.
    let spot = ui.interact(tap, picture.id.with("tap"), Sense::CLICK);
    spot.widget_info(|| WidgetInfo::labeled(Role::Button, true, words::tap(label(guide, step))));
    spot.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// What is lit.
fn label<'a>(guide: &'a Guide, step: &ShownStep) -> &'a str {
    let item = step.screen.as_ref().zip(step.item.as_ref()).and_then(|(screen, item)| guide.phone.item(screen, item));
    item.map_or(&guide.phone.app, |(_, item)| &item.label)
}

/// How far the ring has come up since the step came in hand, from 0 to 1. Asks for more frames until it is there.
fn arrived(ui: &Ui, step: &ShownStep, motion: Motion) -> f32 {
    let (id, now) = (Id::unique("step on the drawn phone"), ui.input(|input| input.time));
    let step = Id::unique((&step.screen, &step.item, step.index));
    let (known, since) = ui.data(|data| data.get_temp::<(Id, f64)>(id)).unwrap_or((step, f64::NEG_INFINITY));
    let since = if known == step { since } else { now };
    ui.data_mut(|data| data.insert_temp(id, (step, since)));
    let passed = Duration::try_from_secs_f64(now - since).unwrap_or(Duration::MAX);
    if motion == Motion::Off || passed >= COMES_UP {
        return 1.0;
    }
    ui.request_repaint();
    passed.as_secs_f32() / COMES_UP.as_secs_f32()
}

/// Where the sketch is painted, how large, and in which colours.
struct Easel<'a> {
    p: &'static Palette,
    painter: &'a Painter,
    corner: Pos2,
    scale: f32,
    arrived: f32,
    families: [FontFamily; 2],
}

impl<'a> Easel<'a> {
    fn new(ui: &'a Ui, rect: Rect, arrived: f32) -> Self {
        let families = [theme::regular(ui, Size::Small).family, theme::semibold(ui, Size::Small).family];
        Self { p: palette(ui), painter: ui.painter(), corner: rect.min, scale: grown(ui), arrived, families }
    }

    fn color(&self, ink: Ink) -> Color32 {
        match ink {
            Ink::Main => self.p.ink,
            Ink::Muted => self.p.muted,
            Ink::Quiet => self.p.line,
            Ink::Outline => self.p.outline,
            Ink::Surface => self.p.surface,
            Ink::Accent => self.p.accent,
            Ink::AccentSoft => self.p.accent_soft,
            Ink::OnAccent => self.p.on_accent,
        }
    }

    fn at(&self, point: Point) -> Pos2 {
        self.corner + vec2(point.x, point.y) * self.scale
    }

    fn rect(&self, area: Area) -> Rect {
        Rect::from_min_size(self.at(Point { x: area.left, y: area.top }), vec2(area.width, area.height) * self.scale)
    }

    fn stroke(&self, edge: Option<(Ink, f32)>) -> Stroke {
        edge.map_or(Stroke::NONE, |(ink, width)| Stroke::new(width * self.scale, self.color(ink)))
    }

    fn draw(&self, mark: &Mark) {
        match mark {
            Mark::Panel { area, radius, fill, edge } => {
                let fill = fill.map_or(theme::CLEAR, |ink| self.color(ink));
                let radius = CornerRadius::from(radius * self.scale);
                self.painter.rect(self.rect(*area), radius, fill, self.stroke(*edge), StrokeKind::Middle);
            }
            Mark::Disc { center, radius, fill, edge } => {
                let fill = fill.map_or(theme::CLEAR, |ink| self.color(ink));
                self.painter.circle(self.at(*center), radius * self.scale, fill, self.stroke(*edge));
            }
            Mark::Line { points, width, ink } => self.line(points, *width, *ink),
            Mark::Words { at, anchor, width, size, heavy, ink, text } => {
                self.words(*at, *anchor, *width, FontId::new(size * self.scale, self.family(*heavy)), *ink, text);
            }
            Mark::Ring { center, ink } => {
                let (center, color) = (self.at(*center), self.color(*ink).gamma_multiply(self.arrived));
                let radius = RING_RADIUS * self.scale * (1.6 - 0.6 * self.arrived);
                self.painter.circle_stroke(center, radius, Stroke::new(RING_WIDTH * self.scale, color));
            }
        }
    }

    /// With a dot at each end, so that lines end round.
    fn line(&self, points: &[Point], width: f32, ink: Ink) {
        let (width, color) = (width * self.scale, self.color(ink));
        let points: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        for end in [points.first(), points.last()].into_iter().flatten() {
            self.painter.circle_filled(*end, width / 2.0, color);
        }
        self.painter.add(Shape::line(points, Stroke::new(width, color)));
    }

    fn family(&self, heavy: bool) -> FontFamily {
        let [regular, semibold] = &self.families;
        if heavy { semibold.clone() } else { regular.clone() }
    }

    /// What is too long gets smaller, down to four fifths; what is still too long ends in an ellipsis.
    fn words(&self, at: Point, anchor: Anchor, width: f32, font: FontId, ink: Ink, text: &str) {
        let (room, color) = (width * self.scale, self.color(ink));
        let wide = self.painter.layout_no_wrap(text.to_owned(), font.clone(), color).size().x;
        let size = font.size * (room / wide.max(1.0)).clamp(0.8, 1.0);
        let mut job = LayoutJob::simple(text.to_owned(), FontId::new(size, font.family), color, room + 0.5);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = self.painter.layout_job(job);
        let align = match anchor {
            Anchor::Start => Align2::LEFT_CENTER,
            Anchor::Middle => Align2::CENTER_CENTER,
            Anchor::End => Align2::RIGHT_CENTER,
        };
        let rect = align.anchor_size(self.at(at), galley.size());
        self.painter.galley(pos2(rect.left(), rect.top()), galley, color);
    }
}
