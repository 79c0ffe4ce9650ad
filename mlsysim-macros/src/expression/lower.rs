//! The meaning of an expression: names resolved, lists spread, rules enforced.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use syn::{Ident, Result};

use super::{Callee, Expression, Extent, Number, Operator, Place, RustKind};

/// The names that are bound in the block so far.
#[derive(Default)]
pub(crate) struct Scope {
    names: HashMap<String, Bound>,
    /// `let`s of a formula, which stand for their expressions.
    inlined: HashMap<String, Row>,
    is_formula: bool,
}

/// A `let` or a claim: where its values are.
#[derive(Clone)]
pub(crate) struct Bound {
    pub(crate) shape: Shape,
    /// The slot that holds the value of each row.
    pub(crate) slots: Vec<usize>,
    pub(crate) statement: usize,
}

impl Bound {
    /// Stands for a value whose expression is in error.
    pub(crate) fn placeholder() -> Self {
        Bound {
            shape: Shape::One,
            slots: vec![0],
            statement: 0,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    One,
    List,
    Range,
}

impl Scope {
    /// The scope of a formula's body, where `if` is allowed.
    pub(crate) fn formula() -> Self {
        Scope {
            is_formula: true,
            ..Scope::default()
        }
    }

    pub(crate) fn inline(&mut self, name: &Ident, row: Row) -> Result<()> {
        if self.names.contains_key(&name.to_string())
            || self.inlined.insert(name.to_string(), row).is_some()
        {
            return Err(syn::Error::new(
                name.span(),
                format!("`{name}` is already the name of a value in this formula"),
            ));
        }
        Ok(())
    }

    pub(crate) fn bind(&mut self, name: &Ident, bound: Bound) -> Result<()> {
        match self.names.insert(name.to_string(), bound) {
            None => Ok(()),
            Some(_) => Err(syn::Error::new(
                name.span(),
                format!("`{name}` is already the name of a value in this block"),
            )),
        }
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Bound> {
        self.names.get(name)
    }

    /// Whether the name stands for a value of the block or the formula.
    pub(crate) fn binds(&self, name: &Ident) -> bool {
        let name = name.to_string();
        self.names.contains_key(&name) || self.inlined.contains_key(&name)
    }

    /// A name that is a unit too would make `10 GB/s` a guess.
    pub(crate) fn check_units(&self, number: &Number) -> Result<()> {
        for name in &number.unit.names {
            if self.names.contains_key(&name.to_string()) {
                let message = if number.unit.unknown.is_some() {
                    format!(
                        "`{name}` is a name bound here, not a unit: write `{} * {name}`",
                        number.text
                    )
                } else {
                    format!(
                        "`{name}` is a unit and also a name bound here: rename the one that is bound"
                    )
                };
                return Err(syn::Error::new(name.span(), message));
            }
        }
        Ok(())
    }
}

/// One scalar value as a program in postfix notation.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) steps: Vec<Step>,
    pub(crate) extent: Extent,
}

#[derive(Clone)]
pub(crate) enum Step {
    Number(Number),
    /// A constant or another place outside of the block.
    Outer {
        tokens: TokenStream,
        text: String,
        extent: Extent,
    },
    Local {
        name: String,
        statement: usize,
        row: Option<usize>,
        slot: usize,
    },
    /// A quantity that Rust computes.
    Rust {
        tokens: TokenStream,
        text: String,
        extent: Extent,
    },
    Negate,
    Binary(Operator, Extent),
    Builtin {
        name: Ident,
        arity: usize,
        extent: Extent,
    },
    Call(Call),
    /// Left and right of the condition, then the two branches, are the steps before.
    If {
        relation: &'static str,
        extent: Extent,
    },
}

impl Step {
    /// How many values of the steps before it takes.
    pub(super) fn arity(&self) -> usize {
        match self {
            Step::Number(_) | Step::Outer { .. } | Step::Local { .. } | Step::Rust { .. } => 0,
            Step::Negate => 1,
            Step::Binary(..) => 2,
            Step::Builtin { arity, .. } => *arity,
            Step::If { .. } => 4,
            Step::Call(call) => call.values(),
        }
    }
}

/// A call of Rust code.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) callee: TokenStream,
    pub(crate) text: String,
    /// Fields of the result, such as `.latency`.
    pub(crate) fields: TokenStream,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) extent: Extent,
}

impl Call {
    /// How many of the arguments are values of the steps before.
    fn values(&self) -> usize {
        let is_value = |argument: &&Argument| matches!(argument, Argument::Value(_));
        self.arguments.iter().filter(is_value).count()
    }

