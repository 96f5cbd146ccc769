//! What a guide is made of: the shapes of the files under `content/`, field by field. This is the writer's manual.
//!
//! Every text is plain, except that `**label**` marks words as they stand on the phone, shown in bold.

use jiff::civil::Date;
use serde::Deserialize;

use super::colour::Rgb;
pub use super::ids::{
    ContactId, FaqId, FaqSectionId, GroupId, ItemId, MessageId, OptionId, QuestionId, ScreenId, SourceId, TopicId,
    WayId,
};
use super::logo::Logo;

/// The one `format_version` that this program reads.
pub const FORMAT_VERSION: u32 = 1;

/// A whole guide, put together from its files.
#[derive(Clone, Debug)]
pub struct Guide {
    /// `guide.ron`.
    pub manifest: Manifest,
    /// `topics/<id>.ron`, in the order in which the groups name them.
    pub topics: Vec<Topic>,
    /// `faq.ron`.
    pub faq: Faq,
    /// `questions.ron`.
    pub questions: Vec<Question>,
    /// `rules.ron`.
    pub rules: RuleBook,
    /// `messages.ron`.
    pub messages: Vec<Message>,
    /// `screens.ron`.
    pub phone: PhoneScreens,
    /// `words.ron`; an edition may do without.
    pub words: WordList,
    /// `queries.ron`; an edition may do without.
    pub queries: Vec<Query>,
    /// `layer.ron`, where there is one.
    pub brand: Brand,
}

impl Guide {
    /// A guide with nothing in it: shown only if even the built-in edition can't be read, which a test rules out.
    pub fn empty() -> Self {
        Self {
            manifest: Manifest {
                format_version: FORMAT_VERSION,
                title: String::new(),
                tagline: String::new(),
                edition: Date::default(),
                groups: Vec::new(),
                trusted_hosts: Vec::new(),
                sources: Vec::new(),
            },
            topics: Vec::new(),
            faq: Faq::default(),
            questions: Vec::new(),
            rules: RuleBook::default(),
            messages: Vec::new(),
            phone: PhoneScreens::default(),
            words: WordList::default(),
            queries: Vec::new(),
            brand: Brand::default(),
        }
    }

    /// The topic with this id.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The FAQ entry with this id.
    pub fn faq_entry(&self, id: &FaqId) -> Option<&FaqEntry> {
        self.faq.entries.iter().find(|entry| entry.id == *id)
    }

    /// The checker question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The question of the checker that is answered by a message.
    pub fn message_question(&self) -> Option<&Question> {
        self.questions.iter().find(|question| matches!(question.options, Options::Messages))
    }

    /// The on-screen message with this id.
    pub fn message(&self, id: &MessageId) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == *id)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.manifest.sources.iter().find(|source| source.id == *id)
    }
}

// ---------------------------------------------------------------- guide.ron

/// `guide.ron`: what the guide is called, which topics it has, and what it rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Always 1; a later program may read other numbers.
    pub format_version: u32,
    /// The name at the top of the window.
    pub title: String,
    /// One line under the name.
    pub tagline: String,
    /// The day this edition was finished, `YYYY-MM-DD`.
    pub edition: Date,
    /// The groups of cards on the guide page, in order. A topic stands in exactly one.
    pub groups: Vec<Group>,
    /// The only hosts that a link may lead to, for instance `support.tiktok.com`.
    pub trusted_hosts: Vec<String>,
    /// Everything that a claim may name as its source.
    pub sources: Vec<Source>,
}

/// A group of cards: whose move it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable id.
    pub id: GroupId,
    /// The heading above the cards.
    pub title: String,
    /// The topics in order; each has its file `topics/<id>.ron`.
    pub topics: Vec<TopicId>,
}

/// Something that claims rest on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable id, named by claims.
    pub id: SourceId,
    /// Two or three words, shown under a text: `Article 1`.
    pub label: String,
    /// What it is, in full, for the page of sources.
    pub name: String,
    /// The date that the source states for itself, in words, or `undated`.
    pub dated: String,
    /// How much weight it can bear.
    pub kind: SourceKind,
}

