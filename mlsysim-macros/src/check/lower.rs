//! The rules of `check!`, and every message about breaking them.

use proc_macro2::{Span, TokenStream};
use syn::{Ident, Result};

use super::parse::{Block, Bound, Claim, Order, Precision, Published, Relation, Statement};
use crate::expression::{
    self, Emitter, Expression, Extent, Interval, Number, Scope, Shape, called, float, unit_of,
};

/// A block whose meaning is settled: one program, and what to hold it to.
pub(super) struct Napkin {
    pub(super) emitter: Emitter,
    pub(super) statements: Vec<Lowered>,
    /// `name()` of each enum that a claim states.
    pub(super) names: Vec<TokenStream>,
}

pub(super) struct Lowered {
    pub(super) name: Ident,
    pub(super) is_claim: bool,
    /// The statement as the trace stores it.
    pub(super) record: String,
    /// What the compiler enforces, each under its own literal.
    pub(super) guards: Vec<Guard>,
}

pub(super) struct Guard {
    pub(super) extent: Extent,
    pub(super) function: &'static str,
    pub(super) arguments: TokenStream,
}

const FIELD: char = '\u{1f}';
const ITEM: char = '\u{1d}';
const PART: char = '\u{1b}';

pub(super) fn lower(block: Block) -> Result<Napkin> {
    let mut napkin = Napkin {
        emitter: Emitter::default(),
        statements: Vec::new(),
        names: Vec::new(),
    };
    let mut scope = Scope::default();
    let mut errors: Option<syn::Error> = None;
    for statement in block.statements {
        let result = match statement {
            Statement::Let { name, value } => napkin.add_let(name, &value, &mut scope),
            Statement::Claim(claim) => napkin.add_claim(*claim, &mut scope),
        };
        if let Err(error) = result {
            match &mut errors {
                Some(all) => all.combine(error),
                None => errors = Some(error),
            }
        }
    }
    if !napkin.statements.iter().any(|statement| statement.is_claim) && errors.is_none() {
        return Err(syn::Error::new(
            proc_macro2::Span::call_site(),
            "a `check!` block needs at least one claim, such as `id: expression ~= 5 h;`",
        ));
    }
    errors.map_or(Ok(napkin), Err)
}

impl Napkin {
    fn add_let(&mut self, name: Ident, value: &Expression, scope: &mut Scope) -> Result<()> {
        let start = self.emitter.slots.len();
        let (shape, rows) = self.rows(&name, value, scope)?;
        let record = record("let", &name, start, "", shape, &rows, &[], None, None);
        self.statements.push(Lowered {
            name,
            is_claim: false,
            record,
            guards: Vec::new(),
        });
        Ok(())
    }

    /// Emits the rows of a value and binds its name to them.
    fn rows(
        &mut self,
        name: &Ident,
        value: &Expression,
        scope: &mut Scope,
    ) -> Result<(Shape, Vec<expression::Slots>)> {
        if name == "self" || name.to_string().starts_with("__") {
            return Err(syn::Error::new(name.span(), "this name is reserved"));
        }
        let lowered = expression::lower(value, scope);
        let (shape, rows) = match lowered {
            Ok(lowered) => lowered,
            Err(error) => {
                // Bound all the same, so that later lines do not report an unknown name too.
                let bound = expression::Bound {
                    shape: Shape::One,
                    slots: vec![0],
                    statement: 0,
                };
                let _ = scope.bind(name, bound);
                return Err(error);
            }
        };
        let rows: Vec<_> = rows.iter().map(|row| self.emitter.row(row)).collect();
        let slots = rows.iter().map(|row| row.value).collect();
        scope.bind(
            name,
            expression::Bound {
                shape,
                slots,
                statement: self.statements.len(),
            },
        )?;
        Ok((shape, rows))
    }

