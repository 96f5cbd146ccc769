//! The words around the guide, shared by the window and the exports. What the guide says stands in `content/`.
#![expect(missing_docs, reason = "the words say it themselves")]

pub mod export;
pub mod layers;
pub mod start;

use std::fmt::Display;

use jiff::civil::Date;

use crate::content::markup;
use crate::content::model::{Citation, Guide, Move, Platform, SeenOn, SourceKind, Topic, Version};
use crate::phone::ShownStep;
use crate::rules::prove::Ruling;
use crate::rules::{ProofState, Verdict};

// ------------------------------------------------------------------- rail
pub const GUIDE: &str = "Guide";
pub const CHECKER: &str = "Checker";
pub const FAQ: &str = "FAQ";
pub const SETTINGS: &str = "Settings";
pub const ABOUT: &str = "About & sources";
pub const MY_PHONE: &str = "My phone";
pub const GET_HELP: &str = "Feeling unsafe?";
pub const GET_HELP_SHORT: &str = "Unsafe?";
pub const RAIL: &str = "Pages";
pub const BACK: &str = "Back";
pub const YOUR_SUPPORT: &str = "Your support team";

// ------------------------------------------------------------------ guide
pub const HEADLINE: &str = "Message won’t send?";
pub const UNDER_HEADLINE: &str = "Find the reason and fix it, step by step. Works offline.";
pub const SEARCH_HINT: &str = "Search, or paste the message TikTok shows you";
pub const SEARCH: &str = "Search the guide";
pub const FIND_MY_REASON: &str = "Find my reason";
pub const RECENT_SEARCHES: &str = "Recent searches";
pub const FORGET_SEARCHES: &str = "Forget them";
pub const CARD_HIT: &str = "Card";
/// Before one of the words that people type for a card.
pub const BEFORE_KEYWORD: &str = "Also called “";
pub const FAQ_HIT: &str = "Question";
pub const MESSAGE_HIT: &str = "Message TikTok shows";
pub const YOUR_MESSAGE: &str = "This is the message you see";
pub const NOTHING_FOUND: &str =
    "Nothing holds these words. These cards come nearest. Or let the checker read the text.";
pub const ASK_CHECKER: &str = "Check this text";
pub const CLEAR_SEARCH: &str = "Clear";
pub const CONTENT_MISTAKES: &str = "Show the mistakes";

// ------------------------------------------------------------------ topic
pub const WHERE_TO_GO: &str = "Where to go";
pub const STEP_BY_STEP: &str = "Step by step";
pub const DIFFERENCES: &str = "iPhone and Android";
pub const GOOD_TO_KNOW: &str = "Good to know";
pub const TICK: &str = "Tick it off";
pub const COPY_STEPS: &str = "Copy steps";
pub const CLEAR_TICKS: &str = "Start over";
pub const DID_IT_HELP: &str = "Did it help?";
pub const IT_WORKS: &str = "Yes, it works";
pub const NOT_YET: &str = "Not yet, next likely reason";
pub const RELATED: &str = "Look at next";
pub const QUESTIONS: &str = "Questions on this";
pub const SOURCES: &str = "Sources";
pub const MENUS_CHANGE: &str = "Menus change with the app version, your country and your age.";
pub const OFFICIAL_PAGES: &str = "Official pages";
pub const PAGES_MOVE: &str = "TikTok is moving its help pages, so an address may have changed.";
pub const NOTHING_TO_TAP: &str = "Nothing to tap in TikTok for this step";
pub const PREVIOUS: &str = "Back";
pub const NEXT: &str = "Next";
pub const NOT_THERE: &str = "I don’t see this";
pub const NOT_THERE_EITHER: &str = "I don’t see this either";
pub const USUAL_LOOK: &str = "Show the usual place again";
pub const LOOK_FOR: &str = "What to look for";
pub const ASK_ELSEWHERE: &str = "Where to ask";
pub const ASK_PAGE: &str = "TikTok’s own page may show the newest place. You can also skip this step: what comes after it may stand here already.";
pub const ASK_PHONE: &str = "Open your phone’s own settings and type the word into the search field at the top. TikTok’s page may help as well.";
pub const SEND_TO_PHONE: &str = "Send to phone";
pub const ALL_DONE: &str = "All steps done";

