//! The words of the author's desk.
#![expect(missing_docs, reason = "the words say it themselves")]

use std::path::Path;

use jiff::civil::Date;

use crate::content::model::Query;
use crate::desk::Freshness;
use crate::search::quality::Rates;

pub const TITLE: &str = "Author’s desk";
pub const NO_MISTAKES: &str = "No mistakes";
pub const SHOW: &str = "Open the desk";
pub const RULES: &str = "Rules";
pub const SEARCH: &str = "Search";
pub const POLLED: &str = "The system does not tell of changes in this folder, so it is read again every moment. A save shows up a little later.";
pub const FRESHNESS: &str = "When each topic was checked";
pub const FRESHNESS_NOTE: &str = "What wants another look stands first, then what was left alone longest.";
pub const OVERDUE: &str = "Due for another look";
pub const FRESH: &str = "Up to date";

/// How many mistakes there are.
pub fn mistakes(count: usize) -> String {
    match count {
        0 => NO_MISTAKES.to_owned(),
        1 => "1 mistake".to_owned(),
        many => format!("{many} mistakes"),
    }
}

/// Which folder it is.
pub fn folder(folder: &Path) -> String {
    format!("Watching {}", folder.display())
}

/// Said while files are broken.
pub fn held(files: &[String]) -> String {
    format!("Shown as it was when it was last right: {}", files.join(", "))
}

/// The button that opens the editor.
pub fn edit(file: &str) -> String {
    format!("Open {file}")
}

/// What is left out of a long list.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

/// When the texts of a topic were checked: `7 texts, checked 3 Jan 2026 to 21 Nov 2026 · look again by 3 Jul 2027`.
pub fn checked(fresh: &Freshness<'_>) -> String {
    let Freshness { texts, oldest, newest, review_by, .. } = fresh;
    let day = |date: &Date| date.strftime("%-d %b %Y").to_string();
    let texts = if *texts == 1 { "1 text".to_owned() } else { format!("{texts} texts") };
    let until = if oldest == newest { String::new() } else { format!(" to {}", day(newest)) };
    let again = review_by.as_ref().map(|review_by| format!(" · look again by {}", day(review_by))).unwrap_or_default();
    format!("{texts}, checked {}{until}{again}", day(oldest))
}

/// What the queries of `queries.ron` find, all together.
pub fn found(rates: &Rates) -> String {
    let Rates { queries, first, in_three, .. } = rates;
    format!("Of {queries} queries {first} find their card first, and {in_three} among the first three.")
}

/// A query that does not find its card first, and where it stands.
pub fn missed(query: &Query, place: Option<usize>) -> String {
    let Query { text, topic, .. } = query;
    match place {
        Some(place) => format!("**{text}**: {topic} comes in place {}", place + 1),
        None => format!("**{text}**: {topic} is not found"),
    }
}
