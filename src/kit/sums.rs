//! `unsent-kit sums`: writes the list of a content folder that is to be signed.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use crate::content::folder::read_folder;
use crate::content::signature::{Seal, sums_of};
use crate::content::sums::{self, SUMS};

/// Writes the list into the folder, over the one that is there, or says why it can't.
pub fn write_sums(dir: &Path, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    let (mut files, mistakes) = read_folder(dir);
    if !mistakes.is_empty() {
        for mistake in &mistakes {
            writeln!(err, "{mistake}\n")?;
        }
        writeln!(err, "No list was written.")?;
        return Ok(Outcome::Problem);
    }
    _ = Seal::take(&mut files);
    let list = dir.join(SUMS);
    if let Err(error) = fs::write(&list, sums::write(&sums_of(&files))) {
        writeln!(err, "{} can’t be written: {error}\nCheck whether you may write there.", list.display())?;
        return Ok(Outcome::Problem);
    }
    writeln!(out, "{}: {} files. Sign it with `minisign -Sm {0}`.", list.display(), files.0.len())?;
    Ok(Outcome::Fine)
}
