//! What is on the screen, for each kind of it.

use super::body::{FOOT, STATUS, TABS, TOP, ground, tabs, title};
use super::{Anchor, Area, Ink, Pen, Shown, Style, WIDTH, art, list, point};
use crate::content::model::{Icon, Item, Place, Platform, ScreenKind, Typing};

/// A screen of the app.
pub(super) fn screen(pen: &mut Pen, shown: &Shown<'_>) {
    let room = Area { left: 2.0, top: TOP, width: WIDTH - 4.0, height: FOOT - TOP };
    let above_tabs = Area { height: room.height - TABS, ..room };
    let kind = shown.screen.kind;
    ground(pen, shown.platform, Ink::Surface);
    if kind == ScreenKind::Feed {
        feed(pen);
    }
    if kind != ScreenKind::Sheet {
        title(pen, shown);
    }
    match kind {
        ScreenKind::List | ScreenKind::Accounts => list::draw(pen, shown, room),
        ScreenKind::Feed => tabs(pen, shown),
        ScreenKind::Profile => profile(pen, shown, above_tabs),
        ScreenKind::Sheet => sheet(pen, shown),
        ScreenKind::Inbox => {
            inbox(pen, shown, above_tabs);
            tabs(pen, shown);
        }
        ScreenKind::Chat => chat(pen, shown, room),
        ScreenKind::Form => form(pen, shown, room),
    }
}

/// A video with its buttons at the side.
fn feed(pen: &mut Pen) {
    let video = Area { left: 10.0, top: TOP + 2.0, width: WIDTH - 20.0, height: FOOT - TABS - TOP - 12.0 };
    pen.fill(video, 14.0, Ink::Quiet);
    let middle = video.center();
    let tip = point(middle.x + 14.0, middle.y);
    let play = [point(middle.x - 10.0, middle.y - 16.0), tip, point(middle.x - 10.0, middle.y + 16.0)];
    pen.line(&[play[0], play[1], play[2], play[0]], 3.0, Ink::Surface);
    for y in [0.0, 34.0, 68.0] {
        pen.disc(point(video.right() - 20.0, video.bottom() - 96.0 + y), 9.0, Ink::Surface);
    }
    for (y, width) in [(30.0, 96.0), (14.0, 130.0)] {
        let bar = Area { left: video.left + 14.0, top: video.bottom() - y - 4.0, width, height: 8.0 };
        pen.fill(bar, 4.0, Ink::Surface);
    }
}

/// A picture, a name, buttons where there are some, and videos below.
fn profile(pen: &mut Pen, shown: &Shown<'_>, room: Area) {
    let middle = WIDTH / 2.0;
    let face = point(middle, room.top + 44.0);
    pen.disc(face, 30.0, Ink::Quiet);
    art::icon(pen, Icon::Person, face, 30.0, Ink::Outline);
    pen.bar(middle - 40.0, room.top + 90.0, 80.0);
    let mut y = room.top + 106.0;
    let items = shown.items();
    let buttons: Vec<&Item> = items.into_iter().filter(|item| item.place == Place::Button).collect();
    if buttons.is_empty() {
        for x in [-62.0, 0.0, 62.0] {
            pen.bar(middle + x - 18.0, y + 14.0, 36.0);
        }
        y += 34.0;
    }
    for item in buttons {
        list::button(pen, item, Area { left: 30.0, top: y, width: WIDTH - 60.0, height: 36.0 }, shown.is_lit(item));
        y += 44.0;
    }
    let side = (WIDTH - 4.0 - 4.0 * 6.0) / 3.0;
    let tall = side * 1.2;
    let mut top = y + 10.0;
    while top + tall <= room.bottom() - 4.0 {
        for column in [0.0, 1.0, 2.0] {
            let tile = Area { left: 8.0 + column * (side + 6.0), top, width: side, height: tall };
            pen.fill(tile, 6.0, Ink::Quiet);
        }
        top += tall + 6.0;
    }
    if !shown.items().iter().any(|item| item.place == Place::Button) {
        tabs(pen, shown);
    }
}

/// The page before, and the sheet over its lower half.
fn sheet(pen: &mut Pen, shown: &Shown<'_>) {
    let face = point(WIDTH / 2.0, TOP + 34.0);
    pen.disc(face, 26.0, Ink::Quiet);
    pen.bar(face.x - 36.0, TOP + 76.0, 72.0);
    let area = Area { left: 2.0, top: 196.0, width: WIDTH - 4.0, height: FOOT - 196.0 };
    pen.outline(area, 18.0, Some(Ink::Surface), (Ink::Outline, 1.2));
    pen.line(&[point(WIDTH / 2.0 - 16.0, 206.0), point(WIDTH / 2.0 + 16.0, 206.0)], 3.0, Ink::Quiet);
    for (y, width) in [(234.0, 92.0), (270.0, 70.0), (306.0, 108.0)] {
        pen.fill(Area { left: 20.0, top: y - 7.0, width: 14.0, height: 14.0 }, 4.0, Ink::Quiet);
        pen.bar(46.0, y, width);
    }
    list::draw(pen, shown, Area { top: 322.0, height: FOOT - 322.0, ..area });
}

