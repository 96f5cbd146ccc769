//! The shared rules module: answers in, finding out. Pure and total: no IO, no window, no panic.

pub mod answers;
pub mod ask;
pub mod case;
pub mod explain;
pub mod exported;
pub mod finding;
pub mod fixes;
pub mod interview;
mod reach;
pub mod recognise;
pub mod weigh;
pub mod prove;

pub use answers::{Answers, UnknownAnswer, answer, option_ids};
pub use ask::applies;
pub use case::{CaseFault, decode, encode};
pub use explain::{Change, Enough};
pub use exported::Exported;
pub use finding::{Finding, Outcome, Ranked, RuledOut, Verdict};
pub use fixes::Fix;
pub use interview::Interview;
pub use prove::{Proof, ProofState, prove};
pub use recognise::Recogniser;
pub use weigh::Checker;