/// How surely a source speaks, surest first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum SourceKind {
    /// TikTok's own text, read in an archived copy.
    Official,
    /// TikTok's own help page, read only through somebody else's summary.
    OfficialExtract,
    /// A named newspaper or magazine.
    Press,
    /// A text that was seen on the screen, as recorded in somebody's program.
    Observed,
    /// One of the two articles that the guide was founded on.
    Article,
    /// A blog or an undated page: weak evidence.
    Weak,
    /// Our own reasoning or common knowledge, with no source behind it.
    Reasoning,
}

// ------------------------------------------------------------------- claims

/// A text that says something about the world, with what it rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What is said; `**label**` for bold.
    pub text: String,
    /// Where it comes from: at least one.
    pub sources: Vec<Citation>,
    /// The day on which somebody last compared the text with its sources.
    pub checked: Date,
    /// Where the sources disagree or we could not confirm it: said aloud beside the text.
    pub doubt: Option<String>,
}

/// A source and the place in it: `("guide-1", "Reason 5")`.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub struct Citation(
    /// The source.
    pub SourceId,
    /// Where in it, in words.
    pub String,
);

// ---------------------------------------------------------- topics/<id>.ron

/// One card and its page. The file's name is its id.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The file's stem; not written in the file.
    #[serde(skip)]
    pub id: TopicId,
    /// The card's title: what is wrong, in a few words, without a full stop.
    pub title: String,
    /// One short sentence on the card.
    pub summary: String,
    /// The picture on the card.
    pub icon: Icon,
    /// Who can do something about it: gives the badge its colour.
    pub whose_move: Move,
    /// The badge's words, for instance `You can fix it`.
    pub badge: String,
    /// About how many minutes the fix takes, where there is one to try.
    pub minutes: Option<u32>,
    /// Words that people type for this, for the search.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// What is going on: two or three short texts.
    pub about: Vec<Claim>,
    /// The ways to mend it, best first; each is a list of steps.
    #[serde(default)]
    pub ways: Vec<Way>,
    /// What differs between iPhone and Android.
    #[serde(default)]
    pub differences: Vec<Claim>,
    /// What else is worth knowing: limits, exceptions, what can't be changed and by whom.
    #[serde(default)]
    pub good_to_know: Vec<Claim>,
    /// Official pages on this.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Topics to look at next.
    #[serde(default)]
    pub related: Vec<TopicId>,
}

/// Whose move it is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum Move {
    /// The reader can fix it.
    You,
    /// The other person has to do something.
    OtherPerson,
    /// It is up to TikTok.
    TikTok,
    /// Nobody's in particular: a connection, or a card that gives help.
    Neither,
}

/// The pictures that a card or a screen item can have.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[expect(missing_docs, reason = "the names say what the pictures show")]
pub enum Icon {
    Bell,
    Bug,
    Cake,
    Chat,
    CloudOff,
    Door,
    Dots,
    Envelope,
    Family,
    Gear,
    Group,
    Handshake,
    Headset,
    House,
    Image,
    Lock,
    Menu,
    Person,
    Phone,
    Prohibit,
    Share,
    Shield,
    ShieldWarning,
    Trash,
    UserMissing,
    Warning,
    WifiHigh,
}

/// One way to mend something: steps in order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// Stable id, unique in its topic; ticked steps are kept under it.
    pub id: WayId,
    /// What these steps do: `Verify your phone number`.
    pub title: String,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// Where the steps come from.
    pub sources: Vec<Citation>,
    /// The day on which somebody last compared the steps with their sources.
    pub checked: Date,
    /// After this day the steps want another look.
    pub review_by: Date,
    /// Where the sources disagree about these steps.
    pub doubt: Option<String>,
}

