//! What `model.rs` wants, as data: which fields, which are needed, what each text is for.
//!
//! serde knows this as well, but stops at the first mistake and can't tell a title from an id.
//! A test compares the two.

/// What a value has to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Words of ours, for people.
    Prose,
    /// Words of somebody else's, kept letter by letter, or words to search for.
    Words,
    /// The name of something, given here.
    Id(Thing),
    /// The name of something that stands elsewhere.
    Ref(Thing),
    /// A name that only its neighbours explain: an item on a screen, an option of a question.
    Inner,
    Date,
    Number,
    YesNo,
    /// An address on the web.
    Url,
    /// The name of a computer on the web.
    Host,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of at most so many; may it be empty?
    List(&'static Self, Fill, usize),
    Record(&'static Record),
    /// Values in round brackets, without names.
    Tuple(&'static str, &'static [Self]),
    /// A word, with or without something in brackets behind it.
    Variants(&'static [(&'static str, Body)]),
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fill {
    MayBeEmpty,
    NotEmpty,
}

/// What stands in the brackets behind a word.
#[derive(Clone, Copy, Debug)]
pub(super) enum Body {
    Nothing,
    Fields(&'static Record),
    Holds(&'static Kind),
}

/// Something with named fields.
#[derive(Debug)]
pub(super) struct Record {
    /// Its name in `model.rs`.
    pub(super) is: &'static str,
    /// What it is called in a message.
    pub(super) called: &'static str,
    pub(super) fields: &'static [Field],
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) is_needed: bool,
}

/// What can have a name.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Thing {
    Topic,
    Group,
    Source,
    Way,
    FaqEntry,
    FaqSection,
    Question,
    Choice,
    Message,
    Screen,
    Item,
}

/// Everything that other files can call by its name.
pub(super) const EVERYTHING: [Thing; 6] =
    [Thing::Topic, Thing::Source, Thing::FaqSection, Thing::Question, Thing::Message, Thing::Screen];

impl Thing {
    /// What it is called in a message.
    pub(super) fn called(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Group => "group",
            Self::Source => "source",
            Self::Way => "way",
            Self::FaqEntry => "FAQ entry",
            Self::FaqSection => "FAQ section",
            Self::Question => "question",
            Self::Choice => "option",
            Self::Message => "message",
            Self::Screen => "screen",
            Self::Item => "item",
        }
    }

    /// The same with `a` or `an`.
    pub(super) fn with_article(self) -> String {
        let article =
            if matches!(self, Self::FaqEntry | Self::FaqSection | Self::Choice | Self::Item) { "an" } else { "a" };
        format!("{article} {}", self.called())
    }

    /// Where it is given its name.
    pub(super) fn home(self) -> &'static str {
        match self {
            Self::Topic => "the folder topics/",
            Self::Group | Self::Source => "guide.ron",
            Self::Way => "its topic",
            Self::FaqEntry | Self::FaqSection => "faq.ron",
            Self::Question | Self::Choice => "questions.ron",
            Self::Message => "messages.ron",
            Self::Screen | Self::Item => "screens.ron",
        }
    }
}

/// The most topics.
pub(super) const MOST_TOPICS: usize = 500;
/// The most entries of any file's main lists.
const MANY: usize = 2_000;
/// The most parts of one entry.
const SOME: usize = 100;
/// The most options of a question: the checker keeps them in one 128-bit mask.
pub(super) const MOST_OPTIONS: usize = 120;

const fn needed(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, is_needed: true }
}

const fn maybe(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, is_needed: false }
}

const fn some(kind: &'static Kind) -> Kind {
    List(kind, Fill::NotEmpty, SOME)
}

const fn any(kind: &'static Kind) -> Kind {
    List(kind, Fill::MayBeEmpty, SOME)
}

use Kind::{Date, Host, Id, Inner, List, Number, OneOf, Prose, Ref, Tuple, Url, Variants, Words, YesNo};

