//! The syntax of `check!`, nothing else.

use proc_macro2::{Span, TokenTree};
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
    /// Where each line of the sentence stands.
    pub(super) sentence_lines: Vec<(String, Span)>,
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
        let mut errors: Option<syn::Error> = None;
        while !input.is_empty() {
            match input.parse() {
                Ok(statement) => statements.push(statement),
                Err(error) => {
                    skip_statement(input)?;
                    match &mut errors {
                        Some(all) => all.combine(error),
                        None => errors = Some(error),
                    }
                }
            }
        }
        errors.map_or(Ok(Block { statements }), Err)
    }
}

/// Goes on after the next `;`, so that one build reports the mistakes of the whole block.
fn skip_statement(input: ParseStream) -> Result<()> {
    while !input.is_empty() {
        let is_end = input.peek(Token![;]);
        input.parse::<TokenTree>()?;
        if is_end {
            break;
        }
    }
    Ok(())
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
            end(input, "a `let` ends with `;`")?;
            return Ok(Statement::Let { name, value });
        }
        let name: Ident = input.parse()?;
        if !input.peek(Token![:]) {
            return Err(input.error(format!(
                "a claim is written `{name}: expression ~= figure;`"
            )));
        }
        let mut claim = Claim {
            name,
            sentence: String::new(),
            sentence_lines: Vec::new(),
            loose: None,
            published: None,
            relation: Relation::parse_after(input.parse::<Token![:]>()?, input)?,
        };
        end(input, "a claim ends with `;`")?;
        for attribute in attributes {
            claim.attribute(attribute)?;
        }
        Ok(Statement::Claim(Box::new(claim)))
    }
}

fn end(input: ParseStream, message: &str) -> Result<()> {
    if input.parse::<Option<Token![;]>>()?.is_some() {
        return Ok(());
    }
    if relation_stands_next(input) {
        return Err(
            input.error("a claim has one relation, or two in a chain: `low < value < high`")
        );
    }
    Err(input.error(format!("{message}, or an operator is missing before this")))
}

fn relation_stands_next(input: ParseStream) -> bool {
    input.peek(Token![<]) || input.peek(Token![>]) || input.peek(Token![~]) || input.peek(Token![=])
}

const LOOSE: &str = "say why the claim may be loose: `#[loose = \"why\"]`";
const PUBLISHED: &str =
    "say what the printed edition says: `#[published(45 h)]`, then a note if there is one";

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
                self.sentence_lines.push((line.value(), line.span()));
                Ok(())
            }
            Meta::NameValue(meta) if meta.path.is_ident("loose") => match &meta.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(why), ..
                }) => {
                    self.loose = Some(why.clone());
                    Ok(())
                }
                other => Err(syn::Error::new_spanned(other, LOOSE)),
            },
            Meta::Path(path) if path.is_ident("loose") => Err(syn::Error::new_spanned(path, LOOSE)),
            Meta::List(list) if list.path.is_ident("published") => {
                self.published = Some(list.parse_args()?);
                Ok(())
            }
            Meta::Path(path) if path.is_ident("published") => {
                Err(syn::Error::new_spanned(path, PUBLISHED))
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
        if input.is_empty() || input.peek(LitStr) {
            return Err(input.error(PUBLISHED));
        }
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
            let is_half = input.peek(Token![=]) || input.peek(Token![~]);
            return Err(input.error(if is_half {
                "write `~=` for a number as it is printed, or `==` for an exact one"
            } else {
                RELATIONS
            }));
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
    "expected an operator or a relation: `~=`, `==`, `<`, `<=`, `>`, `>=`, `in a ..= b`, `is`";

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
