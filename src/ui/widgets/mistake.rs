//! A mistake in the content: its place, the line with a caret under what is wrong, and how to mend it.

use eframe::egui::epaint::text::cursor::CCursor;
use eframe::egui::{Galley, Label, Pos2, Shape, Stroke, Ui, text::LayoutJob, vec2};

use crate::content::mistake::Mistake;
use crate::ui::text;
use crate::ui::theme::{self, Size, palette};

/// Draws the mistake as one text.
pub fn mistake_ui(ui: &mut Ui, mistake: &Mistake) {
    let p = palette(ui);
    let Mistake { what, place, mend, layer: _ } = mistake;
    let font = || theme::regular(ui, Size::Small);
    let mut job = LayoutJob::default();
    if let Some(place) = place {
        let at = format!("{}:{}:{}: ", place.file, place.line, place.column);
        text::append(&mut job, theme::semibold(ui, Size::Small), Size::Small, p.ink, &at);
    }
    text::append(&mut job, font(), Size::Small, p.ink, &format!("{what}\n"));
    let mut marked_at = None;
    if let Some(place) = place {
        let (before, marked, after) = place.parts();
        text::append(&mut job, font(), Size::Small, p.muted, &before);
        marked_at = Some(job.text.chars().count());
        text::append_lit(&mut job, font(), Size::Small, p.ink, p.other_soft, &marked);
        text::append(&mut job, font(), Size::Small, p.muted, &format!("{after}\n"));
    }
    text::append(&mut job, font(), Size::Small, p.ink, mend);
    let galley = text::galley(ui, job.clone(), ui.available_width());
    let label = ui.add(Label::new(job).wrap().selectable(true));
    if let Some(marked) = marked_at {
        caret_ui(ui, &galley, label.rect.min, marked);
    }
}

/// The line's letters are not all equally wide, so the caret is drawn where the place begins and not typed.
fn caret_ui(ui: &Ui, galley: &Galley, origin: Pos2, marked: usize) {
    let start = galley.pos_from_cursor(CCursor::new(marked)).translate(origin.to_vec2());
    let tip = start.left_bottom() - vec2(0.0, 4.0);
    let stroke = Stroke::new(1.5, palette(ui).other);
    ui.painter().add(Shape::line(vec![tip + vec2(-3.0, 4.0), tip, tip + vec2(3.0, 4.0)], stroke));
}
