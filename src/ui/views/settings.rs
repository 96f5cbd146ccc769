//! Theme, text size, phone, keys, and what is kept.

use eframe::egui::{Role, Ui, UiBuilder, vec2};

use super::View;
use super::page::take_focus;
use super::rail::platform_ui;
use crate::app::saved::{Motion, TextSize, Theme};
use crate::app::{Action, Focus};
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{Button, Look};
use crate::ui::{icons, words};

/// Draws the page.
pub(super) fn settings_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.set_max_width(ui.available_width().min(theme::measure(ui)));
    text::title(ui, words::SETTINGS_TITLE);
    group_ui(ui, words::THEME, |ui| {
        for (place, theme) in [Theme::System, Theme::Light, Theme::Dark].into_iter().enumerate() {
            let icon = [icons::DESKTOP, icons::SUN, icons::MOON][place];
            let chosen = view.state.saved.theme == theme;
            let response = Button::new(Look::Choice(chosen), words::theme(theme)).icon(icon).ui(ui);
            if place == 0 {
                take_focus(view, Focus::PageTop, &response);
            }
            if response.clicked() {
                view.push(Action::UseTheme(theme));
            }
        }
    });
    group_ui(ui, words::TEXT_SIZE, |ui| {
        for size in TextSize::ALL {
            let chosen = view.state.saved.text_size == size;
            if Button::new(Look::Choice(chosen), &format!("{} %", size.percent())).ui(ui).clicked() {
                view.push(Action::UseTextSize(size));
            }
        }
    });
    group_ui(ui, words::PHONE, |ui| platform_ui(ui, view));
    text::remark(ui, words::PHONE_WHY);
    group_ui(ui, words::MOTION, |ui| {
        for motion in [Motion::Short, Motion::Off] {
            let chosen = view.state.saved.motion == motion;
            if Button::new(Look::Choice(chosen), words::motion(motion)).ui(ui).clicked() {
                view.push(Action::UseMotion(motion));
            }
        }
    });
    text::remark(ui, words::MOTION_WHY);
    ui.add_space(14.0);
    text::heading(ui, words::LANGUAGE);
    text::paragraph(ui, words::ONLY_ENGLISH);
    kept_ui(ui, view);
    ui.add_space(14.0);
    text::heading(ui, words::SHORTCUTS);
    for (keys, what) in words::KEYS {
        text::paragraph(ui, &format!("**{keys}** – {what}"));
    }
}

fn group_ui(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    ui.add_space(14.0);
    text::heading(ui, name);
    ui.add_space(2.0);
    let group = UiBuilder::new().id_salt(name).accessibility_role(Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(group, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(7.0, 7.0);
            contents(ui);
        });
    });
}

fn kept_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(14.0);
    text::heading(ui, words::YOUR_DATA);
    text::paragraph(ui, words::DATA_WHAT);
    match view.kept_in {
        Some(file) => drop(text::remark(ui, &file.display().to_string())),
        None => drop(text::remark(ui, words::DATA_NOWHERE)),
    }
    ui.add_space(4.0);
    if Button::new(Look::Plain, words::DELETE).icon(icons::TRASH).ui(ui).clicked() {
        view.push(Action::AskToDelete);
    }
}
