//! What the macro reads, and that it answers whatever an author types.

use mlsysim_language::units::own::{OwnUnit, OwnUnits};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::lower::lower;
use super::{expand, with};
use crate::tokens::Source;

fn units(tokens: TokenStream) -> OwnUnits {
    lower(&Source::new(tokens)).expect("units")
}

fn clinic() -> TokenStream {
    quote! {
        /// A visit
        /// to the clinic.
        visits (visit);
        bed_days (bed_day) = 2 GPUs * 24 h;
        ward_rounds (ward_round) = 12 visits;
        shift = 8 h;
        slots = ward_rounds;
    }
}

#[test]
fn a_unit_is_what_its_size_is() {
    let tokens = clinic().into_iter().collect::<Vec<_>>();
    // The last definition has a constant for its size.
    let units = units(tokens[..tokens.len() - 4].iter().cloned().collect());
    let find = |name| units.find(name).expect("a unit").clone();
    assert_eq!(find("visit").documentation, "A visit to the clinic.");
    let day = find("bed_days");
    assert_eq!(
        (day.factor, day.size.as_str()),
        (172_800.0, "2 GPUs * 24 h")
    );
    assert_eq!(day.nouns.above[0].plural, "GPUs");
    let round = find("ward_round");
    assert_eq!((round.factor, round.dimension), (12.0, 0));
    assert_eq!(round.nouns, OwnUnit::noun("visits", "visit").nouns);
    assert_eq!(find("shift").singular, "shift");
}

#[test]
fn a_mistake_is_answered_once_for_each_definition() {
    let errors = lower(&Source::new(clinic())).expect_err("a size of a constant");
    assert_eq!(errors.into_iter().count(), 1);
    let broken = quote!(GB (gigabyte); visits (visit) = 1 h / 0; visits (call));
    let errors = lower(&Source::new(broken)).expect_err("three mistakes");
    assert_eq!(errors.into_iter().count(), 3);
}

/// The tokens with one of them left out, in each group too.
fn without_one(tokens: TokenStream) -> Vec<TokenStream> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let put = |index: usize, new: Option<TokenTree>| {
        let before = trees[..index].iter().cloned();
        let after = trees[index + 1..].iter().cloned();
        before.chain(new).chain(after).collect::<TokenStream>()
    };
    let mut all = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        all.push(put(index, None));
        if let TokenTree::Group(group) = tree {
            let inner = without_one(group.stream()).into_iter();
            all.extend(inner.map(|stream| {
                let group = Group::new(Delimiter::Parenthesis, stream);
                put(index, Some(TokenTree::Group(group)))
            }));
        }
    }
    all
}

#[test]
fn broken_definitions_give_code_or_errors() {
    for tokens in without_one(clinic()) {
        assert!(!expand(tokens).is_empty());
    }
    let text = units(quote!(visits (visit);)).write();
    let whole = quote!(q #text 3 visits);
    assert!(
        !with::expand(whole.clone())
            .to_string()
            .contains("compile_error")
    );
    for tokens in without_one(whole).into_iter().take(2) {
        assert!(with::expand(tokens).to_string().contains("compile_error"));
    }
}