pub(super) static GUIDE: Record = Record {
    is: "Manifest",
    called: "guide.ron",
    fields: &[
        needed("format_version", Number),
        needed("title", Prose),
        needed("tagline", Prose),
        needed("edition", Date),
        needed("groups", some(&Kind::Record(&GROUP))),
        needed("trusted_hosts", any(&Host)),
        needed("sources", List(&Kind::Record(&SOURCE), Fill::NotEmpty, MANY)),
    ],
};

pub(super) static GROUP: Record = Record {
    is: "Group",
    called: "a group",
    fields: &[
        needed("id", Id(Thing::Group)),
        needed("title", Prose),
        needed("topics", List(&Inner, Fill::NotEmpty, MOST_TOPICS)),
    ],
};

pub(super) static SOURCE: Record = Record {
    is: "Source",
    called: "a source",
    fields: &[
        needed("id", Id(Thing::Source)),
        needed("label", Prose),
        needed("name", Prose),
        needed("dated", Prose),
        needed("kind", OneOf(&["Official", "OfficialExtract", "Press", "Observed", "Article", "Weak", "Reasoning"])),
    ],
};

pub(super) static CLAIM: Record = Record {
    is: "Claim",
    called: "a text with its sources",
    fields: &[needed("text", Prose), needed("sources", CITATIONS), needed("checked", Date), maybe("doubt", Prose)],
};

const CITATIONS: Kind = some(&Tuple("a source and the place in it", &[Ref(Thing::Source), Prose]));
const CLAIM_KIND: Kind = Kind::Record(&CLAIM);

pub(super) static TOPIC: Record = Record {
    is: "Topic",
    called: "a topic",
    fields: &[
        needed("title", Prose),
        needed("summary", Prose),
        needed("icon", OneOf(ICONS)),
        needed("whose_move", OneOf(&["You", "OtherPerson", "TikTok", "Neither"])),
        needed("badge", Prose),
        maybe("minutes", Number),
        maybe("keywords", any(&Words)),
        needed("about", some(&CLAIM_KIND)),
        maybe("ways", any(&Kind::Record(&WAY))),
        maybe("differences", any(&CLAIM_KIND)),
        maybe("good_to_know", any(&CLAIM_KIND)),
        maybe("links", any(&Kind::Record(&LINK))),
        maybe("related", any(&Ref(Thing::Topic))),
    ],
};

const ICONS: &[&str] = &[
    "Bell",
    "Bug",
    "Cake",
    "Chat",
    "CloudOff",
    "Door",
    "Dots",
    "Envelope",
    "Family",
    "Gear",
    "Group",
    "Handshake",
    "Headset",
    "House",
    "Image",
    "Lock",
    "Menu",
    "Person",
    "Phone",
    "Prohibit",
    "Share",
    "Shield",
    "ShieldWarning",
    "Trash",
    "UserMissing",
    "Warning",
    "WifiHigh",
];

pub(super) static WAY: Record = Record {
    is: "Way",
    called: "a way",
    fields: &[
        needed("id", Id(Thing::Way)),
        needed("title", Prose),
        needed("steps", some(&Variants(&[("Tap", Body::Fields(&TAP)), ("Do", Body::Fields(&DO))]))),
        needed("sources", CITATIONS),
        needed("checked", Date),
        needed("review_by", Date),
        maybe("doubt", Prose),
    ],
};

const PLATFORM: Kind = OneOf(&["iPhone", "Android"]);

pub(super) static TAP: Record = Record {
    is: "Tap",
    called: "a Tap",
    fields: &[
        needed("screen", Ref(Thing::Screen)),
        needed("item", Inner),
        maybe("note", Prose),
        maybe("only", PLATFORM),
    ],
};

pub(super) static DO: Record = Record {
    is: "Do",
    called: "a Do",
    fields: &[
        needed("text", Prose),
        maybe("note", Prose),
        maybe("screen", Ref(Thing::Screen)),
        maybe("item", Inner),
        maybe("types", OneOf(&["Number", "Code"])),
        maybe("only", PLATFORM),
    ],
};

pub(super) static LINK: Record =
    Record { is: "Link", called: "a link", fields: &[needed("text", Prose), needed("url", Url)] };

