//! Only `quote!`: a formula to a const fn, its dimension check and its record.

mod method;

use proc_macro2::TokenStream;
use quote::quote;

use super::lower::{Formula, local};
use crate::emitter::{float, order};

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
    quote! {
        #(#attributes)*
        #equation
        #[inline]
        #[track_caller]
        #[allow(clippy::too_many_arguments)]
        #head {
            ::mlsysim::__private::bare_quantity(#name::bare(#(#parameters.value),*))
        }

        // The formula as claims call it. It shares the function's name, in the
        // namespace of types, so that an import of one brings the other.
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #visibility enum #name {}

        impl #name {
            /// Over bare numbers in base units.
            #[doc(hidden)]
            #[inline]
            #[track_caller]
            #[allow(clippy::too_many_arguments)]
            #visibility const fn bare(#(#bare: f64),*) -> f64 {
                #[allow(unused_imports)]
                use ::mlsysim::__private as __m;
                #checks
                #computation
            }

            // Nothing here is generic: claims call it by the thousand, and the
            // compiler's time for a generic call grows with the types in it.
            #[doc(hidden)]
            #[track_caller]
            #visibility const fn dynamic(given: &[::mlsysim::__private::Dynamic]) -> ::mlsysim::__private::Dynamic {
                use ::mlsysim::__private as __m;
                const ARGUMENTS: &[(&str, i64)] = &[#((#names, <#dimensions as __m::Typed>::DIMENSION)),*];
                const RESULT: i64 = <#result as __m::Typed>::DIMENSION;
                __m::check_arguments(given, ARGUMENTS, #function);
                if let Some(missing) = __m::missing(given, RESULT) {
                    return missing;
                }
                __m::result(#name::bare(#(#given),*), RESULT, #function)
            }

            #[doc(hidden)]
            #visibility const RECORD: &'static ::mlsysim::__private::Formula = {
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
                    formulas: &[#(#formulas),*],
                    evaluate: |values: &[f64; __m::MAXIMUM_ARGUMENTS]| #name::bare(#(#passed),*),
                }
            };
        }

        #dimension_check
    }
}

/// Each argument held to its bounds, as a bare number.
fn domains(formula: &Formula) -> TokenStream {
    let function = formula.name.to_string();
    let checks = formula.arguments.iter().flat_map(|argument| {
        let (bare, text) = (local(&argument.name), argument.name.to_string());
        let function = &function;
        argument.bounds.iter().map(move |(relation, bound)| {
            let bound = float(*bound);
            let relation = order(*relation);
            quote!(__m::domain(#bare, #relation, #bound, #text, #function);)
        })
    });
    checks.collect()
}

/// The equation as a part of the documentation; plain Rust has none.
fn equation(formula: &Formula) -> Option<TokenStream> {
    formula.body.dimension_check.as_ref()?;
    let (name, text) = (&formula.name, equation_text(&formula.source_text));
    let text = format!("# Equation\n```text\n{name} = {text}\n```");
    Some(quote!(#[doc = ""] #[doc = #text]))
}

/// The arguments as the record lists them.
fn arguments(formula: &Formula) -> TokenStream {
    let arguments = formula.arguments.iter().map(|argument| {
        let (text, symbol, quantity) = (
            argument.name.to_string(),
            &argument.symbol,
            type_name(&argument.quantity),
        );
        let domain: Vec<String> = argument
            .bounds
            .iter()
            .map(|(relation, bound)| format!("{} {bound}", relation.sign()))
            .collect();
        let domain = domain.join(", ");
        quote!(__m::Argument { name: #text, symbol: #symbol, quantity: #quantity, domain: #domain },)
    });
    arguments.collect()
}

/// The body as the author wrote it, without its braces and its indentation.
fn equation_text(source: &str) -> String {
    let inner = source.trim().trim_start_matches('{').trim_end_matches('}');
    inner
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n    ")
}

fn type_name(quantity: &syn::Type) -> String {
    let text = quote!(#quantity).to_string().replace(' ', "");
    text.rsplit("::").next().unwrap_or(&text).to_owned()
}
