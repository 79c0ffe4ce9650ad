//! How long the commands of a book take: a made book of 1,000 claims, and 33 pages of 400 kB.
//!
//! `cargo bench -p mlsysim-tests --bench book_commands [-- dev|release]` builds the book as its
//! author does, then in release, and runs each command seven times: the median of the whole run of
//! the program, its start included.

#[path = "made/claims.rs"]
mod made;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use made::{CLAIM_PRELUDE, by_claim, chapters};

const CLAIMS: usize = 1_000;
const PAGES: usize = 33;
const PAGE_BYTES: usize = 400_000;
const RUNS: usize = 7;

fn main() {
    let asked: Vec<String> = std::env::args().collect();
    let profiles = ["dev", "release"].into_iter();
    let only: Vec<&str> = profiles
        .clone()
        .filter(|it| asked.iter().any(|asked| asked == it))
        .collect();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("book-commands");
    write_book(&folder);
    println!(
        "{:<10} {:<32} {:>8} {:>8}",
        "profile", "command", "ms", "limit"
    );
    for profile in profiles.filter(|it| only.is_empty() || only.contains(it)) {
        let program = build(&folder, profile);
        for (name, limit, arguments) in COMMANDS {
            let median = median(|| run(&program, &folder, arguments));
            println!("{profile:<10} {name:<32} {median:>8.1} {limit:>8}");
        }
        let pages: Vec<String> = (0..PAGES)
            .map(|page| format!("book/page_{page}.md"))
            .collect();
        let mut arguments = vec!["lint"];
        arguments.extend(pages.iter().map(String::as_str));
        let median = median(|| run(&program, &folder, &arguments));
        let name = format!("lint, {PAGES} pages of {} kB", PAGE_BYTES / 1_000);
        println!("{profile:<10} {name:<32} {median:>8.1} {:>8}", 2_000);
    }
}

/// What is run, and in how many milliseconds it shall answer; a command without a limit has none.
const COMMANDS: [(&str, &str, &[&str]); 6] = [
    ("what-if", "100", &["what-if", "fleet_500 = 2_000 GPUs"]),
    ("export, JSON", "200", &["export"]),
    ("export, CSV", "200", &["export", "--format", "csv"]),
    ("export, LaTeX", "200", &["export", "--format", "latex"]),
    (
        "eval",
        "",
        &["eval", "70 billion params * 2 B / H100.memory.bandwidth"],
    ),
    ("units", "", &["units", "power"]),
];

/// A crate of claims with the pages of the corpus, repeated.
fn write_book(folder: &Path) {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mlsysim");
    for inner in ["src", "book"] {
        fs::create_dir_all(folder.join(inner)).expect("the target folder is writable");
    }
    let write = |name: &str, text: &str| {
        fs::write(folder.join(name), text).expect("the target folder is writable");
    };
    let dependency = format!("mlsysim = {{ path = {library:?}, features = [\"book\"] }}");
    write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"commands\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [features]\ndeferred = [\"mlsysim/deferred\"]\n\n[dependencies]\n{dependency}\n"
        ),
    );
    let _ = fs::copy(library.join("../Cargo.lock"), folder.join("Cargo.lock"));
    let mut main = String::from("//! Generated.\n#![allow(dead_code, unused_imports)]\n");
    main.push_str(CLAIM_PRELUDE);
    for (name, text) in chapters(CLAIMS, by_claim) {
        let _ = writeln!(main, "mod {name};");
        write(&format!("src/{name}.rs"), &text);
    }
    main.push_str("mlsysim::book::main!();\n");
    write("src/main.rs", &main);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/quantities");
    let mut text = String::new();
    for entry in fs::read_dir(corpus).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "md") {
            // The book has no variable of theirs, and to look for near names is not what is measured.
            let page = fs::read_to_string(path).expect("a page");
            text.push_str(&page.replace("{{<", "").replace(">}}", ""));
            text.push_str("\n\nIt lasts {{< var chapter_0.interval_0 >}}.\n\n");
        }
    }
    let page: String = text.chars().cycle().take(PAGE_BYTES).collect();
    for number in 0..PAGES {
        write(&format!("book/page_{number}.md"), &page);
    }
}

fn build(folder: &Path, profile: &str) -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--profile", profile])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the book is built");
    let kind = if profile == "dev" { "debug" } else { profile };
    folder.join("target").join(kind).join("commands")
}

/// Milliseconds of one run; a linter that finds something has run too.
fn run(program: &Path, folder: &Path, arguments: &[&str]) -> f64 {
    let start = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .expect("the program runs");
    let elapsed = start.elapsed().as_secs_f64() * 1e3;
    let errors = String::from_utf8_lossy(&status.stderr);
    assert!(errors.is_empty(), "{arguments:?}: {errors}");
    elapsed
}

fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..RUNS).map(|_| measure()).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}
