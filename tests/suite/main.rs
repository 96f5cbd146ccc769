//! The one integration test binary.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod cli;
mod journeys;
mod layers;
mod rules;
mod support;
