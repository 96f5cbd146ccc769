//! A topic: what is going on, where to go, the steps with the drawn phone beside them, and where it comes from.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Layout, Rect, Role, Sense, Sides, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::View;
use super::guide::cards_ui;
use super::page::back_link_ui;
use super::rail::platform_ui;
use crate::app::Action;
use crate::content::model::{Claim, Topic, Way, WayId};
use crate::phone::{self, Chip, ShownStep};
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};
use crate::ui::widgets::{Button, Look, badge_ui, claim_ui, doubt_ui, link_ui, phone_ui, rule_ui, sources_ui};
use crate::ui::{icons, words};

/// The phone stands beside the steps where the page is at least this wide (times the text size).
const PHONE_FROM: f32 = 720.0;

/// The phone with the buttons below it.
const PHONE_HEIGHT: f32 = 500.0;

/// Draws the page.
pub(super) fn topic_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    ui.spacing_mut().item_spacing.y = 4.0;
    back_link_ui(ui, view, words::GUIDE);
    text::title(ui, &topic.title);
    head_ui(ui, view, topic);
    let in_hand = view.state.step_in_hand(view.library, topic);
    let in_hand_way = in_hand.as_ref().and_then(|(way, _)| topic.ways.iter().find(|other| other.id == *way));
    let has_phone =
        topic.ways.iter().any(|way| !phone::chips(&view.library.guide, way, view.state.saved.platform).is_empty());
    let gap = 34.0;
    let phone_width = 236.0 * theme::factor(ui).sqrt();
    let beside = has_phone && ui.available_width() >= PHONE_FROM * theme::factor(ui).sqrt();
    if beside {
        let full = ui.available_width();
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let column = |ui: &mut Ui, width: f32, contents: &mut dyn FnMut(&mut Ui)| {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                    ui.set_width(width);
                    contents(ui);
                });
            };
            let top = ui.cursor().top();
            let mut main_bottom = top;
            column(ui, full - phone_width - gap, &mut |ui| {
                main_column_ui(ui, view, topic, in_hand.as_ref());
                main_bottom = ui.min_rect().bottom();
            });
            ui.add_space(gap);
            column(ui, phone_width, &mut |ui| {
                // The phone stays in view while the steps beside it scroll by.
                let room = main_bottom - top - (PHONE_HEIGHT * theme::factor(ui).sqrt());
                ui.add_space((ui.clip_rect().top() + 20.0 - top).clamp(0.0, room.max(0.0)));
                phone_column_ui(ui, view, topic, in_hand.as_ref(), in_hand_way);
            });
        });
    } else {
        main_column_ui(ui, view, topic, in_hand.as_ref());
        if has_phone {
            ui.add_space(16.0);
            phone_column_ui(ui, view, topic, in_hand.as_ref(), in_hand_way);
        }
    }
    foot_ui(ui, view, topic);
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

fn main_column_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic, in_hand: Option<&(WayId, usize)>) {
    for claim in &topic.about {
        claim_ui(ui, claim);
        ui.add_space(4.0);
    }
    for way in &topic.ways {
        ui.push_id(&way.id, |ui| way_ui(ui, view, topic, way, in_hand));
    }
    if !topic.ways.is_empty() {
        ui.add_space(10.0);
        tools_ui(ui, view, topic);
    }
    claims_ui(ui, words::DIFFERENCES, &topic.differences);
    claims_ui(ui, words::GOOD_TO_KNOW, &topic.good_to_know);
    links_ui(ui, view, topic);
    if !topic.ways.is_empty() {
        helped_ui(ui, view, topic);
    }
}

fn way_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic, way: &Way, in_hand: Option<&(WayId, usize)>) {
    let guide = &view.library.guide;
    let platform = view.state.saved.platform;
    let chips = phone::chips(guide, way, platform);
    let steps = phone::steps(guide, way, platform);
    let here = in_hand.filter(|(id, _)| *id == way.id).map(|(_, step)| *step);
    ui.add_space(12.0);
    text::heading(ui, &way.title);
    if !chips.is_empty() {
        ui.add_space(4.0);
        text::remark(ui, words::WHERE_TO_GO);
        chips_ui(ui, view, topic, way, &chips, here);
    }
    ui.add_space(6.0);
    if !chips.is_empty() {
        text::remark(ui, words::STEP_BY_STEP);
    }
    let list = UiBuilder::new().accessibility_role(Role::List).accessibility_label(way.title.clone());
    ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (number, step) in (1..).zip(&steps) {
            step_ui(ui, view, topic, way, number, step, here == Some(step.index));
        }
    });
    if let Some(doubt) = &way.doubt {
        doubt_ui(ui, doubt);
    }
}

fn chips_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic, way: &Way, chips: &[Chip], here: Option<usize>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (place, chip) in chips.iter().enumerate() {
            let mut button = Button::new(Look::Choice(here == Some(chip.index)), &chip.label);
            if let Some(mark) = &chip.mark {
                button = button.icon(mark);
            }
            if place + 1 < chips.len() {
                button = button.followed_by("›");
            }
            if button.ui(ui).clicked() {
                view.push(Action::TakeStep(topic.id.clone(), way.id.clone(), chip.index));
            }
        }
    });
}

