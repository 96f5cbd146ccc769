//! `unsent-kit check --stale`: which paths want another look.

use std::io::{self, Write};

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::content::Guide;
use crate::content::model::{Topic, Way};

/// The ways whose review date has passed on this day, the longest overdue first.
pub(super) fn due(guide: &Guide, on: Date) -> Vec<(&Topic, &Way)> {
    let ways = guide.topics.iter().flat_map(|topic| topic.ways.iter().map(move |way| (topic, way)));
    let mut due: Vec<_> = ways.filter(|(_, way)| way.review_by < on).collect();
    due.sort_by_key(|(_, way)| way.review_by);
    due
}

/// One line for each, and one that sums up.
pub(super) fn write_due(due: &[(&Topic, &Way)], on: Date, out: &mut dyn Write) -> io::Result<()> {
    for (topic, way) in due {
        let place = format!("{}/{}", topic.id, way.id);
        writeln!(out, "{}  {place:<28}  {} (checked {})", way.review_by, way.title, way.checked)?;
    }
    match due.len() {
        0 => writeln!(out, "No path is due for another look on {on}."),
        1 => writeln!(out, "1 path is due for another look on {on}."),
        many => writeln!(out, "{many} paths are due for another look on {on}."),
    }
}

/// The same for scripts.
pub(super) fn as_json(due: &[(&Topic, &Way)]) -> Value {
    let path = |(topic, way): &(&Topic, &Way)| {
        json!({
            "topic": topic.id.as_str(),
            "way": way.id.as_str(),
            "title": way.title,
            "checked": way.checked.to_string(),
            "review_by": way.review_by.to_string(),
        })
    };
    due.iter().map(path).collect()
}
