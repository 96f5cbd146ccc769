//! The drawn phone: paints the sketch of a step's screen in the theme's colours.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::content::model::{Guide, Platform};
use crate::phone::ShownStep;
use crate::phone::sketch::{self, Anchor, Area, Ink, Mark, Point, RING_RADIUS, RING_WIDTH, sketch};
use crate::ui::theme::{self, Palette, Size, palette};
use crate::ui::words;

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
pub fn phone_ui(ui: &mut Ui, guide: &Guide, step: &ShownStep, platform: Platform) -> bool {
    let (rect, picture) = ui.allocate_exact_size(vec2(phone_width(ui), phone_height(ui)), Sense::hover());
    picture.widget_info(|| WidgetInfo::labeled(Role::Image, true, words::phone_picture(guide, step)));
    let sketch = sketch(guide, step, platform);
    if ui.is_rect_visible(rect) {
        let easel = Easel::new(ui, rect);
        for mark in &sketch.marks {
            easel.draw(mark);
        }
    }
    false
}

/// Where the sketch is painted, how large, and in which colours.
struct Easel<'a> {
    p: &'static Palette,
    painter: &'a Painter,
    corner: Pos2,
    scale: f32,
    families: [FontFamily; 2],
}

impl<'a> Easel<'a> {
    fn new(ui: &'a Ui, rect: Rect) -> Self {
        let families = [theme::regular(ui, Size::Small).family, theme::semibold(ui, Size::Small).family];
        Self { p: palette(ui), painter: ui.painter(), corner: rect.min, scale: grown(ui), families }
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
                let (center, color) = (self.at(*center), self.color(*ink));
                self.painter.circle_stroke(
                    center,
                    RING_RADIUS * self.scale,
                    Stroke::new(RING_WIDTH * self.scale, color),
                );
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
