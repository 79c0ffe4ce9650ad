//! Writes every golden anew: `cargo run -p mlsysim-tests --bin renew`.
//!
//! What a golden says is only right if someone has read it: read the difference
//! (`git diff`) as an author would before it is committed.

use std::process::{Command, ExitCode};

/// What is renewed, by which arguments of cargo.
const STEPS: [(&str, &[&str]); 3] = [
    (
        "the tables of the constants, the list of the formulas, the report of a scenario and the transcripts",
        &[
            "test",
            "--quiet",
            "-p",
            "mlsysim-tests",
            "--test",
            "constants",
            "--test",
            "formulas",
            "--test",
            "scenarios",
            "--test",
            "commands",
        ],
    ),
    (
        "what the pages of the book include",
        &["run", "--quiet", "-p", "chapters"],
    ),
    (
        "the compiler's messages (this takes minutes)",
        &["test", "--quiet", "-p", "mlsysim-tests", "--test", "ui"],
    ),
];

fn main() -> ExitCode {
    if let Some(argument) = std::env::args().nth(1) {
        eprintln!("error: `renew` takes no arguments, and `{argument}` is one");
        return ExitCode::from(2);
    }
    for (what, arguments) in STEPS {
        println!("renewing {what}");
        let status = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .env(mlsysim_tests::RENEW, "1")
            .env("TRYBUILD", "overwrite")
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(_) => {
                eprintln!("error: `cargo {}` failed", arguments.join(" "));
                return ExitCode::FAILURE;
            }
            Err(error) => {
                eprintln!("error: cannot run cargo: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    println!("all goldens are renewed: read the difference with `git diff`");
    ExitCode::SUCCESS
}
