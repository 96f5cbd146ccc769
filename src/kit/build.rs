//! `unsent-kit build`: the folder and the zip that a support team hands out.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::arguments::Build;
use super::bundle::{Bundle, TOP, allow};
use super::{Outcome, licences};
use crate::content::files::Files;
use crate::content::layer::{Layer, LayerName};
use crate::content::model::{FORMAT_VERSION, Guide};
use crate::content::signature::{self, KEY_FILE, Refusal, SIGNATURE, Seal};
use crate::content::{Loaded, bundled, folder, open_layers, sums};
use crate::export::html;

/// What the end user reads first.
const README: &str = include_str!("../../assets/kit/README.txt");

/// Makes the kit, or says why there is none.
pub fn build(asked: &Build, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    match make(asked) {
        Ok(made) => {
            write!(out, "{made}")?;
            Ok(Outcome::Fine)
        }
        Err(why) => {
            writeln!(err, "{why}\nNo kit was made.")?;
            Ok(Outcome::Problem)
        }
    }
}

/// What the file `manifest.json` says.
#[derive(Serialize)]
struct Manifest<'a> {
    version: &'a str,
    edition: String,
    content_format: u32,
    content: String,
    signed_by: Option<&'a str>,
    programs: Vec<Program>,
}

#[derive(Serialize)]
struct Program {
    file: String,
    bytes: usize,
    sha256: String,
}

/// The content that goes into a kit.
struct Content {
    /// What the files make with the built-in edition below them.
    guide: Guide,
    hash: u64,
    files: Files,
    seal: Seal,
    key: Option<String>,
}

/// Gathers everything, and writes it only when nothing can go wrong any more but the writing itself.
fn make(asked: &Build) -> Result<String, String> {
    let zip = places(&asked.out)?;
    let content = content(asked.content.as_deref())?;
    let key = content.key.as_deref().map(signature::key_line).transpose().map_err(|refusal| refusal.to_string())?;
    let mut bundle = Bundle::default();
    programs(&asked.program, &mut bundle)?;
    bundle.add("README.txt", README);
    for (file, text) in licences::FILES {
        bundle.add(format!("licences/{file}"), text);
    }
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION"),
        edition: content.guide.manifest.edition.to_string(),
        content_format: FORMAT_VERSION,
        content: format!("{:016x}", content.hash),
        signed_by: key,
        programs: bundle.programs().map(|(file, bytes)| program(file, bytes)).collect(),
    };
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| error.to_string())?;
    bundle.add("Unsent.html", html::edition(&content.guide, content.hash));
    bundle.add("manifest.json", format!("{text}\n"));
    for (path, bytes) in &content.files.0 {
        bundle.add(format!("content/{path}"), bytes.as_slice());
    }
    if let (Some(key), Seal { sums: Some(sums), signature: Some(signature) }) = (&content.key, &content.seal) {
        bundle.add(KEY_FILE, key.as_str());
        bundle.add(format!("content/{}", sums::SUMS), sums.as_slice());
        bundle.add(format!("content/{SIGNATURE}"), signature.as_slice());
    }
    bundle.seal();
    let sum = write(&bundle, &content.guide, &asked.out, &zip).map_err(|error| {
        let out = asked.out.display();
        format!("The kit can’t be written to {out}: {error}\nName a folder that you may write to, on a disk with room.")
    })?;
    Ok(report(&asked.out, &zip, &bundle, &manifest, &sum))
}

fn program(file: &str, bytes: &[u8]) -> Program {
    Program { file: file.to_owned(), bytes: bytes.len(), sha256: sums::sum(bytes) }
}

/// The name of the zip beside the folder. Neither may be there already.
fn places(out: &Path) -> Result<PathBuf, String> {
    let Some(name) = out.file_name() else {
        return Err(format!("{} is no name for a new folder.\nName one that is not there yet.", out.display()));
    };
    let mut zip = name.to_owned();
    zip.push(".zip");
    let zip = out.with_file_name(zip);
    let is_free = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    for (path, is_free) in [(out, is_free), (&zip, !zip.exists())] {
        if !is_free {
            let path = path.display();
            return Err(format!(
                "{path} is there already.\nName another folder, or move this one away: nothing is written over."
            ));
        }
    }
    Ok(zip)
}

