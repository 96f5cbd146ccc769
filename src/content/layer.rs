//! Layers: folders that take the place of the built-in edition or change entries of it, laid one over the other.

use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf},
};

use super::{
    bundled,
    files::Files,
    folder,
    mistake::Mistake,
    outline::Outline,
    signature::{self, Refusal, Seal},
};

/// The file that says what a layer does, and holds its logo, contact lines and colours.
pub const LAYER_FILE: &str = "layer.ron";

/// The folder beside the program in which the first layer lies.
const BESIDE: &str = "content";

/// How to mend a guide that is refused.
const REFUSED_MEND: &str =
    "Ask whoever gave you this kit for a new copy. If you changed the guide yourself, sign it again.";

/// Which layer.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum LayerName {
    /// The edition compiled in.
    BuiltIn,
    /// The one in this folder.
    Folder(PathBuf),
}

impl fmt::Display for LayerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn => f.write_str("the built-in edition"),
            Self::Folder(folder) => folder.display().fmt(f),
        }
    }
}

/// A layer as it was read, before it is laid over others.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Which it is.
    pub name: LayerName,
    /// Its files.
    pub files: Files,
    /// What of it could not be read, and why.
    pub mistakes: Vec<Mistake>,
    /// Why it must not be used: it is not signed as it has to be.
    pub refusal: Option<Refusal>,
    /// Files that are there but could not be read, so that nobody calls them missing as well.
    pub(super) unread: BTreeSet<String>,
}

impl Layer {
    /// The edition compiled in.
    pub fn built_in() -> Self {
        Self::of(LayerName::BuiltIn, bundled::files(), Vec::new())
    }

    /// The layer of files that were read; `mistakes` are those of the reading.
    pub fn of(name: LayerName, mut files: Files, mistakes: Vec<Mistake>) -> Self {
        Seal::take(&mut files);
        let mistakes = mistakes.into_iter().map(|mistake| mistake.in_layer(&name)).collect();
        Self { name, files, mistakes, refusal: None, unread: BTreeSet::new() }
    }

    /// The layer in this folder.
    pub fn read(folder: &Path) -> Self {
        Self::read_signed(folder, None)
    }

    /// The same; with the text of a file that names a key, the folder has to be signed with it. One that is not gives
    /// none of its words.
    pub fn read_signed(folder: &Path, key: Option<&str>) -> Self {
        let folder::Reading { mut files, mistakes, unread, .. } = folder::read(folder);
        let name = LayerName::Folder(folder.to_path_buf());
        let seal = Seal::take(&mut files);
        if let Some(Err(refusal)) = key.map(|key| signature::check(key, &seal, &files)) {
            let what = format!("the guide in {name} is not opened: {refusal}");
            let refused = vec![Mistake::nowhere(what, REFUSED_MEND)];
            return Self { refusal: Some(refusal), ..Self::of(name, Files::default(), refused) };
        }
        Self { unread, ..Self::of(name, files, mistakes) }
    }

    /// Is it a whole guide? A folder without a `layer.ron` is; one with it says so there.
    pub(super) fn replaces(&self) -> bool {
        let Some(bytes) = self.files.get(LAYER_FILE) else { return !self.unread.contains(LAYER_FILE) };
        let text = String::from_utf8_lossy(bytes);
        let outline = Outline::read(&text);
        let slice = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default();
        let mut fields = outline.node(0).into_iter().flat_map(|root| &root.children);
        let replace = fields.find(|child| child.field.as_ref().is_some_and(|field| slice(field) == "replace"));
        replace.and_then(|child| outline.node(child.node)).is_some_and(|value| slice(&value.head) == "true")
    }
}

/// The folder in which the program itself lies, wherever it was started from and by whichever link.
pub fn program_folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    // On Windows there are no links to speak of, and the full form of a path is not one for people.
    let program = if cfg!(windows) { program } else { program.canonicalize().unwrap_or(program) };
    program.parent().map(Path::to_path_buf)
}

/// The layers over the built-in edition, lowest first: `content` beside the program where there is one, and the folder
/// that was asked for.
pub fn usual(asked: Option<&Path>) -> Vec<Layer> {
    signed(asked, None)
}

/// The same; with a key, each has to be signed with it.
pub fn signed(asked: Option<&Path>, key: Option<&str>) -> Vec<Layer> {
    let beside = program_folder().map(|folder| folder.join(BESIDE)).filter(|folder| folder.is_dir());
    // A folder laid over itself would take away what is gone already.
    let is_asked = |folder: &Path| asked.is_some_and(|asked| asked.canonicalize().ok() == folder.canonicalize().ok());
    let beside = beside.filter(|folder| !is_asked(folder));
    beside.as_deref().into_iter().chain(asked).map(|folder| Layer::read_signed(folder, key)).collect()
}
