//! The rows of a screen under their headings, and what shows that one has to scroll.

use super::{Anchor, Area, Ink, Pen, Shown, Style, art, point};
use crate::content::model::{Item, Place, ScreenKind};

const ROW: f32 = 36.0;
const HEADING: f32 = 30.0;
const BUTTON: f32 = 44.0;
const GAP: f32 = 46.0;
/// From the edges of the phone to the text.
const SIDE: f32 = 18.0;

/// One thing below the other.
#[derive(Clone, Copy)]
enum Entry<'a> {
    Heading(&'a str),
    Item(&'a Item),
    /// A row that the guide does not know.
    Unknown(f32),
    /// Here one scrolls.
    Scroll,
}

impl Entry<'_> {
    fn height(self) -> f32 {
        match self {
            Self::Heading(_) => HEADING,
            Self::Item(item) if item.place == Place::Button && item.heading.is_none() => BUTTON,
            Self::Item(_) | Self::Unknown(_) => ROW,
            Self::Scroll => GAP,
        }
    }
}

/// Draws the screen's rows, choices and buttons into this room. The lit one is always in view.
pub(super) fn draw(pen: &mut Pen, shown: &Shown<'_>, room: Area) {
    let mut y = room.top + 6.0;
    for entry in entries(shown, room.height - 10.0) {
        let row = Area { left: room.left, top: y, width: room.width, height: entry.height() };
        match entry {
            Entry::Heading(words) => {
                let at = point(row.left + SIDE, row.bottom() - 11.0);
                pen.words(at, row.width - 2.0 * SIDE, Style::LABEL.size(12.0).ink(Ink::Muted), words);
            }
            Entry::Item(item) => self::item(pen, shown, item, row),
            Entry::Unknown(part) => unknown(pen, shown, row, part),
            Entry::Scroll => scroll(pen, row),
        }
        y = row.bottom();
    }
}

/// What is shown in so much height: from the top, or from further down where the lit item stands there.
fn entries<'a>(shown: &Shown<'a>, height: f32) -> Vec<Entry<'a>> {
    let items = shown.items().into_iter();
    let rows = items.filter(|item| matches!(item.place, Place::Row | Place::Choice | Place::Button));
    let (far, near): (Vec<&Item>, Vec<&Item>) = rows.partition(|item| item.below);
    let is_further_down = shown.lit.is_some_and(|lit| lit.below);
    let mut all = under_headings(&near, None);
    // The phone has more rows than the guide knows.
    if near.iter().all(|item| item.place == Place::Row) && shown.screen.kind == ScreenKind::List {
        let many = if all.is_empty() { 3 } else { 2 };
        all.extend([0.55, 0.4, 0.65].into_iter().take(many).map(Entry::Unknown));
    }
    if !is_further_down {
        let lit = all.iter().position(|entry| matches!(entry, Entry::Item(item) if shown.is_lit(item)));
        while lit.is_some_and(|lit| total(&all[..=lit.min(all.len() - 1)]) > height) {
            all.remove(0);
        }
        cut(&mut all, height);
        return all;
    }
    let heading = near.last().and_then(|item| item.heading.as_deref());
    let mut below = under_headings(&far, heading);
    // What is above the gap only shows where one comes from.
    let lit = below.iter().position(|entry| matches!(entry, Entry::Item(item) if shown.is_lit(item))).unwrap_or(0);
    let above = 3.0 * ROW;
    let skipped = (0..lit).find(|skip| above + GAP + total(&below[*skip..=lit]) <= height).unwrap_or(lit);
    below.drain(..skipped);
    while total(&all) > above {
        all.remove(0);
    }
    all.push(Entry::Scroll);
    all.append(&mut below);
    cut(&mut all, height);
    all
}

fn total(entries: &[Entry<'_>]) -> f32 {
    entries.iter().map(|entry| entry.height()).sum()
}

fn cut(entries: &mut Vec<Entry<'_>>, height: f32) {
    while total(entries) > height && entries.pop().is_some() {}
    // A heading with nothing under it says nothing.
    if matches!(entries.last(), Some(Entry::Heading(_))) {
        entries.pop();
    }
}

fn under_headings<'a>(items: &[&'a Item], mut before: Option<&'a str>) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for item in items {
        let heading = item.heading.as_deref();
        // A button with a heading stands beside it.
        if let Some(words) = heading.filter(|_| heading != before && item.place != Place::Button) {
            entries.push(Entry::Heading(words));
        }
        before = heading;
        entries.push(Entry::Item(item));
    }
    entries
}

fn item(pen: &mut Pen, shown: &Shown<'_>, item: &Item, row: Area) {
    let lit = shown.is_lit(item);
    match item.place {
        Place::Button if shown.screen.kind == ScreenKind::Accounts => account(pen, item, row, lit),
        Place::Button if item.heading.is_some() => beside(pen, item, row, lit),
        Place::Button => button(pen, item, row.shrunk(SIDE, 4.0), lit),
        _ => draw_row(pen, item, row, lit),
    }
}

