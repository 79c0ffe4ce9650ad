//! Derivations: *symbolic = substituted = result*.

mod chain;
mod forms;
mod leaf;
mod link;
mod view;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::expression::relation_sign;
use crate::claims::napkin::Statement;
use crate::viz::stated::stated_unit;
pub use forms::Forms;
use link::Link;
use view::View;

/// Wider than this, each step of a derivation has a line of its own.
const WIDEST: usize = 72;

/// How a statement's value comes about.
///
/// ```
/// use mlsysim::claims::napkin::NAPKINS;
/// use mlsysim::viz::derivation::Derivation;
/// mlsysim::check! {
///     let fleet = 10_000 GPUs;
///
///     /// A GPU of the fleet fails every {}.
///     failure_interval: 50_000 h / fleet ~= 5 h;
/// }
/// let statements = NAPKINS[0].statements();
/// let derivation = Derivation::new(&statements, 1).unwrap();
/// assert_eq!(
///     derivation.plain(),
///     "failure interval = 50,000 h / fleet = 50,000 h / 10,000 GPUs = 5 h"
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Derivation {
    rows: Vec<Vec<Link>>,
    forms: Vec<Forms>,
    displayed: Vec<f64>,
}

impl Derivation {
    /// The derivation of the statement with the given index.
    pub fn new(statements: &[Statement], index: usize) -> Option<Derivation> {
        let statement = statements.get(index)?;
        let (mut rows, mut displayed): (Vec<Vec<Link>>, _) = (Vec::new(), Vec::new());
        let mut forms = Vec::new();
        for (number, row) in statement.rows.iter().enumerate() {
            let view = View {
                statements,
                statement,
                row,
                unit: stated_unit(row),
            };
            let digits = view.digits();
            let (mut chain, own) = view.chain(number, digits);
            forms.push(own);
            // What all rows of a list have in common is said in the first.
            if let Some(first) = rows.first() {
                drop_common(&mut chain, first);
            }
            rows.push(chain);
            displayed.push(view.displayed(digits));
        }
        Some(Derivation {
            rows,
            forms,
            displayed,
        })
    }

    /// What a reader gets for each row who computes with the numbers as printed, in base units.
    ///
    /// What Rust computes apart from formulas keeps the value that it had.
    pub fn displayed_result(&self) -> &[f64] {
        &self.displayed
    }

    /// Each row in names and in numbers; nothing of a name that Rust computes.
    pub fn forms(&self) -> &[Forms] {
        &self.forms
    }

    /// In plain text, a line for each row of a list.
    pub fn plain(&self) -> String {
        let rows = self.plain_steps().into_iter();
        rows.map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")
    }

    /// The steps of each row in plain text: its name, then `= …` and the like.
    pub fn plain_steps(&self) -> Vec<Vec<String>> {
        let step = |link: &Link| match link.relation {
            "" => link.plain.clone(),
            relation => format!("{} {}", relation_sign(relation, false), link.plain),
        };
        let rows = self.rows.iter();
        rows.map(|row| row.iter().map(step).collect()).collect()
    }

    /// In LaTeX for display math; long ones over several lines.
    pub fn latex(&self) -> String {
        let width = |row: &Vec<Link>| row.iter().map(|link| link.width + 3).sum::<usize>();
        let fits = self.rows.iter().all(|row| width(row) <= WIDEST);
        match &*self.rows {
            [row] if fits => line(row),
            rows => {
                let between = if fits { " " } else { " \\\\\n&" };
                let lines: Vec<String> = rows.iter().map(|row| aligned(row, between)).collect();
                format!(
                    "\\begin{{aligned}}\n{}\n\\end{{aligned}}",
                    lines.join(" \\\\\n")
                )
            }
        }
    }
}

/// Removes the steps after the name that another row begins with too.
fn drop_common(row: &mut Vec<Link>, first: &[Link]) {
    let steps = row.iter().zip(first).skip(1);
    let common = steps.take_while(|(a, b)| a.latex == b.latex).count();
    // The last two are the row's own: what is computed, and what it gives.
    let dropped = common.min(row.len().saturating_sub(3));
    row.drain(1..1 + dropped);
}

fn line(row: &[Link]) -> String {
    let links: Vec<String> = row.iter().map(Link::text).collect();
    links.join(" ")
}

/// The line with its first relation as the place that the lines are aligned at.
fn aligned(row: &[Link], between: &str) -> String {
    let links: Vec<String> = row.iter().map(Link::text).collect();
    match &*links {
        [name, rest @ ..] => format!("{name} &{}", rest.join(between)),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests;
