//! A book outside of the workspace, and what its author sees while changing it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const MAIN: &str = "
mod shared;
mod vol1 { pub mod training; }
mod vol2 { pub mod fault_tolerance; }
mlsysim::book::main!();
";
const SHARED: &str = "
use mlsysim::q;
use mlsysim::units::{Count, Time};
pub const GPU_MTTF: Time = q!(50_000 h);
pub const FLEET: Count = q!(10_000 GPUs);
";
const TRAINING: &str = "
use crate::shared::{FLEET, GPU_MTTF};
mlsysim::check! {
    /// Eight GPUs a node make {}.
    nodes: FLEET / 8 == 1_250;

    /// A run of a week sees {} failures.
    failures: FLEET * 1 week / GPU_MTTF ~= 34;
}
";
const FAULT_TOLERANCE: &str = "
use crate::shared::{FLEET, GPU_MTTF};
mlsysim::check! {
    /// The fleet loses a GPU every {}.
    failure_interval: GPU_MTTF / FLEET ~= 5 h;

    /// Less than a day: {}.
    within_a_day: failure_interval < 24 h;

    /// A checkpoint takes {}.
    checkpoint: 1.2 TB / 100 GB/s ~= 12 s;
}
";

const UNITS: &str = "
mlsysim::units! {
    /// A visit to the clinic.
    visits (visit);
    bed_days (bed_day) = 24 h;
}
";
const CLINIC: &str = "
use crate::units::*;
check! {
    let rate = 120 visits/day;
    let seen = rate * 7 days;
    let missed = seen / 840;
    let taken = 21 bed_days;

    /// A week has {seen}, {missed} was missed; of {taken} each had {}.
    per_bed: seen / taken ~= 40 visits/day;

    /// Missed: {}.
    others: seen - missed ~= 839 visits;
}
";

struct Book {
    folder: TempDir,
}

/// What one run of cargo says.
struct Verdict {
    succeeded: bool,
    text: String,
}

/// Where the caret of a report stands: the file, the line and the token above it.
#[derive(Debug, PartialEq, Eq)]
struct Caret {
    place: String,
    under: String,
}

impl Book {
    /// Each test names its own: cargo takes two packages of one name in a common target
    /// folder for the same, wherever they stand.
    fn new(name: &str) -> Self {
        let folder = TempDir::with_prefix("book-").expect("a temporary folder");
        let workspace = workspace();
        let book = Book { folder };
        book.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [features]\ndeferred = [\"mlsysim/deferred\"]\n\n\
                 [dependencies]\nmlsysim = {{ path = {:?}, features = [\"book\"] }}\n",
                workspace.join("mlsysim"),
            ),
        );
        fs::copy(workspace.join("Cargo.lock"), book.path("Cargo.lock")).expect("the lock file");
        book.write("src/main.rs", MAIN);
        book.write("src/shared.rs", SHARED);
        book.write("src/vol1/training.rs", TRAINING);
        book.write("src/vol2/fault_tolerance.rs", FAULT_TOLERANCE);
        book
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    fn replace(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(file)).expect("a file of the book");
        assert_eq!(
            text.matches(old).count(),
            1,
            "`{old}` stands once in {file}"
        );
        self.write(file, &text.replace(old, new));
    }

    fn cargo(&self, arguments: &[&str]) -> Verdict {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-book");
        let output = Command::new(env!("CARGO"))
            .args(["--offline", "--quiet", "--color=never"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", target)
            .env("RUST_BACKTRACE", "0")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs");
        Verdict {
            succeeded: output.status.success(),
            text: String::from_utf8_lossy(&output.stderr).into_owned()
                + &String::from_utf8_lossy(&output.stdout),
        }
    }
}

impl Verdict {
    /// The claims under report, each with its caret.
    fn broken(&self) -> BTreeMap<&str, Caret> {
        assert!(!self.succeeded, "{}", self.text);
        let reports = self.text.split("error[").map(|report| {
            let path = report.split('`').nth(1).unwrap_or_default();
            let mut lines = report.lines().skip_while(|line| !line.contains("--> "));
            let place = lines.next().and_then(|line| line.split("--> ").nth(1));
            lines.next();
            let source = lines.next().unwrap_or_default();
            let marks = lines.next().unwrap_or_default();
            let start = marks.find('^').unwrap_or_default();
            let under = source.get(start..start + marks.matches('^').count());
            let caret = Caret {
                place: place.unwrap_or_default().to_owned(),
                under: under.unwrap_or_default().to_owned(),
            };
            (path, report.contains("evaluation panicked: claim"), caret)
        });
        let claims = reports.filter(|(_, is_claim, _)| *is_claim);
        claims.map(|(path, _, caret)| (path, caret)).collect()
    }

    /// The tests that failed.
    fn failed_tests(&self) -> Vec<&str> {
        let listed = self.text.rsplit("\nfailures:\n").next().unwrap_or_default();
        let names = listed
            .lines()
            .take_while(|line| !line.starts_with("test result"));
        names
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect()
    }
}

fn workspace() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the workspace").to_owned()
}