// ---------------------------------------------------------------- checker
pub const CHECKER_TITLE: &str = "What is stopping your message?";
pub const CHECKER_INTRO: &str = "Answer what you know. Skip the rest. Nothing leaves this computer.";
pub const PASTE_MESSAGE: &str = "Paste or pick the text you see…";
pub const NO_MESSAGE: &str = "No message shown";
pub const PICK_MESSAGE: &str = "Pick from the known messages";
pub const HIDE_MESSAGES: &str = "Hide the known messages";
pub const NOT_RECOGNISED: &str = "We don’t know this text. Try to paste all of it, or pick the closest one.";
pub const RECOGNISED: &str = "Recognised";
pub const MOST_USEFUL: &str = "most useful next";
pub const NOT_SURE: &str = "Not sure";
pub const MOST_LIKELY: &str = "Most likely";
pub const FIRST_LOOK: &str = "Worth a look first";
pub const BECAUSE: &str = "Because";
pub const AGAINST: &str = "Against it";
pub const SHOW_FIX: &str = "Show me how to fix it";
pub const SHOW_WHAT_TO_DO: &str = "Show me what I can do";
pub const SHOW_NEXT: &str = "Show me what to try next";
pub const SHOW_MORE: &str = "Show me more";
pub const RULED_OUT: &str = "Ruled out";
pub const COPY_SUMMARY: &str = "Copy summary for support";
pub const NOTHING_ANSWERED: &str = "Answer a question, and the likeliest reason shows up here.";
pub const START_OVER: &str = "Start over";
pub const SHOW_ALL_REASONS: &str = "Show all reasons";
pub const TRIED: &str = "tried, did not help";
pub const FORM: &str = "All questions";
pub const ONE_AT_A_TIME: &str = "One at a time";
pub const NOTHING_LEFT: &str = "There is nothing left to ask.";
pub const KEEP_ANSWER: &str = "Next";
pub const SKIP: &str = "Skip";
pub const CHANGE: &str = "Change";
pub const YOUR_ANSWERS: &str = "Your answers";
pub const SKIPPED: &str = "skipped";
pub const NOTHING_MORE: &str = "No further answer can put another reason first.";
pub const TRY_IN_ORDER: &str = "**Try in this order.** What is quick to check may come before what is likeliest.";
pub const CASE_CODE: &str = "Case code for support";
pub const COPY_CASE: &str = "Copy case code";
pub const OPEN_CASE: &str = "Open a case";
pub const GOT_A_CODE: &str = "Got a case code from somebody?";
pub const TYPE_CASE: &str = "Type a case code";
pub const CASE_NOTE: &str = "It holds your answers and nothing else.";
pub const SUMMARY_ANSWERS: &str = "Answers";
pub const SUMMARY_REASONS: &str = "Likely reasons";
pub const SUMMARY_CASE: &str = "Case code";
pub const NO_ANSWERS: &str = "none";

// -------------------------------------------------------------------- faq
pub const FAQ_TITLE: &str = "Questions people ask";
pub const FAQ_HINT: &str = "Type to filter the questions";
pub const FAQ_NOTHING: &str = "No question holds these words.";
pub const FAQ_REASONS: &str = "Cards on this";
pub const SHOW_ALL: &str = "Show all questions";
pub const SEARCH_GUIDE: &str = "Search the whole guide";

// --------------------------------------------------------------- settings
pub const SETTINGS_TITLE: &str = "Settings";
pub const THEME: &str = "Theme";
pub const TEXT_SIZE: &str = "Text size";
pub const PHONE: &str = "Your phone";
pub const PHONE_WHY: &str = "The steps are shown for this phone.";
pub const MOTION: &str = "Movement";
pub const MOTION_WHY: &str = "The ring on the drawn phone comes up in a moment, or stands still.";
pub const LANGUAGE: &str = "Language";
pub const ONLY_ENGLISH: &str = "English. This edition has no other language.";
pub const YOUR_DATA: &str = "What is kept";
pub const DATA_WHAT: &str = "Your theme, text size, movement and phone, the steps you ticked off, the one in hand, your answers in the checker with the \
    text you put there, which fixes you tried, and your recent searches. Nothing else, and nothing is sent anywhere.";
pub const DATA_NOWHERE: &str = "This computer offers no place to keep them. They are gone when you close the window.";
pub const DELETE: &str = "Delete it all…";
pub const SHORTCUTS: &str = "Keys";

// ------------------------------------------------------------------ about
pub const ABOUT_TITLE: &str = "About & sources";
pub const NOT_AFFILIATED: &str =
    "Unsent is not made by TikTok and not affiliated with TikTok. TikTok is a trademark of its owner.";
pub const WHAT_IT_IS: &str = "Unsent helps when TikTok messages don’t send or arrive. It works without a network and sends nothing anywhere: \
    no account, no statistics, no check for updates.";
