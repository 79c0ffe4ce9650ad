//! Many wrong figures are all reported, and as fast as one.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// What `cargo check` says of a book of one file, without colors, and how long that took.
fn checked(main: &str) -> (String, Duration) {
    let folder = TempDir::with_prefix("reports-").expect("a temporary folder");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = format!(
        "[package]\nname = \"reports\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nmlsysim = {{ path = {:?} }}\n",
        workspace.join("mlsysim")
    );
    let write = |file: &str, text: &str| {
        fs::write(folder.path().join(file), text).expect("the file is written");
    };
    fs::create_dir(folder.path().join("src")).expect("the folder is made");
    write("Cargo.toml", &manifest);
    fs::copy(
        workspace.join("Cargo.lock"),
        folder.path().join("Cargo.lock"),
    )
    .expect("the lock file");
    let check = || {
        let begin = Instant::now();
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--quiet", "--color=never"])
            .current_dir(folder.path())
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports"),
            )
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        (text, begin.elapsed())
    };
    // The library is built before, so that the reports alone are timed.
    write("src/main.rs", "fn main() {}\n");
    check();
    write("src/main.rs", main);
    check()
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    let items: Vec<String> = (1..=count).map(item).collect();
    items.join(", ")
}

/// A claim over a list of which every figure is wrong.
fn wrong_list(count: usize) -> String {
    let mut text = String::from("mlsysim::check! {\n");
    let sizes = list(count, |index| index.to_string());
    let wrong = list(count, |index| format!("{}.0", 2 * index + 1));
    let _ = writeln!(text, "    let sizes = [{sizes}];");
    let _ = writeln!(text, "    /// Twice as many: {{}}.");
    let _ = writeln!(text, "    doubled: 2 * sizes ~= [{wrong}];\n}}");
    text + "fn main() {}\n"
}

#[test]
fn three_hundred_wrong_figures_are_reported_as_fast_as_one() {
    let (text, time) = checked(&wrong_list(300));
    println!("300 reports in {time:.1?}");
    assert_eq!(text.matches("does not hold").count(), 300, "{text}");
    for index in [1, 150, 300] {
        let stated = format!("stated    {}.0  (±0.05)", 2 * index + 1);
        assert!(text.contains(&stated), "{stated}");
    }
    // Under 2 s on a machine that does nothing else; reports that are quadratic took minutes.
    assert!(time < Duration::from_secs(20), "{time:?}");
}

#[test]
fn every_broken_claim_of_a_block_is_reported() {
    // As many as would take minutes, if each report searched the record for its claim.
    let mut main = String::from("mlsysim::check! {\n");
    for index in 0..300 {
        let _ = writeln!(main, "    /// It is {{}}.");
        let _ = writeln!(main, "    claim_{index}: {index} + 10 ~= {index}.0;");
    }
    main += "}\nfn main() {}\n";
    let (text, _) = checked(&main);
    assert_eq!(text.matches("does not hold").count(), 300, "{text}");
    for index in 0..300 {
        let report = format!("claim `claim_{index}` does not hold");
        assert!(text.contains(&report), "{report} in {text}");
    }
}

#[test]
fn what_breaks_later_does_not_hide_the_claim_before() {
    for later in [
        "share: 3 h / (delay - 5 h) ~= 3;",
        "total: delay + 3 GB ~= 3 GB;",
        "root: sqrt(4 h - delay) ~= 1;",
        "law: law(0 * delay) + 3 ~= 3;",
    ] {
        let main = format!(
            "use mlsysim::{{check, formula, q, units::*}};\n\
             /// A law. Source: Little (1961).\n\
             #[formula]\n\
             pub const fn law(#[domain(> 0)] delay: Time) -> Ratio {{ q!(1 s) / delay }}\n\
             check! {{\n\
             /// It is {{}}.\n\
             delay: 50 h / 10 ~= 6 h;\n\
             /// It is {{}}.\n\
             {later}\n\
             }}\n\
             fn main() {{}}\n"
        );
        let (text, _) = checked(&main);
        assert!(text.contains("claim `delay` does not hold"), "{text}");
    }
}