fn caret(place: &str, under: &str) -> Caret {
    Caret {
        place: place.to_owned(),
        under: under.to_owned(),
    }
}

#[test]
fn a_changed_constant_breaks_exactly_the_claims_that_follow_from_it() {
    let book = Book::new("changed");
    let verdict = book.cargo(&["check"]);
    assert!(verdict.succeeded, "{}", verdict.text);

    book.replace("src/shared.rs", "50_000 h", "100_000 h");
    let verdict = book.cargo(&["check"]);
    let expected = [
        (
            "vol1::training::failures",
            caret("src/vol1/training.rs:8:44", "34"),
        ),
        (
            "vol2::fault_tolerance::failure_interval",
            caret("src/vol2/fault_tolerance.rs:5:43", "5 h"),
        ),
    ];
    assert_eq!(
        verdict.broken(),
        BTreeMap::from(expected),
        "{}",
        verdict.text
    );
    for row in [
        "stated     5 h  (±0.5 h)",
        "computed  10 h",
        "the computed value is 2 times larger",
    ] {
        assert!(verdict.text.contains(row), "{}", verdict.text);
    }

    book.replace("src/vol2/fault_tolerance.rs", "~= 5 h", "~= 10 h");
    let verdict = book.cargo(&["check"]);
    assert_eq!(
        Vec::from_iter(verdict.broken().into_keys()),
        ["vol1::training::failures"]
    );

    book.replace("src/vol1/training.rs", "~= 34", "~= 17");
    let verdict = book.cargo(&["test"]);
    assert_eq!(
        verdict.failed_tests(),
        ["book::generated_files_are_up_to_date"]
    );
    let verdict = book.cargo(&["run"]);
    assert!(verdict.succeeded, "{}", verdict.text);
    let variables = fs::read_to_string(book.path("book/_variables.yml")).expect("generated");
    assert!(
        variables.contains("failure_interval: \"10\u{a0}h\""),
        "{variables}"
    );
    let verdict = book.cargo(&["test"]);
    assert!(verdict.succeeded, "{}", verdict.text);
    // Each of the five claims holds and bites; the files are fresh and name what exists.
    assert!(verdict.text.contains("12 passed"), "{}", verdict.text);
}

#[test]
fn deferred_claims_fail_as_tests_and_not_in_the_build() {
    let book = Book::new("deferred");
    book.replace("src/vol2/fault_tolerance.rs", "~= 5 h", "~= 6 h");
    book.replace("src/vol2/fault_tolerance.rs", "< 24 h", "< 24_000 h");
    book.replace("src/vol1/training.rs", "== 1_250", "~= 1_000 within 90%");
    let verdict = book.cargo(&["check", "--features", "deferred"]);
    assert!(verdict.succeeded, "{}", verdict.text);

    let verdict = book.cargo(&["test", "--features", "deferred", "vol"]);
    assert!(!verdict.succeeded);
    assert_eq!(
        verdict.failed_tests(),
        [
            "vol1::training::nodes::bites",
            "vol2::fault_tolerance::failure_interval::holds",
            "vol2::fault_tolerance::within_a_day::bites",
        ],
        "{}",
        verdict.text
    );
    for message in [
        "claim `vol2::fault_tolerance::failure_interval` does not hold",
        "claim `vol2::fault_tolerance::within_a_day` does not bite: the bound is more than 10 times away",
        "claim `vol1::training::nodes` does not bite: its value doubled or halved would pass too",
    ] {
        assert!(
            verdict.text.contains(message),
            "{message}: {}",
            verdict.text
        );
    }
    the_preview_marks_what_is_broken(&book);
}

