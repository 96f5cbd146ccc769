//! The pages: one file each. They read the state and push what the person asks for.

mod about;
mod brand;
mod checker;
mod desk;
mod dialog;
mod faq;
mod freshness;
mod guide;
mod interview;
mod missing;
mod page;
mod rail;
mod result;
mod search;
mod send;
mod settings;
mod topic;
mod way;

pub use page::window_ui;

use jiff::civil::Date;

use crate::app::{Action, Library, State};
use crate::desk::Desk;
use crate::rules::{Proof, ProofState};
use crate::search::quality::Quality;

/// What every view gets: what there is to show, and where to put what the person asks for.
pub struct View<'a> {
    /// The guide and what is made from it.
    pub library: &'a Library,
    /// What the window shows.
    pub state: &'a State,
    /// Where the person's choices are kept, for the page of settings; `None` where they can't be.
    pub kept_in: Option<&'a std::path::Path>,
    /// What is proven of the guide's rules.
    pub proof: &'a ProofState,
    /// The proof itself, once it is there.
    pub proven: Option<&'a Proof>,
    /// What the search finds of the guide's queries, once that is known.
    pub searched: Option<&'a Quality>,
    /// The author's desk, where it is open.
    pub desk: Option<&'a Desk>,
    /// What day it is.
    pub today: Date,
    /// What the person asked for in this frame.
    pub actions: &'a mut Vec<Action>,
}

impl View<'_> {
    /// Ask for something.
    pub fn push(&mut self, action: Action) {
        self.actions.push(action);
    }
}
