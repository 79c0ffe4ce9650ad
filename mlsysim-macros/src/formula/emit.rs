//! Only `quote!`: a formula to a const fn, its dimension check and its record.

mod method;
mod parts;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use self::parts::{arguments, domains, equation, type_name};
use super::lower::{Formula, local};
use crate::emitter::float;

pub(super) fn emit(formula: &Formula) -> TokenStream {
    match formula.is_method {
        true => method::emit(formula),
        false => function(formula),
    }
}

fn function(formula: &Formula) -> TokenStream {
    let Formula {
        head,
        name,
        attributes,
        documentation,
        symbol,
        result,
        body,
        ..
    } = formula;
    let (computation, program) = (&body.computation, &body.program);
    let function = name.to_string();
    let checks = domains(formula);
    let equation = equation(formula);
    let dimension_check = body.dimension_check.as_ref().map(|check| {
        quote! {
            const _: () = {
                use ::mlsysim::__private as __m;
                #check
            };
        }
    });
    let formulas = &body.formulas;
    let numbers = body.numbers.iter().map(|number| float(*number));
    let arguments = arguments(formula);
    let passed = (0..formula.arguments.len()).map(|index| quote!(values[#index]));
    let returned = type_name(result);
    let visibility = &formula.visibility;
    let bare: Vec<_> = formula
        .arguments
        .iter()
        .map(|argument| local(&argument.name))
        .collect();
    let parameters = formula.arguments.iter().map(|argument| &argument.name);
    let dimensions = formula.arguments.iter().map(|argument| &argument.quantity);
    let names: Vec<String> = formula
        .arguments
        .iter()
        .map(|argument| argument.name.to_string())
        .collect();
    let given = (0..formula.arguments.len()).map(|index| quote!(given[#index].value));
    // Spanned on the name, where rustc says that a private one is defined.
    let companion = quote_spanned! {name.span()=>
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #visibility enum #name {}
    };
    quote! {
        #(#attributes)*
        #equation
        #[inline]
        #[track_caller]
        #[allow(clippy::too_many_arguments)]
        #head {
            ::mlsysim::__private::bare_quantity(#name::bare(&[#(#parameters.value),*]))
        }

        // The formula as claims call it. It shares the function's name, in the
        // namespace of types, so that an import of one brings the other.
        #companion

        impl #name {
            // Inlined, so that the count of numbers is known and no slice remains.
            /// Over bare numbers in base units.
            #[doc(hidden)]
            #[inline(always)]
            #[track_caller]
            pub const fn bare(given: &[f64]) -> f64 {
                #[allow(unused_imports)]
                use ::mlsysim::__private as __m;
                let &[#(#bare),*] = given else { __m::other_count() };
                #checks
                #computation
            }

            // Nothing here is generic: claims call it by the thousand, and the
            // compiler's time for a generic call grows with the types in it.
            #[doc(hidden)]
            #[track_caller]
            pub const fn dynamic(
                given: &[::mlsysim::__private::Dynamic],
                _: &str,
            ) -> ::mlsysim::__private::Dynamic {
                use ::mlsysim::__private as __m;
                const ARGUMENTS: &[(&str, i64)] = &[#((#names, <#dimensions as __m::Typed>::DIMENSION)),*];
                const RESULT: i64 = <#result as __m::Typed>::DIMENSION;
                __m::check_arguments(given, ARGUMENTS, #function);
                if let Some(missing) = __m::missing(given, RESULT) {
                    return missing;
                }
                __m::result(#name::bare(&[#(#given),*]), RESULT, #function)
            }

            #[doc(hidden)]
            pub const RECORD: &'static ::mlsysim::__private::Formula = {
                use ::mlsysim::__private as __m;
                &__m::Formula {
                    module: module_path!(),
                    name: #function,
                    documentation: #documentation,
                    symbol: #symbol,
                    arguments: &[#arguments],
                    result: #returned,
                    program: #program,
                    numbers: &[#(#numbers),*],
                    formulas: #formulas,
                    evaluate: |values: &[f64; __m::MAXIMUM_ARGUMENTS]| #name::bare(&[#(#passed),*]),
                }
            };
        }

        // Who asks for a formula by its name finds it here.
        const _: () = {
            #[::mlsysim::__private::linkme::distributed_slice(::mlsysim::__private::FORMULAS)]
            #[linkme(crate = ::mlsysim::__private::linkme)]
            static FORMULA: &::mlsysim::__private::Formula = #name::RECORD;
        };

        #dimension_check
    }
}
