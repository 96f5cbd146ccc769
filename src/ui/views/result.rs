//! The checker's result: the likeliest reason and why, what else it may be, what to try first, and the case code.

use eframe::egui::{self, CornerRadius, Id, Key, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::View;
use crate::app::{Action, Page, State};
use crate::content::model::{QuestionId, TopicId};
use crate::rules::{Enough, Fix, Outcome, Ranked, Verdict};
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};
use crate::ui::widgets::{Button, Field, Look, boxed, field_ui, link_ui};
use crate::ui::{icons, summary, words};

/// Reasons shown before the rest is unfolded.
const REASONS_SHOWN: usize = 4;
/// Fixes shown in their order.
const FIXES_SHOWN: usize = 3;
/// Questions named that could still change the result.
const MOST_NAMED: usize = 3;
/// The longest case code that is taken, in characters.
const CASE_LIMIT: usize = 100;

/// The verdict in one line, always in view in a narrow window.
pub(super) fn headline_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| match (&view.state.finding.outcome, view.state.finding.ranked.first()) {
        (Outcome::Found, Some(first)) => {
            let Some(topic) = view.library.guide.topic(&first.topic) else { return };
            text::remark(ui, words::verdict(first.verdict));
            if link_ui(ui, Some(icons::of(topic.icon)), &topic.title).clicked() {
                view.push(Action::Go(Page::Topic(topic.id.clone())));
            }
        }
        (Outcome::Contradiction(_), _) => {
            text::remark(ui, &view.library.guide.rules.contradiction.title);
        }
        _ => {
            let nothing = view.state.saved.answers.is_empty();
            text::remark(ui, if nothing { words::NOTHING_ANSWERED } else { &view.library.guide.rules.unknown.title });
        }
    });
}

/// Draws the result, with what it rests on and what to do about it.
pub(super) fn result_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let rules = &view.library.guide.rules;
    ui.spacing_mut().item_spacing.y = 8.0;
    if state.saved.answers.is_empty() {
        boxed(ui, false, |ui| text::muted(ui, words::NOTHING_ANSWERED));
        open_case_ui(ui, view);
        return;
    }
    match &state.finding.outcome {
        Outcome::Found if state.interview.is_none() && state.settled && state.next_question.is_none() => {
            text::remark(ui, words::NOTHING_MORE);
        }
        Outcome::Found => {}
        Outcome::Unknown => advice_ui(ui, &rules.unknown.title, &rules.unknown.what_to_do),
        Outcome::Contradiction(clashes) => {
            let texts: Vec<String> = clashes.iter().chain(&rules.contradiction.what_to_do).cloned().collect();
            advice_ui(ui, &rules.contradiction.title, &texts);
        }
    }
    let unfolded_id = Id::unique("all reasons");
    let unfolded = ui.data(|data| data.get_temp(unfolded_id).unwrap_or(false));
    let ranked = &state.finding.ranked;
    let shown = if unfolded { ranked.len() } else { REASONS_SHOWN.min(ranked.len()) };
    for (place, reason) in ranked.iter().take(shown).enumerate() {
        let leads = place == 0 && state.finding.outcome == Outcome::Found;
        ui.push_id(&reason.topic, |ui| reason_ui(ui, view, reason, leads));
    }
    if shown < ranked.len() && link_ui(ui, Some(icons::CARET_DOWN), words::SHOW_ALL_REASONS).clicked() {
        ui.data_mut(|data| data.insert_temp(unfolded_id, true));
    }
    ruled_out_ui(ui, view);
    order_ui(ui, view);
    case_ui(ui, view);
}

fn advice_ui(ui: &mut Ui, title: &str, texts: &[String]) {
    boxed(ui, true, |ui| {
        text::heading(ui, title);
        for advice in texts {
            ui.horizontal_top(|ui| {
                text::paragraph(ui, "•");
                text::paragraph(ui, advice);
            });
        }
    });
}

fn reason_ui(ui: &mut Ui, view: &mut View<'_>, reason: &Ranked, leads: bool) {
    let Some(topic) = view.library.guide.topic(&reason.topic) else { return };
    boxed(ui, leads, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if leads {
            let sure = reason.verdict >= Verdict::Likely;
            text::remark(ui, if sure { words::MOST_LIKELY } else { words::FIRST_LOOK });
        }
        ui.horizontal_wrapped(|ui| {
            let p = palette(ui);
            let icon = text::job(theme::regular(ui, Size::Heading), Size::Body, p.accent, icons::of(topic.icon));
            let icon = ui.add(egui::Label::new(icon));
            text::say(ui, &icon, "");
            if leads {
                let said = text::heading(ui, &topic.title);
                ui.accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
            } else if link_ui(ui, None, &topic.title).clicked() {
                view.push(Action::Go(Page::Topic(topic.id.clone())));
            }
        });
        bar_ui(ui, reason, &topic.title);
        text::remark(ui, &because(view, reason));
        if !reason.against.is_empty() {
            text::remark(ui, &format!("{}: {}", words::AGAINST, words::list(&reason.against)));
        }
        if leads {
            why_ui(ui, view);
            // What was tried is not shown once more: the next is.
            let next = view.state.fixes.first().filter(|_| view.state.saved.tried.contains(&reason.topic));
            let (label, to) =
                next.map_or_else(|| (words::show(topic), &topic.id), |next| (words::SHOW_NEXT, &next.topic));
            if Button::new(Look::Primary, label).icon_behind(icons::ARROW_FORWARD).ui(ui).clicked() {
                view.push(Action::Go(Page::Topic(to.clone())));
            }
        }
    });
}

