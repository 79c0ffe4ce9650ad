//! What a claim costs the author who waits: generated chapters of claims,
//! beside the same assertions by hand over bare `f64`.
//!
//! `cargo bench -p mlsysim-tests --bench compile_cost [-- SIZES…]` makes two
//! crates in the target folder and times `cargo check` and `cargo test` on
//! them, cold (dependencies built, the crate not) and after a one-line edit.
//! Every figure is the median of the runs, less the time of an empty crate.

#[path = "made/claims.rs"]
mod made;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use made::{CLAIM_PRELUDE, Chapters, Figures, KINDS, by_claim, chapters};

const RUNS: usize = 3;

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![100, 1_000, 4_000]
    } else {
        sizes
    };
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile-cost");
    let hand = Scratch::new(&root, "hand", "");
    let claims = Scratch::new(
        &root,
        "claims",
        &format!("mlsysim = {{ path = {:?} }}\n{PROFILE}", library()),
    );
    println!("medians of {RUNS} runs; ms a claim, less an empty crate\n");
    println!(
        "{:>6} {:<14} {:>10} {:>10} {:>7}",
        "claims", "command", "by hand", "check!", "ratio"
    );
    let mut first = Vec::new();
    let empty = (
        hand.measure(&chapters(0, by_hand)),
        claims.measure(&chapters(0, by_claim)),
    );
    for &size in &sizes {
        let by_hand_times = hand.measure(&chapters(size, by_hand));
        let claim_times = claims.measure(&chapters(size, by_claim));
        for (index, command) in COMMANDS.iter().enumerate() {
            let each = |time: f64, empty: f64| (time - empty).max(0.0) * 1e3 / size as f64;
            let (a, b) = (
                each(by_hand_times[index], empty.0[index]),
                each(claim_times[index], empty.1[index]),
            );
            println!(
                "{size:>6} {command:<14} {a:>10.3} {b:>10.3} {:>7.2}   ({:.2} s)",
                b / a,
                claim_times[index]
            );
            if size == 1_000 {
                first.push(b);
            }
            if let Some(before) = first.get(index).filter(|_| size == 4_000) {
                println!(
                    "{:>6} {command:<14} growth of a claim's cost from 1,000: {:.2}",
                    "",
                    b / before
                );
            }
        }
    }
}

/// What the README asks of a book's manifest; the assertions by hand have no macro to optimise.
const PROFILE: &str = "\n[profile.dev.package.mlsysim-macros]\nopt-level = 1\n[profile.dev.package.mlsysim-language]\nopt-level = 1\n";

const COMMANDS: [&str; 4] = ["check, cold", "check, edited", "test, cold", "test, edited"];

fn by_hand(index: usize, text: &mut String) {
    let claim = Figures::new(index);
    let Figures {
        devices,
        hours,
        layers,
        ..
    } = claim;
    let block = index - index % KINDS;
    let (name, expression, unit, stated, margin) = match index % KINDS {
        0 => {
            let _ = writeln!(
                text,
                "const FLEET_{index}: f64 = {devices}.0;\nconst MTTF_{index}: f64 = {hours}.0 * HOUR;"
            );
            (
                "interval",
                format!("MTTF_{index} / FLEET_{index}"),
                "HOUR",
                format!("{:.2}", claim.interval()),
                "0.0050001",
            )
        }
        1 => (
            "memory",
            format!("2.0 * {layers}.0 * 8.0 * 128.0 * 2.0"),
            "MEGABYTE",
            format!("{:.3}", claim.memory()),
            "0.00050001",
        ),
        2 => (
            "pause",
            format!("{hours}.0 * HOUR / FLEET_{block} + 180.0"),
            "HOUR",
            format!("{:.2}", claim.pause() * 1.5),
            "<",
        ),
        3 => (
            "run",
            format!("training_time(8.4e23, {devices}.0, 989e12, 0.5)"),
            "DAY",
            format!("{:.2}", claim.run()),
            "0.0050001",
        ),
        _ => (
            "bill",
            format!("FLEET_{block} * 700.0 * INTERVAL_{block} * 0.12 / KILOWATT_HOUR"),
            "1.0",
            format!("{:.1}", claim.bill().round()),
            "0.5",
        ),
    };
    let constant = format!("{}_{index}", name.to_uppercase());
    let condition = match margin {
        "<" => format!("{constant} / {unit} < {stated}"),
        _ => format!("({constant} / {unit} - {stated}).abs() <= {margin}"),
    };
    let _ = write!(
        text,
        "/// The {name} of case {index}.\npub const {constant}: f64 = {expression};\n\
         const _: () = assert!({condition}, \"{name}_{index}: stated {stated}\");\n\
         #[test]\nfn {name}_{index}() {{\n    let computed = {constant} / {unit};\n    \
         assert!({}, \"{name}_{index}: stated {stated}, computed {{computed}}\");\n}}\n\n",
        condition.replace(&format!("{constant} / {unit}"), "computed")
    );
}

