//! Names: places, calls, builtins and variants.

use alloc::format;
use alloc::string::String;

use super::cursor::{Parser, is_keyword};
use crate::expression::{Call, Expression, Place, RustKind};
use crate::operation::Builtin;
use crate::token::{Delimiter, Extent, Kind, Result, Sign};

impl Parser<'_> {
    /// A path, a local, a builtin or a call.
    pub(super) fn named(&mut self) -> Result<Expression> {
        let mut place = self.place()?;
        if self.is_sign(Sign::Bang) {
            return self.macro_call(&place);
        }
        if self.is_open(Delimiter::Parenthesis) {
            return self.call(place);
        }
        if self.is_open(Delimiter::Bracket) {
            let index = self.inside(|inner| {
                let extent = inner.here();
                let number = inner.peek().filter(|token| token.kind == Kind::Number);
                let index = number.and_then(|token| token.text.parse().ok());
                inner.skip();
                match index.filter(|_| inner.is_at_end()) {
                    Some(index) => Ok((index, extent)),
                    None => {
                        Err(extent.error("an index is a whole number, counted from zero: `[0]`"))
                    }
                }
            })?;
            place.index = Some(index);
            place.extent = place.extent.to(self.before());
        }
        if !place.is_single && place.index.is_none() && is_variant(&place.text) {
            return Ok(self.rust(place.extent, RustKind::Variant));
        }
        Ok(Expression::Place(place))
    }

    /// `q!` reads the same language, so that a formula can hold a number with its unit.
    fn macro_call(&mut self, place: &Place) -> Result<Expression> {
        self.at += 1;
        if place.text == "q" && self.is_open(Delimiter::Parenthesis) {
            return self.parenthesized();
        }
        let is_group = self.peek().is_some_and(|token| {
            matches!(token.kind, Kind::Open(delimiter) if delimiter != Delimiter::Transparent)
        });
        if !is_group {
            return Err(self.error("expected the arguments of the macro"));
        }
        let extent = place.extent.to(self.group());
        Ok(self.rust(extent, RustKind::Value))
    }

    fn call(&mut self, callee: Place) -> Result<Expression> {
        let arguments = self.inside(|inner| inner.items(Parser::expression))?;
        let mut extent = callee.extent.to(self.before());
        if callee.text == "printed" {
            return match <[Expression; 1]>::try_from(arguments) {
                Ok([Expression::Place(claim)]) if claim.is_single => {
                    Ok(Expression::Printed { claim, extent })
                }
                _ => Err(extent.error("`printed` takes the name of a claim above it")),
            };
        }
        if let Some(builtin) = Builtin::from_name(&callee.text) {
            return Ok(Expression::Builtin {
                builtin,
                arguments,
                extent,
            });
        }
        let mut fields: Option<Extent> = None;
        while self.is_sign(Sign::Dot) && self.is_field_at(1) {
            let dot = self.here();
            self.at += 2;
            if self.is_open(Delimiter::Parenthesis) {
                return Err(self
                    .before()
                    .error("one call at a time: put the first one in a `{ … }` block"));
            }
            fields = Some(fields.unwrap_or(dot).to(self.before()));
            extent = extent.to(self.before());
        }
        let fields_text = fields.map_or_else(String::new, |fields| self.text(fields));
        Ok(Expression::Call(Call {
            callee,
            arguments,
            fields,
            fields_text,
            extent,
        }))
    }

    fn is_field_at(&self, ahead: usize) -> bool {
        self.peek_at(ahead)
            .is_some_and(|token| token.kind == Kind::Name)
    }

    /// `a::b::C.d.e`
    pub(super) fn place(&mut self) -> Result<Place> {
        let start = self.here();
        let mut text = String::new();
        if self.take_sign(Sign::Path).is_some() {
            text.push_str("::");
        }
        let mut is_single = text.is_empty();
        text.push_str(&self.part()?);
        loop {
            if self.take_sign(Sign::Path).is_some() {
                text.push_str("::");
            } else if self.is_sign(Sign::Dot) && self.is_field_at(1) {
                self.at += 1;
                text.push('.');
            } else {
                break;
            }
            is_single = false;
            text.push_str(&self.part()?);
        }
        Ok(Place {
            text,
            is_single,
            index: None,
            extent: start.to(self.before()),
        })
    }

    /// One name of a path.
    fn part(&mut self) -> Result<String> {
        let Some(token) = self.peek().filter(|token| token.kind == Kind::Name) else {
            return Err(self.error("expected a name"));
        };
        let is_path_keyword = ["crate", "self", "super", "Self"].contains(&token.text.as_str());
        if is_keyword(&token.text) && !is_path_keyword {
            return Err(self.error(format!("`{}` is a keyword and no name", token.text)));
        }
        self.at += 1;
        Ok(token.text.clone())
    }
}

/// `Precision::Fp16` is a variant; `H100.memory` and `models::GPT3` are not.
fn is_variant(text: &str) -> bool {
    let last = text.rsplit("::").next().unwrap_or(text);
    !last.contains('.') && last.starts_with(char::is_uppercase) && last.contains(char::is_lowercase)
}
