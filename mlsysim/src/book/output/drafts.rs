//! Files that are complete and not yet in their place.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::string::ToString;

/// The folder that they wait in, below `_generated` and so on the same disk as their places.
pub(super) const DRAFTS: &str = ".drafts";

/// The drafts of one run; what does not get to its place is gone with them.
///
/// The run holds the lock of the folder, so whatever it finds was left by one that died.
pub(super) struct Drafts {
    folder: PathBuf,
    next: u32,
}

impl Drafts {
    /// An empty folder for drafts, below the one given.
    pub(super) fn new(generated: &Path) -> io::Result<Drafts> {
        let folder = generated.join(DRAFTS);
        fs::create_dir_all(&folder)?;
        if !fs::symlink_metadata(&folder)?.is_dir() {
            return Err(io::Error::other("it leads to another folder"));
        }
        let drafts = Drafts { folder, next: 0 };
        drafts.clear()?;
        Ok(drafts)
    }

    /// Writes a text, to be renamed into its place.
    pub(super) fn write(&mut self, text: &str) -> io::Result<PathBuf> {
        loop {
            let path = self.folder.join(self.next.to_string());
            self.next += 1;
            match File::options().write(true).create_new(true).open(&path) {
                Ok(mut file) => {
                    file.write_all(text.as_bytes())?;
                    return Ok(path);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Only what has the name of a draft.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let is_draft = name
                .to_str()
                .is_some_and(|name| name.parse::<u32>().is_ok());
            if is_draft && entry.file_type()?.is_file() {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        // What stays is cleared by the next run; removing the folder fails if it is not empty.
        let _ = self.clear();
        let _ = fs::remove_dir(&self.folder);
    }
}
