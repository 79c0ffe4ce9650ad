//! What a claim states, and what a printed edition says.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::cursor::{Parser, order_of};
use crate::expression::{Expression, Precision, PublishedFigure, Relation};
use crate::operation::{Comparison, Order};
use crate::token::{Error, Kind, Result, Sign, Token};

const RELATIONS: &str =
    "expected an operator or a relation: `~=`, `==`, `<`, `<=`, `>`, `>=`, `in a ..= b`, `is`";

impl Parser<'_> {
    /// An order, if one comes next.
    pub fn order(&mut self) -> Option<Order> {
        let order = self.peek().and_then(order_of)?;
        self.at += 1;
        Some(order)
    }

    /// What a claim says: an expression, a relation and what is stated.
    pub fn relation(&mut self) -> Result<Relation> {
        let value = self.expression()?;
        if self.take_sign(Sign::Prints).is_some() {
            let stated = self.expression()?;
            let precision = self.precision()?;
            return Ok(Relation::Prints {
                value,
                stated,
                precision,
            });
        }
        if self.take_sign(Sign::Equals).is_some() {
            let bounds = [(Comparison::Equal, self.expression()?)].into();
            return Ok(Relation::Compares { value, bounds });
        }
        if self.take_word("in").is_some() {
            let low = self.expression()?;
            if self.take_sign(Sign::RangeInclusive).is_none() {
                return Err(self.error("a range of values is written `in low ..= high`"));
            }
            let bounds = [
                (Comparison::Ordered(Order::AtLeast), low),
                (Comparison::Ordered(Order::AtMost), self.expression()?),
            ];
            return Ok(Relation::Compares {
                value,
                bounds: bounds.into(),
            });
        }
        if self.take_word("is").is_some() {
            let variant = self.name("after `is` stands the name of a variant")?;
            return Ok(Relation::Is { value, variant });
        }
        let Some(order) = self.order() else {
            return Err(self.no_relation());
        };
        self.chain(value, order)
    }

    fn no_relation(&self) -> Error {
        if self.is_sign(Sign::Assign) || self.is_sign(Sign::Tilde) {
            return self
                .error("write `~=` for a number as it is printed, or `==` for an exact one");
        }
        if self.is_at_end() {
            return self.before().error(RELATIONS);
        }
        self.error(RELATIONS)
    }

    /// `a < b`, `a < b < c`, and on.
    fn chain(&mut self, first: Expression, order: Order) -> Result<Relation> {
        let (mut terms, mut orders) = (Vec::from([first]), Vec::from([order]));
        terms.push(self.expression()?);
        while let Some(order) = self.order() {
            orders.push(order);
            terms.push(self.expression()?);
        }
        let is_one_way = |order: &Order| matches!(order, Order::Less | Order::AtMost);
        if orders.len() > 1 && orders.iter().any(|it| is_one_way(it) != is_one_way(&order)) {
            let whole = terms[0].extent().to(self.before());
            return Err(whole.error("a chain goes one way: `low < value < high`"));
        }
        let ordered = Comparison::Ordered;
        Ok(match terms.len() {
            2 => {
                let bounds = terms.pop().map(|bound| (ordered(order), bound));
                Relation::Compares {
                    value: terms.remove(0),
                    bounds: bounds.into_iter().collect(),
                }
            }
            3 => {
                let high = terms.remove(2);
                let value = terms.remove(1);
                Relation::Compares {
                    value,
                    bounds: [
                        (ordered(order.mirrored()), terms.remove(0)),
                        (ordered(orders[1]), high),
                    ]
                    .into(),
                }
            }
            _ => Relation::Chain { terms, orders },
        })
    }

    /// `to 2 digits`, `within 5%`
    fn precision(&mut self) -> Result<Precision> {
        if self.take_word("within").is_some() {
            return Ok(Precision::Within(Box::new(self.expression()?)));
        }
        if self.take_word("to").is_some() {
            const WRITTEN: &str = "a precision is written `to 2 digits`";
            let here = self.here();
            let digits = self.peek().filter(|token| token.kind == Kind::Number);
            let Some(digits) = digits.and_then(|token| token.text.parse().ok()) else {
                return Err(here.error(WRITTEN));
            };
            self.at += 1;
            let word = self.here();
            if self.take_word("digits").is_none() && self.take_word("digit").is_none() {
                return Err(match self.is_at_end() || self.peek().is_some_and(is_sign) {
                    true => here.error(WRITTEN),
                    false => word.error(WRITTEN),
                });
            }
            return Ok(Precision::Digits(digits, here));
        }
        match self.peek() {
            Some(token) if token.kind == Kind::Name && !self.statement_starts() => {
                Err(self.error("expected `;`, `to N digits` or `within N%`"))
            }
            _ => Ok(Precision::Printed),
        }
    }

    /// What a printed edition says, inside of `published(…)`: a figure or bounds, up to a note.
    pub fn published(&mut self) -> Result<PublishedFigure> {
        let mut bounds = Vec::new();
        while let Some(order) = self.order() {
            bounds.push((order, self.expression()?));
            let goes_on = self.is_sign(Sign::Comma)
                && self
                    .peek_at(1)
                    .is_some_and(|token| order_of(token).is_some());
            if !goes_on {
                return Ok(PublishedFigure::Bounds(bounds));
            }
            self.at += 1;
        }
        let figure = self.expression()?;
        let precision = self.precision()?;
        Ok(PublishedFigure::Figure(figure, precision))
    }
}

fn is_sign(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign(_))
}