/// The rows that matter, and chats below them.
fn inbox(pen: &mut Pen, shown: &Shown<'_>, room: Area) {
    let rows = shown.items().into_iter().filter(|item| item.place == Place::Row).count();
    let top = if rows == 0 { room.top + 4.0 } else { room.top + 56.0 };
    if rows > 0 {
        list::draw(pen, shown, Area { height: 52.0, ..room });
    }
    let mut y = top + 24.0;
    for (name, words) in [(74.0, 120.0), (58.0, 96.0), (88.0, 132.0), (64.0, 80.0), (80.0, 110.0)] {
        if y + 22.0 > room.bottom() {
            break;
        }
        pen.disc(point(36.0, y), 16.0, Ink::Quiet);
        pen.bar(62.0, y - 7.0, name);
        pen.fill(Area { left: 62.0, top: y + 5.0, width: words, height: 6.0 }, 3.0, Ink::Quiet);
        y += 48.0;
    }
}

/// Speech bubbles; below them the buttons, or the field to write in. What shows up on holding stands at its bubble.
fn chat(pen: &mut Pen, shown: &Shown<'_>, room: Area) {
    let items = shown.items();
    let buttons: Vec<&Item> = items.iter().copied().filter(|item| item.place == Place::Button).collect();
    let held = items.iter().copied().find(|item| item.place == Place::OnHold);
    let theirs = Area { left: 16.0, top: room.top + 18.0, width: 150.0, height: 46.0 };
    let is_held = held.is_some_and(|item| shown.is_lit(item));
    if is_held {
        pen.outline(theirs, 14.0, Some(Ink::AccentSoft), (Ink::Accent, 1.5));
    } else {
        pen.fill(theirs, 14.0, Ink::Quiet);
    }
    for (y, width) in [(16.0, 120.0), (30.0, 84.0)] {
        let bar = Area { left: theirs.left + 14.0, top: theirs.top + y - 3.0, width, height: 6.0 };
        pen.fill(bar, 3.0, if is_held { Ink::Accent } else { Ink::Surface });
    }
    if let Some(item) = held.filter(|_| is_held) {
        on_hold(pen, shown, item, theirs);
    } else if buttons.is_empty() {
        for (top, width) in [(86.0, 110.0), (132.0, 138.0)] {
            let own = Area { left: WIDTH - 16.0 - width, top: room.top + top, width, height: 34.0 };
            pen.fill(own, 14.0, Ink::Quiet);
        }
    }
    let mut y = FOOT - 8.0 - 44.0 * f32::from(u8::try_from(buttons.len()).unwrap_or(u8::MAX));
    for item in &buttons {
        list::button(pen, item, Area { left: 20.0, top: y, width: WIDTH - 40.0, height: 36.0 }, shown.is_lit(item));
        y += 44.0;
    }
    if buttons.is_empty() {
        let field = Area { left: 14.0, top: FOOT - 42.0, width: WIDTH - 28.0, height: 32.0 };
        pen.outline(field, 16.0, None, (Ink::Outline, 1.2));
    }
}

/// The finger on the bubble, and what it brings up.
fn on_hold(pen: &mut Pen, shown: &Shown<'_>, item: &Item, bubble: Area) {
    pen.circle(point(bubble.right() - 18.0, bubble.center().y), 9.0, (Ink::Accent, 2.0));
    let menu = Area { left: 34.0, top: bubble.bottom() + 12.0, width: 150.0, height: 84.0 };
    pen.outline(menu, 12.0, Some(Ink::Surface), (Ink::Outline, 1.2));
    pen.bar(menu.left + 18.0, menu.top + 22.0, 70.0);
    let row = Area { left: menu.left - 4.0, top: menu.top + 40.0, width: menu.width + 8.0, height: 36.0 };
    list::draw_row(pen, item, row, shown.is_lit(item));
}

