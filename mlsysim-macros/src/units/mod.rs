//! Which names are units, and what each means.

pub(crate) mod define;
mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

use table::{Exponents, QUANTITIES, Quantity, Unit};

/// A unit name as an author writes it.
#[derive(Clone, Copy)]
pub(crate) struct NamedUnit {
    /// How the book prints it.
    pub(crate) symbol: &'static str,
    pub(crate) factor: f64,
    exponents: &'static Exponents,
}

impl NamedUnit {
    /// The dimension as `::mlsysim` packs it: exponents as digits of base 256.
    pub(crate) fn dimension(&self) -> i64 {
        pack(self.exponents)
    }
}

static NAMES: LazyLock<HashMap<&'static str, NamedUnit>> = LazyLock::new(|| {
    let all = QUANTITIES.iter().flat_map(|quantity| {
        quantity.units.iter().flat_map(|unit| {
            unit.names.iter().map(|name| {
                let symbol = if *name == unit.names[0] {
                    unit.symbol
                } else {
                    alias_symbol(name)
                };
                (
                    *name,
                    NamedUnit {
                        symbol,
                        factor: unit.factor,
                        exponents: &quantity.exponents,
                    },
                )
            })
        })
    });
    all.collect()
});

/// Looks a unit up by any of its names.
pub(crate) fn find(name: &str) -> Option<NamedUnit> {
    NAMES.get(name).copied()
}

/// `GPU_hours` prints as "GPU-hours", `data_centers` as "data centers".
fn alias_symbol(name: &'static str) -> &'static str {
    if !name.contains('_') {
        return name;
    }
    let separator = if name.starts_with(char::is_uppercase) && !name.starts_with("Julian")
        || name.starts_with("device")
        || name.starts_with("household")
    {
        "-"
    } else {
        " "
    };
    Box::leak(name.replace('_', separator).into_boxed_str())
}

fn pack(exponents: &Exponents) -> i64 {
    exponents
        .iter()
        .rev()
        .fold(0, |packed, exponent| packed * 256 + i64::from(*exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_written_twice() {
        let count: usize = QUANTITIES
            .iter()
            .flat_map(|q| q.units)
            .map(|u| u.names.len())
            .sum();
        assert_eq!(NAMES.len(), count);
    }

    #[test]
    fn every_name_is_an_identifier() {
        for name in NAMES.keys() {
            syn::parse_str::<syn::Ident>(name).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
    }

    #[test]
    fn multiplying_units_adds_packed_exponents() {
        let product = find("GB").unwrap().dimension() - find("s").unwrap().dimension();
        assert_eq!(product, find("Gbps").unwrap().dimension());
    }
}
