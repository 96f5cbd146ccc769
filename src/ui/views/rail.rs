//! The way to every page: a rail at the left, or a row at the top of a narrow window.

use eframe::egui::{
    self, CornerRadius, Frame, Margin, Panel, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::View;
use super::brand::logo_ui;
use crate::app::{Action, Page, SAFETY};
use crate::content::model::Platform;
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};
use crate::ui::widgets::{Button, Look, paint_key_cap};
use crate::ui::{icons, words};

const PAGES: [(Page, &str, &str, &str); 3] = [
    (Page::Guide, words::GUIDE, icons::CARDS, "Ctrl 1"),
    (Page::Checker, words::CHECKER, icons::LIST_CHECKS, "Ctrl 2"),
    (Page::Faq, words::FAQ, icons::QUESTION, "Ctrl 3"),
];

/// The pages below them.
const LAST_PAGES: [(Page, &str, &str); 2] =
    [(Page::Settings, words::SETTINGS, icons::GEAR), (Page::About, words::ABOUT, icons::INFO)];

/// The logo's height in the rail, in points; in the row it is half as high.
const LOGO_HEIGHT: f32 = 56.0;

/// The rail of a wide window.
pub(super) fn rail_ui(ui: &mut Ui, view: &mut View<'_>) {
    let width = 208.0 * theme::factor(ui).powf(0.7);
    let p = palette(ui);
    Panel::left("rail")
        .exact_size(width)
        .resizable(false)
        .show_separator_line(true)
        .frame(Frame::new().fill(p.rail).inner_margin(Margin { left: 12, right: 12, top: 20, bottom: 16 }))
        .show(ui, |ui| {
            navigation(ui, |ui| {
                ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(ui, |ui| {
                    let bottom = ui.max_rect().bottom().min(ui.clip_rect().bottom());
                    upper_part_ui(ui, view);
                    lower_part_at_bottom_ui(ui, view, bottom);
                });
            });
        });
}

/// The lower part ends where the rail ends; how high it is is known from the pass before.
fn lower_part_at_bottom_ui(ui: &mut Ui, view: &mut View<'_>, bottom: f32) {
    let id = ui.scope_id().with("height of the lower part");
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let gap = bottom - ui.cursor().top() - known.unwrap_or_default();
    ui.add_space(gap.max(12.0));
    let height = ui.scope(|ui| lower_part_ui(ui, view)).response.rect.height();
    if known != Some(height) {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.request_discard("the lower part of the rail has another height");
    }
}

fn upper_part_ui(ui: &mut Ui, view: &mut View<'_>) {
    let p = palette(ui);
    let manifest = &view.library.guide.manifest;
    Frame::new().inner_margin(Margin::symmetric(12, 0)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        logo_ui(ui, view, vec2(ui.available_width(), LOGO_HEIGHT));
        let name = text::job(theme::semibold(ui, Size::Heading), Size::Heading, p.ink, &manifest.title);
        ui.add(egui::Label::new(name).wrap());
        text::remark(ui, &manifest.tagline);
    });
    ui.add_space(14.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    for (page, label, icon, keys) in PAGES {
        if entry_ui(ui, icon, label, Some(keys), here(view, &page)).clicked() {
            view.push(Action::Go(page));
        }
    }
}

fn lower_part_ui(ui: &mut Ui, view: &mut View<'_>) {
    Frame::new().inner_margin(Margin::symmetric(12, 0)).show(ui, |ui| {
        text::remark(ui, words::MY_PHONE);
        ui.horizontal_wrapped(|ui| platform_ui(ui, view));
    });
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let safety = Page::Topic(SAFETY.into());
    if view.library.guide.topic(&SAFETY.into()).is_some()
        && entry_ui(ui, icons::SHIELD_WARNING, words::GET_HELP, None, view.state.page == safety).clicked()
    {
        view.push(Action::Go(safety));
    }
    for (page, label, icon) in LAST_PAGES {
        if entry_ui(ui, icon, label, None, view.state.page == page).clicked() {
            view.push(Action::Go(page));
        }
    }
}

