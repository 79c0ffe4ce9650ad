//! Pages of the author's own that are rewritten on request.

use std::fs;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::drafts::Drafts;
use super::lock::{LOCK, Lock};
use super::{GENERATED, WRITE, failed, read, rename};

/// A file with what it was read as, and what it shall be; nothing where there was or will be none.
#[derive(Debug)]
pub(in super::super) struct Replacement {
    pub(in super::super) file: PathBuf,
    pub(in super::super) before: Option<String>,
    pub(in super::super) after: Option<String>,
}

/// Replaces files below a book's folder, each whole; those that are not as they were read stay as
/// they are, and are the answer.
pub(in super::super) fn replace(
    folder: &Path,
    replacements: &[Replacement],
) -> Result<Vec<PathBuf>, Error> {
    let _lock =
        Lock::take(folder).map_err(|error| failed("take", &folder.join(LOCK), error, WRITE))?;
    let generated = folder.join(GENERATED);
    let in_drafts = |error| failed("write into", &generated, error, WRITE);
    let is_new = !generated.exists();
    let mut drafts = Drafts::new(&generated).map_err(in_drafts)?;
    let mut complete = Vec::new();
    for replacement in replacements {
        let draft = match &replacement.after {
            Some(text) => {
                let draft = drafts.write(text).map_err(in_drafts)?;
                if let Ok(present) = fs::metadata(&replacement.file) {
                    let permissions = present.permissions();
                    fs::set_permissions(&draft, permissions).map_err(in_drafts)?;
                }
                Some(draft)
            }
            None => None,
        };
        complete.push((draft, replacement));
    }
    let mut changed = Vec::new();
    for (draft, replacement) in complete {
        let file = &replacement.file;
        let present = match file.symlink_metadata() {
            Ok(_) => Some(read(file)?),
            Err(_) => None,
        };
        if present.as_deref() != replacement.before.as_ref().map(String::as_bytes) {
            changed.push(file.clone());
            continue;
        }
        match draft {
            Some(draft) => rename(&draft, file)?,
            None if present.is_some() => {
                fs::remove_file(file).map_err(|error| failed("remove", file, error, WRITE))?;
            }
            None => {}
        }
    }
    drop(drafts);
    if is_new {
        // Fails, as it should, where it is not empty.
        let _ = fs::remove_dir(&generated);
    }
    Ok(changed)
}
