//! The rules of `check!`, and every message about breaking them.

mod construction;
mod normal;
mod published;
mod relation;
mod sentence;
mod stated;

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::kind::{self, Kind};
use mlsysim_language::number::{Name, Number};
use mlsysim_language::record::{self, FIRST_KNOWN, Rule, Shape};
use mlsysim_language::steps::{self, Bound, Rows, Scope, Values, What};
use mlsysim_language::token::{Error, Result};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use self::normal::{Normal, normal};
use super::parse::{Claim, Statement};
use crate::emitter::{Emitter, Placed, index};
use crate::tokens::{Ends, Source, line};

/// A block whose meaning is settled: one program, and what to hold it to.
pub(super) struct Napkin<'a> {
    source: &'a Source,
    /// The static that holds it.
    pub(super) name: Ident,
    pub(super) emitter: Emitter<'a>,
    pub(super) statements: Vec<record::Statement<String, usize>>,
    /// The name of each claim, with its statement.
    pub(super) claims: Vec<(usize, String, Span)>,
    /// What the compiler enforces, each under its own literal.
    pub(super) guards: Vec<Guard>,
    /// `name()` of each enum that a claim states.
    pub(super) names: Vec<TokenStream>,
    /// The statements that each statement uses.
    uses: Vec<Vec<usize>>,
    /// Whether a guard needs a value that the compiler was spared.
    is_incomplete: bool,
    /// The values of each statement, as products of what is named in them.
    normals: Vec<Vec<Normal>>,
    /// The numbers that are written in it so far.
    written: Vec<Number>,
}

/// A call that panics if a claim is broken: `function(&napkin, arguments…)`.
pub(super) struct Guard {
    pub(super) ends: Ends,
    pub(super) function: &'static str,
    pub(super) arguments: TokenStream,
}

/// A claim whose value is settled, while its rules are added.
struct Draft {
    statement: usize,
    shape: Shape,
    rows: Vec<Placed>,
    kinds: Vec<Kind>,
    is_loose: bool,
    rules: Vec<(usize, Rule<String, usize>)>,
    /// Whether each rule bites by itself.
    bites: Vec<TokenStream>,
    /// The numbers that it prints.
    printed: Vec<Number>,
}

pub(super) fn lower(
    source: &Source,
    block: Vec<Statement>,
) -> std::result::Result<Napkin<'_>, Vec<Error>> {
    // What follows from numbers alone and is plainly right is spared the compiler; where it is
    // not, the whole block is left to it, so that its report has every value.
    let napkin = settle(source, &block, Emitter::new(source).folding())?;
    match napkin.is_incomplete {
        false => Ok(napkin),
        true => settle(source, &block, Emitter::new(source)),
    }
}

fn settle<'a>(
    source: &'a Source,
    block: &[Statement],
    emitter: Emitter<'a>,
) -> std::result::Result<Napkin<'a>, Vec<Error>> {
    let mut napkin = Napkin {
        source,
        name: static_name(source, block),
        emitter,
        is_incomplete: false,
        statements: Vec::new(),
        claims: Vec::new(),
        guards: Vec::new(),
        names: Vec::new(),
        uses: Vec::new(),
        normals: Vec::new(),
        written: Vec::new(),
    };
    let mut scope = Scope::default();
    let mut errors = Vec::new();
    let names: Vec<Name> = block.iter().map(|it| it.name().clone()).collect();
    scope.expect(names.iter().map(|name| name.text.clone()));
    for statement in block {
        let count = napkin.statements.len();
        let result = match statement {
            Statement::Let { name, value } => napkin.add_let(name, value, &mut scope),
            Statement::Claim(claim) => napkin.add_claim(claim, &mut scope),
        };
        if let Err(error) = result {
            errors.push(error);
            // Bound all the same, so that later lines do not report an unknown name too.
            if scope.find(&statement.name().text).is_none() {
                let _ = scope.bind(statement.name(), Bound::Broken);
            }
        }
        if napkin.emitter.is_too_long() {
            let extent = statement.name().extent;
            errors.push(extent.error("the block has too many steps: cut it into several blocks"));
            break;
        }
        debug_assert!(napkin.statements.len() <= count + 1);
    }
    if errors.is_empty() && !napkin.claims.is_empty() {
        errors.extend(napkin.idle_lets(&names));
    }
    match errors.is_empty() && !napkin.claims.is_empty() {
        true => Ok(napkin),
        false => Err(errors),
    }
}

