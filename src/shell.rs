//! The `eframe::App`: runs the views, applies what they asked for, does what reaches outside, and saves.

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::{self, ThemePreference};
use jiff::civil::Date;

use crate::app::saved::Theme;
use crate::app::store::Store;
use crate::app::{Action, Effect, Library, Notice, Page, Saved, State};
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
    written: Saved,
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

    /// Opens the checker with the answers of a case, or says why the code can't be read.
    pub fn open_case(&mut self, code: &str) {
        self.state.apply(&self.library, Action::TypeCase(code.to_owned()));
        self.state.apply(&self.library, Action::OpenCase);
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
                Ok(()) => self.written = self.state.saved.clone(),
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
        self.show(library);
    }

    /// Shows another guide on the same page, at the same place.
    fn show(&mut self, library: Library) {
        self.prover.forget(&library);
        self.state.adopt(&library);
        self.library = library;
    }

    fn take_news(&mut self) {
        if let Some(library) = self.desk.as_mut().and_then(Desk::take_news) {
            self.show(library);
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
        if self.state.saved == self.written {
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
        if let Err(error) = self.store.write(&self.state.saved)
            && !std::mem::replace(&mut self.told_not_saved, true)
        {
            self.state.notice = Some(Notice::NotSaved(error.to_string()));
        }
        self.written = self.state.saved.clone();
        self.changed_at = None;
    }
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show_choices(ui);
        self.take_news();
        // Proven once somebody looks at what says so.
        if self.state.page == Page::About || self.desk.is_some() {
            self.prover.go_on(ui, &self.library);
        }
        let mut actions = Vec::new();
        let mut view = View {
            library: &self.library,
            state: &self.state,
            kept_in: self.store.path(),
            proof: &self.prover.state,
            proven: self.prover.proof.as_ref(),
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
