//! A block while its meaning is settled: what the rules read and fill.

use mlsysim_language::kind::{Kind, sure_noun};
use mlsysim_language::number::{Name, Number};
use mlsysim_language::record::{self, FIRST_KNOWN, Shape, Writer};
use mlsysim_language::steps::{Rows, Values};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::super::parse::Claim;
use super::normal::{Normal, normal};
use crate::emitter::{Emitter, Placed};
use crate::tokens::{Ends, Source, line};

/// A block whose meaning is settled: one program, and what to hold it to.
pub(in crate::check) struct Napkin<'a> {
    pub(in crate::check) source: &'a Source,
    /// The static that holds it.
    pub(in crate::check) name: Ident,
    pub(in crate::check) emitter: Emitter<'a>,
    /// How many statements there are so far.
    pub(super) statements: usize,
    /// What is recorded of them.
    pub(in crate::check) record: Writer,
    /// The name of each claim, with its statement.
    pub(in crate::check) claims: Vec<(usize, String, Span)>,
    /// What the compiler enforces, each under its own literal.
    pub(in crate::check) guards: Vec<Guard>,
    /// `name()` of each enum that a claim states.
    pub(in crate::check) names: Vec<TokenStream>,
    /// The statements that each statement uses.
    pub(super) uses: Vec<Vec<usize>>,
    /// Whether a guard needs a value that the compiler was spared.
    pub(super) is_incomplete: bool,
    /// The values of each statement, as products of what is named in them.
    pub(super) normals: Vec<Vec<Normal>>,
    /// The numbers that are written in it so far.
    pub(super) written: Vec<Number>,
}

/// A call that panics if a claim is broken: `function(&napkin, arguments…)`.
pub(in crate::check) struct Guard {
    pub(in crate::check) ends: Ends,
    pub(in crate::check) function: &'static str,
    pub(in crate::check) arguments: TokenStream,
}

impl<'a> Napkin<'a> {
    pub(super) fn new(source: &'a Source, name: Ident, emitter: Emitter<'a>) -> Self {
        Napkin {
            source,
            name,
            emitter,
            statements: 0,
            record: Writer::default(),
            claims: Vec::new(),
            guards: Vec::new(),
            names: Vec::new(),
            uses: Vec::new(),
            is_incomplete: false,
            normals: Vec::new(),
            written: Vec::new(),
        }
    }

    /// The napkin, for a guard.
    pub(super) fn reference(&self) -> TokenStream {
        let name = &self.name;
        quote!(&#name)
    }

    pub(super) fn normal(&self, lowered: &Rows) -> Vec<Normal> {
        let rows = lowered.rows.iter();
        rows.map(|row| normal(row, &self.normals)).collect()
    }

    /// Emits the rows of a value.
    pub(super) fn place(&mut self, lowered: &Rows) -> (Vec<Placed>, Vec<Kind>) {
        let rows = lowered.rows.iter().map(|row| {
            let placed = self.emitter.row(row);
            let kind = row.kind.clone().placed(placed.row.slot);
            (placed, kind)
        });
        rows.unzip()
    }

    pub(super) fn values(
        &self,
        lowered: &Rows,
        rows: &[Placed],
        kinds: Vec<Kind>,
        printed: Vec<Number>,
    ) -> Values {
        Values {
            shape: lowered.shape,
            slots: rows.iter().map(|row| row.value).collect(),
            statement: self.statements,
            kinds,
            printed,
        }
    }

    pub(super) fn statement(
        &self,
        name: &Name,
        shape: Shape,
        rows: &[Placed],
        kinds: &[Kind],
        claim: Option<record::Claim<String, usize>>,
    ) -> record::Statement<String, usize> {
        let line = line(self.source.ends(name.extent).first);
        record::Statement {
            name: name.text.clone(),
            line,
            noun: sure_noun(kinds),
            shape,
            rows: rows.iter().map(|placed| placed.row.clone()).collect(),
            claim,
            accepted: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, statement: &record::Statement<String, usize>) {
        statement.write(&mut self.record);
        self.statements += 1;
    }

    pub(super) fn claim(
        &mut self,
        claim: &Claim,
        statement: record::Statement<String, usize>,
        used: Vec<usize>,
        normals: Vec<Normal>,
    ) {
        let span = self.source.ends(claim.name.extent).first;
        let number = self.statements;
        self.claims.push((number, claim.name.text.clone(), span));
        self.push(&statement);
        self.uses.push(used);
        self.normals.push(normals);
    }
}

/// Whether the compiler does not compute the value.
pub(super) fn is_spared(slot: usize) -> bool {
    slot >= FIRST_KNOWN
}