/// One step: a tick box with its number, and the sentence. The whole row takes the step in hand.
fn step_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic, way: &Way, number: usize, step: &ShownStep, here: bool) {
    let p = palette(ui);
    let ticked = view.state.saved.is_ticked(&topic.id, &way.id, step.index);
    let round = 26.0 * theme::factor(ui).sqrt();
    let left = 12.0 + round + 12.0;
    let width = ui.available_width();
    let sentence = text::galley(ui, text::marked_job(ui, Size::Body, p.ink, &step.sentence), width - left - 12.0);
    let note = step
        .note
        .as_ref()
        .map(|note| text::galley(ui, text::marked_job(ui, Size::Small, p.muted, note), width - left - 12.0));
    let text_height = sentence.size().y + note.as_ref().map_or(0.0, |note| note.size().y);
    let (rect, row) = ui.allocate_exact_size(vec2(width, (text_height + 18.0).max(round + 14.0)), Sense::click());
    let plain = crate::content::markup::plain(&step.sentence);
    let said = words::step(number, &plain, step.note.as_deref());
    row.widget_info(|| WidgetInfo::selected(Role::Button, true, here, &said));
    if here {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::CONTROL_RADIUS), p.accent_soft);
    } else if row.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::CONTROL_RADIUS), p.surface);
    }
    let top = rect.top() + if note.is_some() { 9.0 } else { (rect.height() - text_height) / 2.0 };
    let first_line = text::first_line(&sentence);
    let tick_rect =
        Rect::from_center_size(pos2(rect.left() + 12.0 + round / 2.0, top + first_line / 2.0), vec2(round, round));
    let sentence_height = sentence.size().y;
    ui.painter().galley(pos2(rect.left() + left, top), sentence, p.ink);
    if let Some(note) = note {
        ui.painter().galley(pos2(rect.left() + left, top + sentence_height), note, p.muted);
    }
    theme::focus_ring(ui, &row, rect.shrink(2.0), theme::CONTROL_RADIUS);
    let tick = ui.interact(tick_rect.expand(4.0), ui.scope_id().with(("tick", step.index)), Sense::click());
    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, words::tick(number, &plain)));
    let mark = match (ticked, here) {
        (true, _) => Mark::Done,
        (false, true) => Mark::InHand,
        (false, false) => Mark::Open,
    };
    tick_mark(ui, tick_rect, number, mark);
    theme::focus_ring(ui, &tick, tick_rect, 13);
    if tick.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(words::TICK).clicked() {
        view.push(Action::TickStep(topic.id.clone(), way.id.clone(), step.index));
    } else if row.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        view.push(Action::TakeStep(topic.id.clone(), way.id.clone(), step.index));
    }
}

/// How far a step is.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Done,
    InHand,
    Open,
}

fn tick_mark(ui: &Ui, rect: Rect, number: usize, mark: Mark) {
    let p = palette(ui);
    let (fill, edge, ink) = match mark {
        Mark::Done => (p.you, p.you, p.surface),
        Mark::InHand => (p.surface, p.accent, p.accent),
        Mark::Open => (p.surface, p.outline, p.ink),
    };
    let radius = rect.width() / 2.0;
    ui.painter().circle(rect.center(), radius, fill, Stroke::new(1.0, edge));
    let words = if mark == Mark::Done { icons::CHECK.to_owned() } else { number.to_string() };
    let galley = text::galley(ui, text::job(theme::semibold(ui, Size::Tiny), Size::Tiny, ink, &words), f32::INFINITY);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
}

fn tools_ui(ui: &mut Ui, view: &mut View<'_>, topic: &Topic) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if Button::new(Look::Plain, words::COPY_STEPS).icon(icons::COPY).ui(ui).clicked() {
            view.push(Action::Copy(phone::steps_as_text(&view.library.guide, topic, view.state.saved.platform)));
        }
        if view.state.saved.ticked.contains_key(&topic.id)
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

fn claims_ui(ui: &mut Ui, heading: &str, claims: &[Claim]) {
    if claims.is_empty() {
        return;
    }
    ui.add_space(14.0);
    text::heading(ui, heading);
    for claim in claims {
        ui.add_space(2.0);
        claim_ui(ui, claim);
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

fn phone_column_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    topic: &Topic,
    in_hand: Option<&(WayId, usize)>,
    way: Option<&Way>,
) {
    let guide = &view.library.guide;
    let platform = view.state.saved.platform;
    let steps = way.map(|way| phone::steps(guide, way, platform)).unwrap_or_default();
    let place = in_hand.and_then(|(_, index)| steps.iter().position(|step| step.index == *index));
    let last_way =
        topic.ways.iter().rev().map(|way| phone::steps(guide, way, platform)).find(|steps| !steps.is_empty());
    // With every step ticked off, the last one stays in the picture.
    let last = || last_way?.last().cloned();
    let shown = place.and_then(|place| steps.get(place)).cloned().or_else(last);
    if let Some(step) = &shown {
        phone_ui(ui, guide, step, platform);
    }
    ui.add_space(6.0);
    let width = 236.0 * theme::factor(ui).sqrt();
    let said = place.map_or_else(|| words::ALL_DONE.to_owned(), |place| words::step_of(place + 1, steps.len()));
    let (mut previous, mut next) = (false, false);
    let left = |ui: &mut Ui| {
        previous = Button::new(Look::Plain, words::PREVIOUS).icon("‹").ui(ui).clicked();
        text::remark(ui, &said);
    };
    let right = |ui: &mut Ui| {
        next = place.is_some() && Button::new(Look::Plain, words::NEXT).icon_behind("›").ui(ui).clicked();
    };
    ui.scope(|ui| {
        ui.set_max_width(width);
        Sides::new().show(ui, left, right);
    });
    if previous {
        view.push(Action::PreviousStep(topic.id.clone()));
    }
    if next {
        view.push(Action::NextStep(topic.id.clone()));
    }
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
