//! Parsing: tokens to expressions and relations, nothing else.
//!
//! ```text
//! relation   = sum ( "~=" sum [ precision ] | "==" sum | "in" sum "..=" sum | "is" name
//!                  | order sum { order sum } )
//! precision  = "to" integer ( "digit" | "digits" ) | "within" sum
//! order      = "<" | "<=" | ">" | ">="
//! sum        = product { ( "+" | "-" ) product }
//! product    = range { ( "*" | "/" ) range }
//! range      = prefix [ ".." prefix ]
//! prefix     = { "-" } power
//! power      = atom [ "^" ( prefix | power ) ]
//! atom       = number | list | "(" sum ")" | "{" rust "}" | "&" place | if | place
//!            | place "(" [ sum { "," sum } ] ")" { "." name } | name "!" group
//! number     = [ "$" ] digits [ "x" | "%" | unit ]
//! unit       = [ names ] "/" names { ( "/" | "*" ) names } | names { ( "/" | "*" ) names }
//! names      = name [ "^" integer ] [ name [ "^" integer ] ]
//! list       = "[" sum { "," sum } "]" [ unit ]
//! if         = "if" sum order sum "{" body "}" "else" ( if | "{" body "}" )
//! body       = { "let" name "=" sum ";" } sum
//! place      = [ "::" ] name { ( "::" | "." ) name } [ "[" integer "]" ]
//! ```
//!
//! A unit goes on over `/` and `*` only where the sign touches what stands on both sides:
//! `3 USD/GPU/h` is one number, `3 USD / GPU` a quotient. A second name after the first is the unit
//! of a scale word: `3 million USD`. A `*` right after a bare number is an operator: `2*GPU`.

mod call;
mod cursor;
mod number;
mod relation;
#[cfg(test)]
mod tests;

pub use cursor::{Parser, is_keyword, suggestion};

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use crate::expression::{Expression, Rust, RustKind};
use crate::number::Name;
use crate::operation::Operator;
use crate::token::{Delimiter, Extent, Kind, Result, Sign};

/// Deep enough for any formula, shallow enough for the compiler's stack.
const MAXIMUM_DEPTH: u32 = 64;
/// How many operands and signs one expression may have; a list counts as its longest item.
const MAXIMUM_SIZE: u32 = 500;