    /// A path that is called with numbers alone names a formula.
    pub(crate) fn is_formula(&self) -> bool {
        let takes_numbers = self.values() == self.arguments.len();
        let is_plain = !self.text.contains('.') && self.fields.is_empty();
        is_plain && takes_numbers && !self.arguments.is_empty()
    }
}

#[derive(Clone)]
pub(crate) enum Argument {
    /// A quantity, from the steps before.
    Value(Extent),
    /// Passed on as it is.
    Rust { tokens: TokenStream, text: String },
}

/// Spreads an expression into its rows: one for a scalar, more for a list or a range.
pub(crate) fn lower(expression: &Expression, scope: &Scope) -> Result<(Shape, Vec<Row>)> {
    match expression {
        Expression::Number(number) => {
            scope.check_units(number)?;
            Ok(one(Step::Number(number.clone()), number.extent))
        }
        Expression::Place(place) => lower_place(place, scope),
        Expression::List { items, .. } => gather(Shape::List, items, scope),
        Expression::Range { low, high, .. } => gather(Shape::Range, [&**low, &**high], scope),
        Expression::Negate { operand, extent } => {
            apply(&[&**operand], Step::Negate, *extent, scope)
        }
        Expression::Binary {
            operator,
            left,
            right,
        } => {
            let extent = expression.extent();
            apply(
                &[&**left, &**right],
                Step::Binary(*operator, extent),
                extent,
                scope,
            )
        }
        Expression::Builtin {
            name,
            arguments,
            extent,
        } => {
            check_arity(name, arguments.len(), *extent)?;
            let step = Step::Builtin {
                name: name.clone(),
                arity: arguments.len(),
                extent: *extent,
            };
            apply(&arguments.iter().collect::<Vec<_>>(), step, *extent, scope)
        }
        Expression::Call {
            callee,
            arguments,
            fields,
            extent,
        } => lower_call(callee, arguments, fields, *extent, scope),
        Expression::Rust {
            tokens,
            text,
            extent,
            kind: RustKind::Value,
        } => Ok(one(
            Step::Rust {
                tokens: tokens.clone(),
                text: text.clone(),
                extent: *extent,
            },
            *extent,
        )),
        Expression::Rust {
            text,
            extent,
            kind: RustKind::Argument,
            ..
        } => Err(extent.error(format!(
            "`{text}` is no quantity; it can only be the argument of a call"
        ))),
        Expression::If {
            condition,
            then,
            otherwise,
            extent,
        } if scope.is_formula => {
            let step = Step::If {
                relation: condition.relation,
                extent: *extent,
            };
            apply(
                &[&condition.left, &condition.right, &**then, &**otherwise],
                step,
                *extent,
                scope,
            )
        }
        Expression::If { extent, .. } => {
            Err(extent.error("`if` belongs in a `#[formula]`; call the formula here"))
        }
        Expression::Block { result, .. } => Err(result
            .extent()
            .error("a `let` stands at the start of a formula's body")),
    }
}

pub(crate) fn check_arity(name: &Ident, given: usize, extent: Extent) -> Result<()> {
    let wanted = if name == "min" || name == "max" { 2 } else { 1 };
    if given == wanted {
        return Ok(());
    }
    let plural = if wanted == 1 { "" } else { "s" };
    Err(extent.error(format!(
        "`{name}` takes {wanted} argument{plural}, {given} given"
    )))
}

fn one(step: Step, extent: Extent) -> (Shape, Vec<Row>) {
    (
        Shape::One,
        vec![Row {
            steps: vec![step],
            extent,
        }],
    )
}

fn lower_place(place: &Place, scope: &Scope) -> Result<(Shape, Vec<Row>)> {
    let root = place.text.split(['.', ':']).next().unwrap_or(&place.text);
    if let Some(row) = scope.inlined.get(root).filter(|_| place.single.is_some()) {
        return Ok((Shape::One, vec![row.clone()]));
    }
    let Some(bound) = scope.find(root) else {
        let text = match place.index {
            Some((index, _)) => format!("{}[{index}]", place.text),
            None => place.text.clone(),
        };
        return Ok(one(
            Step::Outer {
                tokens: place.indexed(),
                text,
                extent: place.extent,
            },
            place.extent,
        ));
    };
    if place.single.is_none() {
        return Err(place.extent.error(format!(
            "`{root}` is a number of this block and has no fields"
        )));
    }
    let local = |row: usize, is_part: bool| Row {
        steps: vec![Step::Local {
            name: root.to_owned(),
            statement: bound.statement,
            row: is_part.then_some(row),
            slot: bound.slots[row],
        }],
        extent: place.extent,
    };
    match place.index {
        Some((index, _)) if index < bound.slots.len() => {
            Ok((Shape::One, vec![local(index, bound.shape != Shape::One)]))
        }
        Some((index, span)) => Err(syn::Error::new(
            span,
            format!(
                "`{root}` has {} value{}, so there is no `[{index}]`; the first is `[0]`",
                bound.slots.len(),
                if bound.slots.len() == 1 { "" } else { "s" }
            ),
        )),
        None => Ok((
            bound.shape,
            (0..bound.slots.len())
                .map(|row| local(row, bound.shape != Shape::One))
                .collect(),
        )),
    }
}

