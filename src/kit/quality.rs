//! What `unsent-kit check` says of the search: what the queries find, and what a slip of the finger costs.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::content::model::Guide;
use crate::search::Index;
use crate::search::guarantee::{Guarantee, Miss, guarantee};
use crate::search::quality::{Quality, Rates, quality};

/// The right card has to come first for this share of the queries …
const FIRST: f32 = 0.85;
/// … and among the first three for this share.
const IN_THREE: f32 = 0.97;

/// What was tried.
pub(super) struct Search {
    quality: Quality,
    guarantee: Guarantee,
}

impl Search {
    /// Asks all queries of a guide and types all its titles and keywords with every slip.
    pub(super) fn of(guide: &Guide) -> Self {
        let index = Index::new(guide);
        Self { quality: quality(guide, &index), guarantee: guarantee(guide, &index) }
    }

    /// Is enough found?
    pub(super) fn is_fine(&self) -> bool {
        let all = self.quality.all();
        let found = all.share(all.first) >= FIRST && all.share(all.in_three) >= IN_THREE && all.empty == 0;
        (found || all.queries == 0) && self.guarantee.misses.is_empty()
    }

    /// For people.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Quality { kinds, missed } = &self.quality;
        let Guarantee { slips, misses } = &self.guarantee;
        if !kinds.is_empty() {
            writeln!(
                out,
                "\n{:<12} {:>7} {:>7} {:>8} {:>6} {:>6}",
                "search", "queries", "first", "in three", "MRR", "empty"
            )?;
            let kinds = kinds.iter().map(|(kind, rates)| (kind.as_str(), *rates));
            for (name, rates) in kinds.chain([("all", self.quality.all())]) {
                let percent = |count| 100.0 * rates.share(count);
                let Rates { queries, first, in_three, empty, .. } = rates;
                let (first, in_three, mrr) = (percent(first), percent(in_three), rates.mrr());
                writeln!(out, "{name:<12} {queries:>7} {first:>6.1}% {in_three:>7.1}% {mrr:>6.3} {empty:>6}")?;
            }
        }
        for (query, place) in missed {
            let place = place.map_or("not found".to_owned(), |place| format!("found in place {}", place + 1));
            writeln!(out, "  “{}”: {} is {place}", query.text, query.topic)?;
        }
        for Miss { topic, text, typed } in misses {
            writeln!(out, "{topic}: “{typed}” does not bring it into the first three (for “{text}”)")?;
        }
        match misses.len() {
            0 => writeln!(
                out,
                "Titles and keywords, and their words, are found with each of {slips} slips of the finger."
            ),
            1 => writeln!(out, "1 of {slips} slips of the finger costs the card."),
            count => writeln!(out, "{count} of {slips} slips of the finger cost the card."),
        }
    }

    /// For scripts.
    pub(super) fn as_json(&self) -> Value {
        let rates = |name: &str, rates: Rates| {
            json!({
                "kind": name,
                "queries": rates.queries,
                "hit_1": rates.share(rates.first),
                "hit_3": rates.share(rates.in_three),
                "mrr": rates.mrr(),
                "zero_results": rates.empty,
            })
        };
        let kinds = self.quality.kinds.iter().map(|(kind, of_kind)| rates(kind.as_str(), *of_kind));
        let missed = self.quality.missed.iter().map(|(query, place)| {
            json!({ "query": query.text, "topic": query.topic, "place": place.map(|place| place + 1) })
        });
        let misses = self.guarantee.misses.iter();
        json!({
            "kinds": kinds.chain([rates("all", self.quality.all())]).collect::<Vec<_>>(),
            "not_first": missed.collect::<Vec<_>>(),
            "slips": self.guarantee.slips,
            "slips_missed": misses.map(|Miss { topic, text, typed }| json!({ "topic": topic, "text": text, "typed": typed })).collect::<Vec<_>>(),
            "fine": self.is_fine(),
        })
    }
}
