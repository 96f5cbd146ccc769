//! What each word counts for in each entry, worked out once, and the sum of it for a query.
//!
//! Two things are added up. BM25F: how rare the words are that an entry holds, and in which of its fields they stand.
//! And its best lines: how much the query and one title, keyword or message have in common as a whole. The first finds
//! an entry by words from anywhere in it; the second tells “I can’t write to them” from “they can’t write to me”.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::Asked;
use super::lexicon::{Lexicon, Root};
use super::pieces::{Entry, Field};

/// BM25: how soon more of the same word adds nothing.
const SATURATION: f32 = 5.0;
/// A word that says little counts for this share of another.
const FILLER: f32 = 0.5;
/// No word counts for less than this, however common.
const LEAST: f32 = 1.0;
/// What the best line counts for against the words.
const LINE: f32 = 1.2;
/// How much more a line counts for that is nearly the query.
const SHARP: f32 = 1.5;
/// What the next lines of the same entry add, as a share of the best.
const NEXT_LINE: f32 = 0.4;

/// All weights of a guide.
pub(super) struct Weights {
    /// For each root what it counts for: the rarer, the more.
    roots: Vec<f32>,
    /// For each root the entries that hold it, each with what it adds to their score.
    postings: Vec<Vec<(usize, f32)>>,
    lines: Vec<Line>,
    /// For each root the lines that hold it.
    line_postings: Vec<Vec<usize>>,
    entries: usize,
}

/// A text that is compared with the query as a whole.
struct Line {
    entry: usize,
    field: Field,
    /// What all its words count for.
    whole: f32,
    /// How many different roots it has.
    roots: usize,
}

/// How well an entry fits a query.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fit {
    /// Its place among the entries.
    pub(super) entry: usize,
    /// Higher is better.
    pub(super) score: f32,
    /// How much its title and the query have in common, from 0 to 1.
    pub(super) title: f32,
}

