//! How fresh each topic is: the days on which its texts were checked, and when they want another look.

use jiff::civil::Date;

use crate::content::model::{Claim, Guide, Topic, Way};

/// The freshness of a topic.
#[derive(Clone, Copy, Debug)]
pub struct Freshness<'a> {
    /// The topic.
    pub topic: &'a Topic,
    /// The day on which the text that was left alone longest was checked.
    pub oldest: Date,
    /// The day on which a text was checked last.
    pub newest: Date,
    /// How many texts have a day.
    pub texts: usize,
    /// After this day the first of its paths wants another look; `None` where it has no path.
    pub review_by: Option<Date>,
}

/// Every topic that has a text with a day: what wants another look first, then what was left alone longest.
pub fn freshness(guide: &Guide) -> Vec<Freshness<'_>> {
    let of = |topic: &'_ Topic| {
        let claims = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten();
        let claims = claims.map(|claim: &Claim| claim.checked);
        let days: Vec<Date> = claims.chain(topic.ways.iter().map(|way: &Way| way.checked)).collect();
        Some((*days.iter().min()?, *days.iter().max()?, days.len()))
    };
    let all = guide.topics.iter().filter_map(|topic| {
        let (oldest, newest, texts) = of(topic)?;
        let review_by = topic.ways.iter().map(|way| way.review_by).min();
        Some(Freshness { topic, oldest, newest, texts, review_by })
    });
    let mut all: Vec<Freshness<'_>> = all.collect();
    all.sort_by_key(|fresh| (fresh.review_by.unwrap_or(Date::MAX), fresh.oldest, fresh.newest));
    all
}
