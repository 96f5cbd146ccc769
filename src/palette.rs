//! The colours of the light and the dark theme by what they are for. The only file that gives a colour its value.
#![expect(clippy::unreadable_literal, reason = "six hex digits are how a colour is written")]

use crate::content::colour::Rgb;
use crate::content::model::{Brand, Move};

/// A table with a row for each colour: what it is for, its name, and its value in the light and the dark theme.
macro_rules! palette {
    ($($(#[doc = $doc:literal])+ $name:ident: $light:literal, $dark:literal;)+) => {
        /// The colours of one theme, by what they are for.
        #[derive(Clone, Copy, Debug)]
        pub struct Palette<C = u32> {
            $($(#[doc = $doc])+ pub $name: C,)+
        }

        /// Dark on light.
        pub const LIGHT: Palette = Palette { $($name: $light,)+ };

        /// Light on dark.
        pub const DARK: Palette = Palette { $($name: $dark,)+ };

        impl<C: Copy> Palette<C> {
            /// The same colours in another form.
            pub fn map<D>(&self, form: impl Fn(C) -> D) -> Palette<D> {
                Palette { $($name: form(self.$name),)+ }
            }

            /// Each colour with its name.
            pub fn named(&self) -> Vec<(&'static str, C)> {
                vec![$((stringify!($name), self.$name),)+]
            }
        }
    };
}

palette! {
    /// Behind the page.
    background: 0xF5F3EE, 0x15181C;
    /// Behind the rail.
    rail: 0xECE9E1, 0x101316;
    /// Cards, fields and buttons.
    surface: 0xFFFFFF, 0x1D2126;
    /// Text.
    ink: 0x1B1E22, 0xE9ECEF;
    /// Text of second rank.
    muted: 0x56606B, 0xA3ADB8;
    /// Hairlines and quiet borders.
    line: 0xDDD8CC, 0x30363D;
    /// Borders of fields and buttons, which must be seen to be used.
    outline: 0x8A8476, 0x6C7681;
    /// What can be pressed, and what is chosen.
    accent: 0x1F5FBF, 0x7FB0FF;
    /// Behind what is chosen.
    accent_soft: 0xE4EDFA, 0x1E2E47;
    /// Text on the accent.
    on_accent: 0xFFFFFF, 0x101316;
    /// The reader can fix it.
    you: 0x1E7A4C, 0x6CD39B;
    /// Behind it.
    you_soft: 0xE1F2E8, 0x17322A;
    /// The other person has to act; also doubt.
    other: 0x8A5A00, 0xF0BE5C;
    /// Behind it.
    other_soft: 0xFBEFD5, 0x3A2E14;
    /// It is up to TikTok.
    tiktok: 0x6B3FA0, 0xC7A4F2;
    /// Behind it.
    tiktok_soft: 0xEFE7F8, 0x2C2340;
}

impl<C: Copy> Palette<C> {
    /// The colour of whose move it is, and the one behind it.
    pub fn of_move(&self, whose: Move) -> (C, C) {
        match whose {
            Move::You => (self.you, self.you_soft),
            Move::OtherPerson => (self.other, self.other_soft),
            Move::TikTok => (self.tiktok, self.tiktok_soft),
            Move::Neither => (self.accent, self.accent_soft),
        }
    }
}

/// How much of the accent is behind what is chosen, in per cent.
const SOFT: u16 = 10;

/// The light and the dark palette of an edition: with its own accents, where it has some.
pub fn of(brand: &Brand) -> [Palette; 2] {
    let with = |palette: Palette, accent: Option<Rgb>| accent.map_or(palette, |accent| palette.with_accent(accent));
    [with(LIGHT, brand.accent_light), with(DARK, brand.accent_dark)]
}

impl Palette {
    /// The same with another accent.
    #[must_use]
    pub fn with_accent(self, accent: Rgb) -> Self {
        let [_, surface @ ..] = self.surface.to_be_bytes();
        let soft = Rgb(surface).mixed(accent, SOFT);
        let value = |Rgb([red, green, blue])| u32::from_be_bytes([0, red, green, blue]);
        Self { accent: value(accent), accent_soft: value(soft), ..self }
    }
}
