//! The constants that a sentence names.

use mlsysim_language::number::Name;
use mlsysim_language::record;
use mlsysim_language::steps::Scope;
use mlsysim_language::token::Result;
use proc_macro2::TokenStream;
use quote::quote;

use super::super::parse::Claim;
use super::napkin::Napkin;
use super::sentence;
use crate::emitter::called;
use crate::tokens::Ends;

impl Napkin<'_> {
    /// The constants that a sentence names, with their programs.
    pub(super) fn named(
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
        let value = called(Ends::at(span), quote!(of), tokens);
        let slot = self.emitter.slot(value);
        Ok(record::Row {
            slot,
            steps: vec![record::Step::Outer(name.text.clone())],
        })
    }
}
