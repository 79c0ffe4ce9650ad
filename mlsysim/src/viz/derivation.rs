//! Derivations: *symbolic = substituted = result*.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::equation::{self, body, body_in_full};
use super::expression::{Shown, relation_sign};
use super::number::{self, ALL_DIGITS, DIGITS, with_unit, with_unit_latex};
use crate::claims::formula::Formula;
use crate::claims::napkin::{Row, Rule, Shape, Statement};
use crate::claims::trace::{Program, Step};
use crate::claims::verify::satisfies;
use crate::units::dynamic::{Dynamic, ONE};
use mlsysim_language::operation::{Comparison, nearly_equal};

/// Wider than this, each step of a derivation has a line of its own.
const WIDEST: usize = 72;

/// Operands are never shown with more digits than this; a bound may need them all.
const MOST_DIGITS: u8 = 12;

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
    displayed: Vec<f64>,
}

/// One member of the chain, after its relation.
#[derive(Clone, Debug)]
struct Link {
    relation: &'static str,
    latex: String,
    plain: String,
    width: usize,
}

impl Link {
    fn text(&self) -> String {
        match self.relation {
            "" => self.latex.clone(),
            relation => format!("{} {}", relation_sign(relation, true), self.latex),
        }
    }
}

impl Derivation {
    /// The derivation of the statement with the given index.
    pub fn new(statements: &[Statement], index: usize) -> Option<Derivation> {
        let statement = statements.get(index)?;
        let (mut rows, mut displayed): (Vec<Vec<Link>>, _) = (Vec::new(), Vec::new());
        for (number, row) in statement.rows.iter().enumerate() {
            let view = View {
                statements,
                statement,
                row,
                unit: stated_unit(row),
            };
            let digits = view.digits();
            let mut chain = view.chain(number, digits);
            // What all rows of a list have in common is said in the first.
            if let Some(first) = rows.first() {
                drop_common(&mut chain, first);
            }
            rows.push(chain);
            displayed.push(view.displayed(digits));
        }
        Some(Derivation { rows, displayed })
    }

    /// What a reader gets for each row who computes with the numbers as printed, in base units.
    ///
    /// What Rust computes apart from formulas keeps the value that it had.
    pub fn displayed_result(&self) -> &[f64] {
        &self.displayed
    }

