//! The rules of `check!`, and every message about breaking them.

mod construction;
mod draft;
mod named;
mod napkin;
mod normal;
mod published;
mod relation;
mod rows;
mod sentence;

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::kind::Kind;
use mlsysim_language::number::Name;
use mlsysim_language::record;
use mlsysim_language::steps::{self, Bound, Scope};
use mlsysim_language::token::{Error, Result};
use proc_macro2::Ident;
use quote::{format_ident, quote};

use self::draft::Draft;
use self::napkin::is_spared;
pub(super) use self::napkin::{Guard, Napkin};
use self::rows::{numbers, places, uses};
use super::attributes::Accepted;
use super::parse::{Claim, Statement};
use crate::emitter::{Emitter, index};
use crate::tokens::{Source, line};

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
    let mut napkin = Napkin::new(source, static_name(source, block), emitter);
    let mut scope = Scope::default();
    let mut errors = Vec::new();
    let names: Vec<Name> = block.iter().map(|it| it.name().clone()).collect();
    scope.expect(names.iter().map(|name| name.text.clone()));
    for statement in block {
        let count = napkin.statements;
        let result = match statement {
            Statement::Let {
                name,
                value,
                accepted,
            } => napkin.add_let(name, value, accepted, &mut scope),
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
        debug_assert!(napkin.statements <= count + 1);
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

impl Napkin<'_> {
    fn add_let(
        &mut self,
        name: &Name,
        value: &Expression,
        accepted: &Accepted,
        scope: &mut Scope,
    ) -> Result<()> {
        let lowered = steps::lower(value, scope)?;
        self.written.extend(numbers(&lowered.rows).cloned());
        let (rows, kinds) = self.place(&lowered);
        let bound = kinds.iter().cloned().map(Kind::named).collect();
        let values = self.values(&lowered, &rows, bound, Vec::new());
        scope.bind(name, Bound::Statement(values))?;
        let mut statement = self.statement(name, lowered.shape, &rows, &kinds, None);
        statement.accepted.clone_from(accepted);
        self.push(&statement);
        self.uses.push(uses(&lowered));
        self.normals.push(self.normal(&lowered));
        Ok(())
    }

    fn add_claim(&mut self, claim: &Claim, scope: &mut Scope) -> Result<()> {
        sentence::check(claim)?;
        let lowered = match &claim.relation {
            Relation::Is { .. } => return self.add_is(claim, scope),
            Relation::Prints { value, .. } | Relation::Compares { value, .. } => {
                steps::lower(value, scope)?
            }
            Relation::Chain { terms, .. } => steps::middle(terms, scope)?,
        };
        let (rows, kinds) = self.place(&lowered);
        let mut draft = Draft {
            statement: self.record.position(),
            shape: lowered.shape,
            positions: record::row_positions(rows.iter().map(|placed| &placed.row)),
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
        sentence::check_typed(claim, &self.written, self.source.own())?;
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
        let (shape, rows) = (draft.shape, &draft.rows);
        let mut statement = self.statement(&claim.name, shape, rows, &kinds, Some(record));
        statement.accepted.clone_from(&claim.accepted);
        let normals = self.normal(&lowered);
        self.claim(claim, statement, used, normals);
        Ok(())
    }

    /// `let`s that no claim depends on.
    fn idle_lets(&self, names: &[Name]) -> Vec<Error> {
        let mut reached = vec![false; self.statements];
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
