//! The colours that a layer may choose, and whether they can be read. What colours the window has is said in its theme.

use std::fmt;

use serde::Deserialize;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(try_from = "String")]
pub struct Rgb(pub [u8; 3]);

/// What a colour stands on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ground {
    /// The grounds of the light theme.
    Light,
    /// The grounds of the dark theme.
    Dark,
}

impl Ground {
    /// The relative luminance (WCAG 2.2) of the ground on which colours of this theme are hardest to read.
    /// A test holds the window's theme to it.
    pub fn luminance(self) -> f64 {
        match self {
            Self::Light => 0.75,
            Self::Dark => 0.03,
        }
    }
}

/// The contrast that text needs (WCAG 2.2, 1.4.3).
pub const ENOUGH: f64 = 4.5;

impl Rgb {
    /// Reads `#1F5FBF`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let [_, rgb @ ..] = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?.to_be_bytes();
        Some(Self(rgb))
    }

    /// The relative luminance after WCAG 2.2, from 0 to 1.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast on this ground, from 1 to 21.
    pub fn contrast_on(self, ground: Ground) -> f64 {
        contrast(self.luminance(), ground.luminance())
    }

    /// The colour itself where it can be read on this ground, or else the nearest darker or lighter one that can.
    #[must_use]
    pub fn readable_on(self, ground: Ground) -> Self {
        let end: u8 = if ground == Ground::Light { 0 } else { 255 };
        let mixes = (0..=100_u16).map(|part| self.mixed(Self([end; 3]), part));
        mixes.into_iter().find(|mix| mix.contrast_on(ground) >= ENOUGH).unwrap_or(Self([end; 3]))
    }

    /// This colour with so many per cent of another in it.
    #[must_use]
    pub fn mixed(self, other: Self, per_cent: u16) -> Self {
        let mut mix = self.0;
        for (own, other) in mix.iter_mut().zip(other.0) {
            let sum = u16::from(*own) * (100 - per_cent.min(100)) + u16::from(other) * per_cent.min(100);
            *own = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(mix)
    }
}

/// The contrast of two relative luminances after WCAG 2.2, from 1 to 21.
pub fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

impl TryFrom<String> for Rgb {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::read(&text).ok_or("no colour")
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_and_written_the_same() {
        assert_eq!(Rgb::read("#1f5FBF").map(|colour| colour.to_string()), Some("#1F5FBF".to_owned()));
        for none in ["", "#", "1F5FBF", "#1F5FB", "#1F5FBF0", "#+F5FBF", "#1F5F€"] {
            assert_eq!(Rgb::read(none), None, "{none}");
        }
    }

    #[test]
    fn contrast_agrees_with_known_pairs() {
        let of = |one, other| contrast(Rgb(one).luminance(), Rgb(other).luminance());
        assert!((of([0; 3], [255; 3]) - 21.0).abs() < 1e-9, "black on white");
        assert!((of([0x77; 3], [255; 3]) - 4.478).abs() < 0.01, "the grey of the WCAG notes");
    }

    #[test]
    fn what_is_proposed_can_be_read() {
        for ground in [Ground::Light, Ground::Dark] {
            for colour in [[0; 3], [255; 3], [255, 220, 0], [20, 40, 60], [128; 3]] {
                let near = Rgb(colour).readable_on(ground);
                assert!(near.contrast_on(ground) >= ENOUGH, "{near} for {colour:?} on {ground:?}");
            }
        }
    }
}