    /// In plain text, a line for each row of a list.
    pub fn plain(&self) -> String {
        let row = |row: &Vec<Link>| {
            let mut text = String::new();
            for link in row {
                if !link.relation.is_empty() {
                    text.push_str(&format!(" {} ", relation_sign(link.relation, false)));
                }
                text.push_str(&link.plain);
            }
            text
        };
        self.rows.iter().map(row).collect::<Vec<_>>().join("\n")
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

/// LaTeX for a formula: its symbol, and its body over the symbols of its arguments.
pub fn equation(formula: &Formula) -> String {
    let result = equation::symbol(formula, f64::NAN);
    let body = body(formula, &equation::symbols(formula));
    format!("{} = {}", result.latex(), body.latex())
}

/// LaTeX for a formula's result and for each of its arguments.
pub fn symbols(formula: &Formula) -> (String, Vec<String>) {
    let arguments = equation::symbols(formula);
    (
        equation::symbol(formula, f64::NAN).latex(),
        arguments.iter().map(Shown::latex).collect(),
    )
}

/// A computed value in the unit that its row is stated in: the number and the unit.
pub fn computed(row: &Row) -> (String, String) {
    let value = row.program.value();
    match stated_unit(row) {
        Some((text, unit)) => (number::in_unit(value, unit), text.into()),
        None => number::automatic(value),
    }
}

/// A row of a statement, and the unit that it is stated in.
struct View<'a> {
    statements: &'a [Statement],
    statement: &'a Statement,
    row: &'a Row,
    unit: Option<(&'static str, Dynamic)>,
}

impl View<'_> {
    fn chain(&self, number: usize, digits: u8) -> Vec<Link> {
        let name = self.name(self.statement, number, f64::NAN);
        let mut links: Vec<Link> = [link("", &name)].into();
        let is_name = |rule: &Rule| matches!(rule, Rule::Is { .. });
        if !self.row.rules.iter().any(is_name) {
            links.push(link("=", &self.symbolic()));
            links.push(link("=", &self.equations()));
            let substituted = self.substituted(digits);
            let exact = substituted.is_exact();
            links.push(link(if exact { "=" } else { "~=" }, &substituted));
        }
        links.extend(self.result());
        // What reads the same is said once; the last one's relation is the one that counts.
        let mut chain: Vec<Link> = Vec::new();
        for link in links {
            match chain.last_mut() {
                Some(last) if last.latex == link.latex && chain_may_merge(&link) => {
                    if last.relation == "=" {
                        last.relation = link.relation;
                    }
                }
                _ => chain.push(link),
            }
        }
        chain
    }

    /// Names as words, formulas as their symbols.
    fn symbolic(&self) -> Shown {
        self.row
            .program
            .fold(|node, stored, operands: &[Shown]| {
                self.leaf(node, stored).unwrap_or_else(|| match node {
                    Step::Call { .. } => match formula(node, operands) {
                        Some(formula) if self.is_called_once(formula) => {
                            equation::symbol(formula, stored.value)
                        }
                        Some(formula) => Shown::Call {
                            latex: equation::symbol(formula, stored.value).latex(),
                            plain: formula.name.into(),
                            arguments: operands.to_vec(),
                            value: stored.value,
                        },
                        None => equation::call(node, operands, stored.value),
                    },
                    other => equation::operation(other, operands),
                })
            })
            .unwrap_or_else(|| Shown::word("?", f64::NAN))
    }

    /// The same with formulas as their bodies.
    fn equations(&self) -> Shown {
        let distinct = self.symbols_are_distinct();
        self.row
            .program
            .fold(|node, stored, operands: &[Shown]| {
                self.leaf(node, stored).unwrap_or_else(|| match node {
                    Step::Call { .. } => match formula(node, operands) {
                        Some(formula) if distinct => body(formula, &equation::symbols(formula)),
                        Some(formula) => body(formula, operands),
                        None => equation::call(node, operands, stored.value),
                    },
                    other => equation::operation(other, operands),
                })
            })
            .unwrap_or_else(|| Shown::word("?", f64::NAN))
    }

    /// Every name as its value.
    fn substituted(&self, digits: u8) -> Shown {
        let last = self.row.program.steps.len();
        let mut step = 0;
        self.row
            .program
            .fold(|node, stored, operands: &[Shown]| {
                step += 1;
                match node {
                    Step::Call { .. } => match formula(node, operands) {
                        Some(formula) => body_in_full(formula, operands),
                        None if step == last && !operands.is_empty() => {
                            equation::call(node, operands, stored.value)
                        }
                        None => self.value(stored, digits),
                    },
                    node if node.arity() == 0 => operand(self.substitute(node, stored, digits)),
                    other => equation::operation(other, operands),
                }
            })
            .unwrap_or_else(|| Shown::word("?", f64::NAN))
    }

    fn leaf(&self, node: &Step, stored: Dynamic) -> Option<Shown> {
        match node {
            Step::Number { text, unit } => Some(operand(literal(text, unit, stored))),
            Step::Local { statement, row, .. } => {
                let named = self.statements.get(*statement)?;
                Some(self.name(named, *row, stored.value))
            }
            Step::Outer(path) => Some(Shown::word(path, stored.value)),
            Step::Rust(_) => Some(self.value(stored, DIGITS)),
            _ => None,
        }
    }

    fn name(&self, statement: &Statement, row: usize, value: f64) -> Shown {
        let Shown::Name { latex, plain, .. } = Shown::word(statement.name, value) else {
            return Shown::word(statement.name, value);
        };
        let index = match (statement.shape, row) {
            (Shape::One, _) => {
                return Shown::Name {
                    latex,
                    plain,
                    value,
                };
            }
            (Shape::List, row) => (format!("{}", row + 1), format!("{}", row + 1)),
            (Shape::Range, 0) => (r"\text{low}".into(), "low".into()),
            (Shape::Range, _) => (r"\text{high}".into(), "high".into()),
        };
        Shown::Name {
            latex: format!("{latex}_{{{}}}", index.0),
            plain: format!("{plain} {}", index.1),
            value,
        }
    }

    /// A leaf as a number: as its author wrote it where that says it, else in a fitting unit.
    fn substitute(&self, node: &Step, stored: Dynamic, digits: u8) -> Shown {
        match node {
            Step::Number { text, unit } => literal(text, unit, stored),
            Step::Local { statement, row, .. } => {
                let row = self
                    .statements
                    .get(*statement)
                    .and_then(|statement| statement.rows.get(*row));
                let Some(row) = row else {
                    return self.value(stored, digits);
                };
                if let [(Step::Number { text, unit }, _)] = &*row.program.steps {
                    return literal(text, unit, stored);
                }
                match stated_unit(row) {
                    Some((text, unit)) => value_in(stored, text, unit.value, digits),
                    None => self.value(stored, digits),
                }
            }
            _ => self.value(stored, digits),
        }
    }

    /// A computed value, in the claim's own unit where that fits.
    fn value(&self, stored: Dynamic, digits: u8) -> Shown {
        if let Some((text, unit)) = self.unit {
            let size = (stored.value / unit.value).abs();
            let reads_well = (0.1..1e6).contains(&size);
            if stored.dimension == unit.dimension && stored.dimension != ONE && reads_well {
                return value_in(stored, text, unit.value, digits);
            }
        }
        let (symbol, factor) = number::best_unit(stored);
        let number = number::compact(stored.value / factor, digits);
        let unit = number::plural(&number, symbol);
        value_in(stored, &unit, factor, digits)
    }

    /// As few digits as let a reader who computes with them come to the result as stated.
    fn digits(&self) -> u8 {
        (DIGITS..MOST_DIGITS)
            .find(|digits| {
                let value = self.displayed(*digits);
                self.row.rules.iter().all(|rule| match rule {
                    Rule::Compares { bound, .. } => satisfies(rule, value, bound.value().value),
                    rule => satisfies(rule, value, f64::NAN),
                })
            })
            .unwrap_or(DIGITS)
    }

    fn displayed(&self, digits: u8) -> f64 {
        self.row
            .program
            .evaluate(&|node, stored| self.substitute(node, stored, digits).value())
    }

    /// The relation and the value that the chain ends with.
    fn result(&self) -> Vec<Link> {
        let computed = self.row.program.value();
        let Some(first) = self.row.rules.first() else {
            let value = self.value(computed, DIGITS);
            return [link(relation_to(&value), &value)].into();
        };
        match first {
            Rule::Prints {
                text,
                unit_text,
                unit,
                ..
            } => {
                let number = computed.value / unit.value;
                let exact = number::parse(text).is_some_and(|text| nearly_equal(number, text));
                [text_link(if exact { "=" } else { "~=" }, text, unit_text)].into()
            }
            Rule::Is { stated, .. } => [link("=", &Shown::word(stated, f64::NAN))].into(),
            Rule::Compares {
                comparison: Comparison::Equal,
                bound,
                ..
            } => [link("==", &self.bound(bound))].into(),
            Rule::Compares {
                comparison: Comparison::Ordered(_),
                ..
            } => self.bounds(computed),
        }
    }

    /// `= 7 h < 8 h`, and with a second bound `= 7 h, 6 h < 7 h < 8 h`.
    fn bounds(&self, computed: Dynamic) -> Vec<Link> {
        let bounds = || {
            self.row.rules.iter().filter_map(|rule| match rule {
                Rule::Compares {
                    comparison: Comparison::Ordered(order),
                    bound,
                    ..
                } => Some((*order, bound)),
                _ => None,
            })
        };
        // Enough digits that the value as shown still is on its side of the bound.
        let shown = (DIGITS..=ALL_DIGITS).map(|digits| match self.unit {
            Some((text, unit)) => value_in(computed, text, unit.value, digits),
            None => self.value(computed, digits),
        });
        let value = shown
            .clone()
            .find(|shown| {
                self.row.rules.iter().all(|rule| match rule {
                    Rule::Compares { bound, .. } => {
                        satisfies(rule, shown.value(), bound.value().value)
                    }
                    _ => true,
                })
            })
            .or_else(|| shown.clone().next());
        let Some(value) = value else {
            return Vec::new();
        };
        let mut links: Vec<Link> = [link(relation_to(&value), &value)].into();
        let all: Vec<_> = bounds().collect();
        match &*all {
            [(low_order, low), (order, high)] => {
                let (low, high) = (self.bound(low), self.bound(high));
                let (flipped, relation) = (low_order.mirrored().sign(), order.sign());
                let mut text = link("", &low);
                text.latex = format!(
                    r"\quad ({} {} {} {} {})",
                    low.latex(),
                    relation_sign(flipped, true),
                    value.latex(),
                    relation_sign(relation, true),
                    high.latex()
                );
                text.plain = format!(
                    "  ({} {} {} {} {})",
                    low.plain(),
                    relation_sign(flipped, false),
                    value.plain(),
                    relation_sign(relation, false),
                    high.plain()
                );
                text.width += value.width() + high.width() + 8;
                links.push(text);
            }
            all => links.extend(
                all.iter()
                    .map(|(order, bound)| link(order.sign(), &self.bound(bound))),
            ),
        }
        links
    }

    /// A bound as its author wrote it, or its value.
    fn bound(&self, program: &Program) -> Shown {
        let stored = program.value();
        match &*program.steps {
            [(node, _)] => self.substitute(node, stored, DIGITS),
            _ => self.value(stored, DIGITS),
        }
    }

    fn is_called_once(&self, formula: &Formula) -> bool {
        let calls = self.formulas();
        let same = calls
            .iter()
            .filter(|called| called.symbol == formula.symbol);
        same.count() == 1
    }

    /// Whether no symbol of the formulas called stands for two things.
    fn symbols_are_distinct(&self) -> bool {
        let calls = self.formulas();
        let mut symbols: Vec<&str> = calls
            .iter()
            .flat_map(|formula| formula.arguments.iter().map(|argument| argument.symbol))
            .collect();
        let count = symbols.len();
        symbols.sort_unstable();
        symbols.dedup();
        symbols.len() == count
    }

    fn formulas(&self) -> Vec<&'static Formula> {
        let called = self.row.program.steps.iter().map(|(node, _)| node);
        called.filter_map(called_formula).collect()
    }
}

