//! Where in the window the person is.

use std::path::PathBuf;

use crate::content::model::{TopicId, WayId};
use crate::rules::{Answers, CaseFault};

/// A page of the window.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Page {
    /// The cards.
    #[default]
    Guide,
    /// One card's page.
    Topic(TopicId),
    /// The checker.
    Checker,
    /// Questions people ask.
    Faq,
    /// Theme, text size, phone, what is kept.
    Settings,
    /// Sources, dates, licences, and mistakes in the content.
    About,
    /// The author's desk.
    Desk,
    /// When each topic was checked, for authors.
    Freshness,
}

/// Where the window opens.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Link {
    /// With these words in the guide's search.
    pub search: Option<String>,
    /// On the card with this id.
    pub topic: Option<String>,
    /// On the checker with the answers of this case code.
    pub case: Option<String>,
}

/// A question that the window asks before it goes on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Dialog {
    /// Open this address in the browser?
    OpenPage {
        /// What the page is.
        text: String,
        /// Its address.
        url: String,
    },
    /// Delete everything that was kept?
    DeleteSaved,
    /// A way's steps as a code for the camera of a phone.
    SendToPhone(TopicId, WayId),
    /// Put the answers of a case in place of the person's own?
    OpenCase(Answers),
}

/// What takes the keyboard's focus in the next frame.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Focus {
    /// The first control of the page.
    PageTop,
    /// The page's search field.
    Search,
    /// What had it when the person left the page that they are back on.
    Again,
}

/// Something to say once, at the bottom of the window.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Notice {
    /// The text is in the clipboard.
    Copied,
    /// The fix did not help, and there are no answers yet that would tell the next.
    AnswerFirst,
    /// Every fix was tried.
    AllTried,
    /// The answers come from a case code now.
    CaseOpened,
    /// The answers were taken back.
    StartedOver,
    /// The guide has no card with this id.
    NoSuchCard(String),
    /// A case code could not be read, and why.
    CaseRefused(CaseFault),
    /// The person says that it works now.
    Helped,
    /// What was kept has been deleted.
    Deleted,
    /// An address was not opened, and why.
    LinkRefused(String),
    /// No browser could be started for this address.
    CouldNotOpen(String),
    /// A file of the author's folder could not be opened in an editor.
    NotEdited(String),
    /// The person's choices could not be kept, and what the system says; `None` where nothing may be written there.
    NotSaved(Option<String>),
    /// What was kept could not be deleted, and why.
    NotDeleted(String),
    /// The file with the person's choices was damaged and is now here.
    SetAside(PathBuf),
}
