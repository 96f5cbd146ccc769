//! The picture of the phone as strokes and words: which, how large and where, in units of its own. Knows no colour, no
//! font and no window, so that the window and a page of HTML draw the same picture.

mod art;
mod body;
mod list;
mod scene;

use crate::content::model::{Guide, Item, Platform, Screen};
use crate::phone::ShownStep;

/// How wide the phone is.
pub const WIDTH: f32 = 236.0;
/// How high it is.
pub const HEIGHT: f32 = 456.0;
/// How far the line of a ring is from its middle.
pub const RING_RADIUS: f32 = 15.0;
/// How wide the line of a ring is.
pub const RING_WIDTH: f32 = 3.0;

/// A place, from the upper left corner of the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f32,
    /// Its upper edge.
    pub top: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
}

impl Area {
    /// Its right edge.
    pub fn right(self) -> f32 {
        self.left + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> f32 {
        self.top + self.height
    }

    /// Its middle.
    pub fn center(self) -> Point {
        Point { x: self.left + self.width / 2.0, y: self.top + self.height / 2.0 }
    }

    /// Smaller by so much at each side, and above and below.
    #[must_use]
    pub fn shrunk(self, sides: f32, ends: f32) -> Self {
        Self {
            left: self.left + sides,
            top: self.top + ends,
            width: self.width - 2.0 * sides,
            height: self.height - 2.0 * ends,
        }
    }
}

/// What a colour is for. Each renderer has its own colour for it in each theme.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ink {
    /// Text and the edge of the phone.
    Main,
    /// Text of second rank.
    Muted,
    /// Hairlines, and what stands for things that the guide does not know.
    Quiet,
    /// The edges of controls.
    Outline,
    /// Behind everything.
    Surface,
    /// What to tap.
    Accent,
    /// Behind what to tap.
    AccentSoft,
    /// Text on the accent.
    OnAccent,
}

/// Where a text stands from its point.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A line round something: its colour and how wide it is, half of it at each side of the edge.
pub type Edge = (Ink, f32);

/// One stroke or text. Later ones lie on earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A rectangle, perhaps with round corners.
    Panel {
        /// Where it is.
        area: Area,
        /// The radius of its corners.
        radius: f32,
        /// What it is filled with.
        fill: Option<Ink>,
        /// The line round it.
        edge: Option<Edge>,
    },
    /// A circle.
    Disc {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f32,
        /// What it is filled with.
        fill: Option<Ink>,
        /// The line round it.
        edge: Option<Edge>,
    },
    /// A line from point to point, with round ends and corners.
    Line {
        /// Its points.
        points: Vec<Point>,
        /// How wide it is.
        width: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A line of text.
    Words {
        /// Where it is; its middle is at this height.
        at: Point,
        /// Where it stands from there.
        anchor: Anchor,
        /// How wide it may be; what is longer is made smaller or ends in `…`.
        width: f32,
        /// The size of its letters.
        size: f32,
        /// In heavier letters.
        heavy: bool,
        /// Its colour.
        ink: Ink,
        /// What it says.
        text: String,
    },
    /// Tap here: a ring of [`RING_RADIUS`] and [`RING_WIDTH`] with a spot in its middle. It may come up gently.
    Ring {
        /// Its middle.
        center: Point,
        /// Its colour.
        ink: Ink,
    },
}

/// A picture of the phone, [`WIDTH`] by [`HEIGHT`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// From the back to the front.
    pub marks: Vec<Mark>,
    /// What is to be tapped, where something is.
    pub tap: Option<Area>,
}

/// The picture for a step: its screen, with what to tap lit up.
pub fn sketch(guide: &Guide, step: &ShownStep, platform: Platform) -> Sketch {
    let mut pen = Pen::default();
    let screen = step.screen.as_ref().and_then(|id| guide.phone.screen(id));
    let lit = screen.zip(step.item.as_ref()).and_then(|(screen, id)| screen.items.iter().find(|item| item.id == *id));
    match screen {
        Some(screen) => scene::screen(&mut pen, &Shown { screen, lit, platform, types: step.types }),
        None if step.before_app => scene::apps(&mut pen, platform, &guide.phone.app),
        None => scene::elsewhere(&mut pen, platform),
    }
    body::draw(&mut pen, platform, screen.is_some() || step.before_app);
    Sketch { marks: pen.marks, tap: pen.tap }
}

/// A screen, and what is to be shown of it.
struct Shown<'a> {
    screen: &'a Screen,
    lit: Option<&'a Item>,
    platform: Platform,
    types: Option<crate::content::model::Typing>,
}

impl<'a> Shown<'a> {
    /// The screen's items on this phone. What is instead of another takes its place where it is lit, and is left out
    /// where it is not.
    fn items(&self) -> Vec<&'a Item> {
        let is_usual = self.screen.instead_of.is_none();
        let lit_for = self.lit.filter(|_| is_usual).and_then(|lit| Some((lit, lit.instead_of.as_ref()?)));
        self.screen
            .items
            .iter()
            .filter(|item| item.only.is_none_or(|only| only == self.platform) || self.is_lit(item))
            .filter(|item| item.instead_of.is_none() || !is_usual)
            .map(|item| lit_for.filter(|(_, other)| **other == item.id).map_or(item, |(lit, _)| lit))
            .collect()
    }

    fn is_lit(&self, item: &Item) -> bool {
        self.lit.is_some_and(|lit| lit.id == item.id)
    }
}

/// Puts marks down.
#[derive(Default)]
struct Pen {
    marks: Vec<Mark>,
    tap: Option<Area>,
}

fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Pen {
    fn fill(&mut self, area: Area, radius: f32, ink: Ink) {
        self.marks.push(Mark::Panel { area, radius, fill: Some(ink), edge: None });
    }

    fn outline(&mut self, area: Area, radius: f32, fill: Option<Ink>, edge: Edge) {
        self.marks.push(Mark::Panel { area, radius, fill, edge: Some(edge) });
    }

    fn disc(&mut self, center: Point, radius: f32, ink: Ink) {
        self.marks.push(Mark::Disc { center, radius, fill: Some(ink), edge: None });
    }

    fn circle(&mut self, center: Point, radius: f32, edge: Edge) {
        self.marks.push(Mark::Disc { center, radius, fill: None, edge: Some(edge) });
    }

    fn line(&mut self, points: &[Point], width: f32, ink: Ink) {
        self.marks.push(Mark::Line { points: points.to_vec(), width, ink });
    }

    /// A grey bar in the place of words that the guide does not know.
    fn bar(&mut self, left: f32, middle: f32, width: f32) {
        self.fill(Area { left, top: middle - 4.0, width, height: 8.0 }, 4.0, Ink::Quiet);
    }

    fn words(&mut self, at: Point, width: f32, style: Style, text: &str) {
        let Style { anchor, size, heavy, ink } = style;
        self.marks.push(Mark::Words { at, anchor, width, size, heavy, ink, text: text.to_owned() });
    }

    /// This is what to tap, with the ring here.
    fn tap(&mut self, area: Area, center: Point, ink: Ink) {
        self.marks.push(Mark::Ring { center, ink });
        self.tap = Some(area);
    }
}

/// How a text looks.
#[derive(Clone, Copy)]
struct Style {
    anchor: Anchor,
    size: f32,
    heavy: bool,
    ink: Ink,
}

impl Style {
    const LABEL: Self = Self { anchor: Anchor::Start, size: 13.0, heavy: false, ink: Ink::Main };

    fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    fn size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    fn heavy(self, heavy: bool) -> Self {
        Self { heavy, ..self }
    }
}
