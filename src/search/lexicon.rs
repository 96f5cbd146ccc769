//! Every word that the guide knows, with its root: what it counts as. Finds the roots that a typed word may stand for.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;
use strsim::sorensen_dice;

use super::slips::{LONG, Letters, budget};
use crate::content::fold::words;
use crate::content::model::WordList;

/// What several words count as: the place of a root in the lexicon.
pub(super) type Root = usize;

/// How surely a typed word stands for a root, from 0 to 1.
pub(super) type Likeness = f32;

/// One of the words, with one slip or with two.
const SLIP: [Likeness; 3] = [1.0, 0.8, 0.6];
/// The beginning of a word with a slip in it.
const SLIP_IN_START: Likeness = 0.55;
/// The beginning of a word: the more of it, the surer.
const START: [Likeness; 2] = [0.5, 0.4];
/// A slip that is beyond the budget, where there is nothing better.
const WILD: Likeness = 0.6;
/// The same, where something is better.
const WILDER: Likeness = 0.45;
/// Another word, one slip from a word that the guide knows.
const SHADOW: Likeness = 0.2;
/// A word that means nearly the same.
const SYNONYM: Likeness = 0.25;
/// So few letters can't stand for a word with a slip in it.
const TOO_SHORT: usize = 3;
/// A typed word stands for at most so many roots.
const MOST_ROOTS: usize = 16;

/// A word and what it counts as.
pub(super) type Word = (Letters, Root);

/// The roots of the words that are like a typed one.
#[derive(Clone, Debug, Default)]
pub(super) struct Alike {
    likeness: BTreeMap<Root, Likeness>,
    /// The root of the word itself, or else those of all long words that are one slip away.
    pub(super) read: BTreeSet<Root>,
}

impl Alike {
    fn add(&mut self, root: Root, likeness: Likeness) {
        let known = self.likeness.entry(root).or_default();
        *known = known.max(likeness);
    }

    /// Is one of them meant within the budget, not just a wild guess?
    pub(super) fn is_sure(&self) -> bool {
        self.likeness.values().any(|likeness| *likeness > START[0].max(WILD))
    }
}

/// All words.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// In the order of the letters.
    words: Vec<Word>,
    /// For each root those that mean nearly the same.
    near: Vec<BTreeSet<Root>>,
    /// For each root: does it say little?
    is_filler: Vec<bool>,
    endings: Vec<(String, String)>,
    short: BTreeMap<String, Vec<String>>,
}

impl Lexicon {
    /// Puts all words of a guide together.
    pub(super) fn new(list: &WordList, of_guide: &IndexSet<String>) -> Self {
        let mut lexicon =
            Self { endings: list.endings.iter().map(|ending| ending_of(ending)).collect(), ..Self::default() };
        let mut roots = BTreeMap::new();
        for group in &list.forms {
            let root = lexicon.new_root();
            for word in group.iter().flat_map(|form| words(form)) {
                roots.entry(word).or_insert(root);
            }
        }
        let listed = list.synonyms.iter().flatten().chain(&list.filler).chain(list.short.iter().map(|short| &short.1));
        let mut others: Vec<String> = of_guide.iter().cloned().chain(listed.flat_map(|text| words(text))).collect();
        // What is left without its ending is shorter, so it is there before.
        others.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        for word in others {
            if !roots.contains_key(&word) {
                let root = lexicon.without_ending(&word, |word| roots.get(word).copied());
                let root = root.unwrap_or_else(|| lexicon.new_root());
                roots.insert(word, root);
            }
        }
        for group in &list.synonyms {
            let group: Vec<Root> = group.iter().filter_map(|word| roots.get(word).copied()).collect();
            for root in &group {
                lexicon.near[*root].extend(group.iter().filter(|other| *other != root));
            }
        }
        for root in list.filler.iter().filter_map(|word| roots.get(word)) {
            lexicon.is_filler[*root] = true;
        }
        lexicon.short = list.short.iter().map(|short| (short.0.clone(), words(&short.1))).collect();
        lexicon.words = roots.into_iter().map(|(word, root)| (Letters::new(&word), root)).collect();
        lexicon
    }