fn gather<'a>(
    shape: Shape,
    items: impl IntoIterator<Item = &'a Expression>,
    scope: &Scope,
) -> Result<(Shape, Vec<Row>)> {
    let mut rows = Vec::new();
    for item in items {
        let (inner, mut row) = lower(item, scope)?;
        if inner != Shape::One {
            return Err(item
                .extent()
                .error("a list cannot stand inside a list or a range"));
        }
        rows.append(&mut row);
    }
    Ok((shape, rows))
}

/// A formula's `let`s stand for their expressions, so that a few lines could double without end.
const MAXIMUM_STEPS: usize = 10_000;

/// Applies one operation row by row; a scalar goes with every row of a list.
fn apply(
    operands: &[&Expression],
    step: Step,
    extent: Extent,
    scope: &Scope,
) -> Result<(Shape, Vec<Row>)> {
    let lowered = operands
        .iter()
        .map(|operand| lower(operand, scope))
        .collect::<Result<Vec<_>>>()?;
    let mut shape = Shape::One;
    let mut count = 1;
    for (other, rows) in &lowered {
        if *other == Shape::One {
            continue;
        }
        if shape != Shape::One && count != rows.len() {
            return Err(extent.error(format!(
                "the lists have different lengths: {count} and {}",
                rows.len()
            )));
        }
        (shape, count) = (*other, rows.len());
    }
    let longest: usize = lowered
        .iter()
        .map(|(_, rows)| rows.iter().map(|row| row.steps.len()).max().unwrap_or(0))
        .sum();
    if longest > MAXIMUM_STEPS {
        return Err(extent.error("the expression has too many steps"));
    }
    let rows = (0..count).map(|index| {
        let mut steps: Vec<Step> = lowered
            .iter()
            .flat_map(|(_, rows)| rows[index.min(rows.len() - 1)].steps.clone())
            .collect();
        steps.push(step.clone());
        Row { steps, extent }
    });
    Ok((shape, rows.collect()))
}

/// Whether a place names something outside of the block.
fn is_constant(place: &Place, scope: &Scope) -> bool {
    let root = place.text.split(['.', ':']).next().unwrap_or(&place.text);
    place.index.is_none() && scope.find(root).is_none()
}

fn lower_call(
    callee: &Callee,
    arguments: &[Expression],
    fields: &TokenStream,
    extent: Extent,
    scope: &Scope,
) -> Result<(Shape, Vec<Row>)> {
    let mut values = Vec::new();
    let mut lowered = Vec::new();
    // Beside a reference a constant may be of any type: `solve(&MODEL, &H100, OPTIONS)`.
    let takes_reference = arguments.iter().any(|argument| {
        matches!(argument, Expression::Rust { text, kind: RustKind::Argument, .. } if text.starts_with('&'))
    });
    for argument in arguments {
        match argument {
            Expression::Place(place) if takes_reference && is_constant(place, scope) => {
                lowered.push(Argument::Rust {
                    tokens: place.tokens.clone(),
                    text: place.text.clone(),
                });
            }
            Expression::Rust {
                tokens,
                text,
                kind: RustKind::Argument,
                ..
            } => {
                lowered.push(Argument::Rust {
                    tokens: tokens.clone(),
                    text: text.clone(),
                });
            }
            other => {
                values.push(other);
                lowered.push(Argument::Value(other.extent()));
            }
        }
    }
    let root = callee.text.split(['.', ':']).next().unwrap_or(&callee.text);
    if scope.find(root).is_some() {
        return Err(extent.error(format!(
            "`{root}` is a number of this block and cannot be called"
        )));
    }
    let step = Step::Call(Call {
        callee: callee.tokens.clone(),
        text: callee.text.clone(),
        fields: fields.clone(),
        arguments: lowered,
        extent,
    });
    apply(&values, step, extent, scope)
}
