//! One run at a time writes into a folder.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the lock in the output folder.
pub(super) const LOCK: &str = ".mlsysim.lock";

/// Held while a run writes; the system lets go of it when the run ends, however it ends.
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Waits until no other run writes into the folder, which must exist.
    pub(super) fn take(folder: &Path) -> io::Result<Lock> {
        let path = folder.join(LOCK);
        loop {
            let file = open(&path)?;
            file.lock()?;
            // The run before may have removed the file while we waited for it.
            if is_at(&file, &path)? {
                return Ok(Lock { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only a run that can tell whether its lock still is the one in the folder may remove it.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The file, made if it is missing; never through a link.
fn open(path: &Path) -> io::Result<File> {
    let created = File::options().write(true).create_new(true).open(path);
    match created {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        other => return other,
    }
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(io::Error::other("it is no file, and the lock must be one")),
        // Removed since, by the run that held it.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return open(path),
        Err(error) => return Err(error),
    }
    match File::options().write(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => open(path),
        other => other,
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(present) => Ok((held.dev(), held.ino()) == (present.dev(), present.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Nobody removes it there.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
