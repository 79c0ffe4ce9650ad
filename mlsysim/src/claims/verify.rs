//! The two tests of each claim: it holds, and it bites.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use mlsysim_language::operation::{Operator, nearly_equal};

use super::guard;
use super::message::{self, Claim};
use super::movement::{Movement, movement};
use super::napkin::{Napkin, Rule, Statement};
use super::stated::Stated;
use super::trace::{Program, Step};
use crate::units::dynamic::{Dynamic, divide, multiply};

/// Evaluates every statement of a napkin again, in base units, from its leaves.
///
/// `leaf` gives the value of a number or a constant; pass the stored value
/// through to reproduce what the compiler computed.
pub fn evaluate(statements: &[Statement], leaf: &dyn Fn(&Step, Dynamic) -> f64) -> Vec<Vec<f64>> {
    let mut results: Vec<Vec<f64>> = Vec::new();
    for statement in statements {
        let rows = statement.rows.iter().map(|row| {
            row.program
                .evaluate(&|step, stored| at(step, stored, &results, leaf))
        });
        let rows = rows.collect();
        results.push(rows);
    }
    results
}

fn at(
    step: &Step,
    stored: Dynamic,
    results: &[Vec<f64>],
    leaf: &dyn Fn(&Step, Dynamic) -> f64,
) -> f64 {
    match step {
        Step::Local { statement, row, .. } => results
            .get(*statement)
            .and_then(|rows| rows.get(*row))
            .copied()
            .unwrap_or(f64::NAN),
        other => leaf(other, stored),
    }
}

/// Every step of the napkin has a finite result.
///
/// # Panics
/// If one has none, with its line: where the compiler leaves the claims to a run, this is its report.
pub fn computes(napkin: &Napkin) {
    let broken = napkin.values.first().map_or(f64::NAN, |it| it.value);
    if broken.is_nan() {
        return;
    }
    // It may stand in a bound or in a constant of a sentence, which have rows of their own.
    let statements = napkin.statements();
    for statement in &statements {
        if let Some(step) = statement.programs().find_map(first_missing) {
            panic!(
                "`{}` cannot be computed: {step}\n  --> {}:{}",
                statement.path(napkin),
                napkin.file,
                statement.line
            );
        }
    }
    panic!(
        "a step of the napkin of `{}` in {} has no finite result",
        napkin.module, napkin.file
    )
}

/// The step that broke, in words, if the program has it.
fn first_missing(program: &Program) -> Option<String> {
    let mut found = None;
    program.fold(|step, stored, operands: &[Dynamic]| {
        let is_first = stored.is_missing() && found.is_none();
        if is_first && operands.iter().all(|operand| !operand.is_missing()) {
            let again = match step {
                Step::Binary(Operator::Divide) => divide(operands[0], operands[1]),
                Step::Binary(Operator::Multiply) => multiply(operands[0], operands[1]),
                _ => Ok(stored),
            };
            found = again.err().map(|mismatch| mismatch.to_string());
        }
        stored
    });
    found
}

/// The claim holds: evaluated again from its trace, it gives the value that the
/// compiler computed, that value is as stated, and what was published is not.
///
/// # Panics
/// If it does not, with the report that the compiler would print.
pub fn holds(napkin: &Napkin, index: usize) {
    let statements = napkin.statements();
    let evaluated = evaluate(&statements, &|_, stored| stored.value);
    let again =
        |step: &Step, stored: Dynamic| at(step, stored, &evaluated, &|_, stored| stored.value);
    let anew = |program: &Program| {
        let compiled = program.value();
        if compiled.is_missing() {
            computes(napkin);
            panic!(
                "claim `{}` was not computed: something before it does not hold",
                statements[index].path(napkin)
            );
        }
        let value = program.evaluate(&again);
        assert!(
            nearly_equal(value, compiled.value),
            "claim `{}`: the compiler computed {:e} and the trace gives {value:e}",
            statements[index].path(napkin),
            compiled.value,
        );
        Dynamic { value, ..compiled }
    };
    let statement = claim_of(&statements, napkin, index);
    each_rule(
        napkin,
        statement,
        index,
        |claim, program, rule| match rule {
            Rule::Is { stated, computed } => guard::is_holds(claim, computed, stated),
            Rule::Prints {
                unit, low, high, ..
            } => guard::prints_holds(claim, anew(program), &Stated::new(*unit, *low, *high)),
            Rule::Compares {
                comparison,
                bound,
                factor,
                ..
            } => guard::compares_holds(claim, anew(program), anew(bound), *factor, *comparison),
        },
    );
    let published = statement.claim.iter().flat_map(|claim| &claim.published);
    for (position, published) in published.enumerate() {
        let all_agree = published.rules.iter().all(|(row, rule)| {
            let value = statement.rows[*row].program.value();
            match rule {
                Rule::Prints {
                    unit, low, high, ..
                } => guard::prints_as(value, &Stated::new(*unit, *low, *high)),
                Rule::Compares {
                    comparison, bound, ..
                } => guard::compares(value, *comparison, bound.value()),
                Rule::Is { stated, computed } => stated == computed,
            }
        });
        if all_agree {
            message::published_is_right(&whole(napkin, index), position);
        }
    }
}

