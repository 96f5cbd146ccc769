//! What people paste, and which message it is.

use unsent::rules::Recogniser;

use crate::support::guide;

/// What was pasted, and the message; none for `""`.
const PASTED: &[(&str, &str)] = &[
    // Other quotes, capitals, spaces and line breaks.
    ("only friends can send messages to each other", "only-friends"),
    ("ONLY FRIENDS CAN SEND MESSAGES TO EACH OTHER!!!", "only-friends"),
    ("“Only friends can\nsend messages to each\nother”", "only-friends"),
    ("Cannot send messages due to this user's privacy settings", "user-privacy-settings"),
    ("Cannot send messages due to this users privacy settings.", "user-privacy-settings"),
    ("This user is unable to receive your message due to this user's privacy settings", "unable-to-receive"),
    ("The message couldnt be sent due to receivers settings", "receiver-settings-resend"),
    (
        "The message couldn`t be sent due to receiver`s settings.  We will resend the message once they update their permission.",
        "receiver-settings-resend",
    ),
    ("YOU ARE SENDING MESSAGES TOO FAST. TAKE A REST.", "too-fast"),
    ("Chat messages limit reached.\n\nYou will not be able to send messages to this user.", "limit-reached"),
    (
        "this message violated our community guidelines. we restrict certain content and actions to protect our community. if you believe this was a mistake, tap feedback to let us know.",
        "guidelines-violation",
    ),
    (
        "Due to multiple Community Guideline violations, you're temporarily prevented from sending and receiving messages. View details in your app notifications.",
        "multiple-violations-you",
    ),
    (
        "This account can't send or receive messages due to multiple Community Guidelines violations.",
        "multiple-violations-them",
    ),
    (
        "the account you are trying to contact has been suspended and may not be able to receive your message",
        "account-suspended",
    ),
    ("to send messages, unblock this account", "unblock-account"),
    ("Couldn't find this account", "account-not-found"),
    ("couldnt find this account", "account-not-found"),
    ("connect to the internet and try again", "connect-internet"),
    ("enter 6 digit code", "six-digit-code"),
    ("This message type isn't supported. Download TikTok app to view this message.", "type-unsupported"),
    ("Your account was suspended from messaging", "suspended-from-messaging"),
    ("RESEND", "resend-mark"),
    ("not sent", "not-sent"),
    ("Message not sent, tap to retry", "not-sent"),
    ("Couldn't send message", "could-not-send"),
    ("This user cannot receive your message", "cannot-receive"),
    ("Messages cannot be sent since this user isn't following you", "not-following"),
    // A part of the text, or a few telling words.
    ("only friends can send", "only-friends"),
    ("sending messages too fast", "too-fast"),
    ("too fast. take a rest", "too-fast"),
    ("take a rest", "too-fast"),
    ("messages limit reached", "limit-reached"),
    ("limit reached", "limit-reached"),
    ("You will not be able to send messages to this user", "limit-reached"),
    ("violated our Community Guidelines", "guidelines-violation"),
    ("tap Feedback to let us know", "guidelines-violation"),
    ("temporarily prevented from sending and receiving", "multiple-violations-you"),
    ("We will resend the message once they update their permission", "receiver-settings-resend"),
    ("due to receiver's settings", "receiver-settings-resend"),
    ("account you are trying to contact", "account-suspended"),
    ("unblock this account", "unblock-account"),
    ("connect to the internet", "connect-internet"),
    ("message type isn't supported", "type-unsupported"),
    ("may send up to 3 messages total", "wants-to-send"),
    ("suspended from messaging", "suspended-from-messaging"),
    // Typing mistakes.
    ("only freinds can send mesages to each other", "only-friends"),
    ("Cannot send messages due to this user's privcay setings", "user-privacy-settings"),
    ("you are sendign messages to fast take a rest", "too-fast"),
    ("this mesage violated our comunity guidlines", "guidelines-violation"),
    ("chat mesages limit reeched", "limit-reached"),
    ("conect to the internet and try agian", "connect-internet"),
    ("The acount you are trying to contact has been suspened", "account-suspended"),
    // Words around it.
    ("it says: 'only friends can send messages to each other' what do I do???", "only-friends"),
    (
        "hi so every time i write to my cousin it says You are sending messages too fast. Take a rest. and i only sent like two, please help me",
        "too-fast",
    ),
    (
        "When I tap send: “Cannot send messages due to this user’s privacy settings”. Why? We talked yesterday.",
        "user-privacy-settings",
    ),
    (
        "there is a grey line: This user is unable to receive your message due to this user’s privacy settings :(",
        "unable-to-receive",
    ),
    (
        "tiktok tells me Due to multiple Community Guideline violations, you’re temporarily prevented from sending and receiving messages",
        "multiple-violations-you",
    ),
    (
        "my friend's chat shows \"This account can’t send or receive messages due to multiple Community Guidelines violations.\" is that me or her",
        "multiple-violations-them",
    ),
    ("on their page it only says Couldn’t find this account and nothing else", "account-not-found"),
    ("the app says connect to the internet and try again but my wifi is fine", "connect-internet"),
    // A name in place of {name}.
    ("Maria wants to send you a message", "wants-to-send"),
    ("xx_maria.lopez_77 wants to send you a message", "wants-to-send"),
    ("Your code was emailed to a***@mail.example", "six-digit-code"),
    // Nothing of TikTok's.
    ("", ""),
    ("   \n\t ", ""),
    ("?!?", ""),
    ("hello how are you", ""),
    ("my message won't send", ""),
    ("tiktok is broken", ""),
    ("my messages won't send to my friend", ""),
    ("I can't message my friend", ""),
    ("why can I not write to anyone on tiktok", ""),
    ("the app is slow today", ""),
    ("how do I block someone", ""),
    ("how do I change my privacy settings", ""),
    ("is tiktok down", ""),
    ("can you send me the video", ""),
    ("my account", ""),
    ("friends", ""),
    ("message", ""),
    ("this message", ""),
    ("to this user", ""),
    ("The quick brown fox jumps over the lazy dog and then takes a long walk to the sea", ""),
    ("please send the report to this account by Friday and let me know when you have received my message", ""),
    ("due to multiple community guidelines violations", ""),
    ("日本語のテキスト", ""),
    ("😀😀😀", ""),
];