/// The formula that a step calls, if it has an equation.
pub fn called_formula(node: &Step) -> Option<&'static Formula> {
    match node {
        Step::Call { formula, .. } => formula.filter(|formula| !formula.program.is_empty()),
        _ => None,
    }
}

fn formula(node: &Step, operands: &[Shown]) -> Option<&'static Formula> {
    called_formula(node).filter(|formula| formula.arguments.len() == operands.len())
}

fn chain_may_merge(link: &Link) -> bool {
    matches!(link.relation, "=" | "~=" | "==")
}

fn relation_to(shown: &Shown) -> &'static str {
    if shown.is_exact() { "=" } else { "~=" }
}

/// The unit that a row is stated in.
fn stated_unit(row: &Row) -> Option<(&'static str, Dynamic)> {
    row.rules.iter().find_map(|rule| match rule {
        Rule::Prints {
            unit_text, unit, ..
        } => Some((*unit_text, *unit)),
        Rule::Compares { bound, .. } => match &*bound.steps {
            [(Step::Number { text, unit }, stored)] => {
                let number = number::parse(text).filter(|number| *number != 0.0)?;
                let one = Dynamic {
                    value: stored.value / number,
                    dimension: stored.dimension,
                };
                Some((*unit, one))
            }
            _ => None,
        },
        Rule::Is { .. } => None,
    })
}

