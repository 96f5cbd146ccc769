//! Unsent: desktop help for people whose TikTok messages do not send or arrive.
//!
//! # Bird's-eye view
//!
//! Files under `content/` say what the guide says; the window's own words are in [`ui::words`]. [`content`] turns them into a `Guide`, and whatever is
//! wrong with them into a list of mistakes; the program never stops over a mistake. [`rules`] weighs a person's
//! answers against the guide's reasons. [`search`] finds words in the guide, [`phone`] turns a settings path into the
//! steps on one kind of phone. [`app`] holds what the window shows and the only code that changes it. [`ui`] draws
//! it, [`shell`] runs it, [`start`] opens the window. [`kit`] is the staff program, without a window.
//!
//! # Where is what
//!
//! | to change | look in |
//! | --- | --- |
//! | what the guide says | `content/*.ron`; the fields are explained in [`content::model`] |
//! | what counts as a mistake in the content | [`content`], one file for each kind of check |
//! | how answers are weighed, the verdict words | [`rules::weigh`] |
//! | why a reason comes first, what would change it | [`rules::explain`], [`rules::Checker::settled`] |
//! | what is asked next, one question at a time | [`rules::ask`], [`rules::interview`] |
//! | in which order fixes are tried | [`rules::fixes`] |
//! | what is proven of the rules for every combination of answers | [`mod@rules::prove`] |
//! | which pasted texts are recognised | [`rules::recognise`] |
//! | what an action does | [`app::State::apply`] |
//! | what is kept between runs, and how | [`app::saved`], [`app::store`] |
//! | a colour, a size, the focus ring | [`ui::theme`] |
//! | the words of the window itself | [`ui::words`] |
//! | what the author's desk watches, and what it shows while a file is broken | [`desk`] |
//! | a page | `ui/views/`, one file each |
//! | what goes into a kit | [`kit::build`]; its README and licences in `assets/` |
//! | when a signed guide is refused | [`content::signature`] |
//! | the output of the staff program | [`kit`], one file for each command |
//!
//! # Data flow of a frame
//!
//! [`shell::Shell`] hands the library (guide, rules, index: never changed) and the state to the views. Views read
//! them, draw, and push an [`app::Action`] for each thing that the person asks for. After the frame the shell passes
//! the actions to [`app::State::apply`], which may return an [`app::Effect`] for the world outside: the clipboard,
//! the browser, the file with the person's choices.
//!
//! # Invariants
//!
//! - Each module uses only modules to the left of it: `content`, `rules`, `search`, `phone`, `app`, `desk`, `ui`, `shell`,
//!   `start`, `main`. `kit` stands beside `app` and knows no window. A test reads the sources and checks it.
//! - Content is data: it can't run anything. An address is opened only if it is `https`, its host is on the guide's
//!   own list, and the person has seen it and said yes.
//! - `rules` is pure and total: no IO, no clock, no panic; scores are whole numbers, so that the order of answers never
//!   matters.
//! - `ron` is known to `content` and to [`app::store`] only, egui to `ui`, `shell` and `start` only, `open` to `main`
//!   only. A colour is named in [`ui::theme`] only.
//! - Views change nothing of the state; only [`app::State::apply`] does.
//! - No crate that talks to a network is in the dependency tree. The gate checks it.
//! - Nothing that is shown depends on the clock, a random number or the order of a hash map.

pub mod clock;
pub mod content;
pub mod rules;
pub mod search;
pub mod phone;
pub mod app;
pub mod desk;
pub mod ui;
pub mod shell;
pub mod start;
pub mod kit;