/// A crate made for one measurement.
struct Scratch {
    folder: PathBuf,
    name: &'static str,
}

impl Scratch {
    fn new(root: &Path, name: &'static str, dependency: &str) -> Self {
        let folder = root.join(name);
        fs::create_dir_all(folder.join("src")).expect("the target folder is writable");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependency}\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("the target folder is writable");
        let _ = fs::copy(library().join("../Cargo.lock"), folder.join("Cargo.lock"));
        Scratch { folder, name }
    }

    /// Seconds for each of [`COMMANDS`].
    fn measure(&self, chapters: &Chapters) -> [f64; 4] {
        let mut main = String::from("//! Generated.\n#![allow(dead_code, unused_imports)]\n");
        main.push_str(if self.name == "hand" {
            HAND_PRELUDE
        } else {
            CLAIM_PRELUDE
        });
        for (name, text) in chapters {
            let _ = writeln!(main, "mod {name};");
            fs::write(self.folder.join(format!("src/{name}.rs")), text)
                .expect("the target folder is writable");
        }
        main.push_str("fn main() {}\n");
        fs::write(self.folder.join("src/main.rs"), main).expect("the target folder is writable");
        let mut seconds = [0.0; 4];
        for (index, command) in ["check", "test"].iter().enumerate() {
            self.cargo(&[command]);
            let cold = median(|| {
                self.cargo(&["clean", "-p", self.name]);
                self.cargo(&[command])
            });
            let mut edits = 0;
            let edited = median(|| {
                edits += 1;
                self.edit(chapters, edits);
                self.cargo(&[command])
            });
            seconds[2 * index] = cold;
            seconds[2 * index + 1] = edited;
        }
        seconds
    }

    /// The author changes one line in the middle of the book.
    fn edit(&self, chapters: &Chapters, edits: usize) {
        let Some((name, text)) = chapters.get(chapters.len() / 2) else {
            return;
        };
        let edited = text.replacen("180", &(180 + edits).to_string(), 1);
        fs::write(self.folder.join(format!("src/{name}.rs")), edited)
            .expect("the target folder is writable");
    }

    fn cargo(&self, arguments: &[&str]) -> f64 {
        let start = Instant::now();
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env_remove("RUSTFLAGS")
            .stdout(Stdio::null())
            .output()
            .expect("cargo runs");
        let elapsed = start.elapsed().as_secs_f64();
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        elapsed
    }
}

fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut seconds: Vec<f64> = (0..RUNS).map(|_| measure()).collect();
    seconds.sort_by(f64::total_cmp);
    seconds[RUNS / 2]
}

fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../mlsysim")
}

const HAND_PRELUDE: &str = "
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;
const MEGABYTE: f64 = 1e6;
const KILOWATT_HOUR: f64 = 3.6e6;
const fn training_time(operations: f64, devices: f64, peak: f64, mfu: f64) -> f64 {
    operations / (devices * peak * mfu)
}
";