/// One step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Step {
    /// Tap something on one of the phone's screens. Its sentence is made from the item and `phrases`.
    Tap {
        /// The screen that the person is on.
        screen: ScreenId,
        /// What to tap on it.
        item: ItemId,
        /// A remark in small type: `It may stand under a heading called Account.`
        #[serde(default)]
        note: Option<String>,
        /// Only on this kind of phone; on both where it is left out.
        #[serde(default)]
        only: Option<Platform>,
    },
    /// Do something that is no tap: type, wait, ask, restart.
    Do {
        /// What to do, as a sentence. Never a settings path.
        text: String,
        /// A remark in small type.
        #[serde(default)]
        note: Option<String>,
        /// The screen on which it is done, where it is one of the phone's.
        #[serde(default)]
        screen: Option<ScreenId>,
        /// What on that screen it is done with; `{label}` in the text is filled with its label.
        #[serde(default)]
        item: Option<ItemId>,
        /// What is typed in, where something is: the picture shows the keyboard for it.
        #[serde(default)]
        types: Option<Typing>,
        /// Only on this kind of phone; on both where it is left out.
        #[serde(default)]
        only: Option<Platform>,
    },
}

impl Step {
    /// The kind of phone that the step is for, or `None` for both.
    pub fn only(&self) -> Option<Platform> {
        match self {
            Self::Tap { only, .. } | Self::Do { only, .. } => *only,
        }
    }

    /// The remark in small type.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Tap { note, .. } | Self::Do { note, .. } => note.as_deref(),
        }
    }
}

/// What is typed in on the phone.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Typing {
    /// A telephone number.
    Number,
    /// A code that was sent.
    Code,
}

/// A kind of phone.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, serde::Serialize)]
pub enum Platform {
    /// Apple.
    #[default]
    #[serde(rename = "iPhone")]
    IPhone,
    /// Everything with Google Play.
    Android,
}

/// A page on the web that the reader may open.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What the page is.
    pub text: String,
    /// Its address: `https`, on one of the guide's trusted hosts.
    pub url: String,
}

// ------------------------------------------------------------------ faq.ron

/// `faq.ron`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The headings, in order.
    pub sections: Vec<FaqSection>,
    /// All entries; within a section they keep this order.
    pub entries: Vec<FaqEntry>,
}

/// A heading on the FAQ page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaqSection {
    /// Stable id.
    pub id: FaqSectionId,
    /// The heading: `About who can write to whom`.
    pub title: String,
}

/// One question and its answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaqEntry {
    /// Stable id.
    pub id: FaqId,
    /// The heading that it stands under.
    pub section: FaqSectionId,
    /// The question as people ask it.
    pub question: String,
    /// The answer, one short text after the other.
    pub answer: Vec<Claim>,
    /// Cards that help further.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// Words that people type for this, for the search.
    #[serde(default)]
    pub keywords: Vec<String>,
}

// ------------------------------------------------------------ questions.ron

/// `questions.ron`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionList {
    /// The checker's questions in the order of the form.
    pub questions: Vec<Question>,
}

/// A question of the checker.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable id; case codes and scripts name it.
    pub id: QuestionId,
    /// The question: `Do you follow each other?`
    pub text: String,
    /// Why we ask, in one sentence.
    pub why: String,
    /// What can be answered.
    pub options: Options,
    /// The form shows the question only where all of these hold; always where it is left out.
    #[serde(default)]
    pub ask_when: Vec<Condition>,
    /// Where one of these holds, the reader can't change the answer, whatever `can_become` says: a parent or a rule of
    /// TikTok's decides. Always free where it is left out.
    #[serde(default)]
    pub locked_when: Vec<Condition>,
}

/// What can be answered.
#[derive(Clone, Debug, Deserialize)]
pub enum Options {
    /// These options, shown as buttons.
    Choose(Vec<Choice>),
    /// The messages of `messages.ron`, by their ids; the reader pastes or picks one.
    Messages,
}

/// An option of a question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable id.
    pub id: OptionId,
    /// The words on the button.
    pub text: String,
    /// What readers can turn this answer into by something that they do themselves, today and at no risk: another
    /// setting, an update, following back. None where others decide, and none that we would not advise.
    #[serde(default)]
    pub can_become: Vec<OptionId>,
}

