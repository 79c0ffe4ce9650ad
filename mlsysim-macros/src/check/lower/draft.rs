//! A claim while its rules are added.

use mlsysim_language::kind::Kind;
use mlsysim_language::number::Number;
use mlsysim_language::record::{Rule, Shape};
use mlsysim_language::stated::Computed;
use proc_macro2::TokenStream;
use quote::quote;

use super::napkin::Guard;
use crate::emitter::{Placed, index};
use crate::tokens::Ends;

/// A claim whose value is settled, while its rules are added.
pub(super) struct Draft {
    /// At which byte of the record the statement will stand: a report that searched it would pass
    /// over every statement before its own.
    pub(super) statement: usize,
    pub(super) shape: Shape,
    pub(super) rows: Vec<Placed>,
    /// At which byte of the statement's rows each of them will stand.
    pub(super) positions: Vec<usize>,
    pub(super) kinds: Vec<Kind>,
    pub(super) is_loose: bool,
    pub(super) rules: Vec<(usize, Rule<String, usize>)>,
    /// Whether each rule bites by itself.
    pub(super) bites: Vec<TokenStream>,
    /// The numbers that it prints.
    pub(super) printed: Vec<Number>,
}

impl Draft {
    /// What it has computed, for what it states.
    pub(super) fn computed(&self) -> Computed {
        Computed {
            shape: self.shape,
            rows: self.rows.len(),
        }
    }

    /// What its values count for the lines below: as they are stated, and for each of what.
    pub(super) fn kinds_as_stated(&self) -> Vec<Kind> {
        let kinds = self.kinds.iter().enumerate().map(|(row, kind)| {
            let printed = self.printed.get(row);
            printed.map_or_else(|| kind.clone(), |printed| kind.clone().printed(printed))
        });
        kinds.map(Kind::named).collect()
    }

    /// A rule with the guard that enforces it.
    pub(super) fn rule(
        &mut self,
        row: usize,
        rule: Rule<String, usize>,
        ends: Ends,
        function: &'static str,
        slots: &[usize],
    ) -> Guard {
        let slots = slots.iter().map(|slot| index(*slot));
        let (statement, position) = (index(self.statement), index(self.positions[row]));
        let (text, unit) = match &rule {
            Rule::Prints { text, unit, .. } | Rule::Compares { text, unit, .. } => (text, unit),
            Rule::Is { stated, .. } => (stated, &String::new()),
        };
        let written = quote!(__m::StatedRule { row: #position, text: #text, unit: #unit });
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