/// The content of the folder or the built-in one. It has to be without a mistake and, where a key is named beside the
/// folder, signed with it.
fn content(dir: Option<&Path>) -> Result<Content, String> {
    let (mut files, mistakes) = dir.map_or_else(|| (bundled::files(), Vec::new()), folder::read_folder);
    let seal = Seal::take(&mut files);
    let name = dir.map_or(LayerName::BuiltIn, |dir| LayerName::Folder(dir.to_path_buf()));
    let Loaded { guide, mistakes, hash, .. } = open_layers([Layer::of(name.clone(), files.clone(), mistakes)]);
    if !mistakes.is_empty() {
        let listed: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        let listed = listed.join("\n\n");
        return Err(format!(
            "{listed}\n\nThere are mistakes in {name}.\nMend them; `unsent-kit check` lists them again."
        ));
    }
    let key = dir.and_then(|dir| signature::key_in(&beside(dir)));
    if let (Some(dir), Some(key)) = (dir, &key) {
        signature::check(key, &seal, &files).map_err(|refusal| unsigned(dir, &refusal))?;
    }
    Ok(Content { guide, hash, files, seal, key })
}

/// The folder that this one lies in.
fn beside(dir: &Path) -> PathBuf {
    let whole = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_path_buf());
    whole.parent().unwrap_or(&whole).to_path_buf()
}

fn unsigned(dir: &Path, refusal: &Refusal) -> String {
    let (place, dir) = (beside(dir).join(KEY_FILE), dir.display());
    let key = place.display();
    if *refusal == Refusal::NoKey {
        return format!(
            "{key} holds no key of minisign.\nPut the file there that `minisign -G` made, or take it away for a kit without a signature."
        );
    }
    format!(
        "{key} asks for a signature, but {dir} can’t be taken: {refusal}.\n\
         Sign it:\n  unsent-kit sums {dir}\n  minisign -Sm {dir}/{}\n\
         or take {KEY_FILE} away for a kit without a signature.",
        sums::SUMS
    )
}

/// The program beside this one, and those that were named.
fn programs(named: &[PathBuf], bundle: &mut Bundle) -> Result<(), String> {
    let own = std::env::current_exe().map(|exe| exe.with_file_name(format!("unsent{EXE_SUFFIX}"))).ok();
    let own = own.filter(|own| own.is_file() || named.is_empty());
    for file in own.iter().chain(named) {
        let shown = file.display();
        let bytes = fs::read(file).map_err(|error| {
            format!(
                "The program {shown} can’t be read: {error}\nBuild it, or name programs that are there with --program."
            )
        })?;
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.is_empty() || name.contains(|c: char| c == '\\' || c.is_control()) {
            return Err(format!("The program {shown} has a name that not every system can read.\nRename it."));
        }
        if !bundle.add_program(name, bytes) {
            return Err(format!(
                "There are two programs of the name {name}, the second is {shown}.\nRename one of them."
            ));
        }
    }
    Ok(())
}

/// Writes both under names that nobody uses, and gives them their names at the end: there is never half a kit.
/// Returns the sum of the zip.
fn write(bundle: &Bundle, guide: &Guide, out: &Path, zip: &Path) -> io::Result<String> {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(parent)?;
    let folder = tempfile::Builder::new().prefix(TOP).tempdir_in(parent)?;
    bundle.write_folder(folder.path())?;
    let mut packed = tempfile::NamedTempFile::new_in(parent)?;
    bundle.write_zip(&mut packed, guide.manifest.edition)?;
    allow(packed.path(), 0o644)?;
    let sum = sums::sum(&fs::read(packed.path())?);
    if out.exists() {
        fs::remove_dir(out)?;
    }
    fs::rename(folder.path(), out)?;
    packed.persist_noclobber(zip)?;
    Ok(sum)
}

fn report(out: &Path, zip: &Path, bundle: &Bundle, manifest: &Manifest<'_>, sum: &str) -> String {
    let programs: Vec<&str> = manifest.programs.iter().map(|program| program.file.as_str()).collect();
    let signed = match manifest.signed_by {
        Some(key) => format!("signed with {key}"),
        None => "not signed".to_owned(),
    };
    format!(
        "{}: {} files\n{}: SHA-256 {sum}\nPrograms: {}\nContent: edition {}, {}, {signed}\n",
        out.display(),
        bundle.len(),
        zip.display(),
        programs.join(", "),
        manifest.edition,
        manifest.content,
    )
}