fn the_preview_marks_what_is_broken(book: &Book) {
    let endless = "\n    /// It ends after {}.\n    endless: 1 TB / (0 * 1 GB/s) ~= 5 s;\n\n    /// A checkpoint";
    book.replace(
        "src/vol2/fault_tolerance.rs",
        "\n    /// A checkpoint",
        endless,
    );
    let variables = ["failure_interval", "within_a_day", "checkpoint", "endless"];
    let inserted = variables.map(|name| format!("{{{{< var vol2.fault_tolerance.{name} >}}}}"));
    let derivation = "{{< include /_generated/vol2/fault_tolerance/failure_interval.qmd >}}";
    let page = format!("# A\n\n{}\n\n{derivation}\n", inserted.join(", "));
    book.write("book/index.qmd", &page);
    let verdict = book.cargo(&["run", "--features", "deferred", "--", "preview"]);
    assert!(!verdict.succeeded, "{}", verdict.text);
    assert!(
        verdict.text.contains("claims are broken"),
        "{}",
        verdict.text
    );
    let html = fs::read_to_string(book.path("book/_preview/index.html")).expect("it is written");
    let broken = |name: &str| {
        let start = format!(
            "<span class=\"ask broken\" role=\"button\" tabindex=\"0\" data-ask=\"vol2.fault_tolerance.{name}\""
        );
        html.contains(&start)
    };
    assert_eq!(variables.map(broken), [true, true, false, true], "{html}");
    for part in [
        "claims are broken</summary>",
        "✗ Does not hold",
        "✗ Holds, and is refused all the same",
        "<pre class=\"report\">claim `vol2::fault_tolerance::failure_interval` does not hold",
        "<div class=\"derivation broken\">",
    ] {
        assert!(html.contains(part), "`{part}` is not in {html}");
    }
}

#[test]
fn a_dimension_mistake_in_a_shared_constant_is_reported_where_it_stands() {
    let book = Book::new("mistaken");
    book.replace("src/shared.rs", "q!(50_000 h)", "q!(50_000 GB)");
    let verdict = book.cargo(&["check"]);
    assert!(!verdict.succeeded);
    for row in [
        "declared: time",
        "computed: information",
        "--> src/shared.rs:4:31",
    ] {
        assert!(verdict.text.contains(row), "{}", verdict.text);
    }
}

/// A fenced block of the README: the first of its language.
fn readme_block(language: &str) -> String {
    let readme = fs::read_to_string(workspace().join("README.md")).expect("the README");
    let opening = format!("```{language}\n");
    let block = readme.split(&opening).nth(1).expect("a block");
    block.split("```").next().expect("its end").to_owned()
}

#[test]
fn the_readme_shows_the_words_of_the_compiler() {
    let book = Book::new("readme");
    book.write("src/vol2/fault_tolerance.rs", &readme_block("rust"));
    let verdict = book.cargo(&["check"]);
    assert!(verdict.succeeded, "{}", verdict.text);

    book.replace("src/vol2/fault_tolerance.rs", "~= 5 h", "~= 12 h");
    let verdict = book.cargo(&["check"]);
    // What follows the caret names the constant that the macro made.
    let report = verdict.text.split(" evaluation of").next();
    assert_eq!(report, Some(readme_block("text").trim_end()));
}

