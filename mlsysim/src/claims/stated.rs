//! What a claim states of a number, and whether a value keeps to it.

use mlsysim_language::operation::within;

use crate::units::dynamic::Dynamic;

/// What `~=` holds a value to: its unit and the ends in it.
#[derive(Clone, Copy)]
pub(super) struct Stated {
    pub(super) unit: Dynamic,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Stated {
    pub(super) const fn new(unit: Dynamic, low: f64, high: f64) -> Stated {
        Stated { unit, low, high }
    }

    pub(super) const fn at(values: &[Dynamic], slot: usize) -> Stated {
        Stated {
            unit: values[slot],
            low: values[slot + 1].value,
            high: values[slot + 2].value,
        }
    }

    pub(super) const fn holds(&self, value: Dynamic) -> bool {
        within(value.value / self.unit.value, self.low, self.high)
    }

    /// Whether the value doubled or halved is rejected.
    pub(super) const fn bites(&self, value: Dynamic) -> bool {
        let number = value.value / self.unit.value;
        !within(2.0 * number, self.low, self.high) && !within(0.5 * number, self.low, self.high)
    }
}
