//! The look: colours, type, spacing and focus ring. The only file that names a colour.
#![expect(clippy::disallowed_methods, reason = "colours are named here")]
#![expect(clippy::unreadable_literal, reason = "six hex digits are how a colour is written")]

use std::sync::Arc;

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Id, Rect, Stroke,
    StrokeKind, TextStyle, Ui, vec2,
};

use crate::content::colour::Rgb;
use crate::content::model::{Brand, Move};

/// Between things that belong together, in points; larger gaps are multiples of it.
pub const STEP: f32 = 4.0;
/// Corners of cards and boxes.
pub const CARD_RADIUS: u8 = 12;
/// Corners of buttons and fields.
pub const CONTROL_RADIUS: u8 = 8;

/// The colours of one theme, by what they are for.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind the page.
    pub background: Color32,
    /// Behind the rail.
    pub rail: Color32,
    /// Cards, fields and buttons.
    pub surface: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of second rank.
    pub muted: Color32,
    /// Hairlines and quiet borders.
    pub line: Color32,
    /// Borders of fields and buttons, which must be seen to be used.
    pub outline: Color32,
    /// What can be pressed, and what is chosen.
    pub accent: Color32,
    /// Behind what is chosen.
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The reader can fix it.
    pub you: Color32,
    /// Behind it.
    pub you_soft: Color32,
    /// The other person has to act; also doubt.
    pub other: Color32,
    /// Behind it.
    pub other_soft: Color32,
    /// It is up to TikTok.
    pub tiktok: Color32,
    /// Behind it.
    pub tiktok_soft: Color32,
}

/// Dark on light.
pub const LIGHT: Palette = Palette {
    background: hex(0xF5F3EE),
    rail: hex(0xECE9E1),
    surface: hex(0xFFFFFF),
    ink: hex(0x1B1E22),
    muted: hex(0x56606B),
    line: hex(0xDDD8CC),
    outline: hex(0x8A8476),
    accent: hex(0x1F5FBF),
    accent_soft: hex(0xE4EDFA),
    on_accent: hex(0xFFFFFF),
    you: hex(0x1E7A4C),
    you_soft: hex(0xE1F2E8),
    other: hex(0x8A5A00),
    other_soft: hex(0xFBEFD5),
    tiktok: hex(0x6B3FA0),
    tiktok_soft: hex(0xEFE7F8),
};

/// Light on dark.
pub const DARK: Palette = Palette {
    background: hex(0x15181C),
    rail: hex(0x101316),
    surface: hex(0x1D2126),
    ink: hex(0xE9ECEF),
    muted: hex(0xA3ADB8),
    line: hex(0x30363D),
    outline: hex(0x6C7681),
    accent: hex(0x7FB0FF),
    accent_soft: hex(0x1E2E47),
    on_accent: hex(0x101316),
    you: hex(0x6CD39B),
    you_soft: hex(0x17322A),
    other: hex(0xF0BE5C),
    other_soft: hex(0x3A2E14),
    tiktok: hex(0xC7A4F2),
    tiktok_soft: hex(0x2C2340),
};

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// Fully transparent.
pub const CLEAR: Color32 = Color32::TRANSPARENT;

impl Palette {
    /// The colour of whose move it is, and the one behind it.
    pub fn of_move(&self, whose: Move) -> (Color32, Color32) {
        match whose {
            Move::You => (self.you, self.you_soft),
            Move::OtherPerson => (self.other, self.other_soft),
            Move::TikTok => (self.tiktok, self.tiktok_soft),
            Move::Neither => (self.accent, self.accent_soft),
        }
    }
}

/// The colours in use.
pub fn palette(ui: &Ui) -> &'static Palette {
    let (usual, is_dark) = if ui.visuals().dark_mode { (&DARK, true) } else { (&LIGHT, false) };
    ui.data(|data| data.get_temp(palette_id(is_dark))).unwrap_or(usual)
}

fn palette_id(is_dark: bool) -> Id {
    Id::unique(("palette", is_dark))
}

/// How much of the accent is behind what is chosen, in per cent.
const SOFT: u16 = 10;

impl Palette {
    /// The same with another accent.
    #[must_use]
    pub fn with_accent(self, accent: Rgb) -> Self {
        let opaque = |Rgb([red, green, blue])| Color32::from_rgb(red, green, blue);
        let [red, green, blue, _] = self.surface.to_array();
        let soft = Rgb([red, green, blue]).mixed(accent, SOFT);
        Self { accent: opaque(accent), accent_soft: opaque(soft), ..self }
    }
}

/// Behind a picture that was made for a light ground.
pub fn plate(ui: &Ui) -> Color32 {
    if ui.visuals().dark_mode { LIGHT.surface } else { CLEAR }
}

