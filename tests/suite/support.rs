//! What the tests share.

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};
use jiff::civil::{Date, date};
use serde::de::DeserializeOwned;
use tempfile::TempDir;
use unsent::app::store::Store;
use unsent::app::{Action, Library, Page, State};
use unsent::content::{Guide, layer, load, open_layers};
use unsent::rules::{Answers, answer};
use unsent::shell::Shell;

pub(crate) use crate::numbers::Numbers;

/// The day that it is in the tests, unless one says otherwise.
pub(crate) const TODAY: Date = date(2026, 12, 1);

/// The guide that is compiled in.
pub(crate) fn guide() -> Guide {
    load::open(None).guide
}

/// What a content file says.
#[track_caller]
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|mistake| panic!("{mistake}"))
}

/// Answers from `question=option` words.
#[track_caller]
pub(crate) fn answers(guide: &Guide, words: &[&str]) -> Answers {
    let mut answers = Answers::default();
    for word in words {
        let (question, option) = word.split_once('=').unwrap();
        answer(guide, &mut answers, question, option).unwrap_or_else(|mistake| panic!("{mistake}"));
    }
    answers
}

// ---------------------------------------------------------------- the window

/// A person's computer: the folder where choices are kept, the window's size, and the guide that is read.
pub(crate) struct Desk {
    folder: Rc<TempDir>,
    file: PathBuf,
    size: [f32; 2],
    content: Option<PathBuf>,
    key: Option<String>,
    browser_is_there: bool,
    today: Date,
}

impl Desk {
    /// 1200 x 800, the built-in guide, nothing kept so far.
    pub(crate) fn new() -> Self {
        let folder = Rc::new(tempfile::tempdir().unwrap());
        let file = folder.path().join("kept").join("state.ron");
        Self { folder, file, size: [1200.0, 800.0], content: None, key: None, browser_is_there: true, today: TODAY }
    }

    pub(crate) fn size(mut self, width: f32, height: f32) -> Self {
        self.size = [width, height];
        self
    }

    /// The guide is read from this folder.
    pub(crate) fn content(mut self, folder: impl Into<PathBuf>) -> Self {
        self.content = Some(folder.into());
        self
    }

    /// What comes from a folder has to be signed with this key.
    pub(crate) fn signed_with(mut self, key: &str) -> Self {
        self.key = Some(key.to_owned());
        self
    }

    /// Choices are kept in this file.
    pub(crate) fn kept_in(mut self, file: PathBuf) -> Self {
        self.file = file;
        self
    }

    /// The day that it is.
    pub(crate) fn today(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    /// No browser can be started.
    pub(crate) fn without_browser(mut self) -> Self {
        self.browser_is_there = false;
        self
    }

    /// An empty folder of its own, gone when the desk and its windows are.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The file in which choices are kept.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// Starts the program. The only place that builds a harness.
    pub(crate) fn open(&self) -> Window {
        let opened = Rc::new(RefCell::new(Vec::new()));
        let (record, works) = (opened.clone(), self.browser_is_there);
        let opener = Box::new(move |url: &str| {
            record.borrow_mut().push(url.to_owned());
            if works { Ok(()) } else { Err(io::Error::other("no browser")) }
        });
        let library = Library::from(open_layers(layer::signed(self.content.as_deref(), self.key.as_deref())));
        let (store, today) = (Store::at(self.file.clone()), self.today);
        let harness = Harness::builder()
            .with_size(self.size)
            .with_max_steps(8)
            .build_eframe(move |context| Shell::new(&context.egui_ctx, library, store, today, opener));
        let mut window = Window { harness, opened, _folder: self.folder.clone() };
        window.run();
        window
    }

    /// Starts the program with the author's desk on this folder.
    pub(crate) fn open_author(&self, folder: &Path) -> Window {
        let mut window = self.open();
        let context = window.harness.ctx.clone();
        window.harness.state_mut().open_desk(&context, folder);
        window.harness.step();
        window
    }
}

/// A running program, as somebody uses it.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, Shell>,
    opened: Rc<RefCell<Vec<String>>>,
    _folder: Rc<TempDir>,
}

impl Window {
    /// Until nothing moves any more; panics where it never settles.
    #[track_caller]
    pub(crate) fn run(&mut self) {
        self.harness.run();
    }

