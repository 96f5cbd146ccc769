//! Are the shapes those of the model?

use ron::{Error, Options, extensions::Extensions};
use serde::de::DeserializeOwned;

use super::*;
use crate::content::{model, shape};

/// What serde expects where it meets a field that there can't be.
fn fields_of<T: DeserializeOwned>(text: &str) -> Vec<&'static str> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    match options.from_str::<T>(text).err().map(|error| error.code) {
        Some(Error::NoSuchStructField { expected, .. } | Error::NoSuchEnumVariant { expected, .. }) => {
            expected.to_vec()
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn names(record: &Record) -> Vec<&'static str> {
    record.fields.iter().map(|field| field.name).collect()
}

#[test]
fn the_shapes_have_the_fields_of_the_model() {
    let text = "(nonsense: 1)";
    assert_eq!(names(&shape::GUIDE), fields_of::<model::Manifest>(text));
    assert_eq!(names(&shape::TOPIC), fields_of::<model::Topic>(text));
    assert_eq!(names(&shape::FAQ), fields_of::<model::Faq>(text));
    assert_eq!(names(&shape::QUESTIONS), fields_of::<model::QuestionList>(text));
    assert_eq!(names(&shape::RULES), fields_of::<model::RuleBook>(text));
    assert_eq!(names(&shape::MESSAGES), fields_of::<model::MessageList>(text));
    assert_eq!(names(&shape::SCREENS), fields_of::<model::PhoneScreens>(text));
    assert_eq!(names(&shape::GROUP), fields_of::<model::Group>(text));
    assert_eq!(names(&shape::SOURCE), fields_of::<model::Source>(text));
    assert_eq!(names(&shape::CLAIM), fields_of::<model::Claim>(text));
    assert_eq!(names(&shape::WAY), fields_of::<model::Way>(text));
    assert_eq!(names(&shape::LINK), fields_of::<model::Link>(text));
    assert_eq!(names(&shape::FAQ_SECTION), fields_of::<model::FaqSection>(text));
    assert_eq!(names(&shape::FAQ_ENTRY), fields_of::<model::FaqEntry>(text));
    assert_eq!(names(&shape::QUESTION), fields_of::<model::Question>(text));
    assert_eq!(names(&shape::CHOICE), fields_of::<model::Choice>(text));
    assert_eq!(names(&shape::ADVICE), fields_of::<model::Advice>(text));
    assert_eq!(names(&shape::REASON), fields_of::<model::Reason>(text));
    assert_eq!(names(&shape::SIGN), fields_of::<model::Sign>(text));
    assert_eq!(names(&shape::CLASH), fields_of::<model::Clash>(text));
    assert_eq!(names(&shape::INVARIANT), fields_of::<model::Invariant>(text));
    assert_eq!(names(&shape::SITUATION), fields_of::<model::Situation>(text));
    assert_eq!(names(&shape::MESSAGE), fields_of::<model::Message>(text));
    assert_eq!(names(&shape::PHRASES), fields_of::<model::Phrases>(text));
    assert_eq!(names(&shape::SCREEN), fields_of::<model::Screen>(text));
    assert_eq!(names(&shape::ITEM), fields_of::<model::Item>(text));
    assert_eq!(names(&shape::SEEN_ON), fields_of::<model::SeenOn>(text));
    assert_eq!(names(&shape::TAP), fields_of::<model::Step>("Tap(nonsense: 1)"));
    assert_eq!(names(&shape::DO), fields_of::<model::Step>("Do(nonsense: 1)"));
}

#[test]
fn the_shapes_have_the_words_of_the_model() {
    let of = |record: &Record, name: &str| match record.fields.iter().find(|field| field.name == name).unwrap().kind {
        Kind::OneOf(words) => words.to_vec(),
        Kind::Variants(variants) => variants.iter().map(|(word, _)| *word).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(of(&shape::SOURCE, "kind"), fields_of::<model::SourceKind>("Nonsense"));
    assert_eq!(of(&shape::TOPIC, "icon"), fields_of::<model::Icon>("Nonsense"));
    assert_eq!(of(&shape::TOPIC, "whose_move"), fields_of::<model::Move>("Nonsense"));
    assert_eq!(of(&shape::TAP, "only"), fields_of::<model::Platform>("Nonsense"));
    assert_eq!(of(&shape::QUESTION, "options"), fields_of::<model::Options>("Nonsense"));
    assert_eq!(of(&shape::REASON, "prior"), fields_of::<model::Prior>("Nonsense"));
    assert_eq!(of(&shape::SIGN, "says"), fields_of::<model::Says>("Nonsense"));
    assert_eq!(of(&shape::INVARIANT, "at_least"), fields_of::<model::Verdict>("Nonsense"));
    assert_eq!(of(&shape::INVARIANT, "outcome"), fields_of::<model::OutcomeKind>("Nonsense"));
    assert_eq!(of(&shape::MESSAGE, "seen"), fields_of::<model::Seen>("Nonsense"));
    assert_eq!(of(&shape::ITEM, "place"), fields_of::<model::Place>("Nonsense"));
}

/// A field that the model can do without must not be called missing, and the other way round.
#[test]
fn the_shapes_need_what_the_model_needs() {
    fn needs<T: DeserializeOwned>(record: &Record) {
        // With every field but one, serde either misses it or goes on to complain about the values.
        let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let empty = options.from_str::<T>("()").err().map(|error| error.code);
        let first = record.fields.iter().find(|field| field.is_needed).map(|field| field.name);
        let missed = match empty {
            Some(Error::MissingStructField { field, .. }) => Some(field),
            _ => None,
        };
        assert_eq!(missed, first, "{}", record.is);
    }
    needs::<model::Manifest>(&shape::GUIDE);
    needs::<model::Topic>(&shape::TOPIC);
    needs::<model::Claim>(&shape::CLAIM);
    needs::<model::Way>(&shape::WAY);
    needs::<model::FaqEntry>(&shape::FAQ_ENTRY);
    needs::<model::Question>(&shape::QUESTION);
    needs::<model::Reason>(&shape::REASON);
    needs::<model::Message>(&shape::MESSAGE);
    needs::<model::Screen>(&shape::SCREEN);
    needs::<model::Item>(&shape::ITEM);
}

#[test]
fn the_nearest_word_is_near() {
    assert_eq!(nearest("sectons", ["sections", "id"].into_iter()), Some("sections"));
    assert_eq!(nearest("android", ["iPhone", "Android"].into_iter()), Some("Android"));
    assert_eq!(nearest("colour", ["title", "icon"].into_iter()), None);
}
