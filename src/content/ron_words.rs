//! What ron has to say, in words for somebody who knows no Rust.
//!
//! The outline and the shapes find nearly everything first; this is for the rest.

use ron::Error;

/// What is wrong, and how to mend it.
pub(super) fn in_words(error: &Error) -> (String, String) {
    let (what, mend) = match error {
        Error::ExpectedComma => ("a comma is missing before this", "Put a comma after the value before it."),
        Error::Eof => ("something is missing at the end of this", "Bring back what was cut off."),
        Error::ExpectedArray => ("a list is wanted here", "Put [ and ] around it."),
        Error::ExpectedArrayEnd => ("a ] is missing before this", "Put ] at the end of the list."),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            ("a ) is missing before this", "Put ) where the bracket ends.")
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => ("a ( is missing here", "Put ( before it."),
        Error::ExpectedMapColon => ("a colon is missing before this", "Put a colon after the field’s name."),
        Error::ExpectedString | Error::ExpectedStringEnd => {
            ("a text is wanted here", "Put straight quotes \" around it.")
        }
        Error::ExpectedInteger | Error::ExpectedFloat | Error::InvalidIntegerDigit { .. } => {
            ("a whole number is wanted here", "Write digits only.")
        }
        Error::IntegerOutOfBounds => ("this number is too large", "Write a smaller one."),
        Error::ExpectedBoolean => ("true or false is wanted here", "Write true or false, without quotes."),
        Error::InvalidEscape(_) => ("the backslash means nothing here", "For a backslash write two: \\\\."),
        Error::ExceededRecursionLimit => ("the brackets lie too deep in one another", "Close brackets before this."),
        Error::UnclosedBlockComment => ("this comment is never closed", "Put `*/` at its end."),
        Error::TrailingCharacters => ("something stands here after the end", "Take it away."),
        Error::NoSuchEnumVariant { found, expected, .. } => {
            return (format!("{found} is not known here"), format!("Write one of {}.", expected.join(", ")));
        }
        Error::NoSuchStructField { found, expected, .. } => {
            return (format!("`{found}` is not a field here"), format!("The fields are {}.", expected.join(", ")));
        }
        Error::MissingStructField { field, .. } => {
            return (format!("the field `{field}` is missing before this"), format!("Write `{field}: …,`."));
        }
        Error::DuplicateStructField { field, .. } => {
            return (format!("the field `{field}` stands here twice"), "Take one of the two away.".to_owned());
        }
        Error::InvalidValueForType { .. } | Error::Message(_) => {
            ("this value can’t be read", "Compare it with the same field in another entry.")
        }
        _ => ("this can’t be read", "Compare it with another entry of the same kind."),
    };
    (what.to_owned(), mend.to_owned())
}
