//! Expressions to rows.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::combine::{combine, reduce};
use super::row::{Argument, Called, Row, Rows, Step, What};
use super::scope::{Bound, Scope};
use crate::expression::{Call, Expression, Place, RustKind};
use crate::kind::Kind;
use crate::operation::{Builtin, Takes};
use crate::record::Shape;
use crate::token::{Extent, Result};

/// Spreads an expression into its rows.
pub fn lower(expression: &Expression, scope: &Scope) -> Result<Rows> {
    match expression {
        Expression::Number(number) => {
            scope.check_units(number)?;
            let kind = Kind::of_number(number);
            Ok(Rows::one(What::Number(number.clone()), kind, number.extent))
        }
        Expression::Place(place) => lower_place(place, scope),
        Expression::List { items, .. } => gather(Shape::List, items, scope),
        Expression::Range { low, high } => gather(Shape::Range, [&**low, &**high], scope),
        Expression::Negate { operand, extent } => {
            apply(&[&**operand], &What::Negate, *extent, scope)
        }
        Expression::Binary {
            operator,
            left,
            right,
        } => {
            let extent = expression.extent();
            apply(
                &[&**left, &**right],
                &What::Binary(*operator),
                extent,
                scope,
            )
        }
        Expression::Builtin {
            builtin,
            arguments,
            extent,
        } => lower_builtin(*builtin, arguments, *extent, scope),
        Expression::Printed { claim, extent } => lower_printed(claim, *extent, scope),
        Expression::Call(call) => lower_call(call, scope),
        Expression::Rust(rust) => match rust.kind {
            RustKind::Value => Ok(Rows::one(
                What::Rust(rust.text.clone()),
                Kind::unknown(0),
                rust.extent,
            )),
            RustKind::Reference | RustKind::Variant => Err(rust.extent.error(format!(
                "`{}` is no quantity; it can only be the argument of a call",
                rust.text
            ))),
        },
        Expression::If {
            condition,
            then,
            otherwise,
            extent,
        } if scope.is_formula => {
            let (left, order, right) = &**condition;
            let operands = [left, right, &**then, &**otherwise];
            apply(&operands, &What::If(*order), *extent, scope)
        }
        Expression::If { extent, .. } => {
            Err(extent.error("`if` belongs in a `#[formula]`; call the formula here"))
        }
        Expression::Block { result, .. } => Err(result
            .extent()
            .error("a `let` stands at the start of a formula's body")),
    }
}

fn lower_place(place: &Place, scope: &Scope) -> Result<Rows> {
    let root = place.root();
    let Some(bound) = scope.find(root) else {
        scope.outer(place)?;
        let kind = Kind::unknown(0);
        return Ok(Rows::one(What::Outer(place.clone()), kind, place.extent));
    };
    let values = match bound {
        Bound::Inlined(row) if place.is_single && place.index.is_none() => {
            return Ok(Rows {
                shape: Shape::One,
                rows: [(**row).clone()].into(),
            });
        }
        Bound::Statement(values) if place.is_single => values,
        Bound::Broken => {
            let what = What::Rust(place.text.clone());
            return Ok(Rows::one(what, Kind::lost(), place.extent));
        }
        Bound::Inlined(_) | Bound::Statement(_) => {
            return Err(place.extent.error(format!(
                "`{root}` is a number of this block and has no fields"
            )));
        }
    };
    let local = |row: usize| Row {
        steps: [Step {
            what: What::Local {
                name: root.to_string(),
                statement: values.statement,
                row,
                slot: values.slots[row],
            },
            extent: place.extent,
        }]
        .into(),
        kind: values.kinds.get(row).cloned().unwrap_or_default(),
        extent: place.extent,
    };
    let count = values.slots.len();
    match place.index {
        Some((index, _)) if index < count => Ok(Rows {
            shape: Shape::One,
            rows: [local(index)].into(),
        }),
        Some((index, extent)) => Err(extent.error(format!(
            "`{root}` has {count} value{}, so there is no `[{index}]`; the first is `[0]`",
            if count == 1 { "" } else { "s" }
        ))),
        None => Ok(Rows {
            shape: values.shape,
            rows: (0..count).map(local).collect(),
        }),
    }
}

fn lower_printed(claim: &Place, extent: Extent, scope: &Scope) -> Result<Rows> {
    let values = match scope.find(&claim.text) {
        Some(Bound::Statement(values)) if !values.printed.is_empty() => values,
        Some(Bound::Broken) => {
            return Ok(Rows::one(
                What::Rust(claim.text.clone()),
                Kind::lost(),
                extent,
            ));
        }
        Some(_) => {
            return Err(extent.error(format!(
                "`{}` is not printed as a number: `printed` takes a claim with `~=` or `==`",
                claim.text
            )));
        }
        None => {
            scope.outer(claim)?;
            return Err(extent.error("`printed` takes the name of a claim above it"));
        }
    };
    let mut rows = values.printed.iter().map(|number| Row {
        steps: [Step {
            what: What::Number(number.clone()),
            extent,
        }]
        .into(),
        kind: Kind::of_number(number),
        extent,
    });
    match claim.index {
        None => Ok(Rows {
            shape: values.shape,
            rows: rows.collect(),
        }),
        Some((index, at)) => match rows.nth(index) {
            Some(row) => Ok(Rows {
                shape: Shape::One,
                rows: [row].into(),
            }),
            None => Err(at.error(format!("there is no `[{index}]`; the first is `[0]`"))),
        },
    }
}