/// Gives both themes the accents of an edition, where it has its own.
pub fn use_accents(ctx: &egui::Context, brand: &Brand) {
    for (is_dark, accent) in [(false, brand.accent_light), (true, brand.accent_dark)] {
        let (theme, usual, base) = if is_dark {
            (egui::Theme::Dark, &DARK, egui::Visuals::dark())
        } else {
            (egui::Theme::Light, &LIGHT, egui::Visuals::light())
        };
        // A palette lives as long as the program: there is one for each edition that is opened.
        let palette = accent.map_or(usual, |accent| Box::leak(Box::new(usual.with_accent(accent))));
        ctx.data_mut(|data| data.insert_temp(palette_id(is_dark), palette));
        ctx.set_visuals_of(theme, visuals(base, palette));
    }
}

/// How large a text is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Size {
    /// A page's title: 28.
    Title,
    /// A heading on a page: 18.
    Heading,
    /// Running text: 15.
    Body,
    /// Remarks: 13.
    Small,
    /// Keys and tags: 12.
    Tiny,
}

impl Size {
    /// In points at this text size factor. Large sizes grow less, so that long words still fit a narrow window.
    fn points(self, factor: f32) -> f32 {
        let damped = |part: f32| 1.0 + (factor - 1.0) * part;
        match self {
            Self::Title => 28.0 * damped(0.45),
            Self::Heading => 18.0 * damped(0.75),
            Self::Body => 15.0 * factor,
            Self::Small => 13.0 * factor,
            Self::Tiny => 12.0 * factor,
        }
    }

    /// The distance of two lines, as a multiple of the size.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Title => 1.25,
            Self::Heading => 1.35,
            Self::Body | Self::Small | Self::Tiny => 1.5,
        }
    }
}

/// The text size that the person chose, as a factor from 1.0 to 2.0.
pub fn factor(ui: &Ui) -> f32 {
    ui.style().text_styles.get(&TextStyle::Body).map_or(1.0, |font| font.size / Size::Body.points(1.0))
}

/// The widest that running text should be: about 110 characters.
pub fn measure(ui: &Ui) -> f32 {
    840.0 * factor(ui)
}

/// A font of the usual weight.
pub fn regular(ui: &Ui, size: Size) -> FontId {
    FontId::new(size.points(factor(ui)), FontFamily::Proportional)
}

/// A heavier font.
pub fn semibold(ui: &Ui, size: Size) -> FontId {
    FontId::new(size.points(factor(ui)), semibold_family())
}

fn semibold_family() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// Sets fonts and both themes up. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| {
        options.fallback_theme = egui::Theme::Light;
        options.zoom_with_keyboard = false;
    });
    ctx.set_visuals_of(egui::Theme::Light, visuals(egui::Visuals::light(), &LIGHT));
    ctx.set_visuals_of(egui::Theme::Dark, visuals(egui::Visuals::dark(), &DARK));
    set_text_factor(ctx, 1.0);
}

/// Makes all text larger; 1.0 is the design's size.
pub fn set_text_factor(ctx: &egui::Context, factor: f32) {
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Heading, FontId::new(Size::Heading.points(factor), semibold_family())),
            (TextStyle::Body, FontId::proportional(Size::Body.points(factor))),
            (TextStyle::Button, FontId::proportional(Size::Body.points(factor))),
            (TextStyle::Small, FontId::proportional(Size::Small.points(factor))),
            (TextStyle::Monospace, FontId::proportional(Size::Body.points(factor))),
        ]
        .into();
        style.spacing.item_spacing = vec2(2.0 * STEP, 2.0 * STEP);
        style.spacing.interact_size.y = 32.0;
        style.spacing.scroll.floating = true;
        style.spacing.scroll.foreground_color = false;
        style.spacing.scroll.bar_width = 8.0;
        style.interaction.selectable_labels = false;
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    });
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let inter = FontData::from_static(include_bytes!("../../assets/fonts/Inter-Regular.ttf"));
    let bold = FontData::from_static(include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"));
    let icons = FontData::from_static(include_bytes!("../../assets/fonts/Phosphor-Unsent.ttf")).tweak(FontTweak {
        scale: 1.25,
        y_offset_factor: 0.02,
        ..FontTweak::default()
    });
    for (name, data) in [("inter", inter), ("inter-semibold", bold), ("icons", icons)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let family = |first: &str| vec![first.to_owned(), "icons".to_owned()];
    fonts.families.insert(FontFamily::Proportional, family("inter"));
    fonts.families.insert(FontFamily::Monospace, family("inter"));
    fonts.families.insert(semibold_family(), family("inter-semibold"));
    fonts
}

fn visuals(mut visuals: egui::Visuals, palette: &Palette) -> egui::Visuals {
    visuals.panel_fill = palette.background;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.extreme_bg_color = palette.surface;
    visuals.override_text_color = Some(palette.ink);
    visuals.weak_text_color = Some(palette.muted);
    visuals.hyperlink_color = palette.accent;
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    visuals.text_cursor.blink = false;
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.bg_fill = palette.surface;
        widget.weak_bg_fill = palette.surface;
        widget.bg_stroke = Stroke::new(1.0, palette.line);
        widget.fg_stroke = Stroke::new(1.0, palette.ink);
        widget.corner_radius = CornerRadius::same(CONTROL_RADIUS);
        widget.expansion = 0.0;
    }
    // Scroll bars take their colour from here.
    visuals.widgets.inactive.bg_fill = palette.outline;
    visuals.widgets.hovered.bg_fill = palette.muted;
    visuals.widgets.active.bg_fill = palette.muted;
    visuals
}

