//! Answers to a short code and back, for a letter or a phone call with support.
//!
//! A code is `TT…BC` in groups of four: two symbols that name the edition of the questions, the answers as one
//! number in base 32, and a check symbol. The number is in mixed radix, the first question least significant, so
//! that a few answers to the first questions make a short code.

use std::fmt;

use crate::content::model::{Guide, OptionId};

use super::answers::{Answers, option_ids};

/// The symbols, after Crockford: no `I`, `L`, `O` or `U`.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many symbols name the edition.
const TAG: usize = 2;

/// Why a code can't be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CaseFault {
    /// There is nothing in it, or too little.
    TooShort,
    /// A character that no code has.
    Strange(char),
    /// The check symbol does not fit: a character is wrong, missing or in the wrong place.
    Mistyped,
    /// It was made with other questions.
    OtherEdition,
}

impl fmt::Display for CaseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort => f.write_str("the code is too short: part of it is missing"),
            Self::Strange(strange) => write!(f, "no code has the character `{strange}` in it"),
            Self::Mistyped => f.write_str("the code has a typing mistake in it: please compare it letter by letter"),
            Self::OtherEdition => f.write_str("the code is from another edition of this guide, with other questions"),
        }
    }
}

impl std::error::Error for CaseFault {}

/// The answers as a code, for instance `G700-1A0G`.
pub fn encode(guide: &Guide, answers: &Answers) -> String {
    let mut symbols = symbols_of(guide, answers);
    symbols.push(check(&symbols));
    let letters: Vec<char> = symbols.iter().filter_map(|symbol| letter(*symbol)).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The answers in a code. Small letters, spaces and hyphens do not matter, nor `O` for `0` and `I` or `L` for `1`.
pub fn decode(guide: &Guide, code: &str) -> Result<Answers, CaseFault> {
    let typed = code.chars().filter(|letter| !letter.is_whitespace() && !is_hyphen(*letter));
    let mut symbols = typed.map(symbol).collect::<Result<Vec<u8>, _>>()?;
    if symbols.len() < 4 {
        return Err(CaseFault::TooShort);
    }
    if weighted_sum(&symbols) != TARGET {
        return Err(CaseFault::Mistyped);
    }
    symbols.pop();
    if !symbols.starts_with(&edition_tag(guide)) {
        return Err(CaseFault::OtherEdition);
    }
    let mut number = symbols.get(TAG..).unwrap_or_default().to_vec();
    let mut answers = Answers::default();
    for (question, options) in options(guide) {
        let digit = divide(&mut number, options.len() + 1);
        let option = digit.checked_sub(1).and_then(|digit| options.get(digit));
        answers.set(question.into(), option.cloned());
    }
    // Any other spelling of the same answers was not made by us: a group is missing or doubled.
    if symbols_of(guide, &answers) == symbols { Ok(answers) } else { Err(CaseFault::Mistyped) }
}

/// Everything but the check symbol.
fn symbols_of(guide: &Guide, answers: &Answers) -> Vec<u8> {
    let mut number = Vec::new();
    for (question, options) in options(guide).into_iter().rev() {
        let answer = answers.get(&question.into());
        let digit = answer.and_then(|answer| options.iter().position(|option| option == answer));
        multiply_and_add(&mut number, options.len() + 1, digit.map_or(0, |digit| digit + 1));
    }
    let mut symbols = edition_tag(guide).to_vec();
    // Zeros in front, until the whole with its check symbol fills groups of four.
    while !(symbols.len() + number.len() + 1).is_multiple_of(4) || (symbols.len() == TAG && number.is_empty()) {
        symbols.push(0);
    }
    symbols.extend(number);
    symbols
}

/// Every question with its options, in the guide's order.
fn options(guide: &Guide) -> Vec<(&str, Vec<OptionId>)> {
    guide.questions.iter().map(|question| (question.id.as_str(), option_ids(question, &guide.messages))).collect()
}

/// Two symbols from the ids of all questions and options (FNV-1a, 64 bits, folded to 10).
///
/// Texts may change and codes stay good; another question, option or order makes another edition.
fn edition_tag(guide: &Guide) -> [u8; TAG] {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for (question, options) in options(guide) {
        eat(question);
        for option in &options {
            eat(option.as_str());
        }
        eat("");
    }
    let folded = (0..7).fold(0, |folded, part| folded ^ (hash >> (part * 10)));
    [low_symbol(folded >> 5), low_symbol(folded)]
}

/// The lowest five bits.
fn low_symbol(number: u64) -> u8 {
    u8::try_from(number & 31).unwrap_or_default()
}

// ------------------------------------------------ numbers in base 32, largest first

/// `number = number × factor + summand`.
fn multiply_and_add(number: &mut Vec<u8>, factor: usize, summand: usize) {
    let mut carry = summand;
    for symbol in number.iter_mut().rev() {
        let product = usize::from(*symbol) * factor + carry;
        *symbol = u8::try_from(product % 32).unwrap_or_default();
        carry = product / 32;
    }
    while carry > 0 {
        number.insert(0, u8::try_from(carry % 32).unwrap_or_default());
        carry /= 32;
    }
}

/// `number = number ÷ divisor`; gives the rest.
fn divide(number: &mut [u8], divisor: usize) -> usize {
    let mut rest = 0;
    for symbol in number {
        let part = rest * 32 + usize::from(*symbol);
        *symbol = u8::try_from(part / divisor).unwrap_or_default();
        rest = part % divisor;
    }
    rest
}

// ------------------------------------------------------------ the check symbol

/// What the weighted sum of a code has to be. Not zero, or zeros put at the end would go unnoticed.
const TARGET: u8 = 1;

/// `a × 2` in the field of 32 elements: polynomials over two elements modulo x⁵ + x² + 1, in which x has order 31.
fn doubled(a: u8) -> u8 {
    let shifted = a << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

/// The sum of the symbols, the last one times 1, each before it times another power of x.
///
/// A wrong symbol changes the sum, as no power of x is zero; so does a swap of neighbours, as their factors differ.
fn weighted_sum(symbols: &[u8]) -> u8 {
    symbols.iter().fold(0, |sum, symbol| doubled(sum) ^ symbol)
}

/// The symbol that makes the weighted sum right when it is put last.
fn check(symbols: &[u8]) -> u8 {
    doubled(weighted_sum(symbols)) ^ TARGET
}

// -------------------------------------------------------------------- letters

fn letter(symbol: u8) -> Option<char> {
    ALPHABET.get(usize::from(symbol)).map(|letter| char::from(*letter))
}

fn symbol(letter: char) -> Result<u8, CaseFault> {
    let plain = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == plain);
    place.and_then(|place| u8::try_from(place).ok()).ok_or(CaseFault::Strange(letter))
}

/// Hyphens and dashes as keyboards and word processors make them.
fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
