//! The command line of a book.

use std::format;
use std::string::ToString;

use clap_builder::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

use super::commands;
use super::edition::Book;

/// What the command line of a book may say.
pub(super) fn arguments(book: &Book) -> Command {
    let library = env!("CARGO_PKG_VERSION");
    let run = format!("cargo run -p {} --", book.package);
    let command = Command::new(book.package)
        .bin_name(run.clone())
        .version(format!("{} (mlsysim {library})", book.version))
        .about("Verifies the claims of the book and writes what its pages include")
        .after_help("`COMMAND --help` shows a command with an example.")
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Write nothing; fail if a generated file is out of date"),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help("Write _variables.yml and _generated into DIR, not into the book's folder"),
        )
        .subcommand(commands::explain::arguments())
        .subcommand(commands::impact::arguments())
        .subcommand(commands::what_if::arguments())
        .subcommand(commands::errata::arguments())
        .subcommand(commands::export::arguments())
        .subcommand(commands::lint::arguments())
        .subcommand(commands::audit::arguments())
        .subcommand(commands::preview::arguments())
        .subcommand(commands::eval::arguments())
        .subcommand(commands::constants::arguments())
        .subcommand(commands::units::arguments());
    with_examples(command, &run)
}

/// What the command line of `mlsysim` may say, which knows of no book.
pub(super) fn arguments_without_a_book() -> Command {
    let command = Command::new("mlsysim")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Checks pages, evaluates expressions, and lists constants and units")
        .after_help("`mlsysim COMMAND --help` shows a command with an example.")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(commands::lint_files::arguments())
        .subcommand(commands::eval::arguments())
        .subcommand(commands::constants::arguments())
        .subcommand(commands::units::arguments());
    with_examples(command, "mlsysim")
}

/// The same with the examples as they are typed: `{run}` in them is how the program is called.
fn with_examples(command: Command, run: &str) -> Command {
    command.mut_subcommands(|command| match command.get_after_help() {
        Some(example) => {
            let example = example.to_string().replace("{run}", run);
            command.after_help(example)
        }
        None => command,
    })
}

#[cfg(test)]
mod tests {
    use std::string::String;

    use clap_builder::ArgMatches;

    use super::*;

    fn parsed(line: &[&str]) -> Result<ArgMatches, String> {
        let book = Book {
            package: "clinic",
            version: "2.0.0",
            manifest: "",
        };
        let line = ["clinic"].iter().chain(line);
        let parsed = arguments(&book).try_get_matches_from(line);
        parsed.map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_command_the_book_is_written() {
        let plain = parsed(&[]).unwrap();
        assert!(!plain.get_flag("check") && plain.subcommand().is_none());
        let checked = parsed(&["--check", "--output", "out"]).unwrap();
        assert!(checked.get_flag("check"));
        let output = checked.get_one::<PathBuf>("output");
        assert_eq!(output, Some(&PathBuf::from("out")));
        assert!(parsed(&["--output"]).is_err() && parsed(&["--output", ""]).is_err());
    }

    #[test]
    fn a_command_takes_its_own_arguments() {
        let units = |line: &[&str]| {
            let parsed = parsed(line).unwrap();
            let (name, arguments) = parsed.subcommand().unwrap();
            assert_eq!(name, "units");
            arguments.get_one::<String>("quantity").cloned()
        };
        assert_eq!(units(&["units"]), None);
        assert_eq!(units(&["units", "power"]).as_deref(), Some("power"));
        for line in [
            &["units", "a", "b"][..],
            &["units", "--check"],
            &["--check", "units"],
        ] {
            assert!(parsed(line).is_err(), "{line:?}");
        }
    }

    #[test]
    fn a_slip_is_answered_with_what_is_near() {
        let slip = parsed(&["unit"]).unwrap_err();
        assert!(slip.contains("'units'"), "{slip}");
        let slip = parsed(&["--chek"]).unwrap_err();
        assert!(slip.contains("'--check'"), "{slip}");
        let version = parsed(&["--version"]).unwrap_err();
        assert!(version.starts_with("clinic 2.0.0 (mlsysim "), "{version}");
    }

    #[test]
    fn every_command_has_an_example_as_it_is_typed() {
        let book = Book {
            package: "clinic",
            version: "2.0.0",
            manifest: "",
        };
        let own = arguments_without_a_book();
        for (mut all, run) in [
            (arguments(&book), "cargo run -p clinic --"),
            (own, "mlsysim"),
        ] {
            all.build();
            for command in all.get_subcommands() {
                let example = command.get_after_help().map(ToString::to_string);
                let example = example.unwrap_or_default();
                let start = format!("Example: {run} {}", command.get_name());
                assert!(example.starts_with(&start), "{start}: {example}");
                assert!(!example.contains("{run}") && !example.contains("-p chapters"));
            }
        }
    }

    #[test]
    fn without_a_book_a_command_is_needed() {
        let parsed = |line: &[&str]| {
            let line = ["mlsysim"].iter().chain(line);
            arguments_without_a_book().try_get_matches_from(line)
        };
        assert!(parsed(&[]).is_err() && parsed(&["lint"]).is_err());
        assert!(parsed(&["lint", "a.md", "b.md"]).is_ok() && parsed(&["units"]).is_ok());
    }
}
