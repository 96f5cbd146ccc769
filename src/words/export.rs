//! The words of the exports.
#![expect(missing_docs, reason = "the words say it themselves")]

// ----------------------------------------------------------- HTML edition
pub const MESSAGES_TITLE: &str = "Messages TikTok shows";
pub const MESSAGES_INTRO: &str = "Each text as it stands on the screen, and what it means.";
pub const ONLY_REPORTED: &str = "Reported by others; the exact words may differ.";
pub const EVERYTHING: &str = "All on one page";
pub const NO_SCRIPT: &str =
    "Your browser runs no scripts here, so it can’t weigh your answers. Look for yourself instead.";
pub const BY_EYE: &str = "This is what speaks for each reason, the strongest first.";
pub const PICTURES: &str = "The pictures of the phone";
pub const LICENCE_OF_EDITION: &str = "Unsent: MIT or Apache-2.0, as you like. The pictures are its own.";
pub const PRINT_HINT: &str = "To print: the open page as it is, or “All on one page” for the whole guide.";

// ------------------------------------------------------ script to read out
pub const SCRIPT_TITLE: &str = "to read out on the phone";
pub const SCRIPT_HOW: &str = "Ask the questions first; skip what they can’t say. Then go to the card that fits, and read it out step by step. \
    Wait after each step until it is done.";
pub const SCRIPT_SAFETY: &str =
    "If somebody scares, pressures or threatens them, or they sound afraid: leave all else, and go to the card";
pub const TO_ASK: &str = "What to ask";
pub const THEY_SEE: &str = "Which text do they see?";
pub const IT_MEANS: &str = "It means";
pub const CARD: &str = "Card";
pub const SPEAKS_FOR_IT: &str = "It is likely this when they say";
pub const NOW_YOU_SEE: &str = "Now you see";
pub const DOUBT: &str = "Not certain";
