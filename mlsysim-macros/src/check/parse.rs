//! The syntax of `check!`, nothing else.

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitInt, LitStr, Meta, Result, Token};

use crate::expression::{Expression, Extent};

pub(super) struct Block {
    pub(super) statements: Vec<Statement>,
}

pub(super) enum Statement {
    Let { name: Ident, value: Expression },
    Claim(Box<Claim>),
}

pub(super) struct Claim {
    pub(super) name: Ident,
    pub(super) sentence: String,
    pub(super) loose: Option<LitStr>,
    pub(super) published: Option<Published>,
    pub(super) relation: Relation,
}

pub(super) enum Relation {
    /// `value ~= stated`, with the precision that the digits imply or that is given.
    Prints {
        value: Expression,
        stated: Expression,
        precision: Precision,
    },
    /// `low < value <= high`, either bound optional.
    Bounded {
        value: Expression,
        bounds: Vec<Bound>,
    },
    /// `value == stated`
    Equals {
        value: Expression,
        stated: Expression,
    },
    /// `value is Variant`
    Is { value: Expression, variant: Ident },
}

pub(super) enum Precision {
    Printed,
    Digits(LitInt),
    Within(Expression),
}

pub(super) struct Bound {
    pub(super) order: Order,
    pub(super) bound: Expression,
}

/// How the value stands to the bound.
#[derive(Clone, Copy)]
pub(super) enum Order {
    Less,
    AtMost,
    More,
    AtLeast,
}

/// What the printed edition says.
pub(super) struct Published {
    pub(super) stated: Vec<PublishedBound>,
    pub(super) note: Option<LitStr>,
    pub(super) extent: Extent,
}

pub(super) struct PublishedBound {
    /// `None`: the published figure itself.
    pub(super) order: Option<Order>,
    pub(super) figure: Expression,
}

impl Parse for Block {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut statements = Vec::new();
        while !input.is_empty() {
            statements.push(input.parse()?);
        }
        Ok(Block { statements })
    }
}

impl Parse for Statement {
    fn parse(input: ParseStream) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        if input.peek(Token![let]) {
            if let Some(attribute) = attributes.first() {
                return Err(syn::Error::new_spanned(
                    attribute,
                    "a `let` takes no sentence and no attribute; a claim does",
                ));
            }
            input.parse::<Token![let]>()?;
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            let value = input.parse()?;
            end(input)?;
            return Ok(Statement::Let { name, value });
        }
        let mut claim = Claim {
            name: input.parse()?,
            sentence: String::new(),
            loose: None,
            published: None,
            relation: Relation::parse_after(input.parse::<Token![:]>()?, input)?,
        };
        end(input)?;
        for attribute in attributes {
            claim.attribute(attribute)?;
        }
        Ok(Statement::Claim(Box::new(claim)))
    }
}

fn end(input: ParseStream) -> Result<()> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(());
    }
    Err(input.error("expected `;`, an operator, or one of `to N digits` and `within N%`"))
}

impl Claim {
    fn attribute(&mut self, attribute: Attribute) -> Result<()> {
        match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("doc") => {
                let Expr::Lit(ExprLit {
                    lit: Lit::Str(line),
                    ..
                }) = &meta.value
                else {
                    return Err(syn::Error::new_spanned(
                        &meta.value,
                        "a claim's sentence is plain text",
                    ));
                };
                if !self.sentence.is_empty() {
                    self.sentence.push(' ');
                }
                self.sentence.push_str(line.value().trim());
                Ok(())
            }
            Meta::NameValue(meta) if meta.path.is_ident("loose") => match &meta.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(why), ..
                }) => {
                    self.loose = Some(why.clone());
                    Ok(())
                }
                other => Err(syn::Error::new_spanned(
                    other,
                    "say why the claim may be loose: `#[loose = \"why\"]`",
                )),
            },
            Meta::List(list) if list.path.is_ident("published") => {
                self.published = Some(list.parse_args()?);
                Ok(())
            }
            other => Err(syn::Error::new_spanned(
                other,
                "a claim takes a `///` sentence, `#[published(figure)]` and `#[loose = \"why\"]`",
            )),
        }
    }
}

impl Parse for Published {
    fn parse(input: ParseStream) -> Result<Self> {
        let start = Extent::of(input.span());
        let mut stated = vec![published_bound(input)?];
        let mut note = None;
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            if input.peek(LitStr) {
                note = Some(input.parse()?);
            } else {
                stated.push(published_bound(input)?);
            }
        }
        let last = stated.last().map_or(start, |bound| bound.figure.extent());
        Ok(Published {
            stated,
            note,
            extent: start.to(last),
        })
    }
}

