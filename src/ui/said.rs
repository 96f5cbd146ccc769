//! What the window says of its own state: notices and the names of the themes.

pub mod desk;

use crate::app::Notice;
use crate::app::saved::{Motion, Theme};
use crate::words;

/// What a notice says.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Copied => "Copied".to_owned(),
        Notice::NoSuchCard(id) => {
            format!("This guide has no card called “{}”. All its cards are here.", words::shortened(id))
        }
        Notice::AnswerFirst => "Answer a few questions, and the next likely reason shows up.".to_owned(),
        Notice::AllTried => "You have tried all there is here. TikTok’s answer is what is left.".to_owned(),
        Notice::CaseOpened => "These are the answers of the case now.".to_owned(),
        Notice::StartedOver => format!("Your answers are gone. “{}” brings them back.", words::OPEN_CASE),
        Notice::CaseRefused(fault) => format!("This case code can’t be opened: {fault}"),
        Notice::Helped => "Glad it works. You can close this window.".to_owned(),
        Notice::Deleted => "Everything that was kept has been deleted".to_owned(),
        Notice::LinkRefused(why) => format!("This address is not opened: {why}"),
        Notice::CouldNotOpen(url) => format!("No browser could be started. The address is {url}"),
        Notice::NotEdited(file) => format!("No program could be started to edit {file}"),
        Notice::NotSaved(why) => {
            let why = why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
            format!("Nothing can be kept here, so your choices last until you close the window{why}")
        }
        Notice::NotDeleted(why) => format!("What is kept could not be deleted and is still there ({why})"),
        Notice::SetAside(file) => {
            format!("The file with your choices was damaged. It is kept as {}, and you start afresh.", file.display())
        }
    }
}

/// The name of a theme.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// May pictures move?
pub fn motion(motion: Motion) -> &'static str {
    match motion {
        Motion::Short => "A little",
        Motion::Off => "None",
    }
}
