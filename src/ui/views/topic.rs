//! A topic: what is going on, the ways to mend it with the drawn phone beside them, and where it all comes from.

use eframe::egui::{FocusDirection, Key, Modifiers, Ui, vec2};

use super::View;
use super::brand::contacts_ui;
use super::guide::cards_ui;
use super::page::back_link_ui;
use super::rail::platform_ui;
use super::way::{Steps, phone_column_ui, way_ui};
use crate::app::{Action, CONTACT, SAFETY};
use crate::content::model::{Claim, Guide, Topic};
use crate::phone;
use crate::ui::text;
use crate::ui::theme;
use crate::ui::widgets::{Button, Look, badge_ui, claim_ui, columns_ui, link_ui, phone_width, rule_ui, sources_ui};
use crate::ui::{icons, words};

/// The phone stands beside the steps where the page is at least this wide (times the text size).
const PHONE_FROM: f32 = 720.0;

/// Draws the page.
pub(super) fn topic_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    ui.spacing_mut().item_spacing.y = 4.0;
    arrow_keys(ui, view, topic);
    back_link_ui(ui, view);
    text::title(ui, &topic.title);
    head_ui(ui, view, topic);
    let platform = view.state.saved.platform;
    let mut steps = topic.ways.iter().flat_map(|way| phone::steps(&view.library.guide, way, platform));
    let has_phone = steps.any(|step| step.screen.is_some());
    let beside = has_phone && ui.available_width() >= PHONE_FROM * theme::factor(ui).sqrt();
    let in_hand = view.state.step_in_hand(view.library, topic);
    let way = view.state.way_in_hand(topic);
    let steps = Steps { topic, way, in_hand, phone_below: has_phone && !beside };
    if beside {
        let phone_width = phone_width(ui);
        let main_column = |ui: &mut Ui, view: &mut View<'_>| main_column_ui(ui, view, &steps);
        columns_ui(ui, view, phone_width, main_column, |ui, view| phone_column_ui(ui, view, &steps));
    } else {
        main_column_ui(ui, view, &steps);
    }
    foot_ui(ui, view, topic);
}

/// The arrow keys go from step to step, unless the focus is on something outside the page.
fn arrow_keys(ui: &Ui, view: &mut View<'_>, topic: &Topic) {
    let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
    let is_elsewhere = focused.is_some_and(|focused| !ui.clip_rect().contains(focused.rect.center()));
    if is_elsewhere || view.state.dialog.is_some() || topic.ways.is_empty() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let action = if pressed(Key::ArrowRight) {
        Action::NextStep(topic.id.clone())
    } else if pressed(Key::ArrowLeft) {
        Action::PreviousStep(topic.id.clone())
    } else {
        return;
    };
    // Elsewhere the arrow keys move the focus.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    view.push(action);
}

fn head_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        badge_ui(ui, topic.whose_move, &topic.badge);
        let steps = phone::step_count(topic, view.state.saved.platform);
        let differs = topic.ways.iter().flat_map(|way| &way.steps).any(|step| step.only().is_some());
        let platform = differs.then_some(view.state.saved.platform);
        let effort = words::effort_in_full(steps, topic.minutes, platform);
        if !effort.is_empty() {
            text::remark(ui, &effort);
        }
    });
    if !super::page::has_rail(ui) && !topic.ways.is_empty() {
        ui.horizontal_wrapped(|ui| platform_ui(ui, view));
    }
    ui.add_space(6.0);
}

fn main_column_ui(ui: &mut Ui, view: &mut View<'_>, steps: &Steps<'_>) {
    let guide = &view.library.guide;
    let topic = steps.topic;
    for claim in &topic.about {
        claim_ui(ui, guide, claim);
        ui.add_space(4.0);
    }
    if [CONTACT, SAFETY].contains(&topic.id.as_str()) {
        contacts_ui(ui, view);
    }
    for way in &topic.ways {
        ui.push_id(&way.id, |ui| way_ui(ui, view, steps, way));
    }
    if !topic.ways.is_empty() {
        ui.add_space(10.0);
        tools_ui(ui, view, topic);
        helped_ui(ui, view, topic);
    }
    claims_ui(ui, guide, words::DIFFERENCES, &topic.differences);
    claims_ui(ui, guide, words::GOOD_TO_KNOW, &topic.good_to_know);
    links_ui(ui, view, topic);
}

