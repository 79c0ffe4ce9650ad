//! Turns the unit table into uom units, type aliases and constants.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use mlsysim_language::units::{BASES, DISPLAY, Exponents, QUANTITIES, Quantity, Unit, pack};

pub(crate) fn expand() -> TokenStream {
    // Quantities of one dimension are one type, so they share a uom module.
    let modules = QUANTITIES
        .iter()
        .filter(|quantity| first_alike(quantity).name == quantity.name)
        .map(quantity_module);
    let aliases = QUANTITIES.iter().map(alias);
    let consts = QUANTITIES.iter().flat_map(|quantity| {
        quantity.units.iter().flat_map(move |unit| {
            unit.names
                .iter()
                .map(move |name| constant(quantity, unit, name))
        })
    });
    let base_rows = BASES.iter().enumerate().map(|(index, (name, symbol))| {
        let unit = uom_name(&QUANTITIES[index].units[0]);
        let (name, symbol) = (ident(name), ident(symbol));
        quote!(#name: #unit, #symbol;)
    });
    let base_modules = BASES.iter().enumerate().map(|(index, (name, _))| {
        let (name, quantity) = (ident(name), ident(QUANTITIES[index].name));
        quote!(mod #name::#quantity,)
    });
    let named = QUANTITIES
        .iter()
        .skip(BASES.len())
        .filter(|quantity| quantity.exponents != [0; 8]);
    let names = named
        .filter(|quantity| first_alike(quantity).name == quantity.name)
        .map(|quantity| {
            let (dimension, description) = (pack(&quantity.exponents), quantity.description);
            quote!((#dimension, #description),)
        });
    let symbols = QUANTITIES.iter().flat_map(|quantity| {
        let dimension = pack(&quantity.exponents);
        quantity
            .units
            .iter()
            .filter(|unit| DISPLAY.contains(&unit.names[0]))
            .map(move |unit| {
                let (symbol, factor) = (unit.symbol, unit.factor);
                quote!((#symbol, #factor, #dimension),)
            })
    });
    let table = table();
    quote! {
        #(#modules)*
        system! {
            /// The system of quantities: eight base quantities, each a type-level exponent.
            quantities: Dimensions { #(#base_rows)* }
            /// The system of units: meter, kilogram, second, ampere, kelvin, byte, FLOP, US dollar.
            units: BaseUnits { #(#base_modules)* }
        }
        #(#aliases)*

        /// Names of dimensions that are no base quantity, for messages.
        pub(crate) const NAMED_DIMENSIONS: &[(i64, &str)] = &[#(#names)*];

        /// Symbol, factor and dimension of the units in which a value is shown when nobody stated one.
        pub(crate) const SYMBOLS: &[(&str, f64, i64)] = &[#(#symbols)*];

        #[doc = include_str!("unit.md")]
        #[doc = #table]
        #[allow(non_upper_case_globals)]
        pub mod unit { #(#consts)* }
    }
}

/// Every quantity with its units, for the documentation.
fn table() -> String {
    let quantities = QUANTITIES.iter().map(|quantity| {
        let rows = quantity.units.iter().map(|unit| {
            let names: Vec<String> = unit.names.iter().map(|it| format!("`{it}`")).collect();
            let (factor, base) = (unit.factor, base_units(&quantity.exponents));
            format!("| {} | {factor} {base} | {} |", names.join(", "), unit.singular)
        });
        let rows: Vec<String> = rows.collect();
        format!(
            "## {}\n\n[`{}`](super::{}): {}, dimension {}.\n\n| names | one is | in words |\n|---|---|---|\n{}",
            quantity.name,
            quantity.name,
            quantity.name,
            quantity.description,
            dimension_row(&quantity.exponents),
            rows.join("\n")
        )
    });
    let quantities: Vec<String> = quantities.collect();
    format!("\n# Every unit\n\n{}", quantities.join("\n\n"))
}

fn quantity_module(quantity: &Quantity) -> TokenStream {
    let module = module_name(quantity);
    let name = ident(quantity.name);
    let description = quantity.description;
    let exponents = quantity.exponents.iter().map(typenum);
    let dimension_row = dimension_row(&quantity.exponents);
    let doc =
        format!("Units of {description}, for conversion at run time. Dimension: {dimension_row}.");
    let type_doc = format!("A quantity of {description} ({dimension_row}).");
    let alike = QUANTITIES
        .iter()
        .filter(|other| other.exponents == quantity.exponents);
    let units = alike.flat_map(|other| other.units).map(|unit| {
        let (name, factor, symbol, singular, plural) = (
            uom_name(unit),
            unit.factor,
            unit.symbol,
            unit.singular,
            unit.plural,
        );
        quote!(@#name: #factor; #symbol, #singular, #plural;)
    });
    quote! {
        #[doc = #doc]
        #[macro_use]
        pub mod #module {
            quantity! {
                #[doc = #type_doc]
                quantity: #name; #description;
                #[doc = #dimension_row]
                dimension: Dimensions<#(#exponents),*>;
                units { #(#units)* }
            }
        }
    }
}

fn first_alike(quantity: &Quantity) -> &'static Quantity {
    QUANTITIES
        .iter()
        .find(|other| other.exponents == quantity.exponents)
        .expect("the quantity itself is in the table")
}

fn alias(quantity: &Quantity) -> TokenStream {
    let (module, name) = (module_name(first_alike(quantity)), ident(quantity.name));
    let units: Vec<String> = quantity
        .units
        .iter()
        .map(|unit| format!("`{}`", unit.names[0]))
        .collect();
    let doc = format!(
        "A quantity of {}. Dimension: {}. Units: {}.",
        quantity.description,
        dimension_row(&quantity.exponents),
        units.join(", ")
    );
    quote! {
        #[doc = #doc]
        pub type #name = Qty<#module::Dimension>;
    }
}

fn constant(quantity: &Quantity, unit: &Unit, name: &str) -> TokenStream {
    let (name, alias, factor) = (ident(name), ident(quantity.name), unit.factor);
    let base = base_units(&quantity.exponents);
    let doc = format!("One {}: {factor} {base}.", unit.singular);
    quote! {
        #[doc = #doc]
        pub const #name: super::#alias = super::of_base(#factor);
    }
}

/// The uom unit's name: its singular in snake case, such as `watt_hour`.
fn uom_name(unit: &Unit) -> Ident {
    let name: String = unit
        .singular
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '_'
            }
        })
        .collect();
    ident(&name)
}

fn module_name(quantity: &Quantity) -> Ident {
    if let Some(index) = QUANTITIES
        .iter()
        .position(|q| q.name == quantity.name)
        .filter(|i| *i < BASES.len())
    {
        return ident(BASES[index].0);
    }
    let mut snake = String::new();
    for c in quantity.name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    ident(&snake)
}

fn typenum(exponent: &i8) -> Ident {
    match exponent {
        0 => ident("Z0"),
        1.. => format_ident!("P{}", exponent.unsigned_abs()),
        _ => format_ident!("N{}", exponent.unsigned_abs()),
    }
}

fn dimension_row(exponents: &Exponents) -> String {
    product(exponents, |index| QUANTITIES[index].description)
}

fn base_units(exponents: &Exponents) -> String {
    product(exponents, |index| QUANTITIES[index].units[0].symbol)
}

fn product(exponents: &Exponents, name: impl Fn(usize) -> &'static str) -> String {
    let factors: Vec<String> = exponents
        .iter()
        .enumerate()
        .filter(|(_, exponent)| **exponent != 0)
        .map(|(index, exponent)| match exponent {
            1 => name(index).to_owned(),
            _ => format!("{}^{exponent}", name(index)),
        })
        .collect();
    if factors.is_empty() {
        "one".to_owned()
    } else {
        factors.join("·")
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