/// A row with its label, and an angle or a circle at its end.
pub(super) fn draw_row(pen: &mut Pen, item: &Item, row: Area, lit: bool) {
    let inside = row.shrunk(7.0, 0.0);
    if lit {
        pen.outline(inside, 9.0, Some(Ink::AccentSoft), (Ink::Accent, 1.5));
    }
    let middle = row.center().y;
    let mut left = row.left + SIDE;
    if let Some(icon) = item.icon {
        art::icon(pen, icon, point(left + 8.0, middle), 15.0, if lit { Ink::Accent } else { Ink::Muted });
        left += 26.0;
    }
    let end = row.right() - SIDE - 4.0;
    let is_choice = item.place == Place::Choice;
    let room = end - left - if lit && !is_choice { 44.0 } else { 16.0 };
    pen.words(point(left, middle), room, Style::LABEL.heavy(lit), &item.label);
    if is_choice {
        let center = point(end - 6.0, middle);
        if !lit {
            return pen.circle(center, 6.5, (Ink::Outline, 1.5));
        }
        return pen.tap(row, center, Ink::Accent);
    }
    chevron(pen, end, middle, if lit { Ink::Accent } else { Ink::Outline });
    if lit {
        pen.tap(row, point(end - 24.0, middle), Ink::Accent);
    }
}

fn chevron(pen: &mut Pen, x: f32, y: f32, ink: Ink) {
    pen.line(&[point(x - 4.0, y - 4.5), point(x, y), point(x - 4.0, y + 4.5)], 1.6, ink);
}

/// A button over the whole width.
pub(super) fn button(pen: &mut Pen, item: &Item, area: Area, lit: bool) {
    let (fill, ink) = if lit { (Ink::Accent, Ink::OnAccent) } else { (Ink::Quiet, Ink::Main) };
    pen.fill(area, 10.0, fill);
    let room = area.width - if lit { 84.0 } else { 16.0 };
    pen.words(area.center(), room.max(30.0), Style::LABEL.at(Anchor::Middle).heavy(true).ink(ink), &item.label);
    if lit {
        pen.tap(area, point(area.right() - 22.0, area.center().y), Ink::OnAccent);
    }
}

/// A small button at the end of a row.
fn small_button(pen: &mut Pen, item: &Item, row: Area, lit: bool) {
    let width = if lit { 112.0 } else { 78.0 };
    let area = Area { left: row.right() - SIDE - width, top: row.center().y - 17.0, width, height: 34.0 };
    let (fill, ink) = if lit { (Ink::Accent, Ink::OnAccent) } else { (Ink::Quiet, Ink::Main) };
    pen.fill(area, 9.0, fill);
    let style = Style::LABEL.at(Anchor::Middle).size(12.0).heavy(true).ink(ink);
    let middle = point(area.left + 39.0, area.center().y);
    pen.words(middle, 66.0, style, &item.label);
    if lit {
        pen.tap(area, point(area.right() - 19.0, middle.y), Ink::OnAccent);
    }
}

/// A row with words, and a button at its end.
fn beside(pen: &mut Pen, item: &Item, row: Area, lit: bool) {
    let at = point(row.left + SIDE, row.center().y);
    pen.words(at, 70.0, Style::LABEL, item.heading.as_deref().unwrap_or_default());
    small_button(pen, item, row, lit);
}

/// An account with a picture and a name that nobody knows, and a button at its end.
fn account(pen: &mut Pen, item: &Item, row: Area, lit: bool) {
    pen.disc(point(row.left + SIDE + 12.0, row.center().y), 12.0, Ink::Quiet);
    pen.bar(row.left + SIDE + 32.0, row.center().y, 42.0);
    small_button(pen, item, row, lit);
}

/// A row whose words the guide does not know, as wide as this part of the room.
fn unknown(pen: &mut Pen, shown: &Shown<'_>, row: Area, part: f32) {
    let middle = row.center().y;
    if shown.screen.kind == ScreenKind::Inbox {
        pen.disc(point(row.left + SIDE + 13.0, middle), 13.0, Ink::Quiet);
        return pen.bar(row.left + SIDE + 36.0, middle, (row.width - 90.0) * part);
    }
    pen.bar(row.left + SIDE, middle, (row.width - 4.0 * SIDE) * part);
    chevron(pen, row.right() - SIDE - 4.0, middle, Ink::Quiet);
}

/// Two angles pointing down, where rows are left out.
fn scroll(pen: &mut Pen, row: Area) {
    let middle = row.center();
    let pill = Area { left: middle.x - 21.0, top: middle.y - 16.0, width: 42.0, height: 32.0 };
    for x in [row.left + SIDE, pill.right() + 10.0] {
        pen.line(&[point(x, middle.y), point(x + 65.0, middle.y)], 1.0, Ink::Quiet);
    }
    pen.outline(pill, 16.0, Some(Ink::AccentSoft), (Ink::Accent, 1.5));
    for y in [middle.y - 5.0, middle.y + 2.0] {
        let points = [point(middle.x - 6.0, y), point(middle.x, y + 5.0), point(middle.x + 6.0, y)];
        pen.line(&points, 2.0, Ink::Accent);
    }
}