fn tools_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if Button::new(Look::Plain, words::COPY_STEPS).icon(icons::COPY).ui(ui).clicked() {
            view.push(Action::Copy(phone::steps_as_text(&view.library.guide, topic, view.state.saved.platform)));
        }
        if let Some(way) = view.state.way_in_hand(topic)
            && Button::new(Look::Plain, words::SEND_TO_PHONE).icon(icons::QR).ui(ui).clicked()
        {
            view.push(Action::SendToPhone(topic.id.clone(), way.id.clone()));
        }
        let saved = &view.state.saved;
        if (saved.ticked.contains_key(&topic.id) || saved.in_hand.contains_key(&topic.id))
            && Button::new(Look::Plain, words::CLEAR_TICKS).icon(icons::ARROW_UNDO).ui(ui).clicked()
        {
            view.push(Action::ClearSteps(topic.id.clone()));
        }
        if let Some(link) = topic.links.first()
            && Button::new(Look::Plain, &link.text).icon(icons::ARROW_OUT).ui(ui).clicked()
        {
            view.push(Action::AskToOpen(link.text.clone(), link.url.clone()));
        }
    });
}

fn helped_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    ui.add_space(14.0);
    rule_ui(ui);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
        text::strong(ui, words::DID_IT_HELP);
        if Button::new(Look::Plain, words::IT_WORKS).ui(ui).clicked() {
            view.push(Action::Helped(topic.id.clone(), true));
        }
        if Button::new(Look::Plain, words::NOT_YET).icon_behind(icons::ARROW_FORWARD).ui(ui).clicked() {
            view.push(Action::Helped(topic.id.clone(), false));
        }
    });
}

fn claims_ui(ui: &mut Ui, guide: &Guide, heading: &str, claims: &[Claim]) {
    if claims.is_empty() {
        return;
    }
    ui.add_space(14.0);
    text::heading(ui, heading);
    for claim in claims {
        ui.add_space(2.0);
        claim_ui(ui, guide, claim);
    }
}

fn links_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    if topic.links.is_empty() {
        return;
    }
    ui.add_space(14.0);
    text::heading(ui, words::OFFICIAL_PAGES);
    for link in &topic.links {
        if link_ui(ui, Some(icons::ARROW_OUT), &link.text).on_hover_text(&link.url).clicked() {
            view.push(Action::AskToOpen(link.text.clone(), link.url.clone()));
        }
    }
    text::remark(ui, words::PAGES_MOVE);
}

fn foot_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    let guide = &view.library.guide;
    let related: Vec<&Topic> = topic.related.iter().filter_map(|id| guide.topic(id)).collect();
    if !related.is_empty() {
        ui.add_space(16.0);
        text::heading(ui, words::RELATED);
        ui.add_space(6.0);
        ui.push_id("related", |ui| cards_ui(ui, view, &related));
    }
    let questions: Vec<_> = guide.faq.entries.iter().filter(|entry| entry.topics.contains(&topic.id)).collect();
    if !questions.is_empty() {
        ui.add_space(10.0);
        text::heading(ui, words::QUESTIONS);
        for entry in questions {
            if link_ui(ui, Some(icons::ARROW_FORWARD), &entry.question).clicked() {
                view.push(Action::OpenFaq(entry.id.clone()));
            }
        }
    }
    ui.add_space(12.0);
    rule_ui(ui);
    ui.add_space(6.0);
    text::heading(ui, words::SOURCES);
    let claims = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten();
    let cited = claims.map(|claim| (claim.sources.as_slice(), claim.checked));
    let ways = topic.ways.iter().map(|way| (way.sources.as_slice(), way.checked));
    sources_ui(ui, guide, ways.chain(cited));
    text::remark(ui, words::MENUS_CHANGE);
}