/// iPhone or Android.
pub(super) fn platform_ui(ui: &mut Ui, view: &mut View<'_>) {
    for platform in [Platform::IPhone, Platform::Android] {
        let chosen = view.state.saved.platform == platform;
        if Button::new(Look::Choice(chosen), words::platform(platform)).ui(ui).clicked() {
            view.push(Action::UsePlatform(platform));
        }
    }
}

/// The row of a narrow window.
pub(super) fn row_ui(ui: &mut Ui, view: &mut View<'_>) {
    let p = palette(ui);
    let frame = Frame::new().fill(p.rail).inner_margin(Margin::symmetric(12, 8));
    let row = Panel::top("row").frame(frame).show(ui, |ui| {
        navigation(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                logo_ui(ui, view, vec2(LOGO_HEIGHT * 2.0, LOGO_HEIGHT / 2.0));
                for (page, label, icon, _) in PAGES {
                    let look = if here(view, &page) { Look::Choice(true) } else { Look::Quiet };
                    if Button::new(look, label).icon(icon).ui(ui).clicked() {
                        view.push(Action::Go(page));
                    }
                }
                let safety = Page::Topic(SAFETY.into());
                if view.library.guide.topic(&SAFETY.into()).is_some() {
                    let look = if view.state.page == safety { Look::Choice(true) } else { Look::Quiet };
                    let button =
                        Button::new(look, words::GET_HELP_SHORT).icon(icons::SHIELD_WARNING).name(words::GET_HELP);
                    if button.ui(ui).on_hover_text(words::GET_HELP).clicked() {
                        view.push(Action::Go(safety));
                    }
                }
                for (page, name, icon) in LAST_PAGES {
                    let look = if view.state.page == page { Look::Choice(true) } else { Look::Quiet };
                    if Button::new(look, icon).name(name).ui(ui).on_hover_text(name).clicked() {
                        view.push(Action::Go(page));
                    }
                }
            });
        });
    });
    // A panel is as high as it was in the pass before: with another number of lines it takes another pass.
    let id = egui::Id::unique("height of the row");
    let height = row.response.rect.height();
    if ui.data(|data| data.get_temp(id)) != Some(height) {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.request_discard("the row has another height");
    }
}

fn navigation(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().accessibility_role(Role::Navigation).accessibility_label(words::RAIL);
    ui.scope_builder(builder, contents);
}

/// Topics belong to the guide.
fn here(view: &View<'_>, page: &Page) -> bool {
    let safety = Page::Topic(SAFETY.into());
    match &view.state.page {
        Page::Topic(_) if view.state.page != safety => *page == Page::Guide,
        shown => shown == page,
    }
}

fn entry_ui(ui: &mut Ui, icon: &str, label: &str, keys: Option<&str>, here: bool) -> Response {
    let p = palette(ui);
    let size = if keys.is_some() { Size::Body } else { Size::Small };
    let font = if here { theme::semibold(ui, size) } else { theme::regular(ui, size) };
    let icon_galley = text::galley(ui, text::job(theme::regular(ui, Size::Body), size, p.ink, icon), f32::INFINITY);
    let text_left = 12.0 + icon_galley.size().x + 10.0;
    let galley = text::galley(ui, text::job(font, size, p.ink, label), ui.available_width() - text_left - 8.0);
    let height = galley.size().y + if keys.is_some() { 18.0 } else { 16.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height.max(32.0)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), here, label));
    if here {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::CONTROL_RADIUS), p.surface);
        let bar = egui::Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
        ui.painter().rect_filled(bar, CornerRadius { nw: 4, sw: 4, ne: 0, se: 0 }, p.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::CONTROL_RADIUS), p.line);
    }
    let icon_at = pos2(rect.left() + 12.0, rect.center().y - icon_galley.size().y / 2.0);
    ui.painter().galley(icon_at, icon_galley, p.ink);
    let text_right = rect.left() + text_left + galley.size().x;
    ui.painter().galley(pos2(rect.left() + text_left, rect.center().y - galley.size().y / 2.0), galley, p.ink);
    let room_for_keys = rect.right() - 12.0 - text_right > 48.0 * theme::factor(ui);
    if let Some(keys) = keys.filter(|_| room_for_keys) {
        paint_key_cap(ui, rect.right_center() - vec2(12.0, 0.0), keys);
    }
    theme::focus_ring(ui, &response, rect, theme::CONTROL_RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
