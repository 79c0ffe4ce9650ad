//! The meaning of an expression: names resolved, lists spread, rules enforced.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::expression::{Call, Expression, Place, RustKind};
use crate::kind::Kind;
use crate::number::{Name, Number, UnitText};
use crate::operation::{Builtin, Operator, Order, Takes};
use crate::parse::suggestion;
use crate::record::Shape;
use crate::token::{Extent, Result};
use crate::units;

/// A formula's `let`s stand for their expressions, so that a few lines could double without end.
const MAXIMUM_STEPS: usize = 10_000;

/// The names that are bound so far.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    names: BTreeMap<String, Bound>,
    /// Names that are bound further below.
    later: Vec<String>,
    is_formula: bool,
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub enum Bound {
    /// A `let` or a claim: where its values are.
    Statement(Values),
    /// A `let` of a formula, which stands for its expression.
    Inlined(Box<Row>),
    /// Something whose expression is in error: what uses it is not reported too.
    Broken,
}

/// The values of a statement.
#[derive(Clone, Debug)]
pub struct Values {
    /// How many there are, and how they read.
    pub shape: Shape,
    /// Where the value of each row stands.
    pub slots: Vec<usize>,
    /// Which statement it is.
    pub statement: usize,
    /// What each counts.
    pub kinds: Vec<Kind>,
    /// The numbers that a claim prints, if it prints some.
    pub printed: Vec<Number>,
}

impl Scope {
    /// The scope of a formula's body, where `if` is allowed.
    pub fn formula() -> Self {
        Scope {
            is_formula: true,
            ..Scope::default()
        }
    }

    /// Names that will be bound below, so that a use above is understood.
    pub fn expect(&mut self, names: impl Iterator<Item = String>) {
        self.later = names.collect();
    }

    /// Binds a name.
    pub fn bind(&mut self, name: &Name, bound: Bound) -> Result<()> {
        if name.text == "self" || name.text.starts_with("__") {
            return Err(name.extent.error("this name is reserved"));
        }
        match self.names.insert(name.text.clone(), bound) {
            None => Ok(()),
            Some(_) => Err(name.extent.error(format!(
                "`{}` is already the name of a value in this {}",
                name.text,
                if self.is_formula { "formula" } else { "block" }
            ))),
        }
    }

    /// What a name stands for.
    pub fn find(&self, name: &str) -> Option<&Bound> {
        self.names.get(name)
    }

    /// Every name that is bound.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// A name that is a unit too would make `10 GB/s` a guess.
    pub fn check_units(&self, number: &Number) -> Result<()> {
        let is_bound = |name: &&Name| self.names.contains_key(&name.text);
        if let Some(unknown) = &number.unit.unknown {
            let name = &unknown.text;
            return Err(unknown.extent.error(match is_bound(&unknown) {
                true => format!(
                    "`{name}` is a name bound here, not a unit: write `{} * {name}`",
                    number.text
                ),
                false => format!("unknown unit `{name}`: it is not in the table, nor in a `units!` that this macro is imported from"),
            }));
        }
        match number.unit.names.iter().find(is_bound) {
            None => Ok(()),
            Some(name) => Err(name.extent.error(format!(
                "`{}` is a unit and also a name bound here: rename the one that is bound",
                name.text
            ))),
        }
    }

    /// A name that nothing binds: a constant, or a mistake.
    fn outer(&self, place: &Place) -> Result<()> {
        let is_snake = place.is_single && !place.text.contains(|c: char| c.is_uppercase());
        // The record of a method has rules of its own.
        if !is_snake || place.text == "self" {
            return Ok(());
        }
        let name = &place.text;
        if self.later.contains(name) {
            return Err(place.extent.error(format!(
                "`{name}` is stated further below: move it above this line"
            )));
        }
        if units::find(name).is_some() {
            return Err(place.extent.error(format!(
                "`{name}` is a unit, and stands after a number: `1 {name}`"
            )));
        }
        let known = self.names.keys().chain(&self.later).map(String::as_str);
        let near = suggestion(name, known);
        let (bound, otherwise) = match self.is_formula {
            true => ("argument or `let`", "; a constant has a name in capitals"),
            false => (
                "`let` or claim above",
                "; a claim of another block is out of sight here, and a constant has a name in capitals",
            ),
        };
        let near = match near.is_empty() {
            true => otherwise.to_string(),
            false => near,
        };
        Err(place
            .extent
            .error(format!("no {bound} is called `{name}`{near}")))
    }
}