#[test]
fn a_noun_of_the_book_is_printed_where_one_of_the_table_would_be() {
    let book = Book::new("nouns");
    book.write(
        "src/main.rs",
        "mod clinic;\nmod units;\nmlsysim::book::main!();\n",
    );
    book.write("src/units.rs", UNITS);
    book.write("src/clinic.rs", CLINIC);
    let verdict = book.cargo(&["run"]);
    assert!(verdict.succeeded, "{}", verdict.text);
    let variables = fs::read_to_string(book.path("book/_variables.yml")).expect("generated");
    for line in [
        "seen: \"840\u{a0}visits\"",
        "seen_value: \"840\"",
        "seen_unit: \"visits\"",
        "missed: \"1\u{a0}visit\"",
        "taken: \"21\u{a0}bed days\"",
        "per_bed: \"40\u{a0}visits/day\"",
        "per_bed_unit: \"visits/day\"",
        "rate: \"120\u{a0}visits/day\"",
    ] {
        assert!(variables.contains(line), "{line}: {variables}");
    }
    let claims = book.path("book/_generated/clinic/_claims.qmd");
    let claims = fs::read_to_string(claims).expect("generated");
    assert!(claims.contains("40\u{a0}visits/day"), "{claims}");
    let verdict = book.cargo(&["test"]);
    assert!(verdict.succeeded, "{}", verdict.text);
    // Both claims hold and bite; the files are fresh and name what exists.
    assert!(verdict.text.contains("6 passed"), "{}", verdict.text);
    let verdict = book.cargo(&["run", "--", "units"]);
    assert!(
        verdict.text.contains("The book's own: visits bed_days\n"),
        "{}",
        verdict.text
    );
    let verdict = book.cargo(&["run", "--", "units", "visit"]);
    assert!(
        verdict.text.contains("A visit to the clinic."),
        "{}",
        verdict.text
    );

    // At the terminal they count as in a claim, and so do the values of the book.
    for (expression, result) in [
        ("120 visits/day * 7 days in visits", "= 840 visits"),
        (
            "seen / 2 in bed_days",
            "the unit is one of another dimension",
        ),
        (
            "3 visits + 4 tokens",
            "a sum of unlike counts: visits and tokens",
        ),
        ("per_bed * 1 week ~= 280 visits", "holds"),
        (
            "per_bd * 3",
            "no constant, `let` or claim `per_bd`: the nearest is `per_bed`",
        ),
    ] {
        let verdict = book.cargo(&["run", "--", "eval", expression]);
        assert!(
            verdict.text.contains(result),
            "{expression}: {}",
            verdict.text
        );
    }
    let exported = book.path("exports/claims.csv");
    let write = || book.cargo(&["run", "--", "export", "--output", "exports/"]);
    assert!(write().succeeded);
    let csv = fs::read_to_string(&exported).expect("exported");
    assert!(
        csv.contains("clinic.seen,,840 visits,840,visits,840.0,,"),
        "{csv}"
    );
    fs::write(&exported, "my own table").expect("the file is written");
    let verdict = write();
    assert!(
        !verdict.succeeded && verdict.text.contains("is no earlier export"),
        "{}",
        verdict.text
    );

    book.replace("src/units.rs", "24 h", "12 h");
    let verdict = book.cargo(&["check"]);
    let caret = caret("src/clinic.rs:10:30", "40 visits/day");
    assert_eq!(
        verdict.broken(),
        BTreeMap::from([("clinic::per_bed", caret)])
    );
}

