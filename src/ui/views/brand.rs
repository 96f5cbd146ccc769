//! Whose edition the guide is: the logo, and how to reach the people who hand it out.

use std::sync::Arc;

use eframe::egui::{ColorImage, CornerRadius, Frame, Id, Image, Margin, TextureHandle, TextureOptions, Ui, Vec2};

use super::View;
use crate::app::Action;
use crate::content::logo::Logo;
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{boxed, link_ui};
use crate::ui::{icons, words};

/// Draws the logo, if there is one, no larger than this.
pub(super) fn logo_ui(ui: &mut Ui, view: &View<'_>, largest: Vec2) {
    let Some(logo) = &view.library.guide.brand.logo else { return };
    let texture = texture(ui, logo);
    let image = Image::from_texture(&texture).max_size(largest).alt_text(&logo.alt);
    let fill = theme::plate(ui);
    let margin = if fill == theme::CLEAR { 0 } else { 4 };
    let plate = Frame::new().fill(fill).corner_radius(CornerRadius::same(theme::CONTROL_RADIUS));
    plate.inner_margin(Margin::same(margin)).show(ui, |ui| ui.add(image));
    ui.add_space(6.0);
}

/// The picture goes to the graphics card once, and again where another edition brings another one.
fn texture(ui: &Ui, logo: &Logo) -> TextureHandle {
    let id = Id::unique("logo");
    let known = ui.data(|data| data.get_temp::<(Arc<[u8]>, TextureHandle)>(id));
    if let Some((_, texture)) = known.filter(|(rgba, _)| Arc::ptr_eq(rgba, &logo.rgba)) {
        return texture;
    }
    let image = ColorImage::from_rgba_unmultiplied([logo.width, logo.height], &logo.rgba);
    let texture = ui.ctx().load_texture("logo", image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, (Arc::clone(&logo.rgba), texture.clone())));
    texture
}

/// Draws the contact lines, if there are any. A link opens after the person saw the address and said yes.
pub(super) fn contacts_ui(ui: &mut Ui, view: &mut View<'_>) {
    let contacts = &view.library.guide.brand.contacts;
    if contacts.is_empty() {
        return;
    }
    ui.add_space(8.0);
    boxed(ui, false, |ui| {
        text::heading(ui, words::YOUR_SUPPORT);
        for contact in contacts {
            match &contact.link {
                Some(link) => {
                    if link_ui(ui, Some(icons::ARROW_OUT), &contact.text).on_hover_text(link).clicked() {
                        view.actions.push(Action::AskToOpen(contact.text.clone(), link.clone()));
                    }
                }
                None => drop(text::paragraph(ui, &contact.text)),
            }
        }
    });
    ui.add_space(8.0);
}