    fn add_claim(&mut self, claim: Claim, scope: &mut Scope) -> Result<()> {
        check_sentence(&claim)?;
        let name = claim.name.clone();
        let outer_names = sentence_names(&claim.sentence);
        let mut guards = Vec::new();
        let mut rules = Vec::new();
        let loose = claim.loose.is_some();
        let value = match &claim.relation {
            Relation::Is { value, variant } => return self.add_is(&claim, value, variant, scope),
            Relation::Prints { value, .. }
            | Relation::Bounded { value, .. }
            | Relation::Equals { value, .. } => value,
        };
        let start = self.emitter.slots.len();
        let (shape, rows) = self.rows(&name, value, scope)?;
        match &claim.relation {
            Relation::Prints {
                stated, precision, ..
            } => {
                let figures = figures(stated, &rows, shape, scope)?;
                for (figure, row) in figures.iter().zip(&rows) {
                    let interval = interval(figure, precision)?;
                    let (guard, rule) = self.prints(&name, row.value, figure, &interval, loose);
                    guards.push(guard);
                    rules.push(rule);
                }
            }
            Relation::Bounded { bounds, .. } => {
                for bound in bounds {
                    self.bounded(
                        &name,
                        &rows,
                        shape,
                        bound,
                        loose,
                        scope,
                        &mut guards,
                        &mut rules,
                    )?;
                }
            }
            Relation::Equals { stated, .. } => {
                let (other, stated_rows) = expression::lower(stated, scope)?;
                same_length(stated.extent(), other, stated_rows.len(), shape, rows.len())?;
                for (index, row) in rows.iter().enumerate() {
                    let stated_row = &stated_rows[index.min(stated_rows.len() - 1)];
                    let bound = self.emitter.row(stated_row);
                    let text = stated_text(stated, index);
                    let (factor, shown) = stated_unit(stated, index);
                    let arguments = vec![index_of(row.value), index_of(bound.value), factor];
                    guards.push(guard(
                        stated_row.extent,
                        "equals",
                        &name,
                        &arguments,
                        &shown,
                        loose,
                    ));
                    rules.push(format!("={PART}{text}{PART}{}", bound.program));
                }
            }
            Relation::Is { .. } => {}
        }
        let mut extra = Vec::new();
        for outer in outer_names {
            if outer.is_empty()
                || scope
                    .find(outer.split('[').next().unwrap_or(&outer))
                    .is_some()
            {
                continue;
            }
            let place = sentence_place(&claim, &outer)?;
            let (_, rows) = expression::lower(&place, scope)?;
            extra.push((outer, self.emitter.row(&rows[0]).program));
        }
        let mut published = None;
        if let Some(printed) = &claim.published {
            let (guard, text) = self.published(&name, &rows, shape, printed, scope)?;
            guards.push(guard);
            published = Some(text);
        }
        let record = record_claim(
            &claim,
            start,
            shape,
            &rows,
            &rules,
            published.as_deref(),
            &extra,
        );
        self.statements.push(Lowered {
            name,
            is_claim: true,
            record,
            guards,
        });
        Ok(())
    }