pub const MISTAKES: &str = "Mistakes in the guide’s files";
pub const LICENCES: &str = "Licences";
pub const LICENCE_TEXT: &str = "Unsent: MIT or Apache-2.0, as you like. The typeface is Inter, SIL Open Font License 1.1. \
    The icons are from Phosphor, MIT.";
pub const VERSIONS: &str = "Versions";

// ---------------------------------------------------------------- dialogs
pub const WRITE_MAIL: &str = "Write a mail?";
pub const WRITE_MAIL_NOTE: &str = "It opens your mail program with this address.";
pub const OPEN_PAGE: &str = "Open this page in your browser?";
pub const OPEN_PAGE_NOTE: &str = "It needs the internet. If it has moved, search TikTok’s help for its title.";
pub const OPEN: &str = "Open";
pub const COPY_ADDRESS: &str = "Copy address";
pub const DELETE_TITLE: &str = "Delete what is kept?";
pub const DELETE_NOTE: &str = "Your settings, ticked steps and answers are deleted. This can’t be undone.";
pub const DELETE_NOW: &str = "Delete";
pub const REPLACE_TITLE: &str = "Open this case?";
pub const REPLACE_NOTE: &str = "Its answers take the place of yours. This can’t be undone.";
pub const REPLACE_NOW: &str = "Open the case";
pub const SEND_TITLE: &str = "Send the steps to your phone";
pub const SEND_NOTE: &str = "Point the camera of your phone at the code. It holds this text and needs no network.";
pub const SEND_ADDRESS: &str =
    "The steps are too long for a code. This one holds the address of TikTok’s page instead.";
pub const SEND_TOO_LONG: &str = "These steps are too long for a code. Copy them instead.";
pub const CODE_PICTURE: &str = "Code for the camera of a phone, with the text beside it";
pub const COPY_TEXT: &str = "Copy the text";
pub const CLOSE: &str = "Close";
pub const CANCEL: &str = "Cancel";
pub const CLOSE_NOTICE: &str = "Close this notice";

/// `8 steps · 2 min`, as far as there is anything to say.
pub fn effort(steps: usize, minutes: Option<u32>) -> String {
    let steps = match steps {
        0 => None,
        1 => Some("1 step".to_owned()),
        many => Some(format!("{many} steps")),
    };
    let minutes = minutes.map(|minutes| format!("{minutes} min"));
    [steps, minutes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The line under a topic's title: `7 steps · about 1 minute · iPhone and Android`; `only_for` where the steps differ.
pub fn effort_in_full(steps: usize, minutes: Option<u32>, only_for: Option<Platform>) -> String {
    if steps == 0 {
        return String::new();
    }
    let minutes = match minutes {
        Some(1) => " · about 1 minute".to_owned(),
        Some(minutes) => format!(" · about {minutes} minutes"),
        None => String::new(),
    };
    let phones =
        only_for.map_or_else(|| "iPhone and Android".to_owned(), |only| format!("shown for {}", platform(only)));
    format!("{}{minutes} · {phones}", effort(steps, None))
}

/// `Step 5 of 7`.
pub fn step_of(number: usize, count: usize) -> String {
    format!("Step {number} of {count}")
}

/// `5 of 18 answered`.
pub fn answered(count: impl Display, questions: impl Display) -> String {
    format!("{count} of {questions} answered")
}

/// How many answers and reasons a filter leaves: `3 answers, 2 reasons`.
pub fn faq_found(answers: usize, reasons: usize) -> String {
    let answers = match answers {
        0 => "no answers".to_owned(),
        1 => "1 answer".to_owned(),
        many => format!("{many} answers"),
    };
    match reasons {
        0 => answers,
        1 => format!("{answers}, 1 reason"),
        many => format!("{answers}, {many} reasons"),
    }
}

/// How much a search found.
pub fn found(hits: usize) -> String {
    match hits {
        0 => "nothing found".to_owned(),
        1 => "1 found".to_owned(),
        many => format!("{many} found"),
    }
}

/// The verdict in words.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::VeryLikely => "Very likely",
        Verdict::Likely => "Likely",
        Verdict::Possible => "Possible",
        Verdict::Unlikely => "Unlikely",
    }
}

/// On the way to a reason's card: nothing is promised where others have to change it.
pub fn show(topic: &Topic) -> &'static str {
    match topic.whose_move {
        _ if topic.ways.is_empty() => SHOW_MORE,
        Move::OtherPerson | Move::TikTok => SHOW_WHAT_TO_DO,
        Move::You | Move::Neither => SHOW_FIX,
    }
}

