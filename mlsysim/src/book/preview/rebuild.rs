//! Builds the program anew while it runs, and goes on as the new one.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::string::String;
use std::thread::{self, JoinHandle};
use std::vec::Vec;
use std::{eprintln, io};

use super::super::edition::Book;

/// A build that goes on beside this program.
pub(super) struct Build {
    child: Child,
    /// What cargo says, which it shows in the terminal at once.
    said: Option<JoinHandle<String>>,
}

/// How a build ended.
pub(super) enum Built {
    Yes,
    /// What the compiler says.
    No(String),
}

impl Build {
    /// Starts to build the package of the book, as this program was built.
    pub(super) fn start(book: &Book, program: &Path) -> io::Result<Build> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut child = Command::new(cargo)
            .arg("build")
            .args(["--package", book.package, "--manifest-path"])
            .arg(Path::new(book.manifest).join("Cargo.toml"))
            .args(as_built(program))
            .current_dir(book.manifest)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let said = child.stderr.take().map(|said| {
            thread::spawn(move || {
                let mut text = String::new();
                for line in BufReader::new(said).lines().map_while(Result::ok) {
                    eprintln!("{line}");
                    text.push_str(&line);
                    text.push('\n');
                }
                text
            })
        });
        Ok(Build { child, said })
    }

    /// How it ended, if it has.
    pub(super) fn ended(&mut self) -> Option<Built> {
        let status = self.child.try_wait().ok()??;
        let said = self.said.take().and_then(|said| said.join().ok());
        Some(match status.success() {
            true => Built::Yes,
            false => Built::No(complaints(&said.unwrap_or_default())),
        })
    }
}

/// What cargo says without its progress.
fn complaints(said: &str) -> String {
    let is_complaint = |line: &&str| line.starts_with("error") || line.starts_with("warning");
    let first = said.lines().find(is_complaint);
    let start = first.and_then(|first| said.find(first));
    said[start.unwrap_or(0)..].into()
}

/// The arguments that build a program into the place where it stands.
fn as_built(program: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = Vec::new();
    let profile = program.parent().and_then(Path::file_name);
    match profile.and_then(|profile| profile.to_str()) {
        Some("debug") | None => {}
        Some("release") => arguments.push("--release".into()),
        Some(profile) => arguments.extend(["--profile".into(), profile.into()]),
    }
    if cfg!(feature = "deferred") {
        arguments.extend(["--features".into(), "mlsysim/deferred".into()]);
    }
    arguments
}

/// Goes on as the program that stands now where this one stood; comes back only if that fails.
pub(super) fn go_on(program: &PathBuf) -> io::Error {
    let mut command = Command::new(program);
    command.args(env::args_os().skip(1));
    become_it(command)
}

#[cfg(unix)]
fn become_it(mut command: Command) -> io::Error {
    use std::os::unix::process::CommandExt;
    command.exec()
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_no_complaint() {
        let said = "   Compiling a\nerror[E0080]: b\n --> c\n";
        assert_eq!(complaints(said), "error[E0080]: b\n --> c\n");
        assert_eq!(complaints("killed\n"), "killed\n");
    }

    #[test]
    fn a_program_is_built_as_it_was() {
        let built = |path: &str| as_built(Path::new(path));
        let deferred: &[OsString] = match cfg!(feature = "deferred") {
            true => &["--features".into(), "mlsysim/deferred".into()],
            false => &[],
        };
        assert_eq!(built("/t/debug/book"), deferred);
        assert_eq!(built("/t/release/book")[0], "--release");
        assert_eq!(
            built("/t/quick/book")[..2],
            ["--profile", "quick"].map(OsString::from)
        );
    }
}