/// The claim bites: it rejects its own value doubled and halved, its bound is near, and what goes
/// into it can make it fail.
///
/// # Panics
/// If it would pass all the same, unless it says why with `#[loose = "why"]`; and if it says so
/// and bites.
pub fn bites(napkin: &Napkin, index: usize) {
    let statements = napkin.statements();
    let statement = claim_of(&statements, napkin, index);
    let loose = statement
        .claim
        .as_ref()
        .is_some_and(|claim| claim.loose.is_some());
    if loose {
        let rules = statement
            .rows
            .iter()
            .flat_map(|row| row.rules.iter().map(|rule| (row.program.value(), rule)));
        let mut bite = rules.map(|(value, rule)| match rule {
            Rule::Prints {
                unit, low, high, ..
            } => !value.is_missing() && Stated::new(*unit, *low, *high).bites(value),
            Rule::Compares {
                comparison, bound, ..
            } => guard::compare_bites(value, *comparison, bound.value()),
            Rule::Is { .. } => true,
        });
        if bite.all(|bites| bites) && movement(&statements, index) == Movement::Fails {
            message::loose_for_nothing(&whole(napkin, index));
        }
        return;
    }
    each_rule(napkin, statement, index, |claim, program, rule| {
        let value = program.value();
        match rule {
            Rule::Prints {
                unit, low, high, ..
            } => guard::prints_can_fail(claim, value, &Stated::new(*unit, *low, *high), false),
            Rule::Compares {
                comparison,
                bound,
                factor,
                ..
            } => {
                guard::compares_can_fail(claim, value, bound.value(), *factor, *comparison, false);
            }
            Rule::Is { computed, .. } => assert!(
                !computed.is_empty(),
                "claim `{}` would accept any name",
                statement.path(napkin)
            ),
        }
    });
    if let Movement::Holds(inputs) = movement(&statements, index) {
        let (them, are) = match &*inputs {
            [_] => ("it", "is"),
            _ => ("them", "are"),
        };
        panic!(
            "claim `{}` does not bite: no input moves it, so it is true by construction\n    \
             inputs    {}\n    \
             it holds whatever {} {are}: claim what follows from {them}, or say \
             `#[loose = \"why\"]`\n  --> {}:{}",
            statement.path(napkin),
            inputs.join(", "),
            inputs.join(" and "),
            napkin.file,
            statement.line
        );
    }
}

fn claim_of<'a>(statements: &'a [Statement], napkin: &Napkin, index: usize) -> &'a Statement {
    match statements.get(index) {
        Some(statement) if statement.claim.is_some() => statement,
        Some(_) | None => panic!(
            "statement {index} of the napkin of `{}` in {} is no claim",
            napkin.module, napkin.file
        ),
    }
}

/// Each rule with the program of its row, in the order of the record.
fn each_rule(
    napkin: &Napkin,
    statement: &Statement,
    index: usize,
    check: impl Fn(&Claim, &Program, &Rule),
) {
    for (row, own) in statement.rows.iter().enumerate() {
        for rule in &own.rules {
            let claim = Claim::find(napkin, (index, row), written(rule));
            check(&claim, &own.program, rule);
        }
    }
}

/// A claim of which no rule is reported.
fn whole(napkin: &Napkin, index: usize) -> Claim<'_> {
    Claim::find(napkin, (index, 0), ("", ""))
}

/// The texts of what is stated, and of its unit.
fn written(rule: &Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::Prints {
            text, unit_text, ..
        }
        | Rule::Compares {
            text, unit_text, ..
        } => (*text, *unit_text),
        Rule::Is { stated, .. } => (*stated, ""),
    }
}

/// Two tests for each claim of a napkin: its name, and which statement it is.
#[doc(hidden)]
#[macro_export]
macro_rules! __tests {
    ($napkin:ident $($name:ident $index:literal)*) => {$(
        mod $name {
            #[test]
            fn holds() {
                $crate::__private::holds(&super::$napkin, $index);
            }
            #[test]
            fn bites() {
                $crate::__private::bites(&super::$napkin, $index);
            }
        }
    )*};
}