/// A question and the options that satisfy it: `("follow", ["only-me", "neither"])`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Condition(
    /// The question.
    pub QuestionId,
    /// Any of these answers will do. For the question about messages these are ids of messages.
    pub Vec<OptionId>,
);

// ---------------------------------------------------------------- rules.ron

/// `rules.ron`: how answers speak for or against each reason.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleBook {
    /// What to say where nothing stands out.
    pub unknown: Advice,
    /// What to say where the answers can't all be true.
    pub contradiction: Advice,
    /// The reasons that the checker weighs; each names its topic.
    pub reasons: Vec<Reason>,
    /// Answers that can't be true together.
    #[serde(default)]
    pub clashes: Vec<Clash>,
    /// What has to hold for every combination of answers; `unsent-kit check --prove` decides it.
    #[serde(default)]
    pub invariants: Vec<Invariant>,
    /// Answers that people gave, and what has to come of them; `unsent-kit check --prove` looks at each.
    #[serde(default)]
    pub situations: Vec<Situation>,
}

/// A heading and what to do.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// The heading.
    pub title: String,
    /// What to do, in order.
    pub what_to_do: Vec<String>,
}

/// A reason why messages fail, as the checker sees it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The card that helps.
    pub topic: TopicId,
    /// How often this is the reason, before any answer.
    pub prior: Prior,
    /// What speaks for and against it.
    pub signs: Vec<Sign>,
}

/// How often a reason is the right one, before any answer is known.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum Prior {
    /// Seldom.
    Rare,
    /// Now and then.
    Uncommon,
    /// Often.
    Common,
    /// More often than anything else.
    VeryCommon,
}

/// Answers that speak for or against a reason.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// The sign counts where all of these hold. A question without an answer satisfies nothing.
    pub when: Vec<Condition>,
    /// … and none of these.
    #[serde(default)]
    pub unless: Vec<Condition>,
    /// How strongly it speaks.
    pub says: Says,
    /// The reader's own answer in words, without a full stop: `Only you follow them`.
    pub because: String,
}

/// Which way a sign points.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Says {
    /// For the reason.
    For(Weight),
    /// Against the reason.
    Against(Weight),
    /// The reason can't be the right one.
    RulesOut,
}

/// How strongly a sign speaks; `rules/weigh.rs` gives each its figure.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum Weight {
    /// A hint.
    Weak,
    /// Worth noticing.
    Moderate,
    /// Hard to explain otherwise.
    Strong,
    /// As good as proof, for instance a message on the screen.
    Decisive,
}

/// Answers that can't be true together.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Clash {
    /// All of these hold at once.
    pub when: Vec<Condition>,
    /// What to tell the reader: `You say …, but …`.
    pub text: String,
}

/// What has to hold for every combination of answers in which certain answers stand.
///
/// Combinations that are reported as a contradiction are left out, except by `outcome` and `never_outcome`: there the
/// reader is told which answers disagree. At least one of the fields after `nothing_else` says what has to hold.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Invariant {
    /// What has to hold, in a sentence.
    pub name: String,
    /// It has to hold where all of these hold; everywhere where it is left out.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// … and none of these.
    #[serde(default)]
    pub unless: Vec<Condition>,
    /// Only where no other question is answered.
    #[serde(default)]
    pub nothing_else: bool,
    /// One of these comes first, and is found.
    #[serde(default)]
    pub first: Vec<TopicId>,
    /// None of these comes first.
    #[serde(default)]
    pub never_first: Vec<TopicId>,
    /// Each of these is ruled out or unlikely.
    #[serde(default)]
    pub never_shown: Vec<TopicId>,
    /// What comes first is called this, or likelier.
    pub at_least: Option<Verdict>,
    /// No reason at all is called likelier than this.
    pub at_most: Option<Verdict>,
    /// The outcome is this.
    pub outcome: Option<OutcomeKind>,
    /// The outcome is not this.
    pub never_outcome: Option<OutcomeKind>,
}

/// What somebody answered, and nothing else, and which reason has to come first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Who it is, in a few words.
    pub name: String,
    /// What they answered. Of several options any.
    pub answers: Vec<Condition>,
    /// One of these comes first, and is found.
    pub first: Vec<TopicId>,
}