/// One scalar value as a program in postfix notation.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its steps; each takes one slot.
    pub steps: Vec<Step>,
    /// What it counts.
    pub kind: Kind,
    /// Where it stands.
    pub extent: Extent,
}

/// A step with its place.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it does.
    pub what: What,
    /// Where it stands.
    pub extent: Extent,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum What {
    /// Gives a number.
    Number(Number),
    /// Gives a constant or another place outside of the block.
    Outer(Place),
    /// Gives the value of a statement.
    Local {
        /// Its name.
        name: String,
        /// Which statement.
        statement: usize,
        /// Which row of a list or a range.
        row: usize,
        /// Where the value stands.
        slot: usize,
    },
    /// Gives a quantity that Rust computes, whose text is kept.
    Rust(String),
    /// Unary minus.
    Negate,
    /// An operator.
    Binary(Operator),
    /// A function over so many values.
    Builtin(Builtin, usize),
    /// Calls a formula or Rust code.
    Call(Box<Called>),
    /// Takes left and right of the condition, then the two branches.
    If(Order),
}

/// A call whose arguments are settled.
#[derive(Clone, Debug)]
pub struct Called {
    /// What is called.
    pub callee: Place,
    /// Each argument: a value of the steps before, or Rust code with its text.
    pub arguments: Vec<Argument>,
    /// `.field.field` of what it gives.
    pub fields: Option<Extent>,
    /// Their text.
    pub fields_text: String,
}

