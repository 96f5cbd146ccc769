//! From the desk to the phone: a way's steps as a text, and as a code that the camera of any phone reads offline.

use qrcodegen::{QrCode, QrCodeEcc};

use super::steps;
use crate::content::markup;
use crate::content::model::{Guide, Platform, Topic, Way};

/// The longest text that is put into a code: with more, its dots get too small for a camera at a screen.
pub const MOST_BYTES: usize = 620;

/// What is sent.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The text in the code, word for word.
    pub text: String,
    /// It is the address of an official page, since the steps are too long.
    pub is_address: bool,
    /// The code.
    pub code: Code,
}

/// A QR code: dark and light squares, as many in a row as there are rows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Code {
    /// How many squares stand in a row, without the quiet zone round them.
    pub side: usize,
    /// Row by row: is the square dark?
    pub dark: Vec<bool>,
}

/// A way's steps with their remarks; without them, or only the address of the topic's page, where they are too long.
pub fn parcel(guide: &Guide, topic: &Topic, way: &Way, platform: Platform) -> Option<Parcel> {
    let address = topic.links.first().map(|link| (link.url.clone(), true));
    let texts = [true, false].map(|notes| (way_as_text(guide, way, platform, notes), false));
    let fitting = texts.into_iter().chain(address).find(|(text, _)| text.len() <= MOST_BYTES);
    let (text, is_address) = fitting?;
    Some(Parcel { code: code(&text)?, text, is_address })
}

/// A way's title and steps as plain text, with or without the remarks in small type.
pub fn way_as_text(guide: &Guide, way: &Way, platform: Platform, notes: bool) -> String {
    let mut lines = vec![way.title.clone()];
    for (number, step) in (1..).zip(steps(guide, way, platform)) {
        lines.push(format!("{number}. {}", markup::plain(&step.sentence)));
        lines.extend(step.note.filter(|_| notes).map(|note| format!("   {}", markup::plain(&note))));
    }
    lines.join("\n")
}

/// `None` where the text is longer than any code can hold.
fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = usize::try_from(code.size()).ok()?;
    let places = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    Some(Code { side, dark: places.map(|(x, y)| code.get_module(x, y)).collect() })
}
