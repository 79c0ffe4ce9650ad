//! The rules of `check!`, and every message about breaking them.

mod published;
mod record;
mod relation;
mod sentence;
mod stated;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Result};

use super::parse::{Block, Claim, Statement};
use crate::expression::{self, Emitter, Expression, Extent, Scope, Shape, Slots};

/// A block whose meaning is settled: one program, and what to hold it to.
pub(super) struct Napkin {
    /// The static that holds it, named after the first claim.
    pub(super) name: Option<Ident>,
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

/// A call that panics if a claim is broken: `function(&napkin, arguments…)`.
pub(super) struct Guard {
    pub(super) extent: Extent,
    pub(super) function: &'static str,
    pub(super) arguments: TokenStream,
}

/// A claim whose value is settled, while its rules are added.
struct Draft {
    statement: usize,
    shape: Shape,
    rows: Vec<Slots>,
    is_loose: bool,
    rules: Vec<String>,
    guards: Vec<Guard>,
}

pub(super) fn lower(block: Block) -> Result<Napkin> {
    let mut napkin = Napkin {
        name: None,
        emitter: Emitter::default(),
        statements: Vec::new(),
        names: Vec::new(),
    };
    let mut scope = Scope::default();
    let mut errors: Option<syn::Error> = None;
    for statement in block.statements {
        let result = match statement {
            Statement::Let { name, value } => napkin.add_let(name, &value, &mut scope),
            Statement::Claim(claim) => napkin.add_claim(&claim, &mut scope),
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
        let start = self.emitter.next();
        let (shape, rows) = self.rows(&name, value, scope)?;
        let record = record::of_let(&name, start, shape, &rows);
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
    ) -> Result<(Shape, Vec<Slots>)> {
        if name == "self" || name.to_string().starts_with("__") {
            return Err(syn::Error::new(name.span(), "this name is reserved"));
        }
        let statement = self.statements.len();
        let (shape, rows) = match expression::lower(value, scope) {
            Ok(lowered) => lowered,
            Err(error) => {
                // Bound all the same, so that later lines do not report an unknown name too.
                let _ = scope.bind(name, expression::Bound::placeholder());
                return Err(error);
            }
        };
        let rows: Vec<_> = rows.iter().map(|row| self.emitter.row(row)).collect();
        let slots = rows.iter().map(|row| row.value).collect();
        let bound = expression::Bound {
            shape,
            slots,
            statement,
        };
        scope.bind(name, bound)?;
        Ok((shape, rows))
    }

    /// The napkin, for a guard.
    fn reference(&self) -> TokenStream {
        let name = &self.name;
        quote!(&#name)
    }

    fn add_claim(&mut self, claim: &Claim, scope: &mut Scope) -> Result<()> {
        if self.name.is_none() {
            let id = &claim.name;
            self.name = Some(format_ident!("__napkin_{}", id, span = id.span()));
        }
        sentence::check(claim)?;
        let Some(value) = claim.relation.value() else {
            return self.add_is(claim, scope);
        };
        let start = self.emitter.next();
        let (shape, rows) = self.rows(&claim.name, value, scope)?;
        let mut draft = Draft {
            statement: self.statements.len(),
            shape,
            rows,
            is_loose: claim.loose.is_some(),
            rules: Vec::new(),
            guards: Vec::new(),
        };
        self.relation(&claim.relation, &mut draft, scope)?;
        let named = self.named(claim, scope)?;
        let published = match &claim.published {
            Some(printed) => Some(self.published(printed, &mut draft, scope)?),
            None => None,
        };
        let record = record::of_claim(claim, start, &draft, published.as_deref(), &named);
        self.statements.push(Lowered {
            name: claim.name.clone(),
            is_claim: true,
            record,
            guards: draft.guards,
        });
        Ok(())
    }

    /// The constants that a sentence names, with their programs.
    fn named(&mut self, claim: &Claim, scope: &Scope) -> Result<Vec<(String, String)>> {
        let mut named = Vec::new();
        for name in sentence::names(&claim.sentence) {
            let root = name.split('[').next().unwrap_or(&name);
            if name.is_empty() || scope.find(root).is_some() {
                continue;
            }
            let place = sentence::place(claim, &name)?;
            let (_, rows) = expression::lower(&place, scope)?;
            let program = self.emitter.row(&rows[0]).program;
            named.push((name, program));
        }
        Ok(named)
    }
}

impl Draft {
    fn guard(&mut self, extent: Extent, function: &'static str, slots: &[usize]) {
        let slots = slots.iter().map(|slot| index(*slot));
        let (statement, rule) = (index(self.statement), index(self.rules.len()));
        let is_loose = self.is_loose;
        self.guards.push(Guard {
            extent,
            function,
            arguments: quote!(#(#slots,)* #statement, #rule, #is_loose),
        });
    }
}

fn index(slot: usize) -> TokenStream {
    let literal = proc_macro2::Literal::usize_unsuffixed(slot);
    quote!(#literal)
}