impl Called {
    /// A path that is called with numbers alone names a formula.
    pub fn is_formula(&self) -> bool {
        let is_value = |argument: &Argument| matches!(argument, Argument::Value(_));
        let is_plain = self.callee.can_be_formula() && self.fields.is_none();
        is_plain && self.arguments.iter().all(is_value)
    }
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub enum Argument {
    /// A value of the steps before.
    Value(Extent),
    /// Passed on as it is.
    Rust(Extent, String),
}

impl Step {
    /// How many values of the steps before it takes.
    pub fn arity(&self) -> usize {
        match &self.what {
            What::Number(_) | What::Outer(_) | What::Local { .. } | What::Rust(_) => 0,
            What::Negate => 1,
            What::Binary(_) => 2,
            What::Builtin(_, arity) => *arity,
            What::If(_) => 4,
            What::Call(call) => {
                let is_value = |argument: &&Argument| matches!(argument, Argument::Value(_));
                call.arguments.iter().filter(is_value).count()
            }
        }
    }
}

/// The rows of an expression: one for a scalar, more for a list or a range.
#[derive(Clone, Debug)]
pub struct Rows {
    /// How they read.
    pub shape: Shape,
    /// At least one.
    pub rows: Vec<Row>,
}

impl Rows {
    fn one(what: What, kind: Kind, extent: Extent) -> Rows {
        Rows {
            shape: Shape::One,
            rows: [Row {
                steps: [Step { what, extent }].into(),
                kind,
                extent,
            }]
            .into(),
        }
    }
}

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

/// Applies one operation row by row; a scalar goes with every row of a list.
fn apply(operands: &[&Expression], what: &What, extent: Extent, scope: &Scope) -> Result<Rows> {
    let lowered = operands
        .iter()
        .map(|operand| lower(operand, scope))
        .collect::<Result<Vec<_>>>()?;
    combine(lowered, what, extent)
}

fn combine(lowered: Vec<Rows>, what: &What, extent: Extent) -> Result<Rows> {
    let (mut shape, mut count) = (Shape::One, 1);
    for other in &lowered {
        if other.shape == Shape::One {
            continue;
        }
        if shape != Shape::One && shape != other.shape {
            return Err(extent.error(
                "a list and a range do not go together: write the range as a list of its ends",
            ));
        }
        if shape != Shape::One && count != other.rows.len() {
            return Err(extent.error(format!(
                "the lists have different lengths: {count} and {}",
                other.rows.len()
            )));
        }
        (shape, count) = (other.shape, other.rows.len());
    }
    let longest = |rows: &Rows| rows.rows.iter().map(|row| row.steps.len()).max();
    let steps: usize = lowered.iter().filter_map(longest).sum();
    if steps > MAXIMUM_STEPS {
        return Err(extent.error("the expression has too many steps"));
    }
    let rows = (0..count).map(|index| {
        let operands = lowered
            .iter()
            .map(|rows| rows.rows[index.min(rows.rows.len() - 1)].clone());
        join(operands.collect(), what, extent)
    });
    Ok(Rows {
        shape,
        rows: rows.collect::<Result<_>>()?,
    })
}

/// The operands' steps, then the operation.
fn join(operands: Vec<Row>, what: &What, extent: Extent) -> Result<Row> {
    let exponent = operands.get(1).and_then(literal_exponent);
    let (mut steps, mut kinds) = (Vec::new(), Vec::new());
    for operand in operands {
        kinds.push(operand.kind.moved(steps.len()));
        match steps.is_empty() {
            // The first is the longest where many values are added up.
            true => steps = operand.steps,
            false => steps.extend(operand.steps),
        }
    }
    let kind = kind_of(what, kinds, exponent, steps.len()).map_err(|it| extent.error(it))?;
    steps.push(Step {
        what: what.clone(),
        extent,
    });
    Ok(Row {
        steps,
        kind,
        extent,
    })
}

fn literal_exponent(row: &Row) -> Option<i32> {
    match &*row.steps {
        [
            Step {
                what: What::Number(number),
                ..
            },
        ] if number.exponent == 0 && number.unit.text.is_empty() => {
            let digits = i32::try_from(number.digits).ok().filter(|it| *it <= 15)?;
            Some(if number.negative { -digits } else { digits })
        }
        _ => None,
    }
}

fn kind_of(
    what: &What,
    kinds: Vec<Kind>,
    exponent: Option<i32>,
    step: usize,
) -> core::result::Result<Kind, String> {
    let mut kinds = kinds.into_iter();
    let mut next = || kinds.next().unwrap_or_default();
    Ok(match what {
        What::Negate => next(),
        What::Binary(operator) => next().binary(*operator, next(), exponent)?,
        What::Builtin(builtin, _) => match builtin {
            Builtin::Absolute | Builtin::Round | Builtin::Floor | Builtin::Ceiling => next(),
            Builtin::Minimum => next().beside(next(), "a minimum")?,
            Builtin::Maximum => next().beside(next(), "a maximum")?,
            Builtin::SquareRoot => next().root(),
            Builtin::Exponential
            | Builtin::NaturalLogarithm
            | Builtin::BinaryLogarithm
            | Builtin::DecimalLogarithm
            | Builtin::Sum
            | Builtin::Mean
            | Builtin::Count => Kind::lost(),
        },
        What::If(_) => {
            let condition = next().beside(next(), "a comparison");
            condition?;
            next().beside(next(), "two branches")?
        }
        What::Number(_) | What::Local { .. } => Kind::lost(),
        What::Outer(_) | What::Rust(_) | What::Call(_) => Kind::unknown(step),
    })
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

/// All values of a list as one.
fn reduce(builtin: Builtin, rows: Vec<Row>, extent: Extent) -> Result<Rows> {
    let count = rows.len();
    let pair = match builtin {
        Builtin::Count => return Ok(count_of(count, extent)),
        Builtin::Sum | Builtin::Mean => What::Binary(Operator::Add),
        other => What::Builtin(other, 2),
    };
    let mut rows = rows.into_iter();
    let Some(mut all) = rows.next() else {
        return Err(extent.error("a list needs at least one item"));
    };
    for row in rows {
        all = join([all, row].into(), &pair, extent)?;
    }
    if builtin == Builtin::Mean {
        let divisor = count_of(count, extent).rows.remove(0);
        all = join(
            [all, divisor].into(),
            &What::Binary(Operator::Divide),
            extent,
        )?;
    }
    Ok(Rows {
        shape: Shape::One,
        rows: [all].into(),
    })
}

fn count_of(count: usize, extent: Extent) -> Rows {
    let number = Number {
        negative: false,
        digits: count as u128,
        exponent: 0,
        text: count.to_string(),
        unit: UnitText::default(),
        extent,
    };
    let kind = Kind::of_number(&number);
    Rows::one(What::Number(number), kind, extent)
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

#[cfg(test)]
mod tests;
