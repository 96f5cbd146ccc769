//! The one integration test binary.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod check;
mod cli;
mod content;
mod coverage;
mod desktop;
mod export;
mod journeys;
mod kit;
mod layers;
mod looks;
#[path = "../shared/numbers.rs"]
mod numbers;
mod phone;
#[path = "../shared/queries.rs"]
mod queries;
mod rules;
mod search;
mod support;