#[test]
fn what_people_paste_is_recognised() {
    let guide = guide();
    let recogniser = Recogniser::new(&guide.messages);
    let mut wrong = Vec::new();
    for (pasted, wanted) in PASTED {
        let found = recogniser.recognise(pasted);
        let found = found.as_ref().map_or("", |id| id.as_str());
        if found != *wanted {
            wrong.push(format!("{pasted:?}\n    wants {wanted:?}, finds {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), PASTED.len(), wrong.join("\n"));
}

#[test]
fn every_wording_is_recognised_as_its_own_message() {
    let guide = guide();
    let recogniser = Recogniser::new(&guide.messages);
    for message in &guide.messages {
        for text in std::iter::once(&message.text).chain(&message.also) {
            let pasted = text.replace("{name}", "Some Body").replace("{address}", "a@b.example");
            for pasted in [pasted.clone(), pasted.to_uppercase(), format!("it says {pasted} and I don’t know why")] {
                assert_eq!(recogniser.recognise(&pasted).as_ref(), Some(&message.id), "{pasted}");
            }
        }
    }
}

#[test]
fn one_wrong_letter_never_makes_it_another_card() {
    let guide = guide();
    let recogniser = Recogniser::new(&guide.messages);
    for message in guide.messages.iter().filter(|message| message.text.len() > 20) {
        let letters: Vec<char> = message.text.replace("{name}", "Some Body").chars().collect();
        for at in (0..letters.len()).filter(|&at| letters[at] != ' ') {
            let mut wrong = letters.clone();
            wrong[at] = 'x';
            let wrong: String = wrong.into_iter().collect();
            let found = recogniser.recognise(&wrong);
            assert_eq!(found.as_ref(), Some(&message.id), "{wrong}");
        }
    }
}

#[test]
fn a_long_text_of_strange_words_is_no_message() {
    let guide = guide();
    let recogniser = Recogniser::new(&guide.messages);
    let text = (0..5000).map(|number| format!("receiving{number}")).collect::<Vec<_>>().join(" ");
    assert_eq!(recogniser.recognise(&text), None);
}