    fn new_root(&mut self) -> Root {
        self.near.push(BTreeSet::new());
        self.is_filler.push(false);
        self.near.len() - 1
    }

    /// How many roots there are.
    pub(super) fn len(&self) -> usize {
        self.near.len()
    }

    /// Does the root say little?
    pub(super) fn is_filler(&self, root: Root) -> bool {
        self.is_filler.get(root).copied().unwrap_or_default()
    }

    /// The root of a word that the guide knows, as it is or without its ending.
    pub(super) fn root(&self, word: &str) -> Option<Root> {
        self.exact(word).or_else(|| self.without_ending(word, |word| self.exact(word)))
    }

    fn exact(&self, word: &str) -> Option<Root> {
        let place = self.words.binary_search_by(|(known, _)| known.text.as_str().cmp(word)).ok()?;
        self.words.get(place).map(|(_, root)| *root)
    }

    fn without_ending(&self, word: &str, known: impl Fn(&str) -> Option<Root>) -> Option<Root> {
        self.endings.iter().find_map(|(ending, instead)| {
            let rest = word.strip_suffix(ending.as_str()).filter(|rest| rest.chars().count() >= TOO_SHORT)?;
            known(&format!("{rest}{instead}"))
        })
    }

    /// What a short form stands for.
    pub(super) fn long_form(&self, word: &str) -> Option<&[String]> {
        self.short.get(word).map(Vec::as_slice)
    }

    /// The roots that a typed word may stand for, with those that mean nearly the same, likeliest first.
    pub(super) fn meant(&self, alike: &Alike) -> Vec<(Root, Likeness)> {
        let mut found = alike.likeness.clone();
        for (root, likeness) in &alike.likeness {
            for near in self.near.get(*root).into_iter().flatten() {
                let known = found.entry(*near).or_default();
                *known = known.max(likeness * SYNONYM);
            }
        }
        let mut found: Vec<(Root, Likeness)> = found.into_iter().collect();
        found.sort_by(|one, other| other.1.total_cmp(&one.1));
        found.truncate(MOST_ROOTS);
        // A word with a slip in it says nearly as much as another.
        let best = found.first().map_or(1.0, |(_, likeness)| likeness.sqrt());
        found.iter().map(|(root, likeness)| (*root, likeness / best)).collect()
    }

    /// The roots of the words that are like a typed one. `is_open`: more letters may follow.
    pub(super) fn alike(&self, word: &str, is_open: bool) -> Alike {
        self.alike_among(&self.words, word, is_open)
    }

    /// The same, where only these words come into question.
    pub(super) fn alike_among(&self, among: &[Word], word: &str, is_open: bool) -> Alike {
        let alike = self.alike_as_typed(among, word, is_open);
        let squeezed = if alike.likeness.is_empty() { squeezed(word) } else { None };
        squeezed.map_or(alike, |word| self.alike_as_typed(among, &word, is_open))
    }

    /// The words that may come into question for a word with one slip in it, and more of them than needed.
    pub(super) fn around(&self, word: &str) -> Vec<Word> {
        let word = Letters::new(word);
        let most = budget(word.length + 1) + 1;
        self.words
            .iter()
            .filter(|(known, _)| word.may_slip_to(known, most) || word.may_begin(known, 2))
            .cloned()
            .collect()
    }

    fn alike_as_typed(&self, among: &[Word], word: &str, is_open: bool) -> Alike {
        let root = self.root(word);
        let mut alike = Alike::default();
        if let Some(root) = root {
            alike.add(root, 1.0);
            alike.read.insert(root);
            if self.is_filler(root) && !is_open {
                return alike;
            }
        }
        let typed = Letters::new(word);
        if typed.length > 3 || is_open && typed.length > 1 {
            let share = if is_open { 1.0 } else { 0.7 } * if root.is_some() { 0.4 } else { 1.0 };
            for (longer, root) in beginning_with(among, word) {
                alike.add(*root, share * (START[0] + START[1] * ratio(typed.length, longer.length)));
            }
        }
        if typed.length >= TOO_SHORT {
            let is_known = root.is_some();
            slipped(among, &typed, is_known, &mut alike);
            if is_open && !is_known && typed.length > 4 {
                let longer = among.iter().filter(|(known, _)| typed.nearly_begins(known));
                longer.for_each(|(_, root)| alike.add(*root, SLIP_IN_START));
            }
        }
        alike
    }