impl Weights {
    /// Weighs the words of all entries.
    pub(super) fn new(lexicon: &Lexicon, entries: &[Entry]) -> Self {
        let mut spread = vec![0; lexicon.len()];
        for entry in entries {
            for root in
                entry.pieces.iter().flat_map(|piece| &piece.words).map(|(_, root)| *root).collect::<BTreeSet<_>>()
            {
                spread[root] += 1;
            }
        }
        let rare = |holding: usize| {
            let (all, holding) = (number(entries.len()), number(holding));
            (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln().max(LEAST)
        };
        let share = |root: Root| if lexicon.is_filler(root) { FILLER } else { 1.0 };
        let roots: Vec<f32> =
            spread.into_iter().enumerate().map(|(root, holding)| rare(holding) * share(root)).collect();
        let mut weights = Self {
            postings: vec![Vec::new(); roots.len()],
            line_postings: vec![Vec::new(); roots.len()],
            lines: Vec::new(),
            entries: entries.len(),
            roots,
        };
        weights.post(entries);
        weights.draw_lines(entries);
        weights
    }

    /// What each root adds to each entry.
    fn post(&mut self, entries: &[Entry]) {
        let usual = Field::ALL.map(|field| {
            let lengths: Vec<f32> =
                entries.iter().map(|entry| length(entry, field)).filter(|length| *length > 0.0).collect();
            lengths.iter().sum::<f32>() / number(lengths.len()).max(1.0)
        });
        for (place, entry) in entries.iter().enumerate() {
            let worth = Field::ALL.map(|field| {
                let long = length(entry, field) / usual[field as usize].max(1.0);
                field.weight() / (1.0 - field.dilution() + field.dilution() * long)
            });
            let mut counts = BTreeMap::<Root, f32>::new();
            for piece in &entry.pieces {
                for (_, root) in &piece.words {
                    *counts.entry(*root).or_default() += worth[piece.field as usize];
                }
            }
            for (root, count) in counts {
                self.postings[root].push((place, self.roots[root] * count / (SATURATION + count)));
            }
        }
    }

    fn draw_lines(&mut self, entries: &[Entry]) {
        for (entry, piece) in
            entries.iter().enumerate().flat_map(|(at, entry)| entry.pieces.iter().map(move |piece| (at, piece)))
        {
            if piece.field.line_weight() > 0.0 {
                let roots: BTreeSet<Root> = piece.words.iter().map(|(_, root)| *root).collect();
                let whole = roots.iter().map(|root| self.roots[*root]).sum();
                for root in &roots {
                    self.line_postings[*root].push(self.lines.len());
                }
                self.lines.push(Line { entry, field: piece.field, whole, roots: roots.len() });
            }
        }
    }

    /// What a root counts for.
    pub(super) fn of(&self, root: Root) -> f32 {
        self.roots.get(root).copied().unwrap_or_default()
    }

    /// The titles and keywords that hold a root: the entry of each, its place, and how many roots it has.
    pub(super) fn names(&self, root: Root) -> impl Iterator<Item = (usize, usize, usize)> {
        let lines = self.line_postings.get(root).into_iter().flatten();
        let lines = lines.filter_map(|place| Some((*place, self.lines.get(*place)?)));
        let names = lines.filter(|(_, line)| matches!(line.field, Field::Title | Field::Keyword));
        names.map(|(place, line)| (line.entry, place, line.roots))
    }

    /// How well each entry fits that holds anything of what was asked.
    pub(super) fn fits(&self, asked: &Asked) -> Vec<Fit> {
        let worth =
            |word: &[(Root, f32)]| word.iter().map(|(root, likeness)| self.of(*root) * likeness).fold(0.0, f32::max);
        let whole: f32 = asked.words.iter().map(|word| worth(word)).sum();
        if whole <= 0.0 {
            return Vec::new();
        }
        let mut fits: Vec<Fit> = (0..self.entries).map(|entry| Fit { entry, ..Fit::default() }).collect();
        let mut words = Sums::new(self.entries);
        let mut lines = Sums::new(self.lines.len());
        for word in &asked.words {
            for (root, likeness) in word {
                for (entry, worth) in &self.postings[*root] {
                    words.offer(*entry, worth * likeness);
                }
                for line in &self.line_postings[*root] {
                    lines.offer(*line, self.roots[*root] * likeness);
                }
            }
            words.add_best();
            lines.add_best();
        }
        for (entry, sum) in words.all() {
            fits[entry].score = sum / whole;
        }
        let mut best = vec![[0.0_f32; 3]; self.entries];
        for (line, sum) in lines.all() {
            let Line { entry, field, whole: of_line, .. } = &self.lines[line];
            let alike = sum.min(*of_line).min(whole) / (of_line * whole).sqrt();
            if *field == Field::Title {
                fits[*entry].title = alike;
            }
            keep_best(&mut best[*entry], alike.powf(SHARP) * field.line_weight());
        }
        for (fit, [first, second, third]) in fits.iter_mut().zip(best) {
            fit.score += LINE * (first + NEXT_LINE * (second + third));
        }
        fits.retain(|fit| fit.score > 0.0);
        fits
    }
}

/// Sums over the words of a query: of each word only the best of its meanings counts.
struct Sums {
    totals: Vec<f32>,
    best: Vec<f32>,
    /// The places that have a sum or a best.
    touched: Vec<usize>,
    /// Those of the word at hand.
    offered: Vec<usize>,
}

impl Sums {
    fn new(places: usize) -> Self {
        Self { totals: vec![0.0; places], best: vec![0.0; places], touched: Vec::new(), offered: Vec::new() }
    }

    fn offer(&mut self, place: usize, worth: f32) {
        if self.best[place] == 0.0 {
            self.offered.push(place);
        }
        self.best[place] = self.best[place].max(worth);
    }

    fn add_best(&mut self) {
        for place in self.offered.drain(..) {
            if self.totals[place] == 0.0 {
                self.touched.push(place);
            }
            self.totals[place] += std::mem::take(&mut self.best[place]);
        }
    }

    fn all(&self) -> impl Iterator<Item = (usize, f32)> {
        self.touched.iter().map(|place| (*place, self.totals[*place]))
    }
}

/// Keeps the three highest, highest first.
fn keep_best(best: &mut [f32; 3], worth: f32) {
    if worth > best[2] {
        best[2] = worth;
        best.sort_by(|one, other| other.total_cmp(one));
    }
}

/// How many words a field of an entry has.
fn length(entry: &Entry, field: Field) -> f32 {
    number(entry.pieces.iter().filter(|piece| piece.field == field).map(|piece| piece.words.len()).sum())
}

fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
