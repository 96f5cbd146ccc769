//! Proves the rules, and for an author asks the search its queries, on a thread of its own: it takes a second. What was
//! found out of an older guide is never shown for the one in use.

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui;

use crate::app::Library;
use crate::rules::{Proof, ProofState, prove};
use crate::search::Index;
use crate::search::quality::{Quality, quality};

/// The proof, and what the search finds, where that was asked for.
type Results = (Proof, Option<Quality>);

/// The proof of the guide in use, as far as it has come.
pub(super) struct Prover {
    /// What came of it.
    pub(super) state: ProofState,
    /// The proof itself, once it is there.
    pub(super) proof: Option<Proof>,
    /// What the search finds of `queries.ron`, once it is there, where that was asked for.
    pub(super) searched: Option<Quality>,
    running: Option<(u64, Receiver<Results>)>,
}

impl Prover {
    /// Nothing is proven yet.
    pub(super) fn new(library: &Library) -> Self {
        Self { state: waiting(library), proof: None, searched: None, running: None }
    }

    /// Another guide is in use: what was proven says nothing of it.
    pub(super) fn forget(&mut self, library: &Library) {
        (self.state, self.proof, self.searched) = (waiting(library), None, None);
    }

    /// Takes a proof in, or begins one. Only one runs at a time, so that saving often does not wear the machine out.
    pub(super) fn go_on(&mut self, ctx: &egui::Context, library: &Library, is_searched: bool) {
        if self.proof.is_some() {
            return;
        }
        if let Some((hash, running)) = &self.running {
            let is_current = *hash == library.hash;
            match running.try_recv() {
                Ok((proof, searched)) if is_current => {
                    self.state = ProofState::decided(&proof, library.hash);
                    (self.proof, self.searched) = (Some(proof), searched);
                    self.running = None;
                    return;
                }
                // Still at it.
                Err(TryRecvError::Empty) => return,
                // Gone without a proof: the same guide would not fare better again.
                Err(TryRecvError::Disconnected) if is_current => return,
                // Of an older guide.
                Ok(_) | Err(TryRecvError::Disconnected) => {}
            }
        }
        let (send, receive) = channel();
        let (guide, ctx) = (library.guide.clone(), ctx.clone());
        std::thread::spawn(move || {
            let searched = is_searched.then(|| quality(&guide, &Index::new(&guide)));
            if send.send((prove(&guide), searched)).is_ok() {
                ctx.request_repaint();
            }
        });
        self.running = Some((library.hash, receive));
    }
}

fn waiting(library: &Library) -> ProofState {
    ProofState::waiting(library.guide.manifest.edition, library.hash)
}