impl Situation {
    /// The same as an invariant.
    pub fn as_invariant(&self) -> Invariant {
        let Self { name, answers, first } = self.clone();
        Invariant { name, when: answers, nothing_else: true, first, ..Invariant::default() }
    }
}

/// How likely a reason is, in words. There are no percentages: the figures behind them are judgements.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// Hardly.
    Unlikely,
    /// It may be.
    Possible,
    /// More likely than not.
    Likely,
    /// Hard to explain otherwise.
    VeryLikely,
}

impl Verdict {
    /// The word in scripts: `very-likely`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VeryLikely => "very-likely",
            Self::Likely => "likely",
            Self::Possible => "possible",
            Self::Unlikely => "unlikely",
        }
    }
}

/// What comes of answers.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum OutcomeKind {
    /// The first reason has something that speaks for it.
    Found,
    /// Nothing stands out.
    Unknown,
    /// The answers can't all be true.
    Contradiction,
}

// ------------------------------------------------------------- messages.ron

/// `messages.ron`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageList {
    /// What TikTok shows.
    pub messages: Vec<Message>,
}

/// A text that TikTok shows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Stable id.
    pub id: MessageId,
    /// The text word for word; `{name}` stands for words that differ.
    pub text: String,
    /// Other wordings of the same message.
    #[serde(default)]
    pub also: Vec<String>,
    /// Has the text itself been confirmed, or is it only reported?
    pub seen: Seen,
    /// The card that helps.
    pub topic: TopicId,
    /// What the message means and what to do.
    pub meaning: Claim,
}

impl Message {
    /// The text as readers see it, with … for the words that differ from case to case.
    pub fn shown(&self) -> String {
        self.text.replace("{name}", "…")
    }
}

/// How surely a message's wording is known.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Seen {
    /// The literal text was seen in TikTok.
    Confirmed,
    /// A third party reports it; the wording may be a paraphrase.
    Reported,
}

// -------------------------------------------------------------- screens.ron

/// `screens.ron`: the phone's screens as data.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneScreens {
    /// The app's name under its icon.
    pub app: String,
    /// How a tap is put into words, for each place.
    pub phrases: Phrases,
    /// All screens; the first is the one that the app opens with.
    pub screens: Vec<Screen>,
}

impl PhoneScreens {
    /// The screen with this id.
    pub fn screen(&self, id: &ScreenId) -> Option<&Screen> {
        self.screens.iter().find(|screen| screen.id == *id)
    }

    /// An item and the screen it stands on.
    pub fn item(&self, screen: &ScreenId, item: &ItemId) -> Option<(&Screen, &Item)> {
        let screen = self.screen(screen)?;
        let item = screen.items.iter().find(|candidate| candidate.id == *item)?;
        Some((screen, item))
    }
}

/// A sentence for each place; `{label}`, `{mark}` and `{heading}` are filled in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// For `LowerRight`.
    pub lower_right: String,
    /// For `UpperRight`.
    pub upper_right: String,
    /// For `BottomBar`.
    pub bottom_bar: String,
    /// For `Row`.
    pub row: String,
    /// For `Row` with `below: true`.
    pub row_below: String,
    /// For `Choice`.
    pub choice: String,
    /// For `Button`.
    pub button: String,
    /// For `OnHold`.
    pub on_hold: String,
    /// The label in older versions, beside the usual one: `In older versions: **{label}**.`
    pub older: String,
    /// The label in newer versions.
    pub newer: String,
    /// The label in other versions.
    pub other: String,
}

/// One screen of the phone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Stable id.
    pub id: ScreenId,
    /// The title at its top; where it is left out, the label of the first item that opens it.
    #[serde(default)]
    pub title: String,
    /// What it looks like.
    #[serde(default)]
    pub kind: ScreenKind,
    /// What is on it that matters, from top to bottom.
    pub items: Vec<Item>,
    /// The screen from which one gets here by something that has no label of its own: a chat, the end of a form.
    #[serde(default)]
    pub from: Option<ScreenId>,
    /// The usual screen that other versions of the app show this one in place of.
    #[serde(default)]
    pub instead_of: Option<ScreenId>,
    /// Which versions show it, where it is instead of another.
    #[serde(default)]
    pub version: Version,
    /// On which phones and with which versions of the app it was seen: at least one.
    pub seen_on: Vec<SeenOn>,
    /// Where it was seen or described.
    pub sources: Vec<Citation>,
    /// The day on which somebody last compared it with its sources.
    pub checked: Date,
}