impl Parser<'_> {
    /// One expression.
    pub fn expression(&mut self) -> Result<Expression> {
        if self.depth > MAXIMUM_DEPTH {
            return Err(
                self.error("the expression is nested too deeply; name a part of it with `let`")
            );
        }
        if self.depth == 0 {
            self.size = 0;
        }
        self.depth += 1;
        let result = self.sum();
        self.depth -= 1;
        result
    }

    /// Counts an operand or a sign: a chain of them is as deep a tree as parentheses.
    fn grow(&mut self) -> Result<()> {
        self.size += 1;
        match self.size > MAXIMUM_SIZE {
            true => Err(self.error("the expression is too long; name a part of it with `let`")),
            false => Ok(()),
        }
    }

    fn sum(&mut self) -> Result<Expression> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take_sign(Sign::Plus).is_some() {
                Operator::Add
            } else if self.take_sign(Sign::Minus).is_some() {
                Operator::Subtract
            } else {
                return Ok(left);
            };
            left = binary(operator, left, self.product()?);
        }
    }

    fn product(&mut self) -> Result<Expression> {
        let mut left = self.range_or_one()?;
        loop {
            let operator = if self.take_sign(Sign::Star).is_some() {
                Operator::Multiply
            } else if self.take_sign(Sign::Slash).is_some() {
                Operator::Divide
            } else {
                return Ok(left);
            };
            left = binary(operator, left, self.range_or_one()?);
        }
    }

    /// The ends of a range bind tighter than `*`: `peak * 30%..50%`, `-5..5 K`.
    fn range_or_one(&mut self) -> Result<Expression> {
        let low = self.prefix()?;
        if self.take_sign(Sign::Range).is_none() {
            return Ok(low);
        }
        let high = self.prefix()?;
        number::range(low, high)
    }

    /// Unary minus binds weaker than `^`: `-x^2` is `-(x^2)`.
    fn prefix(&mut self) -> Result<Expression> {
        let mut minuses = Vec::new();
        while let Some(minus) = self.take_sign(Sign::Minus) {
            self.grow()?;
            minuses.push(minus);
        }
        let mut operand = self.power()?;
        for minus in minuses.into_iter().rev() {
            let extent = minus.to(operand.extent());
            operand = match operand {
                Expression::Number(mut number) if !number.negative => {
                    number.negative = true;
                    number.text.insert(0, '-');
                    number.extent = extent;
                    Expression::Number(number)
                }
                other => Expression::Negate {
                    operand: Box::new(other),
                    extent,
                },
            };
        }
        Ok(operand)
    }

    fn power(&mut self) -> Result<Expression> {
        let base = self.atom()?;
        if self.take_sign(Sign::Caret).is_none() {
            return Ok(base);
        }
        let exponent = match self.is_sign(Sign::Minus) {
            true => self.prefix()?,
            false => self.power()?,
        };
        Ok(binary(Operator::Power, base, exponent))
    }

    fn atom(&mut self) -> Result<Expression> {
        self.grow()?;
        let Some(token) = self.peek() else {
            return Err(self.error("expected a number, a name, a call or a parenthesis"));
        };
        match token.kind {
            Kind::Number | Kind::Sign(Sign::Dollar) => Ok(Expression::Number(self.number()?)),
            Kind::Quoted => Err(self.error("expected a number, without quotes")),
            Kind::Open(Delimiter::Bracket) => self.list(),
            Kind::Open(Delimiter::Parenthesis | Delimiter::Transparent) => self.parenthesized(),
            Kind::Open(Delimiter::Brace) => {
                let extent = self.group();
                Ok(self.rust(extent, RustKind::Value))
            }
            Kind::Sign(Sign::Ampersand) => {
                let ampersand = self.here();
                self.at += 1;
                let place = self.place()?;
                Ok(self.rust(ampersand.to(place.extent), RustKind::Reference))
            }
            Kind::Name if token.text == "if" => self.if_else(),
            Kind::Name if token.text == "return" => {
                Err(self.error("leave out `return`: the last expression is the result"))
            }
            Kind::Name | Kind::Sign(Sign::Path) => self.named(),
            Kind::Sign(_) | Kind::Close(_) => {
                Err(self.error("expected a number, a name, a call or a parenthesis"))
            }
        }
    }

    fn rust(&self, extent: Extent, kind: RustKind) -> Expression {
        Expression::Rust(Rust {
            text: self.text(extent),
            kind,
            extent,
        })
    }

    /// Passes a whole group over.
    fn group(&mut self) -> Extent {
        let open = self.here();
        let close = self.tokens[self.at].partner;
        self.at = close as usize + 1;
        open.to(Extent::at(close))
    }

    /// `(…)`, also after `q!`.
    fn parenthesized(&mut self) -> Result<Expression> {
        self.inside(|inner| {
            let value = inner.expression()?;
            inner.finish()?;
            Ok(value)
        })
    }

    /// Expressions between commas.
    fn items(&mut self, read: impl Fn(&mut Self) -> Result<Expression>) -> Result<Vec<Expression>> {
        let mut items = Vec::new();
        while !self.is_at_end() {
            items.push(read(self)?);
            if self.is_at_end() {
                break;
            }
            if self.take_sign(Sign::Comma).is_none() {
                return Err(self.unfinished());
            }
        }
        Ok(items)
    }

    /// `[8, 64, 512] GPUs`: a unit after the list is the unit of each bare number in it.
    fn list(&mut self) -> Result<Expression> {
        let open = self.here();
        let items = self.inside(|inner| {
            inner.items(|inner| {
                // Beside each other, not inside: a long list is no deep tree.
                let size = inner.size;
                let item = inner.expression();
                inner.size = size;
                item
            })
        })?;
        let extent = open.to(self.before());
        if items.is_empty() {
            return Err(extent.error("a list needs at least one item"));
        }
        self.list_in_unit(items, extent)
    }

    fn if_else(&mut self) -> Result<Expression> {
        let start = self.here();
        self.at += 1;
        let left = self.expression()?;
        let Some(order) = self.order() else {
            return Err(self.error("expected one of `<`, `<=`, `>`, `>=`"));
        };
        let right = self.expression()?;
        let then = self.branch()?;
        if self.take_word("else").is_none() {
            return Err(self.error("an `if` needs its `else`: both give a value"));
        }
        let otherwise = match self.is_word("if") {
            true => self.if_else()?,
            false => self.branch()?,
        };
        Ok(Expression::If {
            condition: Box::new((left, order, right)),
            then: Box::new(then),
            otherwise: Box::new(otherwise),
            extent: start.to(self.before()),
        })
    }

    fn branch(&mut self) -> Result<Expression> {
        if !self.is_open(Delimiter::Brace) {
            return Err(self.error("expected a `{ … }` block"));
        }
        self.inside(|inner| {
            let body = inner.body()?;
            inner.finish()?;
            Ok(body)
        })
    }

    /// `let a = …; let b = …; result`: the body of a formula.
    pub fn body(&mut self) -> Result<Expression> {
        let mut lets = Vec::new();
        while self.take_word("let").is_some() {
            lets.push(self.binding()?);
        }
        let result = self.expression()?;
        Ok(match lets.is_empty() {
            true => result,
            false => Expression::Block {
                lets,
                result: Box::new(result),
            },
        })
    }

    /// `name = …;`, after `let`.
    pub fn binding(&mut self) -> Result<(Name, Expression)> {
        if let Some(mutable) = self.take_word("mut") {
            return Err(mutable.error("a `let` names a value once and for all: leave out `mut`"));
        }
        let name = self.name("a `let` is written `let name = expression;`")?;
        if self.is_sign(Sign::Colon) {
            return Err(self.error("a `let` takes no type: its dimension follows from its value"));
        }
        if self.take_sign(Sign::Assign).is_none() {
            return Err(self.error("a `let` is written `let name = expression;`"));
        }
        let value = self.expression()?;
        self.semicolon("a `let` ends with `;`")?;
        Ok((name, value))
    }

    /// The `;` at the end of a statement.
    pub fn semicolon(&mut self, message: &str) -> Result<()> {
        if self.take_sign(Sign::Semicolon).is_some() {
            return Ok(());
        }
        if self.is_at_end() || self.statement_starts() {
            return Err(self
                .before()
                .error(format!("{message}: it is missing after this")));
        }
        Err(if self.relation_next() {
            self.error("a `let` has no relation; a claim does: `id: expression ~= figure;`")
        } else if self.is_word("within") || self.is_word("to") {
            self.error("`within 5%` and `to 2 digits` go with `~=`, and one of them is enough")
        } else {
            self.error(format!("{message}, or an operator is missing before this"))
        })
    }

    /// `let`, an attribute or `id:` begins a statement of a block.
    fn statement_starts(&self) -> bool {
        let is_name = self.peek().is_some_and(|token| token.kind == Kind::Name);
        let is_claim = is_name && self.is_sign_at(1, Sign::Colon);
        is_claim || self.is_word("let") || self.is_sign(Sign::Hash)
    }
}

fn binary(operator: Operator, left: Expression, right: Expression) -> Expression {
    Expression::Binary {
        operator,
        left: Box::new(left),
        right: Box::new(right),
    }
}
