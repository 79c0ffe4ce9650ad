//! Names: symbols, functions and constants of mathematics.

use alloc::string::String;
use alloc::vec::Vec;

use super::marks::{Mark, What};
use super::notation::Notation;
use mlsysim_language::operation::{Builtin, Takes};
use mlsysim_language::token::Sign;

/// Letters that LaTeX has commands for.
const GREEK: [&str; 38] = [
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "varepsilon",
    "zeta",
    "eta",
    "theta",
    "vartheta",
    "iota",
    "kappa",
    "lambda",
    "mu",
    "nu",
    "xi",
    "rho",
    "varrho",
    "sigma",
    "varsigma",
    "tau",
    "upsilon",
    "phi",
    "varphi",
    "chi",
    "psi",
    "omega",
    "Gamma",
    "Delta",
    "Theta",
    "Lambda",
    "Xi",
    "Sigma",
    "Upsilon",
    "Phi",
    "Psi",
    "Omega",
    "ell",
];

/// What a name is that stands where an operand may.
pub(super) enum Meaning {
    /// π or e.
    Constant(&'static str),
    /// A function; its argument follows.
    Function(Builtin),
    /// One symbol, or in LaTeX several beside each other.
    Symbols(Vec<String>),
}

/// The meaning of the name at a mark, and the mark after it.
pub(super) fn meaning(marks: &[Mark], at: usize, notation: Notation) -> Option<(Meaning, usize)> {
    let name = &*marks[at].text;
    let is_open = |at: usize| matches!(marks.get(at).map(|mark| mark.what), Some(What::Open(_)));
    if matches!(name, "π" | "pi") {
        return Some((Meaning::Constant("3.14159265358979"), at + 1));
    }
    let is_raised = marks.get(at + 1).is_some_and(|mark| {
        mark.what == What::Sign(Sign::Caret) || super::numeral::is_double_star(marks, at + 1)
    });
    if name == "e" && is_raised {
        return Some((Meaning::Constant("2.71828182845905"), at + 1));
    }
    match notation {
        Notation::Text => {
            let (name, end) = path(marks, at)?;
            if is_open(end) {
                return Some((Meaning::Function(function(name)?), end));
            }
            // Two words beside each other are prose.
            let is_alone = marks.get(end).is_none_or(|mark| mark.what != What::Name);
            is_alone.then(|| (Meaning::Symbols([String::from(name)].into()), end))
        }
        Notation::Latex => latex(marks, at),
    }
}

/// A name of a program without its module: `math.sqrt`.
fn path(marks: &[Mark], at: usize) -> Option<(&str, usize)> {
    let is_dot = marks
        .get(at + 1)
        .is_some_and(|mark| mark.what == What::Sign(Sign::Dot));
    if !is_dot {
        return Some((&marks[at].text, at + 1));
    }
    let is_module = matches!(&*marks[at].text, "math" | "np" | "numpy");
    let name = marks.get(at + 2).filter(|mark| mark.what == What::Name)?;
    is_module.then_some((&*name.text, at + 3))
}

fn function(name: &str) -> Option<Builtin> {
    // `log` has two meanings.
    Builtin::from_name(name).filter(|builtin| builtin.takes() != Takes::List)
}

fn latex(marks: &[Mark], at: usize) -> Option<(Meaning, usize)> {
    let mark = &marks[at];
    let name = &*mark.text;
    let is_command = mark.range.len() == name.len() + 1;
    if is_command || mark.is_upright {
        if name == "log" {
            let is_index = marks
                .get(at + 1)
                .is_some_and(|mark| mark.what == What::Sign(Sign::Other('_')));
            let (base, end) = index(marks, at + 1).filter(|_| is_index)?;
            let function = match &*base {
                "2" => Builtin::BinaryLogarithm,
                "10" => Builtin::DecimalLogarithm,
                _ => return None,
            };
            return Some((Meaning::Function(function), end));
        }
        if let Some(function) = function(name) {
            return Some((Meaning::Function(function), at + 1));
        }
    }
    let is_index = name.contains(|c: char| c.is_ascii_digit());
    if is_command && !GREEK.contains(&name) || is_index {
        return None;
    }
    let mut symbols: Vec<String> = match is_command || mark.is_upright {
        true => [String::from(name)].into(),
        // `ND` is a product.
        false => name.chars().map(String::from).collect(),
    };
    let mut end = at + 1;
    // Words that belong together: `\text{model size}`.
    while let Some(next) = marks.get(end)
        && mark.is_upright
        && next.is_upright
        && next.what == What::Name
    {
        symbols.last_mut()?.push_str(&next.text);
        end += 1;
    }
    if marks
        .get(end)
        .is_some_and(|mark| mark.what == What::Sign(Sign::Other('_')))
    {
        let (index, after) = index(marks, end)?;
        let last = symbols.last_mut()?;
        last.push('_');
        last.push_str(&index);
        end = after;
    }
    // A function of something, unless it is a product: it cannot be told.
    let is_call = marks.get(end).is_some_and(|mark| {
        let behind = marks.get(mark.partner + 1).map(|mark| mark.what);
        matches!(mark.what, What::Open(_)) && behind != Some(What::Bar)
    });
    (!is_call).then_some((Meaning::Symbols(symbols), end))
}

/// The index behind `_`, without braces and spaces.
fn index(marks: &[Mark], underscore: usize) -> Option<(String, usize)> {
    let first = marks.get(underscore + 1)?;
    let end = match first.what {
        What::Open(_) => first.partner + 1,
        _ => underscore + 2,
    };
    let inner = marks[underscore + 1..end].iter();
    let inner = inner.filter(|mark| !matches!(mark.what, What::Open(_) | What::Close));
    Some((inner.map(|mark| &*mark.text).collect(), end))
}