/// A number as written.
fn literal(text: &str, unit: &str, stored: Dynamic) -> Shown {
    Shown::Value {
        number: text.into(),
        unit: unit.into(),
        value: stored.value,
        exact: true,
    }
}

/// Between other signs a multiple goes without its own.
fn operand(shown: Shown) -> Shown {
    match shown {
        Shown::Value {
            number,
            unit,
            value,
            exact,
        } if unit == "×" => Shown::Value {
            number,
            unit: String::new(),
            value,
            exact,
        },
        other => other,
    }
}

fn value_in(value: Dynamic, unit_text: &str, unit: f64, digits: u8) -> Shown {
    let number = number::compact(value.value / unit, digits);
    let displayed = number::parse(&number).map_or(f64::NAN, |number| number * unit);
    Shown::Value {
        number,
        unit: unit_text.into(),
        value: displayed,
        exact: nearly_equal(displayed, value.value),
    }
}

fn link(relation: &'static str, shown: &Shown) -> Link {
    Link {
        relation,
        latex: shown.latex(),
        plain: shown.plain(),
        width: shown.width(),
    }
}

/// A result keeps the text that it is stated in.
fn text_link(relation: &'static str, number: &str, unit: &str) -> Link {
    let plain = with_unit(number, unit);
    Link {
        relation,
        latex: with_unit_latex(number, unit),
        width: plain.chars().count(),
        plain,
    }
}

#[cfg(test)]
mod tests;