    /// The root of the word that shares most pairs of letters, if that is a fair part.
    pub(super) fn looks_like(&self, word: &str) -> Option<(Root, Likeness)> {
        let alike = self.words.iter().map(|(known, root)| (*root, as_likeness(sorensen_dice(word, &known.text))));
        alike.filter(|(_, likeness)| *likeness >= FAIR).max_by(|one, other| one.1.total_cmp(&other.1))
    }

    /// The known words that letters typed without spaces are made of, the fewest that will do; each has this many letters
    /// at least.
    pub(super) fn split(&self, word: &str, shortest: usize) -> Option<Vec<String>> {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        // For each end the shortest way there: how many words, and where the last one begins.
        let mut ways: BTreeMap<usize, (usize, usize)> = BTreeMap::from([(0, (0, 0))]);
        for &end in ends.iter().skip(1) {
            let starts = ends.iter().filter(|start| **start < end);
            let way = starts.filter_map(|&start| {
                let (count, _) = ways.get(&start)?;
                let part = word.get(start..end).filter(|part| part.len() >= shortest)?;
                self.root(part).map(|_| (count + 1, start))
            });
            if let Some(way) = way.min() {
                ways.insert(end, way);
            }
        }
        let (mut parts, mut end) = (Vec::new(), word.len());
        while end > 0 {
            let (_, start) = ways.get(&end)?;
            parts.insert(0, word.get(*start..end)?.to_owned());
            end = *start;
        }
        (parts.len() > 1 && parts.len() <= MOST_PARTS).then_some(parts)
    }
}

/// The words that begin so: they stand together.
fn beginning_with<'a>(words: &'a [Word], start: &'a str) -> impl Iterator<Item = &'a Word> {
    let first = words.partition_point(|(known, _)| known.text.as_str() < start);
    words.iter().skip(first).take_while(move |(known, _)| known.text.starts_with(start))
}

/// Adds the words that may have been meant by one with slips.
fn slipped(words: &[Word], typed: &Letters, is_known: bool, alike: &mut Alike) {
    let budget = budget(typed.length);
    let mut wild = Vec::new();
    for (known, root) in words {
        if let Some(slips) = typed.slips(known, budget.max(1)) {
            let cost = typed.cost(known, slips);
            if !is_known && slips == 1 && known.length >= LONG {
                alike.read.insert(*root);
            }
            if is_known || cost > budget {
                wild.extend((slips == 1).then_some(*root));
            } else {
                alike.add(*root, SLIP.get(cost).copied().unwrap_or_default());
            }
        }
    }
    // Beyond the budget, but nothing else comes near; and a word that the guide knows may be another one's slip.
    let likeness = match (is_known, alike.likeness.is_empty()) {
        (true, _) => SHADOW,
        (_, true) => WILD,
        (_, false) => WILDER,
    };
    if !is_known || typed.length > TOO_SHORT {
        for root in wild {
            alike.likeness.entry(root).or_insert(likeness);
        }
    }
}

/// Words with fewer pairs of letters in common don't look alike.
const FAIR: Likeness = 0.4;

#[expect(clippy::cast_possible_truncation, reason = "a likeness is rough")]
fn as_likeness(share: f64) -> Likeness {
    share as Likeness
}

/// More words are seldom run together.
const MOST_PARTS: usize = 6;

/// Letters that are held down for long: “pleeease” and “pleease” for “please”.
fn squeezed(word: &str) -> Option<String> {
    let mut squeezed = String::new();
    for letter in word.chars().filter(|letter| letter.is_alphabetic()) {
        if !squeezed.ends_with(letter) {
            squeezed.push(letter);
        }
    }
    (squeezed != word).then_some(squeezed)
}

fn ending_of(ending: &str) -> (String, String) {
    let (ending, instead) = ending.split_once('>').unwrap_or((ending, ""));
    (ending.to_owned(), instead.to_owned())
}

fn ratio(part: usize, whole: usize) -> f32 {
    let short = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    short(part) / short(whole).max(1.0)
}
