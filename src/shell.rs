//! The `eframe::App`: runs the views, applies what they asked for, does what reaches outside, and saves.

use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::{self, ThemePreference};
use jiff::civil::Date;

use crate::app::saved::Theme;
use crate::app::store::Store;
use crate::app::{Action, Effect, Library, Link, Notice, Page, Saved, State};
use crate::desk::Desk;
use crate::ui::theme;
use crate::ui::views::{View, window_ui};
use prover::Prover;

mod prover;

/// Changes are written this long after the first of them, so that typing does not write at every key.
const SAVE_AFTER: Duration = Duration::from_millis(800);

/// Opens an address that has been checked, or a text of the author's folder. An error says why nothing came up.
pub type Opener = Box<dyn Fn(&str) -> std::io::Result<()>>;

/// The window.
pub struct Shell {
    library: Library,
    state: State,
    store: Store,
    today: Date,
    opener: Opener,
    /// What this window has in the file.
    written: Saved,
    /// What it last tried to write.
    tried: Saved,
    shown: Option<(Theme, f32)>,
    changed_at: Option<Instant>,
    told_not_saved: bool,
    prover: Prover,
    desk: Option<Desk>,
}

impl Shell {
    /// A window on this guide, opened today. `opener` is called with an address after the person said yes to it.
    pub fn new(ctx: &egui::Context, library: Library, store: Store, today: Date, opener: Opener) -> Self {
        theme::install(ctx);
        theme::use_accents(ctx, &library.guide.brand);
        let found = store.read();
        let mut state = State::new(&library, found.saved);
        state.notice = found.set_aside.map(Notice::SetAside);
        let written = state.saved.clone();
        let prover = Prover::new(&library);
        Self {
            library,
            state,
            store,
            today,
            opener,
            tried: written.clone(),
            written,
            shown: None,
            changed_at: None,
            told_not_saved: false,
            prover,
            desk: None,
        }
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The guide that it shows.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Opens at these words, this card and this case, where they are given. What the guide doesn't know is said.
    pub fn open_at(&mut self, link: Link) {
        let Link { search, topic, case } = link;
        let search = search.map(|words| vec![Action::Searched(words), Action::Search]);
        let topic = topic.map(|topic| vec![Action::OpenNamed(topic)]);
        let case = case.map(|code| vec![Action::TypeCase(code), Action::OpenCase]);
        for action in [search, topic, case].into_iter().flatten().flatten() {
            self.state.apply(&self.library, action);
        }
    }

    /// Carries an action out, with all that follows from it outside.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        match self.state.apply(&self.library, action) {
            Some(Effect::Copy(text)) => ctx.copy_text(text),
            Some(Effect::Open(url)) if (self.opener)(&url).is_err() => {
                self.state.notice = Some(Notice::CouldNotOpen(url));
            }
            Some(Effect::Open(_)) | None => {}
            Some(Effect::Edit(file)) => self.edit(&file),
            Some(Effect::DeleteSaved) => match self.store.delete() {
                Ok(()) => {
                    self.written = self.state.saved.clone();
                    self.tried = self.state.saved.clone();
                }
                Err(error) => self.state.notice = Some(Notice::NotDeleted(error.to_string())),
            },
        }
    }

    fn show_choices(&mut self, ctx: &egui::Context) {
        let wanted = (self.state.saved.theme, self.state.saved.text_size.factor());
        if self.shown == Some(wanted) {
            return;
        }
        self.shown = Some(wanted);
        ctx.set_theme(match wanted.0 {
            Theme::System => ThemePreference::System,
            Theme::Light => ThemePreference::Light,
            Theme::Dark => ThemePreference::Dark,
        });
        theme::set_text_factor(ctx, wanted.1);
    }

    /// Opens the author's desk on a folder: what it says is shown, and shown again whenever it changes.
    pub fn open_desk(&mut self, ctx: &egui::Context, folder: &Path) {
        let wake = {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let (desk, library) = Desk::open(folder, wake);
        self.desk = Some(desk);
        self.show(ctx, library);
    }

    /// Shows another guide on the same page, at the same place.
    fn show(&mut self, ctx: &egui::Context, library: Library) {
        if library.guide.brand != self.library.guide.brand {
            theme::use_accents(ctx, &library.guide.brand);
        }
        self.prover.forget(&library);
        self.state.adopt(&library);
        self.library = library;
    }

    fn take_news(&mut self, ctx: &egui::Context) {
        if let Some(library) = self.desk.as_mut().and_then(Desk::take_news) {
            self.show(ctx, library);
        }
    }

    fn edit(&mut self, file: &str) {
        let Some(path) = self.desk.as_ref().and_then(|desk| desk.file(file)) else {
            self.state.notice = Some(Notice::NotEdited(file.to_owned()));
            return;
        };
        let name = path.display().to_string();
        if path.to_str().is_none_or(|path| (self.opener)(path).is_err()) {
            self.state.notice = Some(Notice::NotEdited(name));
        }
    }

    fn save_soon(&mut self, ctx: &egui::Context) {
        if self.state.saved == self.tried {
            self.changed_at = None;
            return;
        }
        let waited = self.changed_at.get_or_insert_with(Instant::now).elapsed();
        if waited >= SAVE_AFTER {
            self.save();
            // Where it failed there is something to say, and nothing else would draw it.
            ctx.request_repaint();
        } else {
            ctx.request_repaint_after(SAVE_AFTER.saturating_sub(waited));
        }
    }

    /// Writes what changed. Where that fails it is said once, and tried again at the next change.
    fn save(&mut self) {
        if self.state.saved == self.written {
            return;
        }
        self.tried = self.state.saved.clone();
        self.changed_at = None;
        match self.store.write(&self.written, &self.state.saved) {
            Ok(()) => self.written = self.state.saved.clone(),
            Err(error) if !self.told_not_saved => {
                self.told_not_saved = true;
                let is_locked = matches!(error.kind(), ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied);
                self.state.notice = Some(Notice::NotSaved((!is_locked).then(|| error.to_string())));
            }
            Err(_told) => {}
        }
    }
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show_choices(ui);
        self.take_news(ui.ctx());
        // Proven once somebody looks at what says so. Only the author's page says what the search finds.
        let is_author = self.desk.is_some();
        if self.state.page == Page::About || is_author {
            self.prover.go_on(ui, &self.library, is_author);
        }
        let mut actions = Vec::new();
        let mut view = View {
            library: &self.library,
            state: &self.state,
            kept_in: self.store.path(),
            proof: &self.prover.state,
            proven: self.prover.proof.as_ref(),
            searched: self.prover.searched.as_ref(),
            desk: self.desk.as_ref(),
            today: self.today,
            actions: &mut actions,
        };
        window_ui(ui, &mut view);
        self.state.focus = None;
        let acted = !actions.is_empty();
        for action in actions {
            self.act(ui, action);
        }
        if acted {
            ui.request_repaint();
        }
        self.save_soon(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save();
    }
}
