//! The command line of a book.

use std::ffi::OsString;
use std::format;
use std::path::PathBuf;
use std::string::{String, ToString};
use std::vec::Vec;

use lexopt::{Arg, Parser};
use mlsysim_language::nearest::nearest_of;

use super::error::Error;

/// What `--help` prints after the name of the book.
pub(super) const HELP: &str = "\
verifies the claims of the book and writes what its pages include

Usage: cargo run -p PACKAGE -- [OPTIONS]
       cargo run -p PACKAGE -- units [QUANTITY]

Commands:
      units              list the quantities, each with its units
      units power        list the units of one, with all names and sizes; `units kWh` does too

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
    Units { asked: Option<String> },
    Help,
    Version,
}

/// Reads the arguments, the program's name first.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    let wrong = |message: String| Error::Arguments(message);
    let mut parser = Parser::from_iter(arguments.into_iter().collect::<Vec<_>>());
    let (mut folder, mut check) = (None, false);
    let mut words: Vec<String> = Vec::new();
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
            Arg::Value(value) => words.push(value.to_string_lossy().into_owned()),
            other => return Err(wrong(other.unexpected().to_string())),
        }
    }
    let is_plain = folder.is_none() && !check;
    match &*words {
        [] if check => Ok(Command::Check { folder }),
        [] => Ok(Command::Write { folder }),
        [command, ..] if command != "units" => {
            let near = nearest_of(command, ["units"].into_iter());
            let near = match near.is_empty() {
                true => "",
                false => ": the nearest is `units`",
            };
            Err(wrong(format!("there is no command `{command}`{near}")))
        }
        [_, _, more, ..] => Err(wrong(format!(
            "`units` takes one quantity; `{more}` is too much"
        ))),
        _ if !is_plain => Err(wrong("`units` takes no options".to_string())),
        [_, rest @ ..] => Ok(Command::Units {
            asked: rest.first().cloned(),
        }),
    }
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
        let asked = |asked: Option<&str>| {
            Ok(Command::Units {
                asked: asked.map(String::from),
            })
        };
        assert_eq!(parsed(&["units"]), asked(None));
        assert_eq!(parsed(&["units", "power"]), asked(Some("power")));
        let slip = parsed(&["unit"]).unwrap_err();
        assert!(slip.contains("the nearest is `units`"), "{slip}");
        assert!(parsed(&["units", "a", "b"]).is_err());
        assert!(parsed(&["units", "--check"]).is_err());
        assert!(parsed(&["--output"]).is_err() && parsed(&["--nonsense"]).is_err());
    }
}
