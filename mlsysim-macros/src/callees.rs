//! The formulas that a block calls, found under names of our own.
//!
//! A formula is a function and, in the namespace of types, what claims call. A name that has no
//! such type would be reported as an unknown type, which no author wrote. So each is imported
//! under a name that stands for `NoFormula` already, one block further out: what the import
//! does not bring, the outer name has, and it says in words what is wrong.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// Each callee once.
#[derive(Default)]
pub(crate) struct Callees {
    found: Vec<Callee>,
}

struct Callee {
    text: String,
    path: TokenStream,
}

impl Callees {
    /// The name that a callee has inside of [`scope`](Callees::scope).
    pub(crate) fn name(&mut self, text: &str, path: TokenStream) -> Ident {
        let known = self.found.iter().position(|callee| callee.text == text);
        let number = known.unwrap_or(self.found.len());
        if known.is_none() {
            let text = text.to_owned();
            self.found.push(Callee { text, path });
        }
        name(number)
    }

    /// Where the names are known.
    pub(crate) fn scope(&self, inner: TokenStream) -> TokenStream {
        if self.found.is_empty() {
            return inner;
        }
        let (mut outer, mut imports) = (TokenStream::new(), TokenStream::new());
        for (number, Callee { path, text }) in self.found.iter().enumerate() {
            let mut name = name(number);
            outer.extend(quote! {
                #[allow(unused_imports)]
                use ::mlsysim::__private::NoFormula as #name;
            });
            if !text.contains("::") && !is_attribute(text) {
                // An import of what is nothing at all fails; a macro is something.
                outer.extend(quote!(#[allow(unused_macros)] macro_rules! #path { () => {} }));
            }
            // An import that fails is reported from its first token to its last.
            if let Some(last) = path.clone().into_iter().last() {
                name.set_span(last.span());
            }
            imports.extend(quote!(#[allow(unused_imports)] use #path as #name;));
        }
        quote!({ #outer { #imports #inner } })
    }
}

fn name(number: usize) -> Ident {
    format_ident!("__formula_{number}")
}

/// An attribute of the compiler's is something already, and a macro beside it makes the name
/// ambiguous: <https://doc.rust-lang.org/error_codes/E0659.html>.
fn is_attribute(name: &str) -> bool {
    ATTRIBUTES.split_ascii_whitespace().any(|it| it == name)
}

/// Those of the pinned toolchain.
const ATTRIBUTES: &str = "\
    allow allow_internal_unsafe allow_internal_unstable automatically_derived cfg cfg_attr cold \
    collapse_debuginfo compiler_builtins const_continue coverage crate_name crate_type \
    custom_mir debugger_visualizer default_lib_allocator deny deprecated doc expect export_name \
    export_stable feature ffi_const ffi_pure forbid fundamental ignore inline instruction_set \
    lang link link_name link_ordinal link_section linkage loop_match macro_escape macro_export \
    macro_use marker may_dangle move_size_limit must_not_suspend must_use naked needs_allocator \
    needs_panic_runtime no_builtins no_core no_implicit_prelude no_link no_main no_mangle no_std \
    non_exhaustive optimize panic_handler panic_runtime patchable_function_entry path pin_v2 \
    prelude_import proc_macro proc_macro_attribute proc_macro_derive profiler_runtime \
    recursion_limit reexport_test_harness_main register_tool repr rustc_dummy sanitize \
    should_panic stable target_feature test_runner thread_local track_caller type_length_limit \
    unstable unstable_feature_bound used warn windows_subsystem";