/// `Nov 2026`.
pub fn month(date: Date) -> String {
    date.strftime("%b %Y").to_string()
}

/// `Article 1, undated, checked Nov 2026`.
pub fn source_line(label: &str, dated: &str, checked: Date) -> String {
    format!("{label} ({dated}), checked {}", month(checked))
}

/// Where claims come from and when they were checked: one line for each source and date, with every place once.
pub fn cited<'a>(guide: &Guide, cited: impl Iterator<Item = (&'a [Citation], Date)>) -> Vec<String> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for (citations, checked) in cited {
        for Citation(id, place) in citations {
            let Some(source) = guide.source(id) else { continue };
            let head = source_line(&source.label, &source.dated, checked);
            match lines.iter_mut().find(|(known, _)| *known == head) {
                Some((_, places)) if places.contains(&place.as_str()) => {}
                Some((_, places)) => places.push(place),
                None => lines.push((head, vec![place])),
            }
        }
    }
    lines.into_iter().map(|(head, places)| format!("{head}: {}", places.join("; "))).collect()
}

/// `Checked November 2026 with Article 1, Press 2023`.
pub fn checked_with(checked: Date, sources: &[&str]) -> String {
    format!("Checked {} with {}", checked.strftime("%B %Y"), sources.join(", "))
}

/// Said past the day on which a path should have been looked at again.
pub fn overdue(review_by: Date) -> String {
    format!("This path was due for another look by {}. It may have changed.", review_by.strftime("%B %Y"))
}

/// What a known look is: `In older versions`.
pub fn look(version: Option<Version>, only: Option<Platform>) -> String {
    let versions = match version {
        None => "How it usually looks",
        Some(Version::Older) => "In older versions",
        Some(Version::Newer) => "In newer versions",
        Some(Version::Other) => "On some phones",
    };
    only.map_or_else(|| versions.to_owned(), |only| format!("{versions}, on {}", platform(only)))
}

/// `On “Privacy”: Tap **Direct messages**.`
pub fn on_screen(title: &str, sentence: &str) -> String {
    format!("On “{title}”: {sentence}")
}

/// `Seen on iPhone (February 2023)`.
pub fn seen_on(seen_on: &[SeenOn]) -> String {
    let seen = seen_on.iter().map(|seen| match seen.platform {
        Some(phone) => format!("{} ({})", platform(phone), seen.version),
        None => format!("a phone not named ({})", seen.version),
    });
    format!("Seen on {}", seen.collect::<Vec<_>>().join(", "))
}

/// What to look for, in the guide's words or by the usual label.
pub fn look_for(words: Option<&str>, label: Option<&str>) -> String {
    match (words, label) {
        (Some(words), _) => words.to_owned(),
        (None, Some(label)) => {
            format!("Something that means the same as **{label}**. Scroll to the end, and look into the corners.")
        }
        (None, None) => "Words that mean the same. They may differ on your phone.".to_owned(),
    }
}

/// What the lit part of the drawn phone does.
pub fn tap(label: &str) -> String {
    format!("Tap {label}")
}

/// How surely a kind of source speaks.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "TikTok’s own text, read in an archived copy",
        SourceKind::OfficialExtract => "TikTok’s help, read through somebody else’s summary",
        SourceKind::Press => "Newspapers and magazines",
        SourceKind::Observed => "Texts seen on screens, as others recorded them",
        SourceKind::Article => "The two articles this guide was founded on",
        SourceKind::Weak => "Blogs and undated pages: weak evidence",
        SourceKind::Reasoning => "Our own reasoning",
    }
}

/// The name of a kind of phone.
pub fn platform(platform: Platform) -> &'static str {
    match platform {
        Platform::IPhone => "iPhone",
        Platform::Android => "Android",
    }
}

/// What a screen reader says of the drawn phone.
pub fn phone_picture(guide: &Guide, step: &ShownStep) -> String {
    let Some(screen) = step.screen.as_ref().and_then(|id| guide.phone.screen(id)) else {
        let (app, nothing) = (&guide.phone.app, NOTHING_TO_TAP);
        return if step.before_app {
            format!("Picture of the phone: its apps, {app} among them")
        } else {
            format!("Picture of the phone. {nothing}")
        };
    };
    let lit = step.item.as_ref().and_then(|id| screen.items.iter().find(|item| item.id == *id));
    let what = match (step.types, lit) {
        (None, Some(item)) => format!("on “{}”, tap {}", screen.title, item.label),
        (Some(_), Some(item)) => format!("on “{}”, type with the keyboard, then tap {}", screen.title, item.label),
        (Some(_), None) => format!("on “{}”, type with the keyboard", screen.title),
        (None, None) => format!("“{}”", screen.title),
    };
    format!("Picture of the phone: {what}")
}