/// Remembers whether the keyboard or the mouse was used last. Call once a frame.
pub fn note_input(ctx: &egui::Context) {
    let (key, pointer) = ctx.input(|input| {
        let key = input.events.iter().any(|event| matches!(event, egui::Event::Key { pressed: true, .. }));
        (key, input.pointer.any_pressed())
    });
    if key || pointer {
        ctx.data_mut(|data| data.insert_temp(keyboard_id(), key && !pointer));
    }
}

fn keyboard_id() -> Id {
    Id::unique("keyboard was used last")
}

/// Draws a ring round what has the keyboard's focus, and brings it into view.
pub fn focus_ring(ui: &Ui, response: &egui::Response, rect: Rect, radius: u8) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() && ui.data(|data| data.get_temp(keyboard_id()).unwrap_or(false)) {
        let ring = rect.expand(3.0);
        let stroke = Stroke::new(2.0, palette(ui).accent);
        ui.painter().rect_stroke(ring, CornerRadius::same(radius + 3), stroke, StrokeKind::Inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::colour::{self, Ground};

    fn luminance(colour: Color32) -> f64 {
        Rgb([colour.r(), colour.g(), colour.b()]).luminance()
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        colour::contrast(luminance(one), luminance(other))
    }

    #[test]
    fn every_ground_is_one_that_accents_are_checked_for() {
        for (p, ground) in [(&LIGHT, Ground::Light), (&DARK, Ground::Dark)] {
            for behind in [p.background, p.rail, p.surface, p.accent_soft] {
                let (found, limit) = (luminance(behind), ground.luminance());
                assert!(if ground == Ground::Light { found >= limit } else { found <= limit }, "{ground:?}: {found}");
            }
        }
    }

    #[test]
    fn every_accent_that_content_may_choose_can_be_read() {
        let mut passed = 0;
        for (p, ground) in [(&LIGHT, Ground::Light), (&DARK, Ground::Dark)] {
            let steps = || (0..=255).step_by(15);
            for accent in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| Rgb([r, g, b])))) {
                if accent.contrast_on(ground) < colour::ENOUGH {
                    continue;
                }
                passed += 1;
                assert_readable(&p.with_accent(accent));
            }
        }
        assert!(passed > 1000, "{passed} accents pass");
    }

    #[test]
    fn every_text_can_be_read_on_what_is_behind_it() {
        for p in [&LIGHT, &DARK] {
            assert_readable(p);
        }
    }

    #[track_caller]
    fn assert_readable(p: &Palette) {
        {
            let pairs = [
                ("ink on background", p.ink, p.background),
                ("ink on rail", p.ink, p.rail),
                ("ink on surface", p.ink, p.surface),
                ("ink on chosen", p.ink, p.accent_soft),
                ("ink on doubt", p.ink, p.other_soft),
                ("muted on background", p.muted, p.background),
                ("muted on rail", p.muted, p.rail),
                ("muted on surface", p.muted, p.surface),
                ("muted on chosen", p.muted, p.accent_soft),
                ("accent on background", p.accent, p.background),
                ("accent on rail", p.accent, p.rail),
                ("accent on surface", p.accent, p.surface),
                ("accent on chosen", p.accent, p.accent_soft),
                ("text on accent", p.on_accent, p.accent),
                ("your move", p.you, p.you_soft),
                ("their move", p.other, p.other_soft),
                ("TikTok’s move", p.tiktok, p.tiktok_soft),
                ("tick", p.surface, p.you),
            ];
            for (name, text, behind) in pairs {
                let ratio = contrast(text, behind);
                assert!(ratio >= 4.5, "{name}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn every_control_can_be_seen() {
        for p in [&LIGHT, &DARK] {
            for (name, edge, behind) in [
                ("outline on background", p.outline, p.background),
                ("outline on surface", p.outline, p.surface),
                ("outline on rail", p.outline, p.rail),
                ("focus ring on background", p.accent, p.background),
                ("focus ring on rail", p.accent, p.rail),
                ("focus ring on chosen", p.accent, p.accent_soft),
            ] {
                let ratio = contrast(edge, behind);
                assert!(ratio >= 3.0, "{name}: {ratio:.2}");
            }
        }
    }
}
