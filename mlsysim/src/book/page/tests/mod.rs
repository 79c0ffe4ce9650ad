//! What is a mistake on a page and what is none, side by side.

mod arithmetic;
mod bindings;
mod fuzz;
mod labels;
mod lint;
mod math;
mod numbers;
mod shortcodes;

use std::format;

use super::*;

fn known() -> Known {
    let variables = [
        ("vol1.training.fleet", "10,000 GPUs"),
        ("vol1.training.fleet_unit", "GPUs"),
        ("vol1.training.fleet_value", "10,000"),
        ("vol1.training.days", "19.2 days"),
        ("vol1.training.days_math", "$19.2\\,\\text{days}$"),
        ("vol1.training.days_unit", "days"),
        ("vol1.training.days_value", "19.2"),
        ("vol1.training.cost", r"\$43,000"),
        ("vol1.training.cost_unit", r"\$"),
        ("vol1.training.cost_value", "43,000"),
        ("vol1.training.mfu", "45%"),
        ("vol1.training.mfu_unit", r"\%"),
        ("vol1.training.mfu_value", "45"),
    ];
    let files = [
        ("_generated/vol1/training/days.qmd", None),
        (
            "_generated/formulas/ridge_point.qmd",
            Some("eq-ridge-point"),
        ),
    ];
    Known {
        variables: variables
            .map(|(name, text)| (name.into(), text.into()))
            .into(),
        ambiguous: [("vol1.training.fraction".into(), 4)].into(),
        asked: known::Asked::default(),
        includes: files
            .map(|(file, label)| (file.into(), label.map(String::from).into_iter().collect()))
            .into(),
    }
}

/// The mistakes of a book of these files, without the file where it is `vol1/training.qmd`.
fn mistakes(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let problems = problems(folder.path(), &known()).unwrap();
    let shown = problems.iter().map(|problem| {
        let shown = problem.to_string();
        let folder = folder.path().display().to_string() + "/";
        shown.replace(&folder, "").replace("vol1/training.qmd:", "")
    });
    shown.collect()
}

fn check(page: &str) -> Vec<String> {
    mistakes(&[("vol1/training.qmd", page), ("vol1/own.qmd", "words")])
}

fn right(page: &str) {
    assert_eq!(check(page), [""; 0], "{page}");
}

fn wrong(page: &str, expected: &str) {
    assert_eq!(check(page), [expected], "{page}");
}

#[test]
fn a_page_that_names_what_exists_is_right() {
    right(
        "It takes {{< var vol1.training.days >}}. {{< meta title >}}\n\n\
         {{< include /_generated/vol1/training/days.qmd >}}\n\n\
         {{< include ../_generated/vol1/training/days.qmd >}}\n\n\
         {{< include own.qmd >}}\n",
    );
}

#[test]
fn mistakes_are_reported_with_what_was_meant() {
    let page = "It takes {{< var vol1.training.day >}}.\n\
                {{< var training.fleet >}} {{< var vol1.training >}} {{< var >}}\n\
                See {{< include own.qmd >}}\n\
                {{< include /_generated/vol1/training/day.qmd >}}\n\
                {{< include ../../own.qmd >}}\n\
                {{< var vol1.training.days\n";
    assert_eq!(
        check(page),
        [
            "1:10: unknown variable `vol1.training.day`; the nearest is `vol1.training.days`",
            "2:1: unknown variable `training.fleet`; the nearest is `vol1.training.fleet`",
            "2:28: `vol1.training` is a chapter or a volume, and has no text of its own",
            "2:54: `var` takes one name: `{{< var vol1.chapter.name >}}`",
            "3:5: an `include` stands alone on its line",
            "4:1: there is no file `/_generated/vol1/training/day.qmd` to include; \
             the nearest is `/_generated/vol1/training/days.qmd`",
            "5:1: `../../own.qmd` lies outside of the book's folder",
            "6:1: `{{<` has no `>}}` on its line",
        ]
    );
}

#[test]
fn a_let_of_several_blocks_is_answered_with_the_way_out() {
    for name in [
        "fraction",
        "fraction_value",
        "fraction_2",
        "fraction_2_math",
    ] {
        wrong(
            &format!("It is {{{{< var vol1.training.{name} >}}}}.\n"),
            &format!(
                "1:7: `vol1.training.{name}` is a `let` of 4 blocks of its chapter, so it has no \
                 variable: rename the one that is meant, or make a claim of it"
            ),
        );
    }
}

#[test]
fn a_page_that_is_not_utf8_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.md"), b"a\nb\xff").unwrap();
    let problems = problems(folder.path(), &known()).unwrap();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("not UTF-8") && problems[0].line == 2);
}