/// What was wrong with the content, in short.
pub fn mistakes(count: usize) -> String {
    match count {
        1 => "One mistake was found in the guide’s files. What is right is shown.".to_owned(),
        many => format!("{many} mistakes were found in the guide’s files. What is right is shown."),
    }
}

pub const KEYS: [(&str, &str); 9] = [
    ("Ctrl 1, 2, 3", "Guide, checker, FAQ"),
    ("Ctrl K", "Search"),
    ("Esc or Alt ←", "Go back"),
    ("← and →", "The step before, the next one"),
    ("Tab, Shift Tab", "Next control, the one before"),
    ("Enter or Space", "Press it"),
    ("Ctrl + and Ctrl -", "Larger and smaller text"),
    ("Ctrl 0", "Text as designed"),
    ("Ctrl Q", "Close the window"),
];

/// The name of a step: its number, its sentence, and its remark, which is not said elsewhere.
pub fn step(number: usize, sentence: &str, note: Option<&str>) -> String {
    let note = note.map(|note| format!(" {}", markup::plain(note))).unwrap_or_default();
    format!("{number}. {sentence}{note}")
}

/// The name of a step's tick box.
pub fn tick(number: usize, sentence: &str) -> String {
    format!("Step {number} done: {sentence}")
}

/// Things in a row, as they are said.
pub fn list(parts: &[String]) -> String {
    parts.join(" · ")
}

/// What is being used.
pub fn versions(edition: Date, topics: usize, questions: usize) -> String {
    format!(
        "Program {}. Guide of {}: {topics} cards, {questions} questions.",
        env!("CARGO_PKG_VERSION"),
        edition.strftime("%-d %b %Y")
    )
}

/// The first line of a summary.
pub fn summary_title(edition: Date) -> String {
    format!("Summary from Unsent, guide of {}", edition.strftime("%-d %b %Y"))
}

/// Which answers are enough for the first reason.
pub fn enough(answers: &[String]) -> String {
    format!("**Enough for this**: {}", answers.join(" · "))
}

/// Which questions could still put another reason first.
pub fn not_enough(questions: &[&str]) -> String {
    format!("**Could still change it**: {}", questions.join(" · "))
}

/// What readers can change, and where it would lead.
pub fn nearest_change(changes: &[String], leads_to: Option<&str>) -> String {
    let then =
        leads_to.map_or_else(|| "no reason stands out any more".to_owned(), |title| format!("look at “{title}” next"));
    format!("**If it still fails with this changed**: {}. Then {then}.", changes.join(" · "))
}

/// What was proven of the rules, for the page about the program.
pub fn proof(proof: &ProofState) -> String {
    let combinations = proof.combinations.map_or_else(|| "too many to count".to_owned(), grouped);
    match proof.ruling {
        None => "The checker’s rules are being proven…".to_owned(),
        Some(Ruling::Proven) => {
            format!("The checker’s rules are proven for every one of {combinations} combinations of answers.")
        }
        Some(Ruling::CounterExample) => {
            format!(
                "The checker’s rules do not hold for all of {combinations} combinations of answers. Whoever edits this guide finds the cases with unsent-kit check --prove."
            )
        }
        Some(Ruling::NotProven) => "The checker’s rules are too large to be proven; they were not.".to_owned(),
    }
}

/// The edition and the fingerprint of its files.
pub fn fingerprint(edition: Date, hash: u64) -> String {
    format!("Edition of {}, content {hash:016x}", edition.strftime("%-d %b %Y"))
}

/// A whole number with its thousands apart.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// Something to try, with its place in the order: `2. App trouble (5 min)`.
pub fn in_order(number: usize, title: &str, minutes: Option<u32>) -> String {
    let minutes = minutes.map(|minutes| format!(" ({minutes} min)")).unwrap_or_default();
    format!("{number}. {title}{minutes}")
}

/// A word that somebody typed, cut where it is long.
pub(crate) fn shortened(word: &str) -> String {
    const MOST: usize = 60;
    let cut = if word.chars().count() > MOST { "…" } else { "" };
    word.chars().take(MOST).chain(cut.chars()).collect()
}
