//! Nothing is lost: every point of the two source articles, and every id of the design, stands in the built-in guide.
//!
//! Each row is a point in our own words, and where the guide says it, with the words that tell it. A row fails when its
//! place is gone, no longer says so, or none of its places names the article as a source any more.

use std::collections::BTreeSet;

use unsent::content::markup::plain;
use unsent::content::model::{Citation, Claim, Guide, Options, Platform, Topic, Way};
use unsent::phone;
use unsent::rules::Recogniser;

use crate::support::guide;

/// A point, and the places that hold it: `topic/about/1`, `topic/way/step`, `topic/way`, `faq/id`, with telling words.
type Point = (&'static str, &'static [(&'static str, &'static [&'static str])]);

/// The first article: seven reasons and five questions.
const GUIDE_1: &[Point] = &[
    ("reason 1: messages are for people of 16 and over", &[("age/about/1", &["16 or older", "send or receive"])]),
    (
        "reason 1: the rule is there to protect",
        &[("age/about/1", &["protect younger people"]), ("faq/minimum-age", &["protect you"])],
    ),
    (
        "reason 1: below that age only waiting helps",
        &[("age/about/2", &["waiting is all"]), ("age/wait/1", &["Wait until the account is 16"])],
    ),
    (
        "reason 2: an unverified phone number can stop messages",
        &[
            ("phone/about/1", &["confirm a phone number before they can write"]),
            ("phone/about/1/doubt", &["every number has to be verified"]),
        ],
    ),
    ("reason 2: it keeps spam down", &[("phone/about/1", &["spam"]), ("faq/why-phone-number", &["spam"])]),
    ("reason 2, step 1: open the app", &[("phone/verify/1", &["Open the TikTok app"])]),
    ("reason 2, step 2: Profile, lower right", &[("phone/verify/2", &["Profile", "lower right"])]),
    ("reason 2, step 3: the menu with three bars, upper right", &[("phone/verify/3", &["Menu", "☰", "upper right"])]),
    ("reason 2, step 4: Settings and privacy", &[("phone/verify/4", &["Settings and privacy"])]),
    ("reason 2, step 5: Manage account, under Account", &[("phone/verify/5", &["Manage account"])]),
    ("reason 2, step 6: Phone number", &[("phone/verify/6", &["Phone number"])]),
    ("reason 2, step 7: type the number, Send code", &[("phone/verify/7", &["your phone number", "Send code"])]),
    (
        "reason 2, step 8: type the code of four digits",
        &[("phone/verify/8", &["code"]), ("phone/verify/doubt", &["four digits"])],
    ),
    (
        "reason 3: only friends can write to each other",
        &[
            ("not-friends/about/1", &["may not go through"]),
            ("not-friends/about/1/doubt", &["never works unless both of you follow"]),
        ],
    ),
    (
        "reason 3: friends are two who follow each other",
        &[("not-friends/about/1", &["two people who follow each other"])],
    ),
    ("reason 3: tap Follow on their profile", &[("not-friends/follow/1", &["Follow", "profile"])]),
    (
        "reason 3: wait for a follow back, then it works",
        &[("not-friends/follow/2", &["follow you back", "then write"])],
    ),
    ("reason 4: TikTok's servers can have trouble", &[("server/about/1", &["TikTok’s own computers have trouble"])]),
    (
        "reason 4: TikTok mostly mends it quickly",
        &[("server/about/1", &["usually mends it soon"]), ("faq/is-tiktok-down", &["usually puts it right soon"])],
    ),
    (
        "reason 4, meanwhile: clear the cache",
        &[("server/good_to_know/1", &["clearing the app’s cache"]), ("app/clear-cache", &["Clear", "Cache"])],
    ),
    (
        "reason 4, meanwhile: reinstall",
        &[("server/good_to_know/1", &["reinstalling TikTok"]), ("app/reinstall", &["Delete TikTok", "install it"])],
    ),
    (
        "reason 4, meanwhile: restart the phone",
        &[("server/good_to_know/1", &["restarting the phone"]), ("app/update", &["off and on again"])],
    ),
    (
        "reason 5: everyone sets who may write to them",
        &[("their-privacy/about/1", &["Everybody chooses who may write to them"])],
    ),
    ("reason 5: a closed inbox takes no message", &[("their-privacy/about/1", &["nobody", "not delivered"])]),
    ("reason 5, step 1: open the app", &[("own-privacy/choose-friends/1", &["Open the TikTok app"])]),
    ("reason 5, step 2: Profile, lower right", &[("own-privacy/choose-friends/2", &["Profile", "lower right"])]),
    (
        "reason 5, step 3: the menu with three bars, upper right",
        &[("own-privacy/choose-friends/3", &["Menu", "☰", "upper right"])],
    ),
    ("reason 5, step 4: Settings and privacy", &[("own-privacy/choose-friends/4", &["Settings and privacy"])]),
    (
        "reason 5, step 5: Privacy, under Account",
        &[("own-privacy/choose-friends/5", &["Privacy", "under a heading called Account"])],
    ),
    (
        "reason 5, step 6: scroll down to Direct messages",
        &[("own-privacy/choose-friends/6", &["Scroll down", "Direct messages"])],
    ),
    (
        "reason 5, step 7: Friends under Who can send you direct messages",
        &[("own-privacy/choose-friends/7", &["Friends", "Who can send you direct messages"])],
    ),
    ("reason 6: apps have passing faults", &[("app/about/1", &["passing bugs"])]),
    (
        "reason 6: update from the store of the phone",
        &[("app/update", &["App Store", "Google Play", "newest version"])],
    ),
    ("reason 6: restart the phone", &[("app/update", &["Turn your phone off and on again"])]),
    ("reason 6: send once more", &[("app/update", &["send your message once more"])]),
    ("reason 7: a bad connection stops messages", &[("network/about/1", &["weak or broken connection"])]),
    ("reason 7: restart the phone", &[("network/reset", &["Turn your phone off and on again"])]),
    ("reason 7: change between Wi-Fi and mobile data", &[("network/reset/1", &["Wi-Fi", "mobile data"])]),
    ("reason 7: airplane mode on and off", &[("network/reset/2", &["airplane mode on", "off"])]),
    (
        "question 1: the number links people who know each other",
        &[("faq/why-phone-number", &["people you may know"]), ("phone/good_to_know/1", &["people you know"])],
    ),
    (
        "question 1: the number shows a real person",
        &[("faq/why-phone-number", &["real person"]), ("phone/good_to_know/1", &["real person"])],
    ),
    (
        "question 2: the number can be changed later",
        &[
            ("faq/change-phone-number", &["you can change it later"]),
            ("phone/good_to_know/2", &["change the number later"]),
        ],
    ),
    ("question 2: it is among the account details", &[("faq/change-phone-number", &["account details"])]),
    (
        "question 3: only people who follow each other can write",
        &[("faq/from-non-friends", &["only people who follow each other can write"])],
    ),
    ("question 4: videos can be sent", &[("faq/send-video", &["Yes", "video"])]),
    (
        "question 5: e-mail, Apple ID or other accounts verify, too",
        &[
            ("faq/verify-without-phone", &["e-mail", "Apple ID", "Facebook", "Twitter", "Instagram"]),
            ("phone/good_to_know/3", &["e-mail", "Apple ID", "Facebook", "Twitter", "Instagram"]),
        ],
    ),
];

/// The second article: the error, its causes, its fixes and three questions.
const GUIDE_2: &[Point] = &[
    ("severity: a small fault", &[("contact/about/2", &["minor fault"]), ("faq/is-it-serious", &["small thing"])]),
    (
        "meaning: it fails when the two don't follow each other",
        &[
            ("faq/what-not-sending-means", &["has not reached", "you don’t follow each other"]),
            ("not-friends/about/1", &["may not go through"]),
        ],
    ),
    ("meaning: accounts under 16 are limited", &[("faq/what-not-sending-means", &["under 16"])]),
    (
        "affected: iPhone and Android",
        &[
            ("app/differences/4", &["iPhone", "Android"]),
            ("contact/differences/1", &["Both phones"]),
            ("faq/which-phones", &["Yes, on both"]),
        ],
    ),
    ("cause: not following each other", &[("not-friends/about/1", &["follow each other"])]),
    ("cause: the other person turned messages off", &[("their-privacy/about/1", &["nobody", "not delivered"])]),
    ("cause: the account is under 16", &[("age/about/1", &["16 or older"])]),
    ("cause: TikTok restricted the account", &[("restriction/about/1", &["stop you from sending"])]),
    ("cause: no internet", &[("network/about/1", &["Without internet"])]),
    (
        "fix 1: see that both follow",
        &[("not-friends/check", &["see whether you follow them", "list of your own followers"])],
    ),
    ("fix 1, why: one-way following is not enough", &[("not-friends/about/1", &["If only one of you follows"])]),
    (
        "fix 2: test with a website or another app",
        &[("network/test", &["Open a website", "another app"]), ("network/about/2", &["website or another app"])],
    ),
    (
        "fix 2, why: nothing goes out without internet",
        &[("network/about/1", &["Without internet, nothing can be sent"])],
    ),
    (
        "fix 3: write to somebody else",
        &[
            ("their-privacy/one-or-all", &["message to somebody else"]),
            ("app/other-contact/1", &["message to somebody else"]),
        ],
    ),
    (
        "fix 3, why: it tells one chat from the whole app",
        &[("their-privacy/one-or-all", &["in this one chat", "no message of yours arrives anywhere"])],
    ),
    (
        "fix 3, why: if others get it, this person probably turned messages off",
        &[("their-privacy/one-or-all/doubt", &["probably turned messages off"])],
    ),
    (
        "fix 4: look at Report a problem in the settings",
        &[("restriction/guide-2", &["Profile", "Settings and privacy", "Report a problem", "restriction"])],
    ),
    ("fix 4, why: warnings can cost the messages", &[("restriction/about/1", &["after a warning"])]),
    ("fix 5: update from the store", &[("app/update", &["App Store", "Google Play", "newest version"])]),
    (
        "fix 5, why: new versions mend faults of messages",
        &[("app/about/1", &["newer version often mends trouble with messages"])],
    ),
    (
        "professional: none is needed",
        &[
            ("contact/about/2", &["no repair professional"]),
            ("contact/good_to_know/4", &["no technician"]),
            ("faq/repair-needed", &["No."]),
        ],
    ),
    ("professional: it is a rule or the network", &[("faq/repair-needed", &["rule", "connection"])]),
    (
        "question 1: some take messages from friends only",
        &[("faq/some-people-not-others", &["don’t follow each other"])],
    ),
    ("question 1: some turned messages off", &[("faq/some-people-not-others", &["turned messages off"])]),
    ("question 2: both have to follow", &[("faq/mutual-follows", &["must always follow each other"])]),
    ("question 2: strangers are kept out", &[("faq/mutual-follows", &["many people only accept friends"])]),
    ("question 3: under 16, neither sending nor receiving", &[("faq/minimum-age", &["neither send nor receive"])]),
    ("question 3: by the birth date of the account", &[("faq/minimum-age", &["birth date of your account"])]),
];

/// What stands at a place, and what it names as its sources.
fn at<'a>(guide: &'a Guide, place: &str) -> Option<(String, &'a [Citation])> {
    let parts: Vec<&str> = place.split('/').collect();
    if let ["faq", id] = parts[..] {
        let entry = guide.faq_entry(&id.into())?;
        let claims =
            entry.answer.iter().map(|claim| format!("{} {}", claim.text, claim.doubt.as_deref().unwrap_or("")));
        let texts = [entry.question.clone()].into_iter().chain(claims).collect::<Vec<_>>();
        // An answer's claims share their sources on the page; the first that names an article stands for all.
        let article = |claim: &&Claim| claim.sources.iter().any(|source| source.0.as_str().starts_with("guide-"));
        let cited = entry.answer.iter().find(article).map_or(&[][..], |claim| &claim.sources);
        return Some((plain(&texts.join(" ")), cited));
    }
    let topic = guide.topic(&(*parts.first()?).into())?;
    let claims = |name: &str| match name {
        "about" => Some(&topic.about),
        "differences" => Some(&topic.differences),
        "good_to_know" => Some(&topic.good_to_know),
        _ => None,
    };
    if let Some(claims) = claims(parts.get(1)?) {
        let claim = claims.get(parts.get(2)?.parse::<usize>().ok()?.checked_sub(1)?)?;
        let text = if parts.get(3) == Some(&"doubt") { claim.doubt.as_ref()? } else { &claim.text };
        return Some((plain(text), &claim.sources));
    }
    let way = topic.ways.iter().find(|way| way.id.as_str() == parts[1])?;
    let steps = sentences(guide, way);
    let text = match parts.get(2) {
        None => steps.join(" "),
        Some(&"doubt") => plain(way.doubt.as_ref()?),
        Some(step) => steps.get(step.parse::<usize>().ok()?.checked_sub(1)?)?.clone(),
    };
    Some((text, &way.sources))
}

/// Each step of a way with its remark, as people on an iPhone read it; what only Android has comes behind.
fn sentences(guide: &Guide, way: &Way) -> Vec<String> {
    let shown = |platform| phone::steps(guide, way, platform).into_iter();
    let mut steps: Vec<String> = Vec::new();
    for step in shown(Platform::IPhone).chain(shown(Platform::Android)) {
        let text = plain(&format!("{} {}", step.sentence, step.note.unwrap_or_default()));
        if !steps.contains(&text) {
            steps.push(text);
        }
    }
    steps
}

#[track_caller]
fn assert_covers(article: &str, points: &[Point]) {
    let guide = guide();
    let mut lost = Vec::new();
    for (point, places) in points {
        for (place, words) in *places {
            match at(&guide, place) {
                None => lost.push(format!("{point}: there is no {place}")),
                Some((text, _)) => lost.extend(
                    words
                        .iter()
                        .filter(|word| !text.contains(**word))
                        .map(|word| format!("{point}: {place} lacks “{word}”: {text}")),
                ),
            }
        }
        let cited = |place: &str| {
            at(&guide, place).is_some_and(|(_, cited)| cited.iter().any(|cited| cited.0.as_str() == article))
        };
        if !places.iter().any(|(place, _)| cited(place)) {
            lost.push(format!("{point}: none of {places:?} names {article}"));
        }
    }
    assert!(lost.is_empty(), "{} points are lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn every_point_of_the_first_article_is_in_the_guide() {
    assert_covers("guide-1", GUIDE_1);
}

#[test]
fn every_point_of_the_second_article_is_in_the_guide() {
    assert_covers("guide-2", GUIDE_2);
}

#[test]
fn the_step_lists_of_the_first_article_are_complete_and_in_order() {
    let guide = guide();
    let way = |topic: &str, way: &str| {
        let topic = guide.topic(&topic.into()).unwrap();
        topic.ways.iter().find(|other| other.id.as_str() == way).unwrap()
    };
    let begins = [
        "Open the TikTok app.",
        "Tap Profile, lower right corner.",
        "Tap Menu ☰, upper right corner.",
        "Tap Settings and privacy.",
    ];
    let verify = [
        "Tap Manage account.",
        "Tap Phone number.",
        "Type your phone number, then tap Send code.",
        "Type in the code TikTok sends you.",
    ];
    let choose = [
        "Tap Privacy.",
        "Scroll down and tap Direct messages.",
        "Under “Who can send you direct messages”, choose Friends.",
    ];
    for (way, rest) in [(way("phone", "verify"), &verify[..]), (way("own-privacy", "choose-friends"), &choose[..])] {
        for platform in [Platform::IPhone, Platform::Android] {
            let steps: Vec<String> =
                phone::steps(&guide, way, platform).iter().map(|step| plain(&step.sentence)).collect();
            assert_eq!(steps, [&begins[..], rest].concat(), "{} on {platform:?}", way.id);
        }
    }
}

#[test]
fn every_card_of_the_design_is_there() {
    let ids: BTreeSet<String> = guide().topics.iter().map(|topic| topic.id.to_string()).collect();
    let design = [
        "age",
        "phone",
        "not-friends",
        "server",
        "their-privacy",
        "own-privacy",
        "app",
        "network",
        "restriction",
        "blocked",
        "requests",
        "group-chat",
        "media",
        "notifications",
        "account-gone",
        "family-pairing",
        "safety",
        "contact",
    ];
    assert_eq!(ids, design.map(str::to_owned).into());
}

#[test]
fn every_card_says_what_where_from_and_when_it_was_checked() {
    let guide = guide();
    for Topic { id, about, ways, differences, good_to_know, .. } in &guide.topics {
        assert!((2..=3).contains(&about.len()), "{id} is explained in {} texts", about.len());
        for claim in about.iter().chain(differences).chain(good_to_know) {
            assert!(!claim.sources.is_empty(), "{id}: “{}” names no source", claim.text);
            assert!(claim.checked <= guide.manifest.edition, "{id}: “{}” was checked after the edition", claim.text);
        }
        for way in ways {
            assert!(!way.sources.is_empty() && !way.steps.is_empty(), "{id}/{} is empty", way.id);
            assert!(way.review_by > way.checked, "{id}/{} is never reviewed", way.id);
        }
    }
}

#[test]
fn the_checkers_questions_and_options_are_those_of_the_design() {
    const DESIGN: [(&str, &str); 18] = [
        ("problem", "send receive no-answer no-chat group media no-alert"),
        ("message", ""),
        ("who", "one-person everyone"),
        ("others-too", "yes no"),
        ("age", "under-16 16-17 18-plus"),
        ("birth-date", "right wrong"),
        ("follow", "mutual only-me only-them neither no-longer"),
        ("phone-prompt", "yes no"),
        ("own-setting", "everyone suggested friends no-one"),
        ("other-apps", "work fail fail-on-this-wifi"),
        ("blocker", "yes no"),
        ("app", "latest old unofficial"),
        ("warning", "yes no"),
        ("many-messages", "yes no"),
        ("unanswered", "none some three"),
        ("profile", "opens missing"),
        ("i-blocked", "yes no"),
        ("family-pairing", "yes no"),
    ];
    let guide = guide();
    assert_eq!(guide.questions.len(), DESIGN.len());
    for (id, options) in DESIGN {
        let question = guide.question(&id.into()).unwrap_or_else(|| panic!("there is no question {id}"));
        let found = match &question.options {
            Options::Choose(choices) => choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(" "),
            Options::Messages => String::new(),
        };
        assert_eq!(found, options, "{id}");
    }
}

/// The texts that TikTok is known to show, word for word, and the card that each leads to.
const SEEN: [(&str, &str); 18] = [
    ("Only friends can send messages to each other", "not-friends"),
    ("Cannot send messages due to this user's privacy settings", "their-privacy"),
    ("This user is unable to receive your message due to this user's privacy settings", "their-privacy"),
    (
        "The message couldn't be sent due to receiver's settings. We will resend the message once they update their permission.",
        "their-privacy",
    ),
    ("You are sending messages too fast. Take a rest.", "restriction"),
    ("Chat messages limit reached. You will not be able to send messages to this user.", "requests"),
    (
        "This message violated our Community Guidelines. We restrict certain content and actions to protect our community. If you believe this was a mistake, tap Feedback to let us know.",
        "restriction",
    ),
    (
        "Due to multiple Community Guideline violations, you're temporarily prevented from sending and receiving messages. View details in your app notifications.",
        "restriction",
    ),
    ("This account can't send or receive messages due to multiple Community Guidelines violations.", "account-gone"),
    (
        "The account you are trying to contact has been suspended and may not be able to receive your message.",
        "account-gone",
    ),
    ("To send messages, unblock this account.", "blocked"),
    ("{name} wants to send you a message", "requests"),
    ("This message type isn't supported. Download TikTok app to view this message.", "media"),
    ("Couldn't find this account", "account-gone"),
    ("Resend", "network"),
    ("Connect to the internet and try again", "network"),
    ("Enter 6-digit code", "phone"),
    ("Not Sent", "network"),
];

/// Texts that others report or that are put another way: they are recognised, whatever stands in the guide.
const REPORTED: [(&str, &str); 9] = [
    ("Messages cannot be sent since this user isn't following you", "not-friends"),
    ("Couldn't send message", "network"),
    ("Message not sent, tap to retry", "network"),
    ("This message could not be sent due to the recipient's privacy settings", "their-privacy"),
    ("This user cannot receive your message", "their-privacy"),
    ("Because of this user's privacy setting you can't send", "their-privacy"),
    ("Your account was suspended from messaging", "restriction"),
    ("Your code was emailed to somebody@example.com", "phone"),
    ("This user may send up to 3 messages total", "requests"),
];

#[test]
fn every_known_text_is_there_word_for_word_and_leads_to_its_card() {
    let guide = guide();
    for (text, topic) in SEEN {
        let printed = text.replace('\'', "’");
        let message = guide.messages.iter().find(|message| message.text == printed);
        let message = message.unwrap_or_else(|| panic!("“{printed}” is missing"));
        assert_eq!(message.topic.as_str(), topic, "{printed}");
    }
}

#[test]
fn every_known_and_reported_text_is_recognised() {
    let guide = guide();
    let recogniser = Recogniser::new(&guide.messages);
    for (text, topic) in SEEN.into_iter().chain(REPORTED) {
        let found = recogniser.recognise(&text.replace("{name}", "lena_2009"));
        let found = found.and_then(|id| guide.message(&id).map(|message| message.topic.to_string()));
        assert_eq!(found.as_deref(), Some(topic), "{text}");
    }
}
