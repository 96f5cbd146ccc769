//! Line art of our own for everything that an item of a screen can show. Each is drawn on a square from 0 to 24.

use std::f32::consts::PI;

use super::{Ink, Pen, Point, point};
use crate::content::model::Icon;

/// Straight pieces in an arc.
const STEPS: u8 = 14;

/// Draws an icon of this size round its middle.
pub(super) fn icon(pen: &mut Pen, icon: Icon, middle: Point, size: f32, ink: Ink) {
    let scale = size / 24.0;
    let width = (1.9 * scale).max(1.3);
    let place = |x: f32, y: f32| point(middle.x + (x - 12.0) * scale, middle.y + (y - 12.0) * scale);
    for part in strokes(icon).split(';') {
        let mut words = part.split_whitespace();
        let kind = words.next();
        let numbers: Vec<f32> = words.filter_map(|word| word.parse().ok()).collect();
        match (kind, numbers.as_slice()) {
            (Some("l"), points) => {
                let points: Vec<Point> =
                    points.chunks_exact(2).filter_map(|pair| Some(place(*pair.first()?, *pair.last()?))).collect();
                pen.line(&points, width, ink);
            }
            (Some("c"), [x, y, radius]) => pen.circle(place(*x, *y), radius * scale, (ink, width)),
            (Some("a"), [x, y, radius, from, to]) => {
                let bends: Vec<Point> = (0..=STEPS)
                    .map(|step| (from + (to - from) * f32::from(step) / f32::from(STEPS)) * PI)
                    .map(|angle| place(x + radius * angle.cos(), y + radius * angle.sin()))
                    .collect();
                pen.line(&bends, width, ink);
            }
            _ => {}
        }
    }
}

/// The strokes of an icon: `l` a line from point to point, `c` a circle (middle, radius), `a` an arc (middle, radius,
/// from and to in half turns, clockwise from the right).
fn strokes(icon: Icon) -> &'static str {
    match icon {
        Icon::Bell => "a 12 10 6 1 2; l 6 10 6 14 4 17.5 20 17.5 18 14 18 10; a 12 18.5 2.5 0.1 0.9",
        Icon::Bug => "c 12 13.5 6; l 12 7.5 12 19.5; l 3 13.5 6 13.5; l 18 13.5 21 13.5; l 5 6 8 9; l 19 6 16 9",
        Icon::Cake => "l 4 20 4 12 20 12 20 20 4 20; l 12 12 12 7; c 12 4.5 1.5",
        Icon::Chat => "l 4 4 20 4 20 16 11 16 6 20.5 6 16 4 16 4 4",
        Icon::CloudOff => "a 8 14 5 0.5 1.5; a 14 12 6 1.2 2.5; l 8 19 14 18; l 4 3 20 21",
        Icon::Door => "l 6 21 6 3 18 3 18 21; l 3 21 21 21; c 14.5 12 0.8",
        Icon::Dots => "c 5 12 1.4; c 12 12 1.4; c 19 12 1.4",
        Icon::Envelope => "l 3 6 21 6 21 18.5 3 18.5 3 6; l 3 6.5 12 13 21 6.5",
        Icon::Family => "c 8 7 3.5; a 8 20 6 1 2; c 17.5 11 2.6; a 17.5 20.5 4.2 1.15 2",
        Icon::Gear => {
            "c 12 12 3.2; c 12 12 7.2; l 12 2.2 12 4.8; l 12 19.2 12 21.8; l 2.2 12 4.8 12; l 19.2 12 21.8 12; l 5.1 5.1 6.9 6.9; l 17.1 17.1 18.9 18.9; l 5.1 18.9 6.9 17.1; l 17.1 6.9 18.9 5.1"
        }
        Icon::Group => "c 9 8 3.5; a 9 20 6 1 2; a 16 8.5 3.2 1.5 2.5; a 16 20 5 1.5 2",
        Icon::Handshake => "l 2 8 7 6 12 8 17 6 22 8; l 12 8 8 12 10 14 13 12 19 17; l 4 15 11 20 19 17",
        Icon::Headset => "a 12 12 8 1 2; l 4 12 4 18 7.5 18 7.5 13 4 13; l 20 12 20 18 16.5 18 16.5 13 20 13",
        Icon::House => "l 3 11.5 12 4 21 11.5; l 5.5 10 5.5 20 18.5 20 18.5 10",
        Icon::Image => "l 3 5 21 5 21 19 3 19 3 5; c 8.5 10 1.8; l 4 18.5 11 13 14 15.5 17 12 21 16",
        Icon::Lock => {
            "l 5 10.5 19 10.5 19 20.5 5 20.5 5 10.5; a 12 8 4.5 1 2; l 7.5 8 7.5 10.5; l 16.5 8 16.5 10.5; l 12 14.5 12 16.5"
        }
        Icon::Menu => "l 3 5.5 21 5.5; l 3 12 21 12; l 3 18.5 21 18.5",
        Icon::Person => "c 12 8 4.3; a 12 21.5 7.8 1.08 1.92",
        Icon::Phone => "l 7 2.5 17 2.5 17 21.5 7 21.5 7 2.5; l 10.5 18.5 13.5 18.5",
        Icon::Prohibit => "c 12 12 9; l 5.7 5.7 18.3 18.3",
        Icon::Share => "l 12 4 20 11 12 18 12 14 7 14.5 3.5 19 5 12 12 8 12 4",
        Icon::Shield => "l 12 3 20 6 20 12 17 17.5 12 21 7 17.5 4 12 4 6 12 3; l 8.5 12 11 14.5 15.5 9.5",
        Icon::ShieldWarning => "l 12 3 20 6 20 12 17 17.5 12 21 7 17.5 4 12 4 6 12 3; l 12 8 12 13; c 12 16.3 0.5",
        Icon::Trash => "l 4 6.5 20 6.5; l 6 6.5 7 20.5 17 20.5 18 6.5; l 9 6.5 9.5 3.5 14.5 3.5 15 6.5",
        Icon::UserMissing => "c 12 12 9.5; c 12 9.5 3; a 12 19.5 5.5 1.1 1.9",
        Icon::Warning => "l 12 3.5 21.5 20 2.5 20 12 3.5; l 12 10 12 14.5; c 12 17.2 0.5",
        Icon::WifiHigh => "c 12 18.5 0.8; a 12 18.5 5 1.25 1.75; a 12 18.5 9 1.25 1.75; a 12 18.5 13 1.25 1.75",
    }
}
