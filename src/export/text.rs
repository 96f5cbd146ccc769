//! A plain text to read out on the phone: what to ask, what each text on the screen means, and the cards step by step.

use textwrap::{Options as Wrap, fill};

use crate::content::markup;
use crate::content::model::{Claim, Guide, Options, Platform, Question, Topic, TopicId, Way};
use crate::phone::{self, ShownStep};
use crate::words;

use super::speaking_for;

/// The widest line, in characters.
const WIDTH: usize = 76;

/// The whole guide as a script.
pub fn script(guide: &Guide) -> String {
    let mut page = Page::default();
    let manifest = &guide.manifest;
    page.title(&format!("{} {}", manifest.title, words::export::SCRIPT_TITLE));
    page.paragraph(&words::versions(manifest.edition, guide.topics.len(), guide.faq.entries.len()));
    page.paragraph(words::export::SCRIPT_HOW);
    if let Some(safety) = guide.topic(&super::SAFETY.into()) {
        page.paragraph(&format!("{} “{}”.", words::export::SCRIPT_SAFETY, safety.title));
    }
    page.title(words::export::TO_ASK);
    for question in &guide.questions {
        page.question(guide, question);
    }
    page.title(words::export::THEY_SEE);
    for message in &guide.messages {
        page.heading(&format!("“{}”", message.shown()));
        page.item("", &format!("{}: {}", words::export::IT_MEANS, message.meaning.text));
        page.doubt(message.meaning.doubt.as_deref());
        page.item("-> ", &title(guide, &message.topic));
    }
    for topic in &guide.topics {
        page.topic(guide, topic);
    }
    page.0
}

/// One card as a script.
pub fn topic_script(guide: &Guide, topic: &Topic) -> String {
    let mut page = Page::default();
    page.topic(guide, topic);
    page.0
}

fn title(guide: &Guide, topic: &TopicId) -> String {
    let title = guide.topic(topic).map_or(topic.as_str(), |topic| &topic.title);
    format!("{} “{title}”", words::export::CARD)
}

/// The text so far.
#[derive(Default)]
struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn title(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.line("\n");
        }
        self.line(&text.to_uppercase());
        self.line(&"=".repeat(text.chars().count()));
    }

    fn heading(&mut self, text: &str) {
        self.line("");
        self.line(&fill(&markup::plain(text), WIDTH));
    }

    fn paragraph(&mut self, text: &str) {
        self.heading(text);
    }

    /// A text behind a mark, with the lines that follow set in as far.
    fn item(&mut self, mark: &str, text: &str) {
        let first = format!("  {mark}");
        let next = " ".repeat(first.chars().count());
        let wrap = Wrap::new(WIDTH).initial_indent(&first).subsequent_indent(&next);
        self.line(&fill(&markup::plain(text), wrap));
    }

    fn doubt(&mut self, doubt: Option<&str>) {
        if let Some(doubt) = doubt {
            self.item("", &format!("({}: {doubt})", words::export::DOUBT));
        }
    }

    fn question(&mut self, guide: &Guide, question: &Question) {
        self.heading(&question.text);
        match &question.options {
            Options::Choose(choices) => {
                for choice in choices {
                    self.item("[ ] ", &choice.text);
                }
            }
            Options::Messages if guide.messages.is_empty() => {}
            Options::Messages => self.item("[ ] ", words::export::THEY_SEE),
        }
    }

    fn topic(&mut self, guide: &Guide, topic: &Topic) {
        self.title(&topic.title);
        self.paragraph(&format!("[{}] {}", topic.badge, topic.summary));
        self.claims(&topic.about);
        let reason = guide.rules.reasons.iter().find(|reason| reason.topic == topic.id);
        let signs = reason.map(speaking_for).unwrap_or_default();
        if !signs.is_empty() {
            self.heading(&format!("{}:", words::export::SPEAKS_FOR_IT));
            for text in signs {
                self.item("- ", text);
            }
        }
        for way in &topic.ways {
            self.way(guide, way);
        }
        for (heading, claims) in [(words::DIFFERENCES, &topic.differences), (words::GOOD_TO_KNOW, &topic.good_to_know)]
        {
            if !claims.is_empty() {
                self.heading(&format!("{heading}:"));
                self.claims(claims);
            }
        }
        if !topic.links.is_empty() {
            self.heading(&format!("{}:", words::OFFICIAL_PAGES));
            for link in &topic.links {
                self.item("- ", &link.text);
                self.line(&format!("    {}", link.url));
            }
        }
    }

    fn claims(&mut self, claims: &[Claim]) {
        for claim in claims {
            self.paragraph(&claim.text);
            self.doubt(claim.doubt.as_deref());
        }
    }

    /// Once where the steps are the same on both kinds of phone, else once for each.
    fn way(&mut self, guide: &Guide, way: &Way) {
        let [iphone, android] =
            [Platform::IPhone, Platform::Android].map(|platform| phone::steps(guide, way, platform));
        if iphone == android {
            self.heading(&format!("{}:", way.title));
            self.steps(guide, &iphone);
        } else {
            for (platform, steps) in [(Platform::IPhone, iphone), (Platform::Android, android)] {
                self.heading(&format!("{} ({}):", way.title, words::platform(platform)));
                self.steps(guide, &steps);
            }
        }
        self.doubt(way.doubt.as_deref());
    }

    fn steps(&mut self, guide: &Guide, steps: &[ShownStep]) {
        for (number, step) in (1..).zip(steps) {
            self.item(&format!("{number:>2}. "), &step.sentence);
            if let Some(note) = &step.note {
                self.item("    ", note);
            }
            if let Some(screen) = opened(guide, step) {
                self.item("    ", &format!("{}: “{screen}”.", words::export::NOW_YOU_SEE));
            }
        }
    }
}

/// The title of the screen that a step opens.
fn opened<'a>(guide: &'a Guide, step: &ShownStep) -> Option<&'a str> {
    let (_, item) = guide.phone.item(step.screen.as_ref()?, step.item.as_ref()?)?;
    Some(guide.phone.screen(item.opens.as_ref()?)?.title.as_str())
}