fn published_bound(input: ParseStream) -> Result<PublishedBound> {
    Ok(PublishedBound {
        order: order(input)?,
        figure: input.parse()?,
    })
}

fn order(input: ParseStream) -> Result<Option<Order>> {
    Ok(if input.parse::<Option<Token![<=]>>()?.is_some() {
        Some(Order::AtMost)
    } else if input.parse::<Option<Token![>=]>>()?.is_some() {
        Some(Order::AtLeast)
    } else if input.parse::<Option<Token![<]>>()?.is_some() {
        Some(Order::Less)
    } else if input.parse::<Option<Token![>]>>()?.is_some() {
        Some(Order::More)
    } else {
        None
    })
}

impl Order {
    /// `a < b` read from `b`'s side.
    fn mirrored(self) -> Self {
        match self {
            Order::Less => Order::More,
            Order::AtMost => Order::AtLeast,
            Order::More => Order::Less,
            Order::AtLeast => Order::AtMost,
        }
    }
}

impl Relation {
    fn parse_after(_colon: Token![:], input: ParseStream) -> Result<Self> {
        let first: Expression = input.parse()?;
        if input.peek(Token![~]) && input.peek2(Token![=]) {
            input.parse::<Token![~]>()?;
            input.parse::<Token![=]>()?;
            let stated = input.parse()?;
            return Ok(Relation::Prints {
                value: first,
                stated,
                precision: precision(input)?,
            });
        }
        if input.parse::<Option<Token![==]>>()?.is_some() {
            return Ok(Relation::Equals {
                value: first,
                stated: input.parse()?,
            });
        }
        if input.parse::<Option<Token![in]>>()?.is_some() {
            let low = input.parse()?;
            input.parse::<Token![..=]>().map_err(|error| {
                syn::Error::new(
                    error.span(),
                    "a range of values is written `in low ..= high`",
                )
            })?;
            let high = input.parse()?;
            let bounds = vec![
                Bound {
                    order: Order::AtLeast,
                    bound: low,
                },
                Bound {
                    order: Order::AtMost,
                    bound: high,
                },
            ];
            return Ok(Relation::Bounded {
                value: first,
                bounds,
            });
        }
        if input.peek(Ident) {
            let word: Ident = input.parse()?;
            if word != "is" {
                return Err(syn::Error::new(word.span(), RELATIONS));
            }
            return Ok(Relation::Is {
                value: first,
                variant: input.parse()?,
            });
        }
        let Some(left) = order(input)? else {
            return Err(input.error(RELATIONS));
        };
        let second: Expression = input.parse()?;
        let Some(right) = order(input)? else {
            return Ok(Relation::Bounded {
                value: first,
                bounds: vec![Bound {
                    order: left,
                    bound: second,
                }],
            });
        };
        let third = input.parse()?;
        let bounds = vec![
            Bound {
                order: left.mirrored(),
                bound: first,
            },
            Bound {
                order: right,
                bound: third,
            },
        ];
        Ok(Relation::Bounded {
            value: second,
            bounds,
        })
    }
}

const RELATIONS: &str =
    "expected a relation: `~=`, `==`, `<`, `<=`, `>`, `>=`, `in a ..= b` or `is`";

fn precision(input: ParseStream) -> Result<Precision> {
    if !input.peek(Ident) {
        return Ok(Precision::Printed);
    }
    let word: Ident = input.parse()?;
    if word == "within" {
        return Ok(Precision::Within(input.parse()?));
    }
    if word == "to" {
        let digits: LitInt = input.parse().map_err(|error| {
            syn::Error::new(error.span(), "a precision is written `to 2 digits`")
        })?;
        let unit: Option<Ident> = input.parse()?;
        return match unit {
            Some(unit) if unit == "digits" || unit == "digit" => Ok(Precision::Digits(digits)),
            Some(unit) => Err(syn::Error::new(
                unit.span(),
                "a precision is written `to 2 digits`",
            )),
            None => Err(syn::Error::new(
                digits.span(),
                "a precision is written `to 2 digits`",
            )),
        };
    }
    Err(syn::Error::new(
        word.span(),
        "expected `;`, `to N digits` or `within N%`",
    ))
}