    fn prints(
        &mut self,
        name: &Ident,
        value: usize,
        figure: &Number,
        interval: &Interval,
        loose: bool,
    ) -> (Guard, String) {
        let unit = self.emitter.slot(unit_of(figure));
        let (low, high) = (float(interval.low), float(interval.high));
        let mut arguments = vec![index_of(value), index_of(unit)];
        arguments.push(quote::quote!(#low));
        arguments.push(quote::quote!(#high));
        let guard = guard(
            figure.extent,
            "prints",
            name,
            &arguments,
            &shown(figure),
            loose,
        );
        let dollar = if figure.unit.dollar { "$" } else { "" };
        let rule = format!(
            "~{PART}{}{PART}{dollar}{}{PART}{:?}{PART}{:?}",
            figure.text, figure.unit.text, interval.low, interval.high
        );
        (guard, rule)
    }

    #[allow(clippy::too_many_arguments)]
    fn bounded(
        &mut self,
        name: &Ident,
        rows: &[expression::Slots],
        shape: Shape,
        bound: &Bound,
        loose: bool,
        scope: &Scope,
        guards: &mut Vec<Guard>,
        rules: &mut Vec<String>,
    ) -> Result<()> {
        let (other, bounds) = expression::lower(&bound.bound, scope)?;
        same_length(bound.bound.extent(), other, bounds.len(), shape, rows.len())?;
        for (index, row) in rows.iter().enumerate() {
            let bound_row = &bounds[index.min(bounds.len() - 1)];
            let slots = self.emitter.row(bound_row);
            let text = stated_text(&bound.bound, index);
            let relation = bound.order.symbol();
            let (factor, shown) = stated_unit(&bound.bound, index);
            let arguments = vec![
                index_of(row.value),
                index_of(slots.value),
                factor,
                quote::quote!(#relation),
            ];
            guards.push(guard(
                bound_row.extent,
                "bounded",
                name,
                &arguments,
                &shown,
                loose,
            ));
            rules.push(format!("{relation}{PART}{text}{PART}{}", slots.program));
        }
        Ok(())
    }

    /// The printed edition's figure must be wrong, or it is no erratum.
    fn published(
        &mut self,
        name: &Ident,
        rows: &[expression::Slots],
        shape: Shape,
        printed: &Published,
        scope: &Scope,
    ) -> Result<(Guard, String)> {
        let mut checks = TokenStream::new();
        let mut texts = Vec::new();
        for bound in &printed.stated {
            match (bound.order, &bound.figure) {
                (None, Expression::Range { low, high, .. }) if shape != Shape::Range => {
                    for (order, end) in [(Order::AtLeast, low), (Order::AtMost, high)] {
                        self.published_bound(order, end, rows, scope, &mut checks)?;
                    }
                    texts.push(format!(
                        "{} to {}",
                        stated_text(low, 0),
                        stated_text(high, 0)
                    ));
                }
                (Some(order), figure) => {
                    self.published_bound(order, figure, rows, scope, &mut checks)?;
                    texts.push(format!("{} {}", order.symbol(), stated_text(figure, 0)));
                }
                (None, figure) => {
                    let figures = figures(figure, rows, shape, scope)?;
                    for (number, row) in figures.iter().zip(rows) {
                        let interval = number.interval(None);
                        let unit = index_of(self.emitter.slot(unit_of(number)));
                        let (value, low, high) = (
                            index_of(row.value),
                            float(interval.low),
                            float(interval.high),
                        );
                        let arguments = quote::quote!(V[#value], V[#unit], #low, #high);
                        let call = called(number.extent, quote::quote!(agrees), arguments);
                        checks.extend(quote::quote!(#call,));
                    }
                    texts.push(
                        figures
                            .iter()
                            .map(Number::full_text)
                            .collect::<Vec<_>>()
                            .join(", "),
                    );
                }
            }
        }
        let text = texts.join(", ");
        let shown = format!("{}{PART}{text}", name);
        let arguments = quote::quote!(&[#checks], M, #shown);
        let note = printed
            .note
            .as_ref()
            .map(syn::LitStr::value)
            .unwrap_or_default();
        Ok((
            Guard {
                extent: printed.extent,
                function: "published_differs",
                arguments,
            },
            format!("{text}{PART}{note}"),
        ))
    }

    fn published_bound(
        &mut self,
        order: Order,
        figure: &Expression,
        rows: &[expression::Slots],
        scope: &Scope,
        checks: &mut TokenStream,
    ) -> Result<()> {
        let (shape, bounds) = expression::lower(figure, scope)?;
        if shape != Shape::One {
            return Err(figure.extent().error("a published bound is one number"));
        }
        let bound = index_of(self.emitter.row(&bounds[0]).value);
        let relation = order.symbol();
        for row in rows {
            let value = index_of(row.value);
            let arguments = quote::quote!(V[#value], #relation, V[#bound]);
            let call = called(figure.extent(), quote::quote!(satisfies), arguments);
            checks.extend(quote::quote!(#call,));
        }
        Ok(())
    }

    fn add_is(
        &mut self,
        claim: &Claim,
        value: &Expression,
        variant: &Ident,
        scope: &mut Scope,
    ) -> Result<()> {
        let (Expression::Call { .. } | Expression::Place(_) | Expression::Rust { .. }) = value
        else {
            return Err(value
                .extent()
                .error("`is` compares an enum: a place, a call or a `{ … }` block"));
        };
        let (shape, rows) = expression::lower(value, scope)?;
        if shape != Shape::One {
            return Err(value.extent().error("`is` compares one value"));
        }
        let name = claim.name.clone();
        let text = variant.to_string();
        let expression = self.emitter.enum_value(&rows[0]);
        let index = self.names.len();
        self.names.push(quote::quote!(#expression.name()));
        let unknown = self.emitter.slot(quote::quote!(__m::n(f64::NAN, 0)));
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        let shown = claim.name.to_string();
        let arguments = quote::quote!(NAMES[#index], #text, M, #shown);
        let guards = vec![Guard {
            extent: Extent::of(variant.span()),
            function: "is",
            arguments,
        }];
        scope.bind(
            &name,
            expression::Bound {
                shape,
                slots: vec![unknown],
                statement: self.statements.len(),
            },
        )?;
        let slots = expression::Slots {
            value: unknown,
            program: format!("%{}", source_text(value)),
        };
        let record = record_claim(
            claim,
            unknown,
            shape,
            &[slots],
            &[format!("is{PART}{text}{PART}{index}")],
            None,
            &[],
        );
        if let Some(published) = &claim.published {
            return Err(published
                .extent
                .error("an `is` claim has no published figure"));
        }
        self.statements.push(Lowered {
            name,
            is_claim: true,
            record,
            guards,
        });
        Ok(())
    }
}

impl Order {
    fn symbol(self) -> &'static str {
        match self {
            Order::Less => "<",
            Order::AtMost => "<=",
            Order::More => ">",
            Order::AtLeast => ">=",
        }
    }
}

fn source_text(expression: &Expression) -> String {
    match expression {
        Expression::Place(place) => place.text.clone(),
        Expression::Call { callee, fields, .. } => {
            format!("{}(…){}", callee.text, fields.to_string().replace(' ', ""))
        }
        Expression::Rust { text, .. } => text.clone(),
        _ => String::new(),
    }
}

fn index_of(slot: usize) -> TokenStream {
    let literal = proc_macro2::Literal::usize_unsuffixed(slot);
    quote::quote!(#literal)
}

fn guard(
    extent: Extent,
    function: &'static str,
    name: &Ident,
    arguments: &[TokenStream],
    shown: &str,
    loose: bool,
) -> Guard {
    let shown = format!("{name}{PART}{shown}");
    let (first, second) = (&arguments[0], &arguments[1]);
    let rest = &arguments[2..];
    let arguments = quote::quote!(V, #first, #second, #(#rest,)* #loose, M, #shown);
    Guard {
        extent,
        function,
        arguments,
    }
}

/// The stated numbers, one for each row.
fn figures(
    stated: &Expression,
    rows: &[expression::Slots],
    shape: Shape,
    scope: &Scope,
) -> Result<Vec<Number>> {
    let (other, items): (Shape, Vec<&Expression>) = match stated {
        Expression::List { items, .. } => (Shape::List, items.iter().collect()),
        Expression::Range { low, high, .. } => (Shape::Range, vec![low, high]),
        single => (Shape::One, vec![single]),
    };
    if items.len() != rows.len() || (other == Shape::One) != (shape == Shape::One) {
        return Err(stated.extent().error(format!(
            "the claim computes {}, and states {}",
            counted(shape, rows.len()),
            counted(other, items.len())
        )));
    }
    let numbers = items.into_iter().map(|item| match item {
        Expression::Number(number) => {
            scope.check_units(number)?;
            Ok(number.clone())
        }
        other => Err(other
            .extent()
            .error("after `~=` stands the number as it is printed, such as `3.2 ms`")),
    });
    numbers.collect()
}

fn counted(shape: Shape, values: usize) -> String {
    match shape {
        Shape::One => "one value".to_owned(),
        Shape::List => format!("a list of {values}"),
        Shape::Range => "a range".to_owned(),
    }
}

fn same_length(
    extent: Extent,
    other: Shape,
    count: usize,
    shape: Shape,
    rows: usize,
) -> Result<()> {
    if other == Shape::One || (shape != Shape::One && count == rows) {
        Ok(())
    } else {
        Err(extent.error(format!(
            "the claim computes {}, and is compared with {}",
            counted(shape, rows),
            counted(other, count)
        )))
    }
}

fn interval(figure: &Number, precision: &Precision) -> Result<Interval> {
    match precision {
        Precision::Printed => Ok(figure.interval(None)),
        Precision::Digits(literal) => {
            let digits: u32 = literal.base10_parse()?;
            if digits == 0 || digits > figure.significant_digits() {
                let message = format!(
                    "`{}` has {} significant digit{}, and cannot be precise to {digits}",
                    figure.text,
                    figure.significant_digits(),
                    if figure.significant_digits() == 1 {
                        ""
                    } else {
                        "s"
                    }
                );
                return Err(syn::Error::new(literal.span(), message));
            }
            Ok(figure.interval(Some(digits)))
        }
        Precision::Within(Expression::Number(tolerance))
            if tolerance.unit.dimension == 0 && tolerance.unit.unknown.is_none() =>
        {
            let share = tolerance.base_value();
            if share > 0.0 && share < 1.0 {
                Ok(figure.within(share))
            } else {
                Err(tolerance
                    .extent
                    .error("a tolerance lies between 0 and 100%: `within 5%`"))
            }
        }
        Precision::Within(other) => Err(other
            .extent()
            .error("a tolerance is a percentage: `within 5%`")),
    }
}

/// The bound as the author wrote it, where that is a number; the book shows it.
fn stated_text(expression: &Expression, row: usize) -> String {
    match expression {
        Expression::Number(number) => number.full_text(),
        Expression::List { items, .. } => items
            .get(row)
            .map_or_else(String::new, |item| stated_text(item, row)),
        _ => String::new(),
    }
}

/// The unit that a bound is stated in, and its text with the unit's; zero where it is an expression.
fn stated_unit(expression: &Expression, row: usize) -> (TokenStream, String) {
    let number = match expression {
        Expression::Number(number) => Some(number),
        Expression::List { items, .. } => match items.get(row) {
            Some(Expression::Number(number)) => Some(number),
            _ => None,
        },
        _ => None,
    };
    match number {
        Some(number) if number.unit.unknown.is_none() => {
            let factor = float(number.unit.factor.value());
            (quote::quote!(#factor), shown(number))
        }
        _ => (quote::quote!(0.0), format!("{PART}")),
    }
}

/// A stated number and its unit, for the compiler's message.
fn shown(number: &Number) -> String {
    let dollar = if number.unit.dollar { "$" } else { "" };
    format!("{}{PART}{dollar}{}", number.full_text(), number.unit.text)
}

/// The names in braces of a sentence; `{}` gives an empty one.
fn sentence_names(sentence: &str) -> Vec<String> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

/// A constant that the sentence names, with the span of the line that names it.
fn sentence_place(claim: &Claim, outer: &str) -> Result<Expression> {
    let span = sentence_span(claim, |line| line.contains(&format!("{{{outer}}}")));
    let tokens: TokenStream = outer.parse().unwrap_or_default();
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    match syn::parse2(tokens.collect()) {
        Ok(place @ Expression::Place(_)) => Ok(place),
        _ => Err(syn::Error::new(
            span,
            format!("the sentence has `{{{outer}}}`, which is no name of a value"),
        )),
    }
}

/// Where the first line of a sentence stands that is `wanted`, or else the first.
fn sentence_span(claim: &Claim, wanted: impl Fn(&str) -> bool) -> Span {
    let lines = &claim.sentence_lines;
    let found = lines.iter().find(|(line, _)| wanted(line));
    found
        .or(lines.first())
        .map_or(claim.name.span(), |line| line.1)
}

fn check_sentence(claim: &Claim) -> Result<()> {
    if claim.sentence.is_empty() {
        let message = format!(
            "claim `{}` needs its sentence: `/// … {{}} …` above it",
            claim.name
        );
        return Err(syn::Error::new(claim.name.span(), message));
    }
    let opened = claim.sentence.matches('{').count();
    if opened != claim.sentence.matches('}').count()
        || opened != sentence_names(&claim.sentence).len()
    {
        let is_unbalanced = |line: &str| line.matches('{').count() != line.matches('}').count();
        return Err(syn::Error::new(
            sentence_span(claim, is_unbalanced),
            "the sentence has a brace without its partner",
        ));
    }
    let has_control = |line: &str| line.contains(|c: char| c.is_control());
    if has_control(&claim.sentence) {
        return Err(syn::Error::new(
            sentence_span(claim, has_control),
            "the sentence has a control character in it",
        ));
    }
    Ok(())
}

fn record_claim(
    claim: &Claim,
    start: usize,
    shape: Shape,
    rows: &[expression::Slots],
    rules: &[String],
    published: Option<&str>,
    extra: &[(String, String)],
) -> String {
    let why = claim.loose.as_ref().map(syn::LitStr::value);
    let mut text = record(
        "claim",
        &claim.name,
        start,
        &claim.sentence,
        shape,
        rows,
        rules,
        why.as_deref(),
        published,
    );
    text.push(FIELD);
    let extra: Vec<String> = extra
        .iter()
        .map(|(name, program)| format!("{name}{PART}{program}"))
        .collect();
    text.push_str(&extra.join(&ITEM.to_string()));
    text
}

#[allow(clippy::too_many_arguments)]
fn record(
    kind: &str,
    name: &Ident,
    start: usize,
    sentence: &str,
    shape: Shape,
    rows: &[expression::Slots],
    rules: &[String],
    loose: Option<&str>,
    published: Option<&str>,
) -> String {
    let line = if proc_macro::is_available() {
        name.span().unwrap().line()
    } else {
        0
    };
    let programs: Vec<&str> = rows.iter().map(|row| row.program.as_str()).collect();
    let fields = [
        kind.to_owned(),
        name.to_string(),
        line.to_string(),
        start.to_string(),
        sentence.to_owned(),
        match shape {
            Shape::One => "one",
            Shape::List => "list",
            Shape::Range => "range",
        }
        .to_owned(),
        programs.join(&ITEM.to_string()),
        rules.join(&ITEM.to_string()),
        loose.unwrap_or_default().to_owned(),
        published.unwrap_or_default().to_owned(),
    ];
    fields.join(&FIELD.to_string())
}