/// What stands between the ends of a chain, as a list.
///
/// # Errors
/// If one of them is a list itself.
pub fn middle(terms: &[Expression], scope: &Scope) -> Result<Rows> {
    let mut rows = Vec::new();
    for term in &terms[1..terms.len() - 1] {
        let lowered = lower(term, scope)?;
        if lowered.shape != Shape::One {
            return Err(term
                .extent()
                .error("a chain of more than two signs compares single values"));
        }
        rows.extend(lowered.rows);
    }
    Ok(Rows {
        shape: Shape::List,
        rows,
    })
}

fn gather<'a>(
    shape: Shape,
    items: impl IntoIterator<Item = &'a Expression>,
    scope: &Scope,
) -> Result<Rows> {
    let mut rows = Vec::new();
    for item in items {
        let inner = lower(item, scope)?;
        if inner.shape != Shape::One {
            return Err(item
                .extent()
                .error("a list cannot stand inside a list or a range"));
        }
        rows.extend(inner.rows);
    }
    Ok(Rows { shape, rows })
}

fn apply(operands: &[&Expression], what: &What, extent: Extent, scope: &Scope) -> Result<Rows> {
    let lowered = operands
        .iter()
        .map(|operand| lower(operand, scope))
        .collect::<Result<Vec<_>>>()?;
    combine(lowered, what, extent)
}

fn lower_builtin(
    builtin: Builtin,
    arguments: &[Expression],
    extent: Extent,
    scope: &Scope,
) -> Result<Rows> {
    let given = arguments.len();
    let name = builtin.name();
    match (builtin.takes(), arguments) {
        (Takes::One, [argument]) => apply(&[argument], &What::Builtin(builtin, 1), extent, scope),
        (Takes::TwoOrList, [first, second]) => {
            apply(&[first, second], &What::Builtin(builtin, 2), extent, scope)
        }
        (Takes::List | Takes::TwoOrList, [list]) => {
            let rows = lower(list, scope)?;
            if rows.shape != Shape::List {
                let both = match builtin.takes() {
                    Takes::TwoOrList => format!("takes two values, `{name}(1 h, 2 h)`, or"),
                    Takes::One | Takes::List => "goes over".to_string(),
                };
                return Err(extent.error(format!("`{name}` {both} a list, `{name}([1, 2, 3] h)`")));
            }
            reduce(builtin, rows.rows, extent)
        }
        (Takes::One, _) => Err(extent.error(format!("`{name}` takes 1 argument, {given} given"))),
        (Takes::TwoOrList, _) => Err(extent.error(format!(
            "`{name}` takes 2 arguments or one list, {given} given"
        ))),
        (Takes::List, _) => {
            Err(extent.error(format!("`{name}` takes one list, {given} arguments given")))
        }
    }
}

fn lower_call(call: &Call, scope: &Scope) -> Result<Rows> {
    let mut values = Vec::new();
    let mut arguments = Vec::new();
    // Beside a reference a constant may be of any type: `solve(&MODEL, &H100, OPTIONS)`.
    let takes_reference = call.arguments.iter().any(
        |argument| matches!(argument, Expression::Rust(rust) if rust.kind == RustKind::Reference),
    );
    for argument in &call.arguments {
        match argument {
            Expression::Place(place)
                if takes_reference
                    && place.index.is_none()
                    && scope.find(place.root()).is_none() =>
            {
                arguments.push(Argument::Rust(place.extent, place.text.clone()));
            }
            Expression::Rust(rust) if rust.kind != RustKind::Value => {
                arguments.push(Argument::Rust(rust.extent, rust.text.clone()));
            }
            other => {
                values.push(other);
                arguments.push(Argument::Value(other.extent()));
            }
        }
    }
    let root = call.callee.root();
    if scope.find(root).is_some() {
        return Err(call.extent.error(format!(
            "`{root}` is a number of this block and cannot be called"
        )));
    }
    if let Some(near) = nearly_builtin(call) {
        return Err(call.callee.extent.error(near));
    }
    let what = What::Call(Box::new(Called {
        callee: call.callee.clone(),
        arguments,
        fields: call.fields,
        fields_text: call.fields_text.clone(),
    }));
    apply(&values, &what, call.extent, scope)
}

/// Functions of other languages that authors try.
fn nearly_builtin(call: &Call) -> Option<String> {
    let name = call.callee.text.as_str();
    let instead = match name {
        "log" => "`ln`, `log2` or `log10`",
        "average" | "avg" => "`mean`",
        "ceiling" => "`ceil`",
        "pow" => "`x ^ y`",
        "len" | "length" => "`count`",
        "minimum" => "`min`",
        "maximum" => "`max`",
        "square_root" => "`sqrt`",
        _ => return None,
    };
    Some(format!("there is no `{name}`: write {instead}"))
}