/// What a screen looks like, apart from what is on it.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum ScreenKind {
    /// Rows under a title.
    #[default]
    List,
    /// A video over the whole screen, with the bar at the bottom.
    Feed,
    /// A person's page: a picture, a name, videos.
    Profile,
    /// A sheet with rows that slides over the lower half.
    Sheet,
    /// Chats below one another, with the bar at the bottom.
    Inbox,
    /// Accounts below one another, each with a button.
    Accounts,
    /// Speech bubbles.
    Chat,
    /// Fields to fill in.
    Form,
}

/// A phone and a version of the app, as far as the source tells them: `(platform: iPhone, version: "February 2023")`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct SeenOn {
    /// The kind of phone; left out where the source does not say.
    #[serde(default)]
    pub platform: Option<Platform>,
    /// The version of the app, or when it was seen, in words.
    pub version: String,
}

/// Which versions of the app have a place or a label that is not the usual one.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum Version {
    /// Some, and we don't know which.
    #[default]
    Other,
    /// Those before.
    Older,
    /// Those that come now.
    Newer,
}

/// Something on a screen that can be tapped.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable id, unique on its screen.
    pub id: ItemId,
    /// Its label as it stands on the phone. What is instead of another and has the same label leaves it out.
    #[serde(default)]
    pub label: String,
    /// Its picture on the phone.
    #[serde(default)]
    pub icon: Option<Icon>,
    /// A sign that stands beside the label in sentences, for instance `☰`.
    #[serde(default)]
    pub mark: Option<String>,
    /// The heading that it stands under.
    #[serde(default)]
    pub heading: Option<String>,
    /// Where it is.
    pub place: Place,
    /// Further down, out of sight at first.
    #[serde(default)]
    pub below: bool,
    /// The screen that it opens, where it opens one.
    #[serde(default)]
    pub opens: Option<ScreenId>,
    /// Only on this kind of phone; on both where it is left out.
    #[serde(default)]
    pub only: Option<Platform>,
    /// The usual item that some phones show this one in place of: on this screen, or on the one that this screen is
    /// instead of. It is drawn only where it is what to tap.
    #[serde(default)]
    pub instead_of: Option<ItemId>,
    /// Which versions show it, where it is instead of another.
    #[serde(default)]
    pub version: Version,
    /// What to look for where the label is another one: `A row with a lock, or with the word “private”.`
    #[serde(default)]
    pub look_for: Option<String>,
}

/// Where an item is on its screen.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Place {
    /// The corner at the bottom right.
    LowerRight,
    /// The corner at the top right.
    UpperRight,
    /// In the bar along the bottom.
    BottomBar,
    /// A row of a list.
    Row,
    /// A choice under a heading.
    Choice,
    /// A button.
    Button,
    /// Shown after holding a finger on something.
    OnHold,
}

impl Place {
    /// Does tapping it lead on through the menus, so that it belongs into the path of chips?
    pub fn is_navigation(self) -> bool {
        matches!(self, Self::LowerRight | Self::UpperRight | Self::BottomBar | Self::Row)
    }
}

// ---------------------------------------------------------------- words.ron

/// `words.ron`: how people's words go together, for the search. Everything is in small letters without apostrophes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    /// Spellings that are one word to the search: irregular forms, text-speak, common mistakes. `["send", "sent", "snd"]`
    #[serde(default)]
    pub forms: Vec<Vec<String>>,
    /// Words that mean nearly the same: each finds the others as well, a little further down.
    #[serde(default)]
    pub synonyms: Vec<Vec<String>>,
    /// Endings that make no other word, in the order in which they are tried: `"ing"`, or `"ies>y"` where something
    /// stands in its place. One is taken off only where the guide knows the word that is left.
    #[serde(default)]
    pub endings: Vec<String>,
    /// What is short for several words: `("gc", "group chat")`
    #[serde(default)]
    pub short: Vec<Short>,
    /// Words that say little by themselves: they count for next to nothing.
    #[serde(default)]
    pub filler: Vec<String>,
}