/// The compiler names it in a report: by its first claim, which no other block has, and its line,
/// so that of two blocks with the same claim only the claim is reported.
fn static_name(source: &Source, block: &[Statement]) -> Ident {
    let is_claim = |it: &&Statement| matches!(it, Statement::Claim(_));
    let Some(first) = block.iter().find(is_claim).or(block.first()) else {
        return format_ident!("napkin");
    };
    let name = first.name();
    let line = line(source.ends(name.extent).first);
    format_ident!("check_{}_line_{line}", name.text)
}

impl<'a> Napkin<'a> {
    /// The napkin, for a guard.
    fn reference(&self) -> TokenStream {
        let name = &self.name;
        quote!(&#name)
    }

    fn add_let(&mut self, name: &Name, value: &Expression, scope: &mut Scope) -> Result<()> {
        let lowered = steps::lower(value, scope)?;
        self.written.extend(numbers(&lowered.rows).cloned());
        let (rows, kinds) = self.place(&lowered);
        let bound = kinds.iter().cloned().map(Kind::named).collect();
        let values = self.values(&lowered, &rows, bound, Vec::new());
        scope.bind(name, Bound::Statement(values))?;
        let statement = self.statement(name, lowered.shape, &rows, &kinds, None);
        self.statements.push(statement);
        self.uses.push(uses(&lowered));
        self.normals.push(self.normal(&lowered));
        Ok(())
    }

    fn normal(&self, lowered: &Rows) -> Vec<Normal> {
        let rows = lowered.rows.iter();
        rows.map(|row| normal(row, &self.normals)).collect()
    }

    /// Emits the rows of a value.
    fn place(&mut self, lowered: &Rows) -> (Vec<Placed>, Vec<Kind>) {
        let rows = lowered.rows.iter().map(|row| {
            let placed = self.emitter.row(row);
            let kind = row.kind.clone().placed(placed.row.slot);
            (placed, kind)
        });
        rows.unzip()
    }

    fn values(
        &self,
        lowered: &Rows,
        rows: &[Placed],
        kinds: Vec<Kind>,
        printed: Vec<Number>,
    ) -> Values {
        Values {
            shape: lowered.shape,
            slots: rows.iter().map(|row| row.value).collect(),
            statement: self.statements.len(),
            kinds,
            printed,
        }
    }

    fn statement(
        &self,
        name: &Name,
        shape: Shape,
        rows: &[Placed],
        kinds: &[Kind],
        claim: Option<record::Claim<String, usize>>,
    ) -> record::Statement<String, usize> {
        let line = line(self.source.ends(name.extent).first);
        // A factor without a noun may be so many of anything: `3 requests * 512`.
        let is_sure = |kind: &Kind| {
            kind.nouns.below.is_empty()
                && kind.nouns == kinds[0].nouns
                && !kind.is_open
                && !kind.has_count
        };
        let noun = kinds.first().filter(|_| kinds.iter().all(is_sure));
        let noun = match noun.map(|kind| &*kind.nouns.above) {
            Some([noun]) => kind::plural(noun),
            _ => String::new(),
        };
        record::Statement {
            name: name.text.clone(),
            line,
            noun,
            shape,
            rows: rows.iter().map(|placed| placed.row.clone()).collect(),
            claim,
        }
    }

    fn add_claim(&mut self, claim: &Claim, scope: &mut Scope) -> Result<()> {
        sentence::check(claim)?;
        let lowered = match &claim.relation {
            Relation::Is { .. } => return self.add_is(claim, scope),
            Relation::Prints { value, .. } | Relation::Compares { value, .. } => {
                steps::lower(value, scope)?
            }
            Relation::Chain { terms, .. } => middle(terms, scope)?,
        };
        let (rows, kinds) = self.place(&lowered);
        let mut draft = Draft {
            statement: self.statements.len(),
            shape: lowered.shape,
            rows,
            kinds,
            is_loose: claim.loose.is_some(),
            rules: Vec::new(),
            bites: Vec::new(),
            printed: Vec::new(),
        };
        let mut used = uses(&lowered);
        let stated = self.relation(&claim.relation, &mut draft, scope, &mut used)?;
        let others = match claim.relation {
            Relation::Prints { .. } => Vec::new(),
            _ => places(lowered.rows.iter().chain(&stated)),
        };
        apart_from_its_units(&claim.name, lowered.rows.iter().chain(&stated))?;
        sentence::check_figure(claim, &others)?;
        let written = lowered.rows.iter().chain(&stated);
        self.written.extend(numbers(written).cloned());
        sentence::check_typed(claim, &self.written)?;
        let construction = construction::fault(&lowered, &stated, &self.normals);
        if let (Some((extent, why)), false) = (&construction, draft.is_loose) {
            return Err(extent.error(format!(
                "{why}: say something that can be wrong, or `#[loose = \"why\"]`"
            )));
        }
        let kinds = draft.kinds_as_stated();
        let values = self.values(&lowered, &draft.rows, kinds.clone(), draft.printed.clone());
        scope.bind(&claim.name, Bound::Statement(values))?;
        let is_spared = draft.rows.iter().any(|row| is_spared(row.value));
        self.is_incomplete |= is_spared && (claim.loose.is_some() || !claim.published.is_empty());
        let published = claim
            .published
            .iter()
            .enumerate()
            .map(|(number, printed)| self.published(printed, number, &draft, scope))
            .collect::<Result<Vec<_>>>()?;
        // Whether what has a name can make the claim fail is seen when it is tested.
        let has_names = lowered
            .rows
            .iter()
            .chain(&stated)
            .any(construction::has_names);
        if let (Some(loose), None, false) = (&claim.loose, &construction, has_names) {
            let (bites, statement) = (&draft.bites, index(draft.statement));
            self.guards.push(Guard {
                ends: self.source.ends(loose.extent),
                function: "loose_is_needed",
                arguments: quote!(&[#(#bites),*], #statement),
            });
        }
        let named = self.named(claim, scope)?;
        let record = record::Claim {
            sentence: sentence::text(claim),
            loose: claim.loose.as_ref().map(|why| why.text.clone()),
            published,
            named,
            rules: draft.rules,
        };
        let statement = self.statement(&claim.name, draft.shape, &draft.rows, &kinds, Some(record));
        let normals = self.normal(&lowered);
        self.claim(claim, statement, used, normals);
        Ok(())
    }

    fn claim(
        &mut self,
        claim: &Claim,
        statement: record::Statement<String, usize>,
        used: Vec<usize>,
        normals: Vec<Normal>,
    ) {
        let span = self.source.ends(claim.name.extent).first;
        let number = self.statements.len();
        self.claims.push((number, claim.name.text.clone(), span));
        self.statements.push(statement);
        self.uses.push(used);
        self.normals.push(normals);
    }

    /// The constants that a sentence names, with their programs.
    fn named(
        &mut self,
        claim: &Claim,
        scope: &Scope,
    ) -> Result<Vec<(String, record::Row<String, usize>)>> {
        let mut named: Vec<(String, record::Row<String, usize>)> = Vec::new();
        for name in sentence::names(claim) {
            let root = name.text.split('[').next().unwrap_or(&name.text);
            let is_known = named.iter().any(|(known, _)| *known == name.text);
            if name.text.is_empty() || is_known {
                continue;
            }
            if scope.find(root).is_some() {
                sentence::check_index(&name, root, scope)?;
                continue;
            }
            let row = self.named_constant(&name, scope)?;
            named.push((name.text, row));
        }
        Ok(named)
    }

    /// A constant's path in a sentence has no tokens of its own, so it takes those of the line.
    fn named_constant(&mut self, name: &Name, scope: &Scope) -> Result<record::Row<String, usize>> {
        sentence::check_constant(name, scope)?;
        let span = self.source.ends(name.extent).first;
        let tokens: TokenStream = name.text.parse().unwrap_or_default();
        let tokens = tokens.into_iter().map(|mut token| {
            token.set_span(span);
            token
        });
        let tokens: TokenStream = tokens.collect();
        let value = crate::emitter::called(Ends::at(span), quote!(of), tokens);
        let slot = self.emitter.slot(value);
        Ok(record::Row {
            slot,
            steps: vec![record::Step::Outer(name.text.clone())],
        })
    }

    /// `let`s that no claim depends on.
    fn idle_lets(&self, names: &[Name]) -> Vec<Error> {
        let mut reached = vec![false; self.statements.len()];
        let mut open: Vec<usize> = self.claims.iter().map(|(number, ..)| *number).collect();
        while let Some(statement) = open.pop() {
            if !std::mem::replace(&mut reached[statement], true) {
                open.extend(&self.uses[statement]);
            }
        }
        let idle = names.iter().zip(reached).filter(|(_, reached)| !reached);
        idle.map(|(name, _)| {
            name.extent.error(format!(
                "`{}` influences no claim: use it in one, or leave it out",
                name.text
            ))
        })
        .collect()
    }
}

/// What stands between the ends of a chain, as a list.
fn middle(terms: &[Expression], scope: &Scope) -> Result<Rows> {
    let mut rows = Vec::new();
    for term in &terms[1..terms.len() - 1] {
        let lowered = steps::lower(term, scope)?;
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

/// The names in a claim, as they are written.
fn places<'r>(rows: impl Iterator<Item = &'r steps::Row>) -> Vec<String> {
    let steps = rows.flat_map(|row| &row.steps);
    steps
        .filter_map(|step| match &step.what {
            What::Outer(place) => Some(place.indexed()),
            What::Local { name, .. } => Some(name.clone()),
            _ => None,
        })
        .collect()
}

/// A claim that is called like a unit in it would make `84 layers` a guess for the lines below.
fn apart_from_its_units<'r>(name: &Name, rows: impl Iterator<Item = &'r steps::Row>) -> Result<()> {
    for number in numbers(rows) {
        if let Some(unit) = number.unit.names.iter().find(|it| it.text == name.text) {
            return Err(unit.extent.error(format!(
                "`{0}` is a unit and also the name of this claim: rename the claim",
                name.text
            )));
        }
    }
    Ok(())
}

/// The numbers that are written in rows.
fn numbers<'r>(rows: impl IntoIterator<Item = &'r steps::Row>) -> impl Iterator<Item = &'r Number> {
    let steps = rows.into_iter().flat_map(|row| &row.steps);
    steps.filter_map(|step| match &step.what {
        What::Number(number) => Some(number),
        _ => None,
    })
}

/// The statements whose values occur.
fn uses(rows: &Rows) -> Vec<usize> {
    let steps = rows.rows.iter().flat_map(|row| &row.steps);
    steps
        .filter_map(|step| match step.what {
            What::Local { statement, .. } => Some(statement),
            _ => None,
        })
        .collect()
}

impl Draft {
    /// What its values count for the lines below: as they are stated, and for each of what.
    fn kinds_as_stated(&self) -> Vec<Kind> {
        let kinds = self.kinds.iter().enumerate().map(|(row, kind)| {
            let printed = self.printed.get(row);
            printed.map_or_else(|| kind.clone(), |printed| kind.clone().printed(printed))
        });
        kinds.map(Kind::named).collect()
    }

    /// A rule with the guard that enforces it.
    fn rule(
        &mut self,
        row: usize,
        rule: Rule<String, usize>,
        ends: Ends,
        function: &'static str,
        slots: &[usize],
    ) -> Guard {
        let slots = slots.iter().map(|slot| index(*slot));
        let (statement, number) = (index(self.statement), index(row));
        let (text, unit) = match &rule {
            Rule::Prints { text, unit, .. } | Rule::Compares { text, unit, .. } => (text, unit),
            Rule::Is { stated, .. } => (stated, &String::new()),
        };
        let written = quote!(__m::StatedRule { row: #number, text: #text, unit: #unit });
        let is_loose = self.is_loose;
        let arguments = quote!(#(#slots,)* #statement, #written, #is_loose);
        self.rules.push((row, rule));
        Guard {
            ends,
            function,
            arguments,
        }
    }
}

/// Whether the compiler does not compute the value.
fn is_spared(slot: usize) -> bool {
    slot >= FIRST_KNOWN
}
