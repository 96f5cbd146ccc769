//! The guide for machines where no program may run: one HTML file, and a plain text to read out. Knows no window.

pub mod html;
pub mod text;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::content::model::{Reason, Says, Sign};

/// The card that every page leads to.
const SAFETY: &str = "safety";

/// What speaks for a reason, strongest first and each once; equal ones keep the order of the file.
fn speaking_for(reason: &Reason) -> Vec<&str> {
    let weight = |sign: &Sign| match sign.says {
        Says::For(weight) => Some(weight),
        Says::Against(_) | Says::RulesOut => None,
    };
    let mut signs: Vec<&Sign> = reason.signs.iter().filter(|sign| weight(sign).is_some()).collect();
    signs.sort_by_key(|sign| Reverse(weight(sign)));
    let mut said = BTreeSet::new();
    signs.into_iter().map(|sign| sign.because.as_str()).filter(|text| said.insert(*text)).collect()
}
