//! What a constant says, where it says it, and how its value is read.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Constants that are made of constants.
const DEPTH: usize = 64;

/// Something that a constant says, by its path.
pub(super) struct Leaf {
    pub(super) kind: LeafKind,
    /// From the constant's name on: `A100.memory.capacity`.
    pub(super) path: String,
    /// As written, without `q!`.
    pub(super) text: String,
    /// As written where the value stands, which is another place than that of `text` for a part.
    pub(super) word: String,
    pub(super) unit: Option<String>,
    pub(super) uses: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LeafKind {
    /// A quantity, with a value to read.
    Figure,
    /// A quantity or not, as its type says, with a value to read.
    Either,
    /// A number, a text or a variant.
    Word,
    /// `None`
    Missing,
    /// Another constant, by reference.
    Link,
}

/// How the value of a leaf is read, in the order of the leaves.
pub(super) enum Reading {
    /// A quantity.
    Figure(TokenStream),
    /// A quantity, a number or a text, or a type error.
    Alias(TokenStream),
    /// A quantity or whatever else.
    Either(TokenStream),
}

/// Where a value stands: in the constant, in Rust, and in the constant that it is taken from.
#[derive(Clone)]
pub(super) struct At {
    pub(super) path: String,
    /// The record that the value is a field of.
    pub(super) owner: String,
    pub(super) origin: Option<Box<At>>,
    /// The place in Rust, where no pattern stands between.
    pub(super) place: Option<TokenStream>,
    pub(super) owner_place: Option<TokenStream>,
    pub(super) depth: usize,
}

impl At {
    pub(super) fn constant(name: &str, place: Option<TokenStream>) -> At {
        At {
            path: name.to_owned(),
            owner: name.to_owned(),
            origin: None,
            owner_place: place.clone(),
            place,
            depth: DEPTH,
        }
    }

    pub(super) fn below(&self, suffix: &str, place: Option<TokenStream>) -> At {
        At {
            path: format!("{}{suffix}", self.path),
            owner: self.path.clone(),
            origin: self
                .origin
                .as_ref()
                .map(|origin| Box::new(origin.below(suffix, None))),
            owner_place: self.place.clone(),
            place,
            depth: self.depth,
        }
    }

    pub(super) fn field(&self, name: &Ident) -> At {
        let place = self.place.as_ref().map(|place| quote!(#place.#name));
        self.below(&format!(".{name}"), place)
    }

    /// The same place, whose value is that of another.
    pub(super) fn taken_from(&self, origin: At) -> At {
        let origin = match &self.origin {
            Some(first) => first.clone(),
            None => Box::new(origin),
        };
        At {
            origin: Some(origin),
            depth: self.depth.saturating_sub(1),
            ..self.clone()
        }
    }
}
