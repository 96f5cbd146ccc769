//! The phone round the screen: its edge, what stands at its top and bottom, and the bar with the screen's title.

use super::{Anchor, Area, HEIGHT, Ink, Pen, Shown, Style, WIDTH, art, point};
use crate::content::model::{Icon, Place, Platform, ScreenKind};

/// Where the bar with the title begins.
pub(super) const STATUS: f32 = 28.0;
/// Where it ends.
pub(super) const TOP: f32 = 70.0;
/// Where the strip along the bottom edge begins.
pub(super) const FOOT: f32 = HEIGHT - 22.0;
/// How high the app's own bar at the bottom is.
pub(super) const TABS: f32 = 50.0;

/// Draws the edge of the phone over whatever is on the screen. A phone that is not looked at has a quiet edge.
pub(super) fn draw(pen: &mut Pen, platform: Platform, in_use: bool) {
    let ink = if in_use { Ink::Main } else { Ink::Outline };
    let middle = WIDTH / 2.0;
    let foot = HEIGHT - 12.0;
    let radius = match platform {
        Platform::IPhone => {
            pen.fill(Area { left: middle - 30.0, top: 9.0, width: 60.0, height: 15.0 }, 7.5, ink);
            pen.line(&[point(middle - 38.0, foot + 1.0), point(middle + 38.0, foot + 1.0)], 3.5, ink);
            36.0
        }
        Platform::Android => {
            pen.disc(point(middle, 15.0), 5.0, ink);
            let side = Ink::Outline;
            pen.line(&triangle(middle - 52.0, foot), 1.6, side);
            pen.circle(point(middle, foot), 4.8, (side, 1.6));
            let square = Area { left: middle + 47.5, top: foot - 4.5, width: 9.0, height: 9.0 };
            pen.outline(square, 1.5, None, (side, 1.6));
            20.0
        }
    };
    let battery = Area { left: WIDTH - 47.0, top: 12.0, width: 19.0, height: 9.0 };
    pen.outline(battery, 3.0, None, (Ink::Outline, 1.2));
    pen.fill(Area { width: 11.0, ..battery.shrunk(2.0, 2.0) }, 1.5, Ink::Outline);
    for (bar, height) in [3.0, 5.0, 7.0, 9.0].into_iter().enumerate() {
        let left = [28.0, 32.0, 36.0, 40.0].get(bar).copied().unwrap_or_default();
        pen.fill(Area { left, top: 21.0 - height, width: 2.6, height }, 1.0, Ink::Outline);
    }
    let edge = Area { left: 0.0, top: 0.0, width: WIDTH, height: HEIGHT };
    pen.outline(edge.shrunk(1.0, 1.0), radius, None, (ink, 2.0));
}

fn triangle(x: f32, y: f32) -> [super::Point; 4] {
    let tip = point(x - 5.0, y);
    [tip, point(x + 4.0, y - 5.0), point(x + 4.0, y + 5.0), tip]
}

/// The empty screen.
pub(super) fn ground(pen: &mut Pen, platform: Platform, ink: Ink) {
    let radius = if platform == Platform::IPhone { 36.0 } else { 20.0 };
    let all = Area { left: 0.0, top: 0.0, width: WIDTH, height: HEIGHT };
    pen.fill(all.shrunk(1.0, 1.0), radius, ink);
}

