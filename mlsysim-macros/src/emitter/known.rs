//! Values that follow from numbers alone.

use mlsysim_language::dimension::is_in_range;
use mlsysim_language::operation::Operator;

/// A value that the macro computes as the compiler will, operation for operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) value: f64,
    pub(crate) dimension: i64,
}

impl Known {
    pub(crate) fn binary(self, operator: Operator, right: Known) -> Option<Known> {
        let (own, other) = (i128::from(self.dimension), i128::from(right.dimension));
        let alike = own == other;
        let (value, dimension) = match operator {
            Operator::Add if alike => (self.value + right.value, own),
            Operator::Subtract if alike => (self.value - right.value, own),
            Operator::Multiply => (self.value * right.value, own + other),
            Operator::Divide => (self.value / right.value, own - other),
            Operator::Add | Operator::Subtract | Operator::Power => return None,
        };
        (value.is_finite() && is_in_range(dimension)).then_some(Known {
            value,
            dimension: dimension as i64,
        })
    }

    pub(crate) fn negated(self) -> Known {
        Known {
            value: -self.value,
            ..self
        }
    }
}
