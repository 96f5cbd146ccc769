//! Unsent: desktop help for people whose TikTok messages do not send or arrive.
//!
//! # Bird's-eye view
//!
//! Files under `content/` say what the guide says; the words around it are in [`words`]. [`content`] turns them into
//! a `Guide`, and whatever is wrong with them into a list of mistakes; the program never stops over a mistake.
//! [`rules`] weighs a person's answers against the guide's reasons. [`search`] finds words in the guide, [`phone`] turns
//! a settings path into the steps on one kind of phone, each with its picture. [`export`] writes the guide as one HTML
//! file or as plain text. [`app`] holds what the window shows and the only code that changes it. [`ui`] draws
//! it, [`shell`] runs it, [`start`] opens the window. [`kit`] is the staff program, without a window.
//!
//! # Where is what
//!
//! | to change | look in |
//! | --- | --- |
//! | what the guide says | `content/*.ron`; the fields are explained in [`content::model`] |
//! | how layers are laid over one another | [`content::layer`], `content/pile.rs` |
//! | what counts as a mistake in the content | [`content`], one file for each kind of check |
//! | how answers are weighed, the verdict words | [`rules::weigh`] |
//! | why a reason comes first, what would change it | [`rules::explain`], [`rules::Checker::settled`] |
//! | what is asked next, one question at a time | [`rules::ask`], [`rules::interview`] |
//! | in which order fixes are tried | [`rules::fixes`] |
//! | what is proven of the rules for every combination of answers | [`mod@rules::prove`] |
//! | which pasted texts are recognised | [`rules::recognise`] |
//! | how the drawn phone looks | [`phone::sketch`] |
//! | what is offered to those who don't see it | [`phone::Hint`] |
//! | what an action does | [`app::State::apply`] |
//! | what is kept between runs, and how | [`app::saved`], [`app::store`] |
//! | a colour | [`palette`] |
//! | a size, the focus ring | [`ui::theme`] |
//! | the words around the guide | [`words`], [`ui::said`] |
//! | the HTML edition, the script to read out | [`export`], `assets/html/` |
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
//! - Each module uses only modules to the left of it: `clock`, `content`, `rules`, `search`, `phone`, `words`, `palette`,
//!   `app`, `desk`, `ui`, `shell`, `start`, `main`. `export` and `kit` stand beside `app` and know no window. A test reads the
//!   sources and checks it.
//! - Content is data: it can't run anything. An address is opened only if it is `https`, its host is on the guide's
//!   own list, and the person has seen it and said yes; or if it is a plain `mailto:` of a contact line.
//! - `rules` is pure and total: no IO, no clock, no panic; scores are whole numbers, so that the order of answers never
//!   matters.
//! - `ron` is known to `content` and to [`app::store`] only, egui to `ui`, `shell` and `start` only, `open` to `main`
//!   only. A colour gets its value in [`palette`] only.
//! - Views change nothing of the state; only [`app::State::apply`] does.
//! - No crate that talks to a network is in the dependency tree. The gate checks it.
//! - What day it is is an input: only [`clock`] reads the clock. Nothing that is shown depends on a random number or
//!   the order of a hash map.

pub mod clock;
pub mod content;
pub mod rules;
pub mod search;
pub mod phone;
pub mod words;
pub mod palette;
pub mod export;
pub mod app;
pub mod desk;
pub mod ui;
pub mod shell;
pub mod start;
pub mod kit;
