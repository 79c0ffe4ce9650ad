//! What `mlsysim` answers in a terminal: each file of `golden/commands` is a transcript, and every
//! line in it that begins with `$ ` is run by a shell. `--bin renew` writes the answers anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The program, built as a user would.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--quiet", "--message-format=json"])
            .args(["-p", "mlsysim", "--features", "book", "--bin", "mlsysim"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        let messages = String::from_utf8_lossy(&output.stdout);
        let messages = messages.lines().map(serde_json::from_str);
        let messages = messages.map(|it| it.unwrap_or(serde_json::Value::Null));
        let mut programs = messages.filter_map(|it| Some(it["executable"].as_str()?.to_owned()));
        let program = programs.next_back();
        let errors = String::from_utf8_lossy(&output.stderr);
        PathBuf::from(program.unwrap_or_else(|| panic!("no program was built: {errors}")))
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/commands")
}

/// What a line gives in a shell, with its exit code where that is not zero.
fn answer(line: &str) -> String {
    let (mut text, code) = run(line, &folder());
    match code {
        Some(0) => {}
        code => text.push_str(&format!("[exit code {}]\n", code.unwrap_or(-1))),
    }
    text
}

/// What a line gives in a shell, and its exit code.
fn run(line: &str, folder: &Path) -> (String, Option<i32>) {
    let bin = program().parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [bin].into_iter().chain(std::env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {line}\n}} 2>&1")])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).expect("paths"))
        .env("RUST_BACKTRACE", "0")
        .output()
        .expect("a shell runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (text, output.status.code())
}

/// Runs a transcript; gives how many lines it has.
fn transcript(name: &str) -> usize {
    let file = folder().join(name);
    let expected = fs::read_to_string(&file).expect("a transcript");
    let lines = expected.lines().filter_map(|line| line.strip_prefix("$ "));
    let lines: Vec<&str> = lines.collect();
    let parts = lines
        .iter()
        .map(|line| format!("$ {line}\n{}", answer(line)));
    let actual = parts.collect::<Vec<_>>().join("\n");
    if mlsysim_tests::renews() {
        fs::write(&file, &actual).expect("the golden is written");
    } else {
        for (actual, expected) in actual.split("\n$ ").zip(expected.split("\n$ ")) {
            assert_eq!(actual.trim_end(), expected.trim_end(), "{name}");
        }
    }
    lines.len()
}

#[test]
fn expressions_are_evaluated_and_mistakes_are_shown_where_they_stand() {
    assert!(transcript("eval.txt") >= 45);
}

#[test]
fn constants_are_listed_and_found() {
    assert!(transcript("constants.txt") >= 8);
}

#[test]
fn units_are_listed_and_found() {
    assert!(transcript("units.txt") >= 6);
}

#[test]
fn pages_are_read_without_a_book() {
    assert!(transcript("lint.txt") >= 5);
}

/// The README's `console` blocks, run beside the page that they show.
#[test]
fn the_readme_shows_what_a_newcomer_sees() {
    let readme = include_str!("../../README.md");
    let blocks = readme.split("```console\n").skip(1);
    let blocks = blocks.filter_map(|rest| rest.split_once("```"));
    let folder = folder().join("readme");
    let mut lines = 0;
    for (block, _) in blocks {
        let commands = block.split("$ ").filter(|part| part.contains('\n'));
        for part in commands {
            let (line, expected) = part.split_once('\n').expect("a line");
            assert_eq!(run(line, &folder).0, expected, "{line}");
            lines += 1;
        }
    }
    assert!(lines >= 3);
}
