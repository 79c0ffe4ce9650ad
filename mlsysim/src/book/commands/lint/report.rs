//! What `lint` answers.

use std::fmt::{self, Display, Formatter};
use std::format;
use std::ops::Add;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Value as Json, json};

use super::super::super::error::counted;
use super::super::super::page::{Baseline, Equality, Findings, Linted, Problem, Verdict};
use super::super::format;

/// What is wrong on a page, in the order of its lines; on request with what is only rounded.
pub(in super::super) fn problems(linted: &Linted, with_rounded: bool) -> Vec<Problem> {
    let Linted {
        file,
        bindings,
        equalities,
    } = linted;
    let file: &Path = file;
    let unbound = bindings.unbound.iter().map(|unbound| Problem {
        file: file.to_path_buf(),
        line: unbound.line,
        column: unbound.column,
        message: message(&unbound.text, &unbound.same),
    });
    let marks = bindings.problems.iter().cloned().map(|problem| Problem {
        file: file.to_path_buf(),
        ..problem
    });
    let is_told =
        |it: &&Equality| it.verdict.is_fault() || with_rounded && it.verdict == Verdict::Rounded;
    let computed = equalities.iter().filter(is_told).map(|equality| Problem {
        file: file.to_path_buf(),
        line: equality.line,
        column: equality.column,
        message: does_not_compute(equality),
    });
    let mut problems: Vec<Problem> = unbound.chain(marks).chain(computed).collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}

fn does_not_compute(equality: &Equality) -> String {
    let Equality {
        verdict,
        text,
        message,
        hint,
        ..
    } = equality;
    let hint = hint.as_ref();
    let hint = hint.map_or_else(String::new, |hint| format!("\n    hint: {hint}"));
    format!("{}: `{text}`: {message}{hint}", verdict.name())
}

fn message(text: &str, same: &[String]) -> String {
    let text = text.replace('\n', " ");
    let way_out = match same {
        [] => "state it in a claim, or mark it `[…]{.exempt}`".to_string(),
        [one] => format!("write `{{{{< var {one} >}}}}`"),
        [one, others @ ..] => format!(
            "write `{{{{< var {one} >}}}}`, or one of {} more that print the same",
            others.len()
        ),
    };
    format!("`{text}` is bound to no claim: {way_out}")
}

pub(super) fn text(findings: &Findings, is_github: bool, with_rounded: bool) -> String {
    let pages = findings.pages.iter();
    let problems = pages.flat_map(|page| problems(page, with_rounded));
    let problems = problems.chain(findings.problems.iter().cloned());
    let mut text: String = problems
        .map(|problem| format::line(&problem, is_github))
        .collect();
    if !text.is_empty() {
        text.push('\n');
    }
    let mut all = Counts::default();
    for page in &findings.pages {
        let counts = Counts::of(page);
        text.push_str(&format!("{}: {counts}\n", page.file.display()));
        all = all + counts;
    }
    if findings.pages.len() > 1 {
        text.push_str(&format!("all pages: {all}\n"));
    }
    let left = findings.left.as_ref().map_or(0, Baseline::count);
    if left > 0 {
        let entries = counted(left, "number", "numbers");
        text.push_str(&format!(
            "the baseline lists {entries} more than the pages have: `lint --write-baseline` \
             shortens it\n"
        ));
    }
    text
}

#[derive(Clone, Copy, Default)]
struct Counts {
    bound: usize,
    unbound: usize,
    exempt: usize,
    listed: usize,
    equalities: usize,
    faults: usize,
}

impl Counts {
    fn of(page: &Linted) -> Counts {
        let bindings = &page.bindings;
        let faults = page.equalities.iter().filter(|it| it.verdict.is_fault());
        Counts {
            equalities: page.equalities.len(),
            faults: faults.count(),
            bound: bindings.bound,
            unbound: bindings.unbound.len(),
            exempt: bindings.exempt,
            listed: bindings.listed,
        }
    }
}

impl Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        Counts {
            bound: self.bound + other.bound,
            unbound: self.unbound + other.unbound,
            exempt: self.exempt + other.exempt,
            listed: self.listed + other.listed,
            equalities: self.equalities + other.equalities,
            faults: self.faults + other.faults,
        }
    }
}

impl Display for Counts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let all = self.bound + self.unbound + self.listed;
        let numbers = counted(all, "quantity", "quantities");
        write!(f, "{} of {numbers} bound", self.bound)?;
        if let Some(share) = (self.bound * 100).checked_div(all) {
            write!(f, ", {share}%")?;
        }
        if self.listed > 0 {
            write!(f, "; {} in the baseline", self.listed)?;
        }
        write!(f, "; {} exempt", self.exempt)?;
        if self.equalities > 0 {
            let equalities = counted(self.equalities, "equality", "equalities");
            write!(f, "; {equalities} recomputed, {} wrong", self.faults)?;
        }
        Ok(())
    }
}

pub(in super::super) fn json(findings: &Findings) -> Json {
    let pages = findings.pages.iter().map(|page| {
        let Linted {
            file,
            bindings,
            equalities,
        } = page;
        let unbound = bindings.unbound.iter().map(
            |it| json!({ "line": it.line, "column": it.column, "text": it.text, "same": it.same }),
        );
        let wrong = bindings
            .problems
            .iter()
            .map(|it| json!({ "line": it.line, "column": it.column, "message": it.message }));
        let told = equalities.iter().filter(|it| it.verdict != Verdict::Right);
        let arithmetic = told.map(|it| {
            json!({
                "line": it.line,
                "column": it.column,
                "verdict": it.verdict.name(),
                "text": it.text,
                "message": it.message,
                "hint": it.hint,
            })
        });
        json!({
            "file": file.display().to_string(),
            "bound": bindings.bound,
            "exempt": bindings.exempt,
            "baseline": bindings.listed,
            "unbound": unbound.collect::<Vec<_>>(),
            "wrong": wrong.collect::<Vec<_>>(),
            "equalities": equalities.len(),
            "arithmetic": arithmetic.collect::<Vec<_>>(),
        })
    });
    let lists = findings.problems.iter().map(|it| {
        let file = it.file.display().to_string();
        json!({ "file": file, "line": it.line, "message": it.message })
    });
    json!({
        "pages": pages.collect::<Vec<_>>(),
        "lists": lists.collect::<Vec<_>>(),
        "baseline_left": findings.left.as_ref().map_or(0, Baseline::count),
    })
}
