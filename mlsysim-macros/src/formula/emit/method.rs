//! A formula over the fields of a record: a method, which holds its check and its record inside,
//! for nothing else can stand beside it in an `impl`.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::lower::{Formula, local};
use super::parts::{arguments, domains, equation, type_name};
use crate::emitter::float;

pub(super) fn emit(formula: &Formula) -> TokenStream {
    let Formula {
        head,
        name,
        attributes,
        documentation,
        symbol,
        body,
        ..
    } = formula;
    let (computation, program, formulas) = (&body.computation, &body.program, &body.formulas);
    let (equation, domains, arguments) = (equation(formula), domains(formula), arguments(formula));
    let (text, result) = (name.to_string(), type_name(&formula.result));
    let reads = &formula.reads;
    let numbers = body.numbers.iter().map(|number| float(*number));
    let bare = formula.arguments.iter().map(|argument| {
        let (bare, name) = (local(&argument.name), &argument.name);
        quote!(let #bare = #name.value;)
    });
    // Only the length of an array is computed for a method that nobody calls, and knows `Self`.
    let dimension_check = body.dimension_check.as_ref().map(|check| {
        quote! {
            let _: [(); {
                use ::mlsysim::__private as __m;
                #check
                0
            }] = [];
        }
    });
    quote! {
        #(#attributes)*
        #equation
        #[inline]
        #[track_caller]
        #head {
            use ::mlsysim::__private as __m;
            #dimension_check
            const _: () = {
                // Its path tells the type, which nothing in here can name.
                const fn place() {}
                #[__m::linkme::distributed_slice(__m::METHODS)]
                #[linkme(crate = ::mlsysim::__private::linkme)]
                static METHOD: __m::Method = __m::Method {
                    module: module_path!(),
                    name: #text,
                    place: || ::core::any::type_name_of_val(&place),
                    documentation: #documentation,
                    symbol: #symbol,
                    arguments: &[#arguments],
                    result: #result,
                    reads: &[#(#reads),*],
                    program: #program,
                    numbers: &[#(#numbers),*],
                    formulas: #formulas,
                };
            };
            #(#bare)*
            #domains
            __m::bare_quantity(#computation)
        }
    }
}