fn because(view: &View<'_>, reason: &Ranked) -> String {
    let mut said = vec![words::verdict(reason.verdict).to_owned()];
    if view.state.saved.tried.contains(&reason.topic) {
        said.push(words::TRIED.to_owned());
    }
    if !reason.because.is_empty() {
        said.push(format!("{}: {}", words::BECAUSE, words::list(&reason.because)));
    }
    words::list(&said)
}

/// How likely, as a bar. Its length shows the order; the word beside it is the verdict.
fn bar_ui(ui: &mut Ui, reason: &Ranked, name: &str) {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 7.0), Sense::hover());
    let said = format!("{name}: {}", words::verdict(reason.verdict));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    ui.painter().rect_filled(rect, CornerRadius::same(4), p.line);
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * reason.bar().clamp(0.02, 1.0), rect.height()));
    ui.painter().rect_filled(filled, CornerRadius::same(4), p.accent);
}

fn ruled_out_ui(ui: &mut Ui, view: &View<'_>) {
    let ruled_out = &view.state.finding.ruled_out;
    if ruled_out.is_empty() {
        return;
    }
    let title_of = |id: &TopicId| view.library.guide.topic(id).map_or("", |topic| topic.title.as_str());
    let parts: Vec<String> =
        ruled_out.iter().map(|out| format!("{} ({})", title_of(&out.topic), words::list(&out.because))).collect();
    text::remark(ui, &format!("**{}**: {}", words::RULED_OUT, parts.join(" · ")));
}

/// Which of the reader's answers are enough, and what would change the result.
fn why_ui(ui: &mut Ui, view: &View<'_>) {
    let State { enough, change, saved, .. } = view.state;
    let guide = &view.library.guide;
    let question_of = |id: &QuestionId| guide.question(id).map(|question| question.text.as_str());
    match enough {
        Some(Enough::These(questions)) => {
            let answers = questions.iter().filter_map(|id| Some((guide.question(id)?, saved.answers.get(id)?)));
            let answers: Vec<String> =
                answers.map(|(question, answer)| summary::answer(guide, question, answer)).collect();
            text::remark(ui, &words::enough(&answers));
        }
        Some(Enough::NotYet { could_change }) => {
            // Who was asked already and could not say is not asked again.
            let mut open: Vec<&QuestionId> = could_change.iter().filter(|id| !saved.not_sure.contains(*id)).collect();
            // What is asked next is named first.
            open.sort_by_key(|id| view.state.next_question.as_ref() != Some(*id));
            let questions: Vec<&str> = open.into_iter().filter_map(question_of).take(MOST_NAMED).collect();
            if !questions.is_empty() {
                text::remark(ui, &words::not_enough(&questions));
            }
        }
        None => {}
    }
    if let Some(change) = change {
        let changes = change.answers.iter().filter_map(|(id, option)| Some((guide.question(id)?, option)));
        let changes: Vec<String> = changes.map(|(question, to)| summary::answer(guide, question, to)).collect();
        let leads_to = change.leads_to.as_ref().and_then(|id| guide.topic(id)).map(|topic| topic.title.as_str());
        text::remark(ui, &words::nearest_change(&changes, leads_to));
    }
}

/// What to try, likely and quick first.
fn order_ui(ui: &mut Ui, view: &mut View<'_>) {
    if view.state.finding.outcome != Outcome::Found {
        return;
    }
    let guide = &view.library.guide;
    let fixes: Vec<&Fix> = view.state.fixes.iter().filter(|fix| fix.is_worth_a_try()).take(FIXES_SHOWN).collect();
    // A single one is what the button above leads to.
    if fixes.len() < 2 {
        return;
    }
    text::remark(ui, words::TRY_IN_ORDER);
    for (number, fix) in (1..).zip(fixes) {
        let Some(topic) = guide.topic(&fix.topic) else { continue };
        let label = words::in_order(number, &topic.title, topic.minutes);
        if link_ui(ui, None, &label).clicked() {
            view.push(Action::Go(Page::Topic(topic.id.clone())));
        }
    }
}

/// The code that holds the answers: to copy, and to open somebody else's.
fn case_ui(ui: &mut Ui, view: &mut View<'_>) {
    let guide = &view.library.guide;
    let code = &view.state.case;
    text::remark(ui, &format!("**{}**: {code}. {}", words::CASE_CODE, words::CASE_NOTE));
    ui.horizontal_wrapped(|ui| {
        if Button::new(Look::Plain, words::COPY_CASE).icon(icons::COPY).ui(ui).clicked() {
            view.push(Action::Copy(code.clone()));
        }
        if Button::new(Look::Plain, words::COPY_SUMMARY).icon(icons::COPY).ui(ui).clicked() {
            view.push(Action::Copy(summary::of(guide, &view.state.saved.answers, &view.state.finding)));
        }
    });
    open_case_ui(ui, view);
}

/// A field for a case code, and the button that opens it.
fn open_case_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(4.0);
    text::remark(ui, words::GOT_A_CODE);
    let mut code = view.state.case_text.clone();
    let field = Field {
        id: Id::unique("case code"),
        name: words::TYPE_CASE,
        hint: words::TYPE_CASE,
        magnifier: false,
        keys: None,
        remark: None,
        limit: CASE_LIMIT,
    };
    let response = field_ui(ui, &field, &mut code);
    let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_empty = code.is_empty();
    if enter {
        // The field lets go of the keyboard at Enter; after a slip one goes on typing.
        response.request_focus();
    }
    if response.changed() {
        view.push(Action::TypeCase(code));
    }
    let open = Button::new(Look::Plain, words::OPEN_CASE).icon(icons::ARROW_FORWARD).ui(ui).clicked();
    if (open || enter) && !is_empty {
        view.push(Action::OpenCase);
    }
}