#[test]
fn an_author_asks_what_a_number_rests_on() {
    let book = Book::new("asked");
    let page = "It fails every {{< var vol2.fault_tolerance.failure_interval >}}, not\n\
                each {{< var vol1.training.nodes >}}; see\n\n\
                {{< include /_generated/vol2/fault_tolerance/failure_interval.qmd >}}\n";
    book.write("book/index.md", page);
    let ask = |arguments: &[&str]| book.cargo(&[&["run", "--"], arguments].concat());
    let answer = |arguments: &[&str], lines: &[&str]| {
        let verdict = ask(arguments);
        assert!(verdict.succeeded, "{}", verdict.text);
        for line in lines {
            assert!(verdict.text.contains(line), "{line}: {}", verdict.text);
        }
        verdict.text
    };
    answer(
        &["explain", "failure_interval"],
        &[
            "vol2::fault_tolerance::failure_interval\n  src/vol2/fault_tolerance.rs:5\n",
            "The fleet loses a GPU every 5 h.",
            "    = GPU MTTF / fleet\n    = 50,000 h / 10,000\n    = 5 h\n",
            "stated    5 h, as 4.5 h to 5.5 h print",
            "  GPU_MTTF  -10%      +10%\n  FLEET     -9.09%    +11.1%\n",
            "book/index.md:1:16: vol2.fault_tolerance.failure_interval",
            "book/index.md:4:1: its derivation",
        ],
    );
    // What would break is what the compiler reports once it is so.
    let broken = [
        "2 claims would break",
        "  vol1::training::failures  src/vol1/training.rs:8\n    33.6 → 16.8 (-50%), stated 34\n",
        "  vol2::fault_tolerance::failure_interval  src/vol2/fault_tolerance.rs:5\n    \
         5 h → 10 h (×2), stated 5 h\n",
        "1 claim would move and hold\n  vol2::fault_tolerance::within_a_day",
    ];
    answer(&["what-if", "GPU_MTTF = 100_000 h"], &broken);
    let json = answer(&["what-if", "--json", "GPU_MTTF = 100_000 h"], &[]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        json["breaks"][1]["claim"],
        "vol2::fault_tolerance::failure_interval"
    );
    assert_eq!(json["breaks"][1]["rows"][0]["now"]["base"], 36_000.0);
    answer(&["impact", "failure_interval"], &["1 claim depends on it"]);
    let depends = ["vol1::training::nodes ", "vol1::training::failures "];
    answer(&["impact", "FLEET"], &depends);

    book.replace(
        "src/vol1/training.rs",
        "    failures:",
        "    #[published(33, \"from the catalogue\")]\n    failures:",
    );
    let erratum = "1 figure is wrong\n\nvol1::training::failures  src/vol1/training.rs:9\n    \
                   A run of a week sees 34 failures.\n    \
                   printed 33, right 34 (+1.82%): cut off\n    from the catalogue\n";
    answer(&["errata"], &[erratum]);

    for (arguments, message) in [
        (
            &["explain", "failure_intervall"][..],
            "there is no claim `failure_intervall`; the nearest is \
             `vol2::fault_tolerance::failure_interval`",
        ),
        (
            &["what-if", "GPU_MTF=3 h"],
            "there is no constant, `let` or claim `GPU_MTF`; the nearest is `GPU_MTTF`",
        ),
        (
            &["what-if", "GPU_MTTF=3 GB"],
            "`GPU_MTTF`: it is time, and `3 GB` is information",
        ),
        (&["what-if", "GPU_MTTF=3 hh"], "`hh`: unknown unit `hh`"),
        (
            &["what-if", "GPU_MTTF"],
            "`GPU_MTTF` is no change: write `NAME=VALUE`",
        ),
        (
            &["impact", "nodez"],
            "the nearest is `vol1::training::nodes`",
        ),
        (&["what"], "a similar subcommand exists: 'what-if'"),
    ] {
        let verdict = ask(arguments);
        assert!(!verdict.succeeded, "{}", verdict.text);
        assert!(
            verdict.text.contains(message),
            "{message}: {}",
            verdict.text
        );
    }

    book.replace("src/shared.rs", "50_000 h", "100_000 h");
    let verdict = book.cargo(&["check"]);
    let broken = Vec::from_iter(verdict.broken().into_keys());
    let foretold = [
        "vol1::training::failures",
        "vol2::fault_tolerance::failure_interval",
    ];
    assert_eq!(broken, foretold);
}

