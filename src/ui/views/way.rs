//! A way: the path through the menus, its steps with their tick boxes, and the phone for the step in hand.

use eframe::egui::{CornerRadius, CursorIcon, Rect, Role, Sense, Sides, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::View;
use super::missing::missing_ui;
use crate::app::Action;
use crate::content::model::{Citation, Topic, Way, WayId};
use crate::phone::{self, Chip, Hint, ShownStep};
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};
use crate::ui::widgets::{Button, Look, doubt_ui, phone_ui, phone_width};
use crate::ui::{icons, words};

/// The steps of a topic, and how they are shown.
pub(super) struct Steps<'a> {
    pub(super) topic: &'a Topic,
    /// The way that the phone shows.
    pub(super) way: Option<&'a Way>,
    /// The step in hand; `None` where all of the way's steps are ticked off.
    pub(super) in_hand: Option<(WayId, usize)>,
    /// The phone stands below the way of the step in hand instead of beside all ways.
    pub(super) phone_below: bool,
}

/// Draws a way: its path of chips, its steps, and what is doubtful about it.
pub(super) fn way_ui(ui: &mut Ui, view: &mut View<'_>, steps_of_topic: &Steps<'_>, way: &Way) {
    let topic = steps_of_topic.topic;
    let guide = &view.library.guide;
    let platform = view.state.saved.platform;
    let chips = phone::chips(guide, way, platform);
    let steps = phone::steps(guide, way, platform);
    let in_hand = steps_of_topic.in_hand.as_ref();
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
            // Where nothing is to be tapped on the whole way, there is nothing that could look different.
            if here == Some(step.index) && !chips.is_empty() {
                missing_ui(ui, view, topic);
                ui.add_space(4.0);
            }
        }
    });
    if let Some(doubt) = &way.doubt {
        doubt_ui(ui, doubt);
    }
    dates_ui(ui, view, way);
    if steps_of_topic.phone_below && steps_of_topic.way.is_some_and(|shown| shown.id == way.id) {
        ui.add_space(10.0);
        phone_column_ui(ui, view, steps_of_topic);
    }
}

/// When the steps were last compared with what, and whether that should have been done again by now.
fn dates_ui(ui: &mut Ui, view: &View<'_>, way: &Way) {
    let guide = &view.library.guide;
    let mut sources: Vec<&str> = Vec::new();
    for Citation(id, _) in &way.sources {
        let label = guide.source(id).map(|source| source.label.as_str());
        sources.extend(label.filter(|label| !sources.contains(label)));
    }
    ui.add_space(4.0);
    text::remark(ui, &words::checked_with(way.checked, &sources));
    if view.today > way.review_by {
        text::remark(ui, &format!("{} {}", icons::WARNING, words::overdue(way.review_by)));
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

/// The phone for the step in hand, with Back and Next below it.
pub(super) fn phone_column_ui(ui: &mut Ui, view: &mut View<'_>, steps_of_topic: &Steps<'_>) {
    let guide = &view.library.guide;
    let topic = steps_of_topic.topic;
    let platform = view.state.saved.platform;
    let Some(way) = steps_of_topic.way else { return };
    let steps = phone::steps(guide, way, platform);
    let in_hand = steps_of_topic.in_hand.as_ref();
    let place = in_hand.and_then(|(_, index)| steps.iter().position(|step| step.index == *index));
    // With every step ticked off, the last one stays in the picture.
    if topic.ways.len() > 1 {
        text::remark(ui, &way.title);
    }
    let hint = view.state.hint_in_hand(view.library, topic);
    let shown = match &hint {
        Some(Hint::Look { step, .. }) => Some(step),
        _ => place.and_then(|place| steps.get(place)).or_else(|| steps.last()),
    };
    let tapped = shown.is_some_and(|step| phone_ui(ui, guide, step, platform, view.state.saved.motion));
    ui.add_space(6.0);
    if shown.is_some_and(|step| step.screen.is_none() && !step.before_app) {
        text::remark(ui, words::NOTHING_TO_TAP);
    }
    let width = phone_width(ui);
    let said = place.map_or_else(|| words::ALL_DONE.to_owned(), |place| words::step_of(place + 1, steps.len()));
    let (mut previous, mut next) = (false, false);
    let left = |ui: &mut Ui| {
        let button = |ui: &mut Ui| Button::new(Look::Plain, words::PREVIOUS).icon("‹").ui(ui).clicked();
        previous = ui.add_enabled_ui(place != Some(0), button).inner;
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
    if next || (tapped && place.is_some()) {
        view.push(Action::NextStep(topic.id.clone()));
    }
}
