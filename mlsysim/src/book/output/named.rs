//! Files that an author names, beside the generated ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;

use super::super::error::Error;
use super::drafts::{DRAFTS, Drafts};
use super::lock::{LOCK, Lock};
use super::{Changes, WRITE, failed, kind, read, rename, same};

/// A file of a folder, as it shall be.
pub(in crate::book) struct Named {
    pub(in crate::book) name: String,
    pub(in crate::book) text: String,
    /// Whether what stands there is of an earlier run, and may be replaced.
    pub(in crate::book) is_ours: fn(&[u8]) -> bool,
}

/// Writes the files, all of them or none; what is not ours is left alone.
pub(in crate::book) fn write_named(folder: &Path, files: &[Named]) -> Result<Changes, Error> {
    let present = changes(folder, files)?;
    if present.is_empty() {
        return Ok(present);
    }
    fs::create_dir_all(folder).map_err(|error| failed("make", folder, error, WRITE))?;
    let lock = Lock::take(folder);
    let _lock = lock.map_err(|error| failed("take", &folder.join(LOCK), error, WRITE))?;
    let changes = changes(folder, files)?;
    let failed_drafts = |error| failed("write into", &folder.join(DRAFTS), error, WRITE);
    let mut drafts = Drafts::new(folder).map_err(failed_drafts)?;
    let mut complete = Vec::new();
    for file in files {
        let target = folder.join(&file.name);
        if changes.written.contains(&target) {
            complete.push((drafts.write(&file.text).map_err(failed_drafts)?, target));
        }
    }
    for (draft, target) in complete {
        rename(&draft, &target)?;
    }
    Ok(changes)
}

fn changes(folder: &Path, files: &[Named]) -> Result<Changes, Error> {
    let mut changes = Changes::default();
    for file in files {
        let target: PathBuf = folder.join(&file.name);
        let Some(kind) = kind(&target)? else {
            changes.written.push(target);
            continue;
        };
        // A link could lead anywhere.
        if !kind.is_file() {
            return Err(Error::NoExport(target));
        }
        let content = read(&target)?;
        if same(&content, file.text.as_bytes()) {
            changes.unchanged += 1;
        } else if (file.is_ours)(&content) {
            changes.written.push(target);
        } else {
            return Err(Error::NoExport(target));
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Named {
        Named {
            name: "a.csv".into(),
            text: text.into(),
            is_ours: |content| content.starts_with(b"id,"),
        }
    }

    #[test]
    fn what_an_earlier_run_wrote_is_replaced_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/a.csv");
        let below = folder.path().join("new");
        let write = |text: &str| write_named(&below, &[file(text)]);
        assert_eq!(write("id,1").unwrap().written, std::slice::from_ref(&path));
        assert_eq!(write("id,1").unwrap().unchanged, 1);
        assert_eq!(write("id,2").unwrap().written, std::slice::from_ref(&path));
        assert_eq!(fs::read_to_string(&path).unwrap(), "id,2");
        // Only the file itself is left.
        assert_eq!(fs::read_dir(&below).unwrap().count(), 1);

        fs::write(&path, "name,1").unwrap();
        assert!(matches!(write("id,3"), Err(Error::NoExport(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "name,1");
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(matches!(write("id,3"), Err(Error::NoExport(_))));
    }
}