/// A short form and the words that it stands for.
#[derive(Clone, Debug, Deserialize)]
pub struct Short(
    /// One word.
    pub String,
    /// The words it stands for.
    pub String,
);

// -------------------------------------------------------------- queries.ron

/// `queries.ron`: what the search has to find.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QueryList {
    /// All queries.
    pub queries: Vec<Query>,
}

/// Something that people type, and the card that it should find.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// The words as they are typed.
    pub text: String,
    /// The card that should come first.
    pub topic: TopicId,
    /// In which way they are typed.
    pub kind: QueryKind,
}

/// In which way a query is typed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum QueryKind {
    /// Everyday words, rightly spelt.
    Plain,
    /// As in a chat: `msg`, `u`, `rn`.
    TextSpeak,
    /// With one typing mistake.
    Typo,
    /// The last word is not finished yet.
    HalfTyped,
    /// A whole sentence, with words that say little.
    Filler,
}

impl QueryKind {
    /// All kinds, in order.
    pub const ALL: [Self; 5] = [Self::Plain, Self::TextSpeak, Self::Typo, Self::HalfTyped, Self::Filler];

    /// The word in scripts: `text-speak`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::TextSpeak => "text-speak",
            Self::Typo => "typo",
            Self::HalfTyped => "half-typed",
            Self::Filler => "filler",
        }
    }
}

// ---------------------------------------------------------------- layer.ron

/// `layer.ron`: what the folder does with the guide below it, and whose edition it is. Without this file a folder is a
/// whole guide of its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayerFile {
    /// `true`: the folder is a whole guide. `false`: its entries are laid over the guide below it, by their ids.
    pub replace: bool,
    /// Entries of the guide below that are taken away, with everything that leads to them.
    #[serde(default)]
    pub remove: Remove,
    /// The picture above the guide's name.
    #[serde(default)]
    pub logo: Option<LogoFile>,
    /// How to reach your support team: shown where to contact somebody is the advice, and on the page about the guide.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// What can be pressed and what is chosen, in the light theme: `"#1F5FBF"`.
    #[serde(default)]
    pub accent_light: Option<Rgb>,
    /// The same in the dark theme.
    #[serde(default)]
    pub accent_dark: Option<Rgb>,
}

/// The ids of entries that are taken away.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Cards, with their reasons in the checker.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// Entries of the FAQ.
    #[serde(default)]
    pub faq: Vec<FaqId>,
    /// On-screen messages.
    #[serde(default)]
    pub messages: Vec<MessageId>,
    /// Questions of the checker.
    #[serde(default)]
    pub questions: Vec<QuestionId>,
    /// Contact lines.
    #[serde(default)]
    pub contacts: Vec<ContactId>,
}

/// A logo.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogoFile {
    /// A PNG file in the same folder, 16 to 1024 pixels each way: `logo.png`.
    pub file: String,
    /// What it shows, for those who can't see it.
    pub alt: String,
}

/// A line that says how to reach somebody.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Stable id.
    pub id: ContactId,
    /// The line: `Your support team: 01234 567 890, Monday to Friday.`
    pub text: String,
    /// Where it leads: `mailto:` with an address, or `https` on one of the guide's trusted hosts.
    #[serde(default)]
    pub link: Option<String>,
}

/// Whose edition the guide is.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Brand {
    /// The picture above its name.
    pub logo: Option<Logo>,
    /// How to reach the people who hand it out.
    pub contacts: Vec<Contact>,
    /// The accent of the light theme.
    pub accent_light: Option<Rgb>,
    /// The accent of the dark theme.
    pub accent_dark: Option<Rgb>,
}