pub(super) static FAQ: Record = Record {
    is: "Faq",
    called: "faq.ron",
    fields: &[
        needed("sections", some(&Kind::Record(&FAQ_SECTION))),
        needed("entries", List(&Kind::Record(&FAQ_ENTRY), Fill::NotEmpty, MANY)),
    ],
};

pub(super) static FAQ_SECTION: Record = Record {
    is: "FaqSection",
    called: "a section",
    fields: &[needed("id", Id(Thing::FaqSection)), needed("title", Prose)],
};

pub(super) static FAQ_ENTRY: Record = Record {
    is: "FaqEntry",
    called: "an FAQ entry",
    fields: &[
        needed("id", Id(Thing::FaqEntry)),
        needed("section", Ref(Thing::FaqSection)),
        needed("question", Prose),
        needed("answer", some(&CLAIM_KIND)),
        maybe("topics", any(&Ref(Thing::Topic))),
        maybe("keywords", any(&Words)),
    ],
};

pub(super) static QUESTIONS: Record = Record {
    is: "QuestionList",
    called: "questions.ron",
    fields: &[needed("questions", some(&Kind::Record(&QUESTION)))],
};

pub(super) static QUESTION: Record = Record {
    is: "Question",
    called: "a question",
    fields: &[
        needed("id", Id(Thing::Question)),
        needed("text", Prose),
        needed("why", Prose),
        needed(
            "options",
            Variants(&[
                ("Choose", Body::Holds(&List(&Kind::Record(&CHOICE), Fill::NotEmpty, MOST_OPTIONS))),
                ("Messages", Body::Nothing),
            ]),
        ),
        maybe("ask_when", any(&CONDITION)),
        maybe("locked_when", any(&CONDITION)),
    ],
};

pub(super) static CHOICE: Record = Record {
    is: "Choice",
    called: "an option",
    fields: &[needed("id", Id(Thing::Choice)), needed("text", Prose), maybe("can_become", any(&Inner))],
};

const CONDITION: Kind =
    Tuple("a question and a list of its options", &[Ref(Thing::Question), List(&Inner, Fill::NotEmpty, MOST_OPTIONS)]);

pub(super) static RULES: Record = Record {
    is: "RuleBook",
    called: "rules.ron",
    fields: &[
        needed("unknown", Kind::Record(&ADVICE)),
        needed("contradiction", Kind::Record(&ADVICE)),
        needed("reasons", List(&Kind::Record(&REASON), Fill::NotEmpty, MOST_TOPICS)),
        maybe("clashes", List(&Kind::Record(&CLASH), Fill::MayBeEmpty, MANY)),
        maybe("invariants", List(&Kind::Record(&INVARIANT), Fill::MayBeEmpty, MANY)),
        maybe("situations", List(&Kind::Record(&SITUATION), Fill::MayBeEmpty, MANY)),
    ],
};

pub(super) static ADVICE: Record = Record {
    is: "Advice",
    called: "a piece of advice",
    fields: &[needed("title", Prose), needed("what_to_do", some(&Prose))],
};

pub(super) static REASON: Record = Record {
    is: "Reason",
    called: "a reason",
    fields: &[
        needed("topic", Ref(Thing::Topic)),
        needed("prior", OneOf(&["Rare", "Uncommon", "Common", "VeryCommon"])),
        needed("signs", some(&Kind::Record(&SIGN))),
    ],
};

const WEIGHT: Kind = OneOf(&["Weak", "Moderate", "Strong", "Decisive"]);

pub(super) static SIGN: Record = Record {
    is: "Sign",
    called: "a sign",
    fields: &[
        needed("when", some(&CONDITION)),
        maybe("unless", any(&CONDITION)),
        needed(
            "says",
            Variants(&[("For", Body::Holds(&WEIGHT)), ("Against", Body::Holds(&WEIGHT)), ("RulesOut", Body::Nothing)]),
        ),
        needed("because", Prose),
    ],
};

pub(super) static CLASH: Record =
    Record { is: "Clash", called: "a clash", fields: &[needed("when", some(&CONDITION)), needed("text", Prose)] };

const VERDICT: Kind = OneOf(&["Unlikely", "Possible", "Likely", "VeryLikely"]);

