//! Writes the preview anew whenever a page changes; when the code does, builds it and goes on as
//! the new program.

use std::env;
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::vec::Vec;
use std::{eprintln, format, thread};

use super::super::edition::Book;
use super::super::error::Error;
use super::rebuild::{Build, Built, go_on};
use super::snapshot::{Snapshot, sources};
use super::state::State;

/// How long a change may go unseen.
const PAUSE: Duration = Duration::from_millis(300);

/// The time as the number of a build.
pub(in super::super) fn number() -> u128 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| now.as_millis())
}

/// What is watched.
pub(in super::super) struct Watch<'a> {
    book: &'a Book,
    folder: PathBuf,
    output: PathBuf,
    program: PathBuf,
    sources: Vec<PathBuf>,
    pages: Snapshot,
    code: Snapshot,
}

impl<'a> Watch<'a> {
    /// Begins to watch: whatever changes from now on is seen.
    pub(in super::super) fn of(book: &'a Book, folder: &Path, output: &Path) -> Watch<'a> {
        // Later it is the path of a file that a build has replaced.
        let program = env::current_exe().unwrap_or_default();
        let sources = sources(&program, Path::new(book.manifest));
        Watch {
            book,
            pages: Snapshot::of_pages(folder, output),
            code: Snapshot::of_sources(&sources),
            folder: folder.to_path_buf(),
            output: output.to_path_buf(),
            program,
            sources,
        }
    }

    /// How many files of code are watched.
    pub(in super::super) fn files_of_code(&self) -> usize {
        self.sources.len()
    }

    /// Watches until the program is ended; `write` writes the preview with a state.
    pub(in super::super) fn run(
        mut self,
        mut state: State,
        write: &mut dyn FnMut(&State) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut build: Option<Build> = None;
        loop {
            thread::sleep(PAUSE);
            let pages = Snapshot::of_pages(&self.folder, &self.output);
            if pages != self.pages {
                self.pages = pages;
                state.number = number();
                say(write(&state));
            }
            let ended = build.as_mut().and_then(Build::ended);
            if ended.is_some() {
                build = None;
            }
            let failure = match ended {
                None => None,
                Some(Built::Yes) => {
                    let error = go_on(&self.program);
                    Some(format!("the new program does not start: {error}"))
                }
                Some(Built::No(said)) => Some(said),
            };
            if failure.is_some() {
                state.failure = failure;
                say(write(&state));
            }
            let code = Snapshot::of_sources(&self.sources);
            if build.is_none() && code != self.code {
                self.code = code;
                match Build::start(self.book, &self.program) {
                    Ok(started) => build = Some(started),
                    Err(error) => {
                        state.failure = Some(not_started(&error.to_string()));
                        say(write(&state));
                    }
                }
            }
        }
    }
}

fn not_started(error: &str) -> String {
    format!("the code has changed, and cargo cannot be started to build it: {error}")
}

/// A page that cannot be read now may be read after the next edit.
fn say(result: Result<(), Error>) {
    if let Err(error) = result {
        eprintln!("error: {error}");
    }
}