/// A field, the buttons below it, and the keyboard where something is typed in.
fn form(pen: &mut Pen, shown: &Shown<'_>, room: Area) {
    let field = Area { left: 18.0, top: room.top + 34.0, width: WIDTH - 36.0, height: 40.0 };
    pen.bar(field.left, room.top + 18.0, 84.0);
    match shown.types {
        Some(typing) => {
            pen.outline(field, 10.0, Some(Ink::AccentSoft), (Ink::Accent, 2.0));
            typed(pen, field, typing);
        }
        None => pen.outline(field, 10.0, None, (Ink::Outline, 1.2)),
    }
    let mut y = field.bottom() + 12.0;
    for item in shown.items().into_iter().filter(|item| item.place == Place::Button) {
        let lit = shown.is_lit(item);
        list::button(pen, item, Area { left: 18.0, top: y, width: WIDTH - 36.0, height: 36.0 }, lit);
        y += 44.0;
    }
    if shown.types.is_some() {
        number_pad(pen);
    }
}

/// What has been typed so far, with the cursor behind it.
fn typed(pen: &mut Pen, field: Area, typing: Typing) {
    let middle = field.center().y;
    let cursor = match typing {
        Typing::Number => {
            pen.words(point(field.left + 14.0, middle), 30.0, Style::LABEL.size(15.0).ink(Ink::Muted), "+");
            pen.bar(field.left + 30.0, middle, 60.0);
            field.left + 98.0
        }
        Typing::Code => {
            for place in [0.0, 1.0, 2.0] {
                pen.disc(point(field.left + 24.0 + place * 24.0, middle), 5.0, Ink::Main);
            }
            field.left + 90.0
        }
    };
    pen.line(&[point(cursor, middle - 10.0), point(cursor, middle + 10.0)], 2.0, Ink::Accent);
}

/// The phone's keyboard for digits.
fn number_pad(pen: &mut Pen) {
    let pad = Area { left: 2.0, top: FOOT - 168.0, width: WIDTH - 4.0, height: 168.0 };
    pen.fill(pad, 0.0, Ink::Quiet);
    let (width, height) = ((pad.width - 4.0 * 6.0) / 3.0, 34.0);
    let keys = [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["", "0", ""]];
    let mut top = pad.top + 8.0;
    for row in keys {
        let mut left = pad.left + 6.0;
        for key in row {
            let area = Area { left, top, width, height };
            if !key.is_empty() {
                pen.fill(area, 7.0, Ink::Surface);
                pen.words(area.center(), width, Style::LABEL.at(Anchor::Middle).size(16.0), key);
            }
            left += width + 6.0;
        }
        top += height + 6.0;
    }
}

/// The phone before the app is open: one of its apps is ringed.
pub(super) fn apps(pen: &mut Pen, platform: Platform, name: &str) {
    ground(pen, platform, Ink::Surface);
    let (side, gap) = (38.0, 15.0);
    for row in 0..4_u8 {
        for column in 0..4_u8 {
            let left = 19.5 + f32::from(column) * (side + gap);
            let tile = Area { left, top: STATUS + 22.0 + f32::from(row) * 70.0, width: side, height: side };
            if (row, column) == (1, 2) {
                pen.outline(tile, 10.0, Some(Ink::AccentSoft), (Ink::Accent, 1.5));
                let at = point(tile.center().x, tile.bottom() + 12.0);
                pen.words(at, side + gap, Style::LABEL.at(Anchor::Middle).size(11.0).heavy(true), name);
                pen.tap(Area { height: side + 22.0, ..tile }, tile.center(), Ink::Accent);
            } else {
                pen.fill(tile, 10.0, Ink::Quiet);
                pen.fill(
                    Area { left: left + 6.0, top: tile.bottom() + 9.0, width: side - 12.0, height: 5.0 },
                    2.5,
                    Ink::Quiet,
                );
            }
        }
    }
    let dock = Area { left: 14.0, top: FOOT - 66.0, width: WIDTH - 28.0, height: 58.0 };
    pen.outline(dock, 18.0, None, (Ink::Quiet, 1.5));
    for column in 0..4_u8 {
        let left = 19.5 + f32::from(column) * (side + gap);
        pen.fill(Area { left, top: dock.top + 10.0, width: side, height: side }, 10.0, Ink::Quiet);
    }
}

/// The phone at rest: this step is done elsewhere.
pub(super) fn elsewhere(pen: &mut Pen, platform: Platform) {
    ground(pen, platform, Ink::Surface);
    let middle = point(WIDTH / 2.0, 190.0);
    pen.circle(middle, 34.0, (Ink::Outline, 2.0));
    // No tick: it would look as if the step were done.
    for dot in [-13.0, 0.0, 13.0] {
        pen.disc(point(middle.x + dot, middle.y), 3.5, Ink::Outline);
    }
}
