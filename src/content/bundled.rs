//! The edition compiled into the program.

use super::files::Files;

macro_rules! edition {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../content/", $path)))),*]
    };
}

/// Every file under `content/`.
const EDITION: &[(&str, &[u8])] = edition![
    "guide.ron",
    "faq.ron",
    "questions.ron",
    "rules.ron",
    "messages.ron",
    "screens.ron",
    "words.ron",
    "queries.ron",
    "topics/account-gone.ron",
    "topics/age.ron",
    "topics/app.ron",
    "topics/blocked.ron",
    "topics/contact.ron",
    "topics/family-pairing.ron",
    "topics/group-chat.ron",
    "topics/media.ron",
    "topics/network.ron",
    "topics/not-friends.ron",
    "topics/notifications.ron",
    "topics/own-privacy.ron",
    "topics/phone.ron",
    "topics/requests.ron",
    "topics/restriction.ron",
    "topics/safety.ron",
    "topics/server.ron",
    "topics/their-privacy.ron",
];

/// The built-in edition's files.
pub fn files() -> Files {
    Files(EDITION.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect())
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn no_file_of_the_content_folder_is_left_out() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let mut found = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let parts: Vec<_> = path.strip_prefix(&root).unwrap().iter().collect();
                    found.push(parts.join("/".as_ref()).into_string().unwrap());
                }
            }
        }
        found.sort();
        assert_eq!(found, files().paths().collect::<Vec<_>>(), "name every file in bundled.rs");
    }
}
