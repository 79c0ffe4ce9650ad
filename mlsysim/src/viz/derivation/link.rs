//! The members of a chain of equations.

use alloc::format;
use alloc::string::String;

use crate::viz::expression::{Shown, relation_sign};
use crate::viz::number::{with_unit, with_unit_latex};

/// One member of the chain, after its relation.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) relation: &'static str,
    pub(super) latex: String,
    pub(super) plain: String,
    pub(super) width: usize,
}

impl Link {
    pub(super) fn text(&self) -> String {
        match self.relation {
            "" => self.latex.clone(),
            relation => format!("{} {}", relation_sign(relation, true), self.latex),
        }
    }
}

pub(super) fn link(relation: &'static str, shown: &Shown) -> Link {
    Link {
        relation,
        latex: shown.latex(),
        plain: shown.plain(),
        width: shown.width(),
    }
}

/// A result keeps the text that it is stated in.
pub(super) fn text_link(relation: &'static str, number: &str, unit: &str) -> Link {
    let plain = with_unit(number, unit);
    Link {
        relation,
        latex: with_unit_latex(number, unit),
        width: plain.chars().count(),
        plain,
    }
}

pub(super) fn chain_may_merge(link: &Link) -> bool {
    matches!(link.relation, "=" | "~=" | "==")
}
