//! Situations of real people: what they answered, which reason has to come first, and which never may.
//!
//! They were written from the facts before the weights were, and are not to be bent to them.

/// What the person answered, the reasons that may come first (any of them), and those that never may.
pub(crate) type Situation = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// The reasons that hit every chat at once.
pub(crate) const WHOLE_ACCOUNT: &[&str] =
    &["age", "restriction", "app", "network", "server", "phone", "family-pairing", "notifications"];

/// The reasons that lie in one chat.
pub(crate) const ONE_CHAT: &[&str] = &["not-friends", "their-privacy", "blocked", "requests", "account-gone"];

pub(crate) const SITUATIONS: &[Situation] = &[
    // ------------------------------------------------------- the symptoms of the facts, section 4.3
    ("works with everyone but one person", &["who=one-person"], &["not-friends"], WHOLE_ACCOUNT),
    ("works with nobody, other apps fine", &["who=everyone", "other-apps=work"], &["restriction", "age"], ONE_CHAT),
    ("the same, an adult", &["who=everyone", "other-apps=work", "age=18-plus"], &["restriction"], &["age", "network"]),
    ("works with nobody, other apps fail too", &["who=everyone", "other-apps=fail"], &["network"], ONE_CHAT),
    ("everybody around has it right now", &["others-too=yes"], &["server"], &[]),
    ("everybody has it, everything else works", &["others-too=yes", "who=everyone", "other-apps=work"], &["server"], &["network"]),
    ("no message button on one profile", &["problem=no-chat", "who=one-person"], &["their-privacy", "not-friends"], &["restriction"]),
    ("no button on the profile of a friend", &["problem=no-chat", "who=one-person", "follow=mutual"], &["their-privacy"], &["not-friends"]),
    ("no inbox at all", &["problem=no-chat", "who=everyone"], &["age"], ONE_CHAT),
    ("no inbox at all, an adult", &["problem=no-chat", "who=everyone", "age=18-plus"], &["restriction"], &["age", "family-pairing"]),
    ("no inbox, 17, a parent is linked", &["problem=no-chat", "age=16-17", "family-pairing=yes"], &["family-pairing"], &["age"]),
    ("started after an update, everything else excluded",
        &["problem=send", "who=everyone", "age=18-plus", "other-apps=work", "others-too=no", "app=latest", "warning=no", "phone-prompt=no"],
        &["app"], &["age", "network", "server", "restriction"]),
    ("started after a removed post", &["warning=yes", "who=everyone"], &["restriction"], ONE_CHAT),
    ("only the warning is known", &["warning=yes"], &["restriction"], &[]),
    ("sent three, now the box is locked", &["unanswered=three", "problem=send"], &["requests"], &["not-friends"]),
    ("three unanswered to somebody who does not follow", &["unanswered=three", "who=one-person", "follow=only-me", "profile=opens"], &["requests"], &["account-gone"]),
    ("sent but never answered", &["problem=no-answer"], &["requests"], &["age", "network", "restriction"]),
    ("sent but never seen by a stranger", &["problem=no-answer", "who=one-person", "follow=neither", "unanswered=some"], &["requests"], WHOLE_ACCOUNT),
    ("never answered by a friend", &["problem=no-answer", "who=one-person", "follow=mutual"], &["notifications", "blocked", "their-privacy"], &["requests", "not-friends", "age"]),
    ("a message came but no alert", &["problem=no-alert"], &["notifications"], &[]),
    ("no alert at night, 16", &["problem=no-alert", "age=16-17", "own-setting=friends", "other-apps=work"], &["notifications"], &["own-privacy", "network"]),
    ("no alert, all chats", &["problem=no-alert", "who=everyone", "family-pairing=yes"], &["notifications"], &[]),
    ("text goes, photos do not", &["problem=media"], &["media"], &[]),
    ("photo as the first message", &["problem=media", "who=one-person", "follow=neither", "unanswered=none"], &["media"], &["network"]),
    ("video fails in every chat", &["problem=media", "who=everyone", "other-apps=work", "app=latest"], &["media"], &["network"]),
    ("photos with a parent linked", &["problem=media", "age=16-17", "family-pairing=yes"], &["media"], &["age"]),
    ("old chat there, new messages fail", &["follow=no-longer", "problem=send"], &["not-friends"], &[]),
    ("unfollowed by one person", &["who=one-person", "follow=no-longer", "profile=opens", "other-apps=work"], &["not-friends"], &["network", "account-gone"]),
    ("works on mobile data, not on this Wi-Fi", &["other-apps=fail-on-this-wifi"], &["network"], &[]),
    ("school Wi-Fi, the whole class has it", &["other-apps=fail-on-this-wifi", "others-too=yes", "who=everyone"], &["network"], &[]),
    ("one phone works, the other does not", &["who=everyone", "app=old", "other-apps=work", "others-too=no"], &["app"], &["network", "server"]),

    // -------------------------------------------------------------- friends and their settings
    ("only I follow", &["who=one-person", "follow=only-me"], &["not-friends"], WHOLE_ACCOUNT),
    ("the picture of the design", &["who=one-person", "follow=only-me", "age=18-plus", "other-apps=work"], &["not-friends"], &["age", "network"]),
    ("only they follow", &["who=one-person", "follow=only-them", "problem=send"], &["not-friends"], WHOLE_ACCOUNT),
    ("a star who follows nobody", &["follow=neither", "problem=send"], &["not-friends"], &["notifications"]),
    ("they have a private account and have not followed back", &["who=one-person", "follow=only-me", "profile=opens", "unanswered=none"], &["not-friends"], &["account-gone", "requests"]),
    ("friends, but one person’s box is shut", &["who=one-person", "follow=mutual", "profile=opens"], &["their-privacy"], &["not-friends", "account-gone"]),
    ("friends, one person, everything excluded", &["who=one-person", "follow=mutual", "i-blocked=no", "age=18-plus", "other-apps=work", "problem=send"], &["their-privacy"], &["not-friends", "age", "network"]),
    ("friend, sending from an old app", &["who=one-person", "follow=mutual", "app=old"], &["their-privacy"], &["not-friends"]),
    ("nobody of the strangers can be reached by a newcomer", &["who=everyone", "follow=neither"], &["not-friends", "age", "restriction", "network"], &["blocked", "account-gone"]),

    // ---------------------------------------------------------------------- blocked or gone
    ("I blocked them", &["i-blocked=yes"], &["blocked"], &[]),
    ("I blocked them and do not follow", &["i-blocked=yes", "who=one-person", "follow=neither", "profile=opens"], &["blocked"], WHOLE_ACCOUNT),
    ("I blocked them and forgot", &["message=unblock-account", "i-blocked=no"], &["blocked"], &[]),
    ("a friend vanished and follows no more", &["who=one-person", "follow=no-longer", "profile=missing"], &["blocked", "account-gone"], &["not-friends"]),
    ("the profile can’t be found", &["who=one-person", "profile=missing"], &["account-gone"], WHOLE_ACCOUNT),
    ("only the missing profile is known", &["profile=missing"], &["account-gone"], &[]),
    ("the profile of a friend can’t be found", &["who=one-person", "profile=missing", "follow=mutual"], &["account-gone"], &["not-friends"]),
    ("nobody can find the profile", &["who=one-person", "profile=missing", "others-too=yes"], &["account-gone"], &["server"]),
    ("only I can’t find the profile, others can write to them", &["who=one-person", "profile=missing", "follow=no-longer", "others-too=no"], &["blocked"], &["server", "not-friends"]),

    // ------------------------------------------------------------------------------- age
    ("under 16", &["age=under-16"], &["age"], &[]),
    ("under 16, one person tried", &["age=under-16", "who=one-person", "follow=only-me"], &["age"], &[]),
    ("under 16, no inbox", &["age=under-16", "problem=no-chat", "who=everyone", "birth-date=right"], &["age"], &[]),
    ("under 16 with the own setting at No one", &["age=under-16", "own-setting=no-one", "problem=receive"], &["age"], &["own-privacy"]),
    ("under 16 with a parent linked", &["age=under-16", "family-pairing=yes", "problem=send"], &["age"], &[]),
    ("group too young", &["problem=group", "age=under-16"], &["age", "group-chat"], &[]),
    ("an adult taken for a minor", &["age=18-plus", "birth-date=wrong", "who=everyone", "other-apps=work"], &["age"], &["network"]),
    ("an adult with a wrong birth date, no inbox", &["birth-date=wrong", "problem=no-chat"], &["age"], &[]),
    ("account says under 16, the person is older", &["age=under-16", "birth-date=wrong"], &["age"], &[]),
    ("17, wrong birth date", &["age=16-17", "birth-date=wrong", "who=everyone"], &["age"], &[]),

    // ----------------------------------------------------------------------- own setting
    ("own setting No one, nothing arrives", &["problem=receive", "own-setting=no-one"], &["own-privacy"], &[]),
    ("nothing arrives", &["problem=receive"], &["own-privacy", "requests"], &["their-privacy"]),
    ("17, can’t write, own setting No one", &["age=16-17", "own-setting=no-one", "problem=send"], &["own-privacy"], &["age"]),
    ("17, can’t write to anyone", &["age=16-17", "who=everyone", "other-apps=work", "family-pairing=no"], &["own-privacy", "restriction"], &["age", "family-pairing", "network"]),
    ("adult, own setting No one, can’t write to anyone", &["age=18-plus", "own-setting=no-one", "who=everyone", "other-apps=work"], &["own-privacy", "restriction"], &["age", "network"]),
    ("own setting No one, but one stranger can’t be written to", &["own-setting=no-one", "problem=send", "who=one-person", "follow=only-me", "age=18-plus"], &["not-friends"], &["age"]),
    ("own setting Friends, a stranger’s message does not come", &["problem=receive", "own-setting=friends", "follow=only-them"], &["own-privacy"], &["requests"]),
    ("own setting Everyone, a stranger’s message does not come", &["problem=receive", "own-setting=everyone", "follow=neither"], &["requests"], &["own-privacy", "their-privacy"]),
    ("own setting Friends, sending fails", &["problem=send", "own-setting=friends", "who=one-person", "follow=mutual"], &["their-privacy"], &["own-privacy", "not-friends"]),

    // --------------------------------------------------------------------- family pairing
    ("a parent switched messages off", &["family-pairing=yes", "age=16-17", "who=everyone"], &["family-pairing"], ONE_CHAT),
    ("a parent is linked, own setting No one", &["family-pairing=yes", "own-setting=no-one", "age=16-17", "problem=receive"], &["family-pairing"], &["age"]),
    ("only the link is known", &["family-pairing=yes"], &["family-pairing"], &[]),
    ("a linked parent’s own account", &["family-pairing=yes", "age=18-plus", "who=one-person", "follow=only-me"], &["not-friends"], &["family-pairing", "age"]),

    // ------------------------------------------------------------------- phone, restriction
    ("TikTok asks for a phone number", &["phone-prompt=yes"], &["phone"], &[]),
    ("asked for a number, adult, everyone", &["phone-prompt=yes", "who=everyone", "age=18-plus", "other-apps=work"], &["phone"], &["age", "network"]),
    ("asked for a number with an old app", &["phone-prompt=yes", "app=old", "who=everyone"], &["phone"], &[]),
    ("wrote to many people", &["many-messages=yes"], &["restriction"], &[]),
    ("wrote to many strangers at once", &["many-messages=yes", "who=everyone", "follow=neither", "problem=send"], &["restriction"], &["network"]),
    ("warned and the app is old", &["warning=yes", "app=old", "who=everyone", "other-apps=work"], &["restriction"], &["network"]),

    // ------------------------------------------------------------------ app, network, server
    ("a changed app", &["app=unofficial", "who=everyone", "other-apps=work"], &["app"], &["network"]),
    ("a changed app, every message breaks the rules", &["app=unofficial", "who=everyone", "message=guidelines-violation"], &["app"], &[]),
    ("an old app", &["app=old"], &["app"], &[]),
    ("an old app without the message button", &["app=old", "problem=no-chat", "age=18-plus", "who=everyone"], &["app"], &["age"]),
    ("a DNS blocker on mobile data", &["blocker=yes", "other-apps=work", "who=everyone"], &["network"], ONE_CHAT),
    ("a VPN, no more known", &["blocker=yes", "problem=send"], &["network"], &[]),
    ("a VPN, but only one person who does not follow", &["blocker=yes", "who=one-person", "follow=only-me"], &["not-friends"], &["server"]),
    ("no connection, a single chat tried", &["other-apps=fail", "who=one-person"], &["network"], &["server"]),
    ("no connection, photos", &["problem=media", "other-apps=fail"], &["network", "media"], &[]),
    ("no connection and friends of mine have it too", &["other-apps=fail", "others-too=yes"], &["network"], &[]),
    ("outage that says Connect to the internet", &["message=connect-internet", "others-too=yes", "other-apps=work"], &["server"], &["network"]),
    ("Connect to the internet, other apps work", &["message=connect-internet", "other-apps=work"], &["server"], &["network"]),
    ("Connect to the internet, other apps fail", &["message=connect-internet", "other-apps=fail", "who=everyone"], &["network"], &["server"]),
    ("Connect to the internet behind an ad blocker", &["message=connect-internet", "other-apps=work", "blocker=yes", "others-too=no"], &["network"], &["server"]),
    ("outage, a parent linked", &["others-too=yes", "who=everyone", "age=18-plus", "app=latest"], &["server"], &["age", "family-pairing"]),
    ("many can’t reach that one star", &["others-too=yes", "who=one-person", "follow=only-me"], &["not-friends", "their-privacy"], &["server"]),

    // --------------------------------------------------------------------------- groups
    ("a group chat", &["problem=group"], &["group-chat"], &[]),
    ("17, can’t be added to a group", &["problem=group", "age=16-17", "follow=only-me"], &["group-chat"], &["age"]),
    ("an adult and a group of friends", &["problem=group", "age=18-plus", "other-apps=work"], &["group-chat"], &["age", "network"]),

    // ---------------------------------------------------------- a message and distractions
    ("Only friends, and the app is old", &["message=only-friends", "app=old", "other-apps=work"], &["not-friends"], &["network"]),
    ("Only friends, and I am 15", &["message=only-friends", "age=under-16"], &["not-friends"], &[]),
    ("Too fast, and a VPN", &["message=too-fast", "blocker=yes", "who=one-person", "follow=only-me"], &["restriction"], &[]),
    ("Limit reached, and many messages", &["message=limit-reached", "many-messages=yes", "warning=yes"], &["requests"], &["restriction"]),
    ("The other is suspended, and I was warned", &["message=account-suspended", "warning=yes", "who=everyone"], &["account-gone"], &["restriction"]),
    ("I am prevented, one person tried", &["message=multiple-violations-you", "who=one-person", "follow=only-me", "warning=no"], &["restriction"], &[]),
    ("Privacy settings, and only I follow", &["message=user-privacy-settings", "follow=only-me", "who=one-person"], &["their-privacy"], &[]),
    ("Privacy settings, own setting No one", &["message=receiver-settings-resend", "own-setting=no-one", "age=16-17"], &["their-privacy"], &["own-privacy"]),
    ("Account not found, not friends any more", &["message=account-not-found", "follow=no-longer"], &["account-gone"], &[]),
    ("Not Sent, only I follow", &["message=not-sent", "who=one-person", "follow=only-me"], &["not-friends"], &[]),
    ("Resend, friends of friends", &["message=resend-mark", "warning=yes", "who=everyone", "other-apps=work"], &["restriction"], &["network"]),
    ("Could not send, under 16", &["message=could-not-send", "age=under-16"], &["age"], &[]),
];
