//! The pictures of the icon font by what they show, and the picture for each icon that the content can name.

use crate::content::model::Icon;

/// An arrow to the left.
pub const ARROW_BACK: &str = "\u{e058}";
/// An arrow to the right.
pub const ARROW_FORWARD: &str = "\u{e06c}";
/// An arrow that leaves a box: opens outside the program.
pub const ARROW_OUT: &str = "\u{e5de}";
/// An arrow turning back: undo or start over.
pub const ARROW_UNDO: &str = "\u{e038}";
/// A bell.
pub const BELL: &str = "\u{e0ce}";
/// A bug.
pub const BUG: &str = "\u{e5f4}";
/// A birthday cake.
pub const CAKE: &str = "\u{e780}";
/// A pile of cards: the guide.
pub const CARDS: &str = "\u{e0f8}";
/// An angle pointing down: folds open.
pub const CARET_DOWN: &str = "\u{e136}";
/// An angle pointing left.
pub const CARET_LEFT: &str = "\u{e138}";
/// An angle pointing right.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// A speech bubble.
pub const CHAT: &str = "\u{e168}";
/// A tick with a strong line.
pub const CHECK: &str = "\u{e182}";
/// An empty circle.
pub const CIRCLE: &str = "\u{e18a}";
/// A cloud struck through.
pub const CLOUD_OFF: &str = "\u{e1b6}";
/// Two sheets: copy.
pub const COPY: &str = "\u{e1ca}";
/// A cross: close or clear.
pub const CROSS: &str = "\u{e4f6}";
/// A monitor on a wide stand.
pub const DESKTOP: &str = "\u{e560}";
/// A door.
pub const DOOR: &str = "\u{e61c}";
/// An envelope.
pub const ENVELOPE: &str = "\u{e218}";
/// A gear wheel.
pub const GEAR: &str = "\u{e270}";
/// A handshake.
pub const HANDSHAKE: &str = "\u{e582}";
/// A headset: support.
pub const HEADSET: &str = "\u{e584}";
/// A house.
pub const HOUSE: &str = "\u{e2c2}";
/// A picture.
pub const IMAGE: &str = "\u{e2ca}";
/// An i in a circle.
pub const INFO: &str = "\u{e2ce}";
/// Three lines: the menu sign.
pub const LIST: &str = "\u{e2f0}";
/// A list with ticks: the checker.
pub const LIST_CHECKS: &str = "\u{eadc}";
/// A padlock with a keyhole.
pub const LOCK: &str = "\u{e2fe}";
/// A magnifying glass.
pub const MAGNIFIER: &str = "\u{e30c}";
/// A moon: the dark theme.
pub const MOON: &str = "\u{e330}";
/// Three people: a group.
pub const PEOPLE_THREE: &str = "\u{e68e}";
/// Two people: a family.
pub const PEOPLE_TWO: &str = "\u{e4d6}";
/// A person.
pub const PERSON: &str = "\u{e4c2}";
/// A person in a dashed circle: missing.
pub const PERSON_DASHED: &str = "\u{ec36}";
/// A telephone receiver.
pub const PHONE_RECEIVER: &str = "\u{e3b8}";
/// A plus sign.
pub const PLUS: &str = "\u{e3d4}";
/// A circle struck through.
pub const PROHIBIT: &str = "\u{e3de}";
/// The corners of a code for cameras.
pub const QR: &str = "\u{e3e6}";
/// A question mark in a circle.
pub const QUESTION: &str = "\u{e3e8}";
/// A shield.
pub const SHIELD: &str = "\u{e40a}";
/// A shield with an exclamation mark.
pub const SHIELD_WARNING: &str = "\u{e412}";
/// A sun: the light theme.
pub const SUN: &str = "\u{e472}";
/// A waste bin.
pub const TRASH: &str = "\u{e4a6}";
/// A triangle with an exclamation mark.
pub const WARNING: &str = "\u{e4e0}";
/// Radio waves: Wi-Fi.
pub const WIFI: &str = "\u{e4ea}";

/// The picture for an icon of the content.
pub fn of(icon: Icon) -> &'static str {
    match icon {
        Icon::Bell => BELL,
        Icon::Bug => BUG,
        Icon::Cake => CAKE,
        Icon::Chat => CHAT,
        Icon::CloudOff => CLOUD_OFF,
        Icon::Door => DOOR,
        Icon::Dots => "…",
        Icon::Envelope => ENVELOPE,
        Icon::Family => PEOPLE_TWO,
        Icon::Gear => GEAR,
        Icon::Group => PEOPLE_THREE,
        Icon::Handshake => HANDSHAKE,
        Icon::Headset => HEADSET,
        Icon::House => HOUSE,
        Icon::Image => IMAGE,
        Icon::Lock => LOCK,
        Icon::Menu => LIST,
        Icon::Person => PERSON,
        Icon::Phone => PHONE_RECEIVER,
        Icon::Prohibit => PROHIBIT,
        Icon::Share => ARROW_OUT,
        Icon::Shield => SHIELD,
        Icon::ShieldWarning => SHIELD_WARNING,
        Icon::Trash => TRASH,
        Icon::UserMissing => PERSON_DASHED,
        Icon::Warning => WARNING,
        Icon::WifiHigh => WIFI,
    }
}
