//! The look: type, spacing, focus ring, and the colours of [`crate::palette`] as egui takes them.
#![expect(clippy::disallowed_methods, reason = "the palette's colours are turned into egui's here")]

use std::sync::{Arc, LazyLock};

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Id, Rect, Stroke,
    StrokeKind, TextStyle, Ui, vec2,
};

use crate::content::model::Brand;
use crate::palette;

/// Between things that belong together, in points; larger gaps are multiples of it.
pub const STEP: f32 = 4.0;
/// Corners of cards and boxes.
pub const CARD_RADIUS: u8 = 12;
/// Corners of buttons and fields.
pub const CONTROL_RADIUS: u8 = 8;

/// The colours as egui takes them.
pub type Palette = palette::Palette<Color32>;

/// Dark on light.
pub static LIGHT: LazyLock<Palette> = LazyLock::new(|| palette::LIGHT.map(hex));

/// Light on dark.
pub static DARK: LazyLock<Palette> = LazyLock::new(|| palette::DARK.map(hex));

fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// Fully transparent.
pub const CLEAR: Color32 = Color32::TRANSPARENT;

/// The colours in use.
pub fn palette(ui: &Ui) -> &'static Palette {
    let (usual, is_dark) = if ui.visuals().dark_mode { (&DARK, true) } else { (&LIGHT, false) };
    ui.data(|data| data.get_temp(palette_id(is_dark))).unwrap_or(usual)
}

fn palette_id(is_dark: bool) -> Id {
    Id::unique(("palette", is_dark))
}

/// Behind a picture that was made for a light ground.
pub fn plate(ui: &Ui) -> Color32 {
    if ui.visuals().dark_mode { LIGHT.surface } else { CLEAR }
}

/// Gives both themes the accents of an edition, where it has its own.
pub fn use_accents(ctx: &egui::Context, brand: &Brand) {
    let [light, dark] = palette::of(brand);
    for (is_dark, theme, base, colours) in [
        (false, egui::Theme::Light, egui::Visuals::light(), light),
        (true, egui::Theme::Dark, egui::Visuals::dark(), dark),
    ] {
        // A palette lives as long as the program: there is one for each edition that is opened.
        let palette: &'static Palette = Box::leak(Box::new(colours.map(hex)));
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
    // Fitting outlines to the pixel grid takes a good part of the time to the first picture, and hardly shows.
    visuals.text_options.font_hinting = false;
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
    use crate::content::colour::{self, Ground, Rgb};

    fn luminance(colour: Color32) -> f64 {
        Rgb([colour.r(), colour.g(), colour.b()]).luminance()
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        colour::contrast(luminance(one), luminance(other))
    }

    #[test]
    fn contrast_agrees_with_known_pairs() {
        assert!((contrast(hex(0), hex(0x00FF_FFFF)) - 21.0).abs() < 1e-9, "black on white");
        assert!((contrast(hex(0x0077_7777), hex(0x00FF_FFFF)) - 4.478).abs() < 0.01, "the grey of the WCAG notes");
    }

    #[test]
    fn every_ground_is_one_that_accents_are_checked_for() {
        for (p, ground) in [(&*LIGHT, Ground::Light), (&*DARK, Ground::Dark)] {
            for behind in [p.background, p.rail, p.surface, p.accent_soft] {
                let (found, limit) = (luminance(behind), ground.luminance());
                assert!(if ground == Ground::Light { found >= limit } else { found <= limit }, "{ground:?}: {found}");
            }
        }
    }

    #[test]
    fn every_accent_that_content_may_choose_can_be_read() {
        let mut passed = 0;
        for (p, ground) in [(palette::LIGHT, Ground::Light), (palette::DARK, Ground::Dark)] {
            let steps = || (0..=255).step_by(15);
            for accent in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| Rgb([r, g, b])))) {
                if accent.contrast_on(ground) < colour::ENOUGH {
                    continue;
                }
                passed += 1;
                assert_readable(&p.with_accent(accent).map(hex));
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