/// The screen's title, the way back, and what stands in the upper right corner.
pub(super) fn title(pen: &mut Pen, shown: &Shown<'_>) {
    let middle = f32::midpoint(STATUS, TOP);
    let corner = shown.items().into_iter().find(|item| item.place == Place::UpperRight);
    let is_first = matches!(shown.screen.kind, ScreenKind::Feed | ScreenKind::Profile | ScreenKind::Inbox);
    let style = Style::LABEL.heavy(true).size(14.0);
    let centred = shown.platform == Platform::IPhone || is_first;
    if centred {
        let at = point(WIDTH / 2.0, middle);
        pen.words(at, WIDTH - 100.0, style.at(Anchor::Middle), &shown.screen.title);
    } else {
        pen.words(point(44.0, middle), WIDTH - 90.0, style, &shown.screen.title);
    }
    if !is_first {
        back(pen, shown.platform, middle);
    }
    if let Some(item) = corner {
        let lit = shown.is_lit(item);
        let center = point(WIDTH - 28.0, middle + 1.0);
        let area = Area { left: center.x - 20.0, top: STATUS + 1.0, width: 40.0, height: TOP - STATUS };
        if lit {
            pen.disc(center, 15.0, Ink::AccentSoft);
        }
        let ink = if lit { Ink::Accent } else { Ink::Main };
        art::icon(pen, item.icon.unwrap_or(Icon::Menu), center, if lit { 15.0 } else { 17.0 }, ink);
        if lit {
            pen.tap(area, center, Ink::Accent);
        }
    }
    if shown.screen.kind != ScreenKind::Feed {
        pen.line(&[point(2.0, TOP), point(WIDTH - 2.0, TOP)], 1.0, Ink::Quiet);
    }
}

fn back(pen: &mut Pen, platform: Platform, y: f32) {
    let x = 21.0;
    pen.line(&[point(x + 3.0, y - 6.0), point(x - 3.0, y), point(x + 3.0, y + 6.0)], 1.8, Ink::Main);
    if platform == Platform::Android {
        pen.line(&[point(x - 3.0, y), point(x + 9.0, y)], 1.8, Ink::Main);
    }
}

/// The app's bar along the bottom: five places, of which those that matter have their words.
pub(super) fn tabs(pen: &mut Pen, shown: &Shown<'_>) {
    let top = FOOT - TABS;
    pen.line(&[point(2.0, top), point(WIDTH - 2.0, top)], 1.0, Ink::Quiet);
    let items = shown.items();
    let mut others = items.iter().filter(|item| item.place == Place::BottomBar).rev();
    let corner = items.iter().find(|item| item.place == Place::LowerRight);
    let slots = [
        (4.0, Icon::Person, corner),
        (3.0, Icon::Envelope, others.next()),
        (1.0, Icon::Group, others.next()),
        (0.0, Icon::House, others.next()),
    ];
    let slot = (WIDTH - 16.0) / 5.0;
    for (place, icon, item) in slots {
        let center = point(8.0 + slot * (place + 0.5), top + 19.0);
        let lit = item.is_some_and(|item| shown.is_lit(item));
        let ink = match (lit, item.is_some()) {
            (true, _) => Ink::Accent,
            (false, true) => Ink::Main,
            (false, false) => Ink::Outline,
        };
        if lit {
            pen.disc(center, 15.0, Ink::AccentSoft);
        }
        art::icon(pen, item.and_then(|item| item.icon).unwrap_or(icon), center, 15.0, ink);
        if let Some(item) = item {
            let style = Style::LABEL.at(Anchor::Middle).size(10.0).heavy(lit).ink(ink);
            pen.words(point(center.x, top + 42.0), slot, style, &item.label);
        }
        if lit {
            let area = Area { left: center.x - slot / 2.0, top, width: slot, height: TABS };
            pen.tap(area, center, Ink::Accent);
        }
    }
    let plus = point(WIDTH / 2.0, top + 19.0);
    let around = Area { left: plus.x - 13.0, top: plus.y - 9.0, width: 26.0, height: 18.0 };
    pen.outline(around, 6.0, None, (Ink::Outline, 1.5));
    pen.line(&[point(plus.x - 4.0, plus.y), point(plus.x + 4.0, plus.y)], 1.5, Ink::Outline);
    pen.line(&[point(plus.x, plus.y - 4.0), point(plus.x, plus.y + 4.0)], 1.5, Ink::Outline);
}
