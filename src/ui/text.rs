//! Text as the design sets it: sizes, weights, line height, bold labels, and headings that a screen reader knows.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{self, Color32, FontId, Galley, Label, Response, Ui, text::LayoutJob, text::TextFormat};

use super::theme::{self, Size};
use crate::content::markup;

/// Text of one weight.
pub fn job(font: FontId, size: Size, color: Color32, text: &str) -> LayoutJob {
    let mut job = LayoutJob::default();
    append(&mut job, font, size, color, text);
    job
}

/// Text in which `**labels**` are heavier.
pub fn marked_job(ui: &Ui, size: Size, color: Color32, text: &str) -> LayoutJob {
    let mut job = LayoutJob::default();
    for span in markup::spans(text) {
        let font = if span.bold { theme::semibold(ui, size) } else { theme::regular(ui, size) };
        append(&mut job, font, size, color, span.text);
    }
    job
}

/// Adds text of one weight to a job.
pub fn append(job: &mut LayoutJob, font: FontId, size: Size, color: Color32, text: &str) {
    job.append(text, 0.0, format(font, size, color));
}

/// Adds text to a job with a colour behind it.
pub fn append_lit(job: &mut LayoutJob, font: FontId, size: Size, color: Color32, behind: Color32, text: &str) {
    job.append(text, 0.0, TextFormat { background: behind, ..format(font, size, color) });
}

/// Adds text to a job with these places in it marked.
pub fn append_marked(
    ui: &Ui,
    job: &mut LayoutJob,
    font: &FontId,
    size: Size,
    color: Color32,
    text: &str,
    marks: &[Range<usize>],
) {
    let behind = theme::palette(ui).other_soft;
    let mut rest = 0;
    for mark in marks {
        append(job, font.clone(), size, color, text.get(rest..mark.start).unwrap_or_default());
        append_lit(job, font.clone(), size, theme::palette(ui).ink, behind, text.get(mark.clone()).unwrap_or_default());
        rest = mark.end;
    }
    append(job, font.clone(), size, color, text.get(rest..).unwrap_or_default());
}

fn format(font: FontId, size: Size, color: Color32) -> TextFormat {
    let line_height = Some((font.size * size.line_height()).round());
    TextFormat { font_id: font, color, line_height, valign: egui::Align::Center, ..TextFormat::default() }
}

/// Lays a job out in this width.
pub fn galley(ui: &Ui, mut job: LayoutJob, width: f32) -> Arc<Galley> {
    job.wrap.max_width = width.max(1.0);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// How high the first line of a galley is.
pub fn first_line(galley: &Galley) -> f32 {
    galley.rows.first().map_or(0.0, |row| row.height())
}

/// A paragraph of running text, with `**labels**` marked.
pub fn paragraph(ui: &mut Ui, text: &str) -> Response {
    let job = marked_job(ui, Size::Body, theme::palette(ui).ink, text);
    ui.add(Label::new(job).wrap())
}

/// A paragraph of second rank.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let job = marked_job(ui, Size::Body, theme::palette(ui).muted, text);
    ui.add(Label::new(job).wrap())
}

/// A remark in small type.
pub fn remark(ui: &mut Ui, text: &str) -> Response {
    let job = marked_job(ui, Size::Small, theme::palette(ui).muted, text);
    ui.add(Label::new(job).wrap())
}

/// A short text that stands out.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    let job = job(theme::semibold(ui, Size::Body), Size::Body, theme::palette(ui).ink, text);
    ui.add(Label::new(job).wrap())
}

/// Tells a screen reader these words for a label, in which an icon stands for the eye only.
pub fn say(ui: &Ui, label: &Response, words: &str) {
    ui.accesskit_node_builder(label.id, |node| node.set_value(markup::plain(words)));
}

/// The page's title: the one heading of the first level.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, text, Size::Title, 0)
}

/// A heading of the second level.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    heading_of(ui, text, Size::Heading, 1)
}

fn heading_of(ui: &mut Ui, text: &str, size: Size, level: usize) -> Response {
    let job = job(theme::semibold(ui, size), size, theme::palette(ui).ink, text);
    let response = ui.add(Label::new(job).wrap());
    // egui has no heading role of its own; the level counts from 0.
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::Heading);
        node.set_level(level);
        node.clear_value();
        node.set_label(text);
    });
    response
}
