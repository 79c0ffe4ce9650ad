//! The command line of a book.

use std::ffi::OsString;
use std::format;
use std::path::PathBuf;
use std::string::{String, ToString};

use lexopt::{Arg, Parser};

use super::error::Error;

/// What `--help` prints after the name of the book.
pub(super) const HELP: &str = "\
verifies the claims of the book and writes what its pages include

Usage: cargo run -p PACKAGE -- [OPTIONS]

Options:
      --check       write nothing; fail if a generated file is out of date
      --output DIR  write _variables.yml and _generated into DIR, not into the book's folder
  -h, --help        print this
  -V, --version     print the version
";

/// What a run is asked to do.
#[derive(Debug, PartialEq)]
pub(super) enum Command {
    Write { folder: Option<PathBuf> },
    Check { folder: Option<PathBuf> },
    Help,
    Version,
}

/// Reads the arguments, the program's name first.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    let wrong = |message: String| Error::Arguments(message);
    let mut parser = Parser::from_iter(arguments.into_iter().collect::<std::vec::Vec<_>>());
    let (mut folder, mut check) = (None, false);
    while let Some(argument) = parser.next().map_err(|error| wrong(error.to_string()))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Long("check") => check = true,
            Arg::Long("output") => {
                let given = parser.value().map_err(|error| wrong(error.to_string()))?;
                if given.is_empty() {
                    return Err(wrong("`--output` needs a folder".to_string()));
                }
                folder = Some(PathBuf::from(given));
            }
            Arg::Value(value) => {
                let value = value.to_string_lossy().into_owned();
                return Err(wrong(format!("there is no command `{value}`")));
            }
            other => return Err(wrong(other.unexpected().to_string())),
        }
    }
    Ok(if check {
        Command::Check { folder }
    } else {
        Command::Write { folder }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Command, String> {
        let program = ["book"].iter().chain(arguments).map(OsString::from);
        parse(program).map_err(|error| error.to_string())
    }

    #[test]
    fn arguments_are_read_or_refused() {
        assert_eq!(parsed(&[]), Ok(Command::Write { folder: None }));
        let folder = Some(PathBuf::from("out"));
        assert_eq!(
            parsed(&["--check", "--output", "out"]),
            Ok(Command::Check { folder })
        );
        assert_eq!(
            parsed(&["publish"]),
            Err("there is no command `publish`\n  the arguments are listed by `--help`".into())
        );
        assert!(parsed(&["--output"]).is_err() && parsed(&["--nonsense"]).is_err());
    }
}