#[test]
fn a_number_that_a_page_types_is_found() {
    let book = Book::new("typed");
    let page = "It fails every {{< var vol2.fault_tolerance.failure_interval >}}, not every 7 h.\n\
                Say [5 h]{.claim id=vol2.fault_tolerance.failure_interval} or 5 h.\n";
    book.write("book/index.md", page);
    let verdict = book.cargo(&["run", "--", "lint"]);
    assert!(!verdict.succeeded, "{}", verdict.text);
    for line in [
        "book/index.md:1:77: `7 h` is bound to no claim: state it in a claim, or mark it `[…]{.exempt}`",
        "book/index.md:2:63: `5 h` is bound to no claim: write \
         `{{< var vol2.fault_tolerance.failure_interval >}}`",
        "book/index.md: 2 of 4 quantities bound, 50%; 0 exempt",
    ] {
        assert!(verdict.text.contains(line), "{line}: {}", verdict.text);
    }
    let annotated = book.cargo(&["run", "--", "lint", "--format", "github"]);
    let line = "::error file=book/index.md,line=1,col=77::`7 h` is bound to no claim";
    assert!(annotated.text.contains(line), "{}", annotated.text);

    let page = page.replace("7 h", "[7 h]{.exempt}").replace(" or 5 h", "");
    book.write("book/index.md", &page);
    let verdict = book.cargo(&["run", "--", "lint", "book/index.md"]);
    assert!(verdict.succeeded, "{}", verdict.text);
}

#[test]
fn what_an_audit_finds_is_mended_or_accepted() {
    let book = Book::new("audited");
    let audit = ["run", "--", "audit", "coarse"];
    let verdict = book.cargo(&audit);
    assert!(!verdict.succeeded, "{}", verdict.text);
    let findings = [
        "src/vol1/training.rs:8:1: nobody notices where `GPU_MTTF` is off by 2%, `failures` only \
         from -2.6% on: give it a digit more [coarse]\n",
        "src/vol2/fault_tolerance.rs:11:1: nobody notices where `1.2 TB` or `100 GB/s` is off by \
         2%, `checkpoint` only from -4.0% on: give it a digit more [coarse]\n",
        "\n2 findings open, 0 accepted\n",
    ];
    assert_eq!(verdict.text, findings.concat());
    book.replace("src/vol1/training.rs", "~= 34", "~= 33.6");
    book.replace(
        "src/vol2/fault_tolerance.rs",
        "    checkpoint:",
        "    #[accept(coarse = \"the link is a round figure\")]\n    checkpoint:",
    );
    let verdict = book.cargo(&audit);
    assert!(verdict.succeeded, "{}", verdict.text);
    assert_eq!(verdict.text, "0 findings open, 1 accepted\n");
}

#[test]
fn pages_are_held_to_the_claims() {
    let book = Book::new("pages");
    let right = "It fails every {{< var vol2.fault_tolerance.failure_interval >}}, so \
                 $t = {{< var vol2.fault_tolerance.failure_interval_math >}}$.\n\n\
                 $$\na\n$$ {#eq-own}\n\nSee @eq-own.\n";
    book.write("book/index.md", right);
    let verdict = book.cargo(&["run"]);
    assert!(verdict.succeeded, "{}", verdict.text);

    let wrong = [
        (
            " >}}, so",
            " >}} h, so",
            "1:16: `vol2.fault_tolerance.failure_interval` prints its unit already: 5",
        ),
        (
            "_math >}}$",
            "_value >}}$",
            "inside math write `{{< var vol2.fault_tolerance.failure_interval_math >}}`",
        ),
        (
            "< var",
            "< vra",
            "1:16: unknown shortcode `vra`; the nearest is `var`",
        ),
        (
            "@eq-own",
            "@eq-on",
            "7:5: no page has the equation `eq-on`; the nearest is `@eq-own`",
        ),
        (
            "@eq-own",
            "$$b$$ {#eq-own}",
            "7:11: the equation `eq-own` stands at index.md:5:4 already",
        ),
    ];
    for (old, new, message) in wrong {
        assert!(right.contains(old), "{old}");
        book.write("book/index.md", &right.replacen(old, new, 1));
        let verdict = book.cargo(&["run", "--", "--check"]);
        assert!(!verdict.succeeded, "{message}");
        assert!(
            verdict.text.contains(message),
            "{message}: {}",
            verdict.text
        );
    }
}
