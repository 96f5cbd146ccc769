//! How fresh each topic is: the days on which its texts were checked.

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
}

/// Every topic that has a text with a day, the one that was left alone longest first.
pub fn freshness(guide: &Guide) -> Vec<Freshness<'_>> {
    let of = |topic: &'_ Topic| {
        let claims = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten();
        let claims = claims.map(|claim: &Claim| claim.checked);
        let days: Vec<Date> = claims.chain(topic.ways.iter().map(|way: &Way| way.checked)).collect();
        Some((*days.iter().min()?, *days.iter().max()?, days.len()))
    };
    let all = guide.topics.iter().filter_map(|topic| {
        let (oldest, newest, texts) = of(topic)?;
        Some(Freshness { topic, oldest, newest, texts })
    });
    let mut all: Vec<Freshness<'_>> = all.collect();
    all.sort_by_key(|fresh| (fresh.oldest, fresh.newest));
    all
}