    /// Frame after frame, until it is so: for what comes from another thread. Panics where it never comes.
    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begun = std::time::Instant::now();
        while !is_so(self) {
            assert!(begun.elapsed().as_secs() < 60, "never came: {what}; shown are\n{}", self.outline());
            std::thread::sleep(std::time::Duration::from_millis(10));
            self.harness.step();
        }
    }

    pub(crate) fn state(&self) -> &State {
        self.harness.state().state()
    }

    pub(crate) fn guide(&self) -> Guide {
        self.harness.state().library().guide.clone()
    }

    /// The addresses that a browser was asked to open.
    pub(crate) fn opened(&self) -> Vec<String> {
        self.opened.borrow().clone()
    }

    /// What a view would ask for, without the view.
    #[track_caller]
    pub(crate) fn act(&mut self, action: Action) {
        let context = self.harness.ctx.clone();
        self.harness.state_mut().act(&context, action);
        self.run();
    }

    #[track_caller]
    pub(crate) fn go(&mut self, page: Page) {
        self.act(Action::Go(page));
    }

    /// Everything that a screen reader could say, in its order: the role and the name of each thing.
    pub(crate) fn said(&self) -> Vec<(Role, String)> {
        let node = |node: Node<'_>| {
            let node = node.accesskit_node();
            Some((node.role(), node.label().or_else(|| node.value())?))
        };
        self.harness.root().children_recursive().filter_map(node).collect()
    }

    pub(crate) fn shows(&self, words: &str) -> bool {
        self.said().iter().any(|(_, said)| said.contains(words))
    }

    #[track_caller]
    pub(crate) fn assert_shows(&self, words: &str) {
        assert!(self.shows(words), "“{words}” is not shown; shown are\n{}", self.outline());
    }

    #[track_caller]
    pub(crate) fn assert_hides(&self, words: &str) {
        assert!(!self.shows(words), "“{words}” is shown");
    }

    /// The same, a line for each.
    pub(crate) fn outline(&self) -> String {
        self.said().into_iter().fold(String::new(), |lines, (role, name)| format!("{lines}{role:?} “{name}”\n"))
    }

    /// The headings of the first level.
    pub(crate) fn titles(&self) -> Vec<String> {
        let root = self.harness.root();
        let headings = root.children_recursive().filter(|node| node.accesskit_node().role() == Role::Heading);
        let first = headings.filter(|node| node.accesskit_node().data().level() == Some(0));
        first.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// The one thing with this role whose name begins with these words and ends there or goes on after a full stop.
    #[track_caller]
    pub(crate) fn find(&self, role: Role, name: &str) -> Node<'_> {
        let is_it = |node: &Node<'_>| {
            let rest = node.accesskit_node().label();
            let rest = rest.as_deref().and_then(|label| label.strip_prefix(name)).map(str::to_owned);
            node.accesskit_node().role() == role && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(". "))
        };
        let root = self.harness.root();
        let found: Vec<Node<'_>> = root.children_recursive().filter(is_it).collect();
        assert!(found.len() == 1, "{} × {role:?} “{name}” in\n{}", found.len(), self.outline());
        found.into_iter().next().unwrap()
    }

    /// The first thing with this role and name in the list or group of that name.
    #[track_caller]
    pub(crate) fn find_in(&self, group: (Role, &str), role: Role, name: &str) -> Node<'_> {
        let found = self.find(group.0, group.1).children_recursive().find(|node| {
            let node = node.accesskit_node();
            node.role() == role && node.label().as_deref() == Some(name)
        });
        found.unwrap_or_else(|| panic!("“{}” has no {role:?} “{name}” in\n{}", group.1, self.outline()))
    }

    /// With the mouse, scrolled into view before.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, name: &str) {
        self.find(role, name).scroll_to_me();
        self.run();
        self.find(role, name).click();
        self.run();
    }

    /// With the mouse, in the list or group of that name.
    #[track_caller]
    pub(crate) fn click_in(&mut self, group: (Role, &str), role: Role, name: &str) {
        self.find_in(group, role, name).scroll_to_me();
        self.run();
        self.find_in(group, role, name).click();
        self.run();
    }

    /// As a screen reader presses it.
    #[track_caller]
    pub(crate) fn press(&mut self, role: Role, name: &str) {
        self.find(role, name).click_accesskit();
        self.run();
    }

    /// Presses it, and returns what came into the clipboard.
    #[track_caller]
    pub(crate) fn copied_by(&mut self, role: Role, name: &str) -> Vec<String> {
        self.find(role, name).click_accesskit();
        let mut copied = Vec::new();
        for _ in 0..4 {
            self.harness.step();
            let commands = &self.harness.output().platform_output.commands;
            copied.extend(commands.iter().filter_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            }));
        }
        copied
    }

    #[track_caller]
    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// What the keyboard is on.
    pub(crate) fn focused(&self) -> Option<(Role, String)> {
        let root = self.harness.root();
        let focused = root.children_recursive().find(|node| node.is_focused())?;
        let node = focused.accesskit_node();
        Some((node.role(), node.label().unwrap_or_default()))
    }

    /// Puts the cursor into the field and pastes the text.
    #[track_caller]
    pub(crate) fn paste(&mut self, field: &str, text: &str) {
        self.find(Role::TextInput, field).focus();
        self.run();
        self.harness.event(Event::Paste(text.to_owned()));
        self.run();
    }

    /// Closes the window, so that everything is written.
    pub(crate) fn close(self) {
        eframe::App::on_exit(&mut self.harness.into_state(), None);
    }
}