const OUTCOME: Kind = OneOf(&["Found", "Unknown", "Contradiction"]);

pub(super) static INVARIANT: Record = Record {
    is: "Invariant",
    called: "an invariant",
    fields: &[
        needed("name", Prose),
        maybe("when", any(&CONDITION)),
        maybe("unless", any(&CONDITION)),
        maybe("nothing_else", YesNo),
        maybe("first", any(&Ref(Thing::Topic))),
        maybe("never_first", any(&Ref(Thing::Topic))),
        maybe("never_shown", any(&Ref(Thing::Topic))),
        maybe("at_least", VERDICT),
        maybe("at_most", VERDICT),
        maybe("outcome", OUTCOME),
        maybe("never_outcome", OUTCOME),
    ],
};

pub(super) static SITUATION: Record = Record {
    is: "Situation",
    called: "a situation",
    fields: &[needed("name", Prose), needed("answers", some(&CONDITION)), needed("first", some(&Ref(Thing::Topic)))],
};

pub(super) static MESSAGES: Record = Record {
    is: "MessageList",
    called: "messages.ron",
    fields: &[needed("messages", List(&Kind::Record(&MESSAGE), Fill::NotEmpty, MOST_OPTIONS))],
};

pub(super) static MESSAGE: Record = Record {
    is: "Message",
    called: "a message",
    fields: &[
        needed("id", Id(Thing::Message)),
        needed("text", Words),
        maybe("also", any(&Words)),
        needed("seen", OneOf(&["Confirmed", "Reported"])),
        needed("topic", Ref(Thing::Topic)),
        needed("meaning", CLAIM_KIND),
    ],
};

pub(super) static SCREENS: Record = Record {
    is: "PhoneScreens",
    called: "screens.ron",
    fields: &[
        needed("app", Words),
        needed("phrases", Kind::Record(&PHRASES)),
        needed("screens", List(&Kind::Record(&SCREEN), Fill::NotEmpty, MANY)),
    ],
};

pub(super) static PHRASES: Record = Record {
    is: "Phrases",
    called: "the list of phrases",
    fields: &[
        needed("lower_right", Prose),
        needed("upper_right", Prose),
        needed("bottom_bar", Prose),
        needed("row", Prose),
        needed("row_below", Prose),
        needed("choice", Prose),
        needed("button", Prose),
        needed("on_hold", Prose),
        needed("older", Prose),
        needed("newer", Prose),
        needed("other", Prose),
    ],
};

pub(super) static SCREEN: Record = Record {
    is: "Screen",
    called: "a screen",
    fields: &[
        needed("id", Id(Thing::Screen)),
        maybe("title", Words),
        maybe("kind", OneOf(&["List", "Feed", "Profile", "Sheet", "Inbox", "Accounts", "Chat", "Form"])),
        needed("items", any(&Kind::Record(&ITEM))),
        maybe("from", Ref(Thing::Screen)),
        maybe("instead_of", Ref(Thing::Screen)),
        maybe("version", VERSION),
        needed("seen_on", some(&Kind::Record(&SEEN_ON))),
        needed("sources", CITATIONS),
        needed("checked", Date),
    ],
};

const VERSION: Kind = OneOf(&["Other", "Older", "Newer"]);

pub(super) static SEEN_ON: Record = Record {
    is: "SeenOn",
    called: "a phone and a version",
    fields: &[maybe("platform", PLATFORM), needed("version", Prose)],
};

pub(super) static ITEM: Record = Record {
    is: "Item",
    called: "an item",
    fields: &[
        needed("id", Id(Thing::Item)),
        maybe("label", Words),
        maybe("icon", OneOf(ICONS)),
        maybe("mark", Words),
        maybe("heading", Words),
        needed("place", OneOf(&["LowerRight", "UpperRight", "BottomBar", "Row", "Choice", "Button", "OnHold"])),
        maybe("below", YesNo),
        maybe("opens", Ref(Thing::Screen)),
        maybe("only", PLATFORM),
        maybe("instead_of", Inner),
        maybe("version", VERSION),
        maybe("look_for", Prose),
    ],
};
