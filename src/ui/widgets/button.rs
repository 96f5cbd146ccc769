//! Everything that looks like a button: filled, outlined, chosen or not, quiet.

use eframe::egui::{
    Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

/// How a button looks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Look {
    /// Filled with the accent: the one thing to do next.
    Primary,
    /// Outlined.
    Plain,
    /// One of several choices, chosen or not.
    Choice(bool),
    /// No box until the mouse is over it.
    Quiet,
}

/// A button with a text, and an icon before or behind it.
pub struct Button<'a> {
    look: Look,
    text: &'a str,
    icon: Option<&'a str>,
    icon_behind: Option<&'a str>,
    name: Option<&'a str>,
    size: Size,
    followed_by: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// A button with this text.
    pub fn new(look: Look, text: &'a str) -> Self {
        Self { look, text, icon: None, icon_behind: None, name: None, size: Size::Small, followed_by: None }
    }

    /// An icon before the text.
    #[must_use]
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon behind the text.
    #[must_use]
    pub fn icon_behind(mut self, icon: &'a str) -> Self {
        self.icon_behind = Some(icon);
        self
    }

    /// What a screen reader says instead of the text.
    #[must_use]
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// A sign behind the button that is no part of it, for instance between the stops of a path.
    #[must_use]
    pub fn followed_by(mut self, sign: &'a str) -> Self {
        self.followed_by = Some(sign);
        self
    }

    /// In larger type.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.size = Size::Body;
        self
    }

    /// How wide it is where it has all the room it wants.
    pub fn width(&self, ui: &Ui) -> f32 {
        text::galley(ui, self.job(ui, palette(ui).ink), f32::INFINITY).size().x + 2.0 * self.padding().x
    }

    fn padding(&self) -> Vec2 {
        if self.size == Size::Body { vec2(16.0, 10.0) } else { vec2(11.0, 6.0) }
    }

    /// Draws it and says whether it was pressed.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let p = palette(ui);
        let (fill, edge, ink) = match self.look {
            Look::Primary => (p.accent, p.accent, p.on_accent),
            Look::Plain | Look::Choice(false) => (p.surface, p.outline, p.ink),
            Look::Choice(true) => (p.accent_soft, p.accent, p.accent),
            Look::Quiet => (theme::CLEAR, theme::CLEAR, p.ink),
        };
        let padding = self.padding();
        let job = self.job(ui, ink);
        let galley = text::galley(ui, job, ui.max_rect().width() - 2.0 * padding.x);
        let size = (galley.size() + 2.0 * padding).max(Vec2::new(32.0, 32.0));
        let sign = self.followed_by.map(|sign| {
            text::galley(ui, text::job(theme::regular(ui, self.size), self.size, p.muted, sign), f32::INFINITY)
        });
        let behind = sign.as_ref().map_or(0.0, |sign| sign.size().x + 6.0);
        let (rect, whole) = ui.allocate_exact_size(size + vec2(behind, 0.0), Sense::hover());
        let rect = rect.with_max_x(rect.right() - behind);
        let response = ui.interact(rect, whole.id.with("press"), Sense::click());
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| match self.look {
            Look::Choice(chosen) => WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, name),
            _ => WidgetInfo::labeled(Role::Button, ui.is_enabled(), name),
        });
        if ui.is_rect_visible(rect) {
            let fill = if response.hovered() { hovered(self.look, fill, p) } else { fill };
            let stroke = Stroke::new(1.0, edge);
            ui.painter().rect(rect, CornerRadius::same(theme::CONTROL_RADIUS), fill, stroke, StrokeKind::Inside);
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
            if let Some(sign) = sign {
                let at = pos2(rect.right() + 6.0, rect.center().y - sign.size().y / 2.0);
                ui.painter().galley(at, sign, p.muted);
            }
        }
        theme::focus_ring(ui, &response, rect, theme::CONTROL_RADIUS);
        response
    }

    fn job(&self, ui: &Ui, ink: Color32) -> eframe::egui::text::LayoutJob {
        let heavy = matches!(self.look, Look::Primary | Look::Choice(true));
        let font = || if heavy { theme::semibold(ui, self.size) } else { theme::regular(ui, self.size) };
        let parts = [self.icon, Some(self.text).filter(|text| !text.is_empty()), self.icon_behind];
        let mut job = eframe::egui::text::LayoutJob::default();
        for (place, part) in parts.into_iter().flatten().enumerate() {
            if place > 0 {
                text::append(&mut job, font(), self.size, ink, " ");
            }
            text::append(&mut job, font(), self.size, ink, part);
        }
        job
    }
}

fn hovered(look: Look, fill: Color32, p: &theme::Palette) -> Color32 {
    match look {
        Look::Primary => fill.lerp_to_gamma(p.ink, 0.12),
        Look::Plain | Look::Choice(false) => fill.lerp_to_gamma(p.accent_soft, 0.6),
        Look::Choice(true) => fill,
        Look::Quiet => p.line,
    }
}

/// A link in running text; `Role::Link` to a screen reader. The caller decides what it does.
pub fn link_ui(ui: &mut Ui, icon: Option<&str>, label: &str) -> Response {
    let p = palette(ui);
    let mut job = eframe::egui::text::LayoutJob::default();
    if let Some(icon) = icon {
        text::append(&mut job, theme::regular(ui, Size::Small), Size::Small, p.accent, icon);
        text::append(&mut job, theme::regular(ui, Size::Small), Size::Small, p.accent, " ");
    }
    text::append(&mut job, theme::regular(ui, Size::Small), Size::Small, p.accent, label);
    let galley = text::galley(ui, job, ui.max_rect().width());
    let (rect, response) = ui.allocate_exact_size(galley.size().max(vec2(24.0, 24.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), label));
    if ui.is_rect_visible(rect) {
        let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        if response.hovered() {
            let y = at.y + galley.size().y - 3.0;
            ui.painter().hline(at.x..=at.x + galley.size().x, y, Stroke::new(1.0, p.accent));
        }
        ui.painter().galley(at, galley, p.accent);
    }
    theme::focus_ring(ui, &response, rect, 4);
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}
