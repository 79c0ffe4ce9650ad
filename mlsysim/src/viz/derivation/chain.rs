//! The chain of a row: its name, the equations, and the figure as stated or the value and its
//! bounds.

use alloc::format;
use alloc::vec::Vec;

use super::forms::Forms;
use super::leaf::value_in;
use super::link::{Link, chain_may_merge, link, text_link};
use super::view::View;
use crate::claims::napkin::Rule;
use crate::claims::trace::Program;
use crate::units::dynamic::Dynamic;
use crate::viz::digits::{self, ALL_DIGITS, DIGITS};
use crate::viz::expression::{Shown, relation_sign};
use mlsysim_language::operation::{Comparison, nearly_equal};

impl View<'_> {
    /// The steps, and the row in names and in numbers.
    pub(super) fn chain(&self, number: usize, digits: u8) -> (Vec<Link>, Forms) {
        let name = self.name(self.statement, number, f64::NAN);
        let mut links: Vec<Link> = [link("", &name)].into();
        let mut forms = Forms::default();
        let is_name = |rule: &Rule| matches!(rule, Rule::Is { .. });
        if !self.row.rules.iter().any(is_name) {
            let symbolic = link("=", &self.symbolic());
            let shown = self.substituted(digits);
            let substituted = link(relation_to(&shown), &shown);
            forms.symbolic.clone_from(&symbolic.plain);
            forms.substituted.clone_from(&substituted.plain);
            links.extend([symbolic, link("=", &self.equations()), substituted]);
        }
        links.extend(self.result());
        // What reads the same is said once; the last one's relation is the one that counts.
        let mut chain: Vec<Link> = Vec::new();
        for link in links {
            match chain.last_mut() {
                Some(last) if last.latex == link.latex && chain_may_merge(&link) => {
                    if last.relation == "=" {
                        last.relation = link.relation;
                    }
                }
                _ => chain.push(link),
            }
        }
        (chain, forms)
    }

    /// The relation and the value that the chain ends with.
    fn result(&self) -> Vec<Link> {
        let computed = self.row.program.value();
        let Some(first) = self.row.rules.first() else {
            let value = self.value(computed, DIGITS);
            return [link(relation_to(&value), &value)].into();
        };
        match first {
            Rule::Prints {
                text,
                unit_text,
                unit,
                ..
            } => {
                let number = computed.value / unit.value;
                let exact = digits::parse(text).is_some_and(|text| nearly_equal(number, text));
                [text_link(if exact { "=" } else { "~=" }, text, unit_text)].into()
            }
            Rule::Is { stated, .. } => [link("=", &Shown::word(stated, f64::NAN))].into(),
            Rule::Compares {
                comparison: Comparison::Equal,
                bound,
                ..
            } => [link(Comparison::Equal.sign(), &self.bound(bound))].into(),
            Rule::Compares { .. } => self.bounds(computed),
        }
    }

    /// `= 7 h < 8 h`, and with a second bound `= 7 h, 6 h < 7 h < 8 h`.
    fn bounds(&self, computed: Dynamic) -> Vec<Link> {
        let bounds = || {
            self.row.rules.iter().filter_map(|rule| match rule {
                Rule::Compares {
                    comparison, bound, ..
                } => Some((*comparison, bound)),
                _ => None,
            })
        };
        // Enough digits that the value as shown still is on its side of the bound.
        let shown = (DIGITS..=ALL_DIGITS).map(|digits| match self.unit {
            Some((text, unit)) => value_in(computed, text, unit.value, digits),
            None => self.value(computed, digits),
        });
        let value = shown
            .clone()
            .find(|shown| {
                self.row.rules.iter().all(|rule| match rule {
                    Rule::Compares { bound, .. } => {
                        rule.is_satisfied(shown.value(), self.bound(bound).value())
                    }
                    _ => true,
                })
            })
            .or_else(|| shown.clone().next());
        let Some(value) = value else {
            return Vec::new();
        };
        let mut links: Vec<Link> = [link(relation_to(&value), &value)].into();
        let all: Vec<_> = bounds().collect();
        match &*all {
            [(low_relation, low), (relation, high)] => {
                let (low, high) = (self.bound(low), self.bound(high));
                let flipped = match low_relation {
                    Comparison::Ordered(order) => order.mirrored().sign(),
                    Comparison::Equal => low_relation.sign(),
                };
                let relation = relation.sign();
                let mut text = link("", &low);
                text.latex = format!(
                    r"\quad ({} {} {} {} {})",
                    low.latex(),
                    relation_sign(flipped, true),
                    value.latex(),
                    relation_sign(relation, true),
                    high.latex()
                );
                text.plain = format!(
                    " ({} {} {} {} {})",
                    low.plain(),
                    relation_sign(flipped, false),
                    value.plain(),
                    relation_sign(relation, false),
                    high.plain()
                );
                text.width += value.width() + high.width() + 8;
                links.push(text);
            }
            all => links.extend(
                all.iter()
                    .map(|(comparison, bound)| link(comparison.sign(), &self.bound(bound))),
            ),
        }
        links
    }

    /// A bound as its author wrote it, or its value, apart from what it bounds.
    fn bound(&self, program: &Program) -> Shown {
        let (stored, computed) = (program.value(), self.row.program.value().value);
        let shown = |digits| match &*program.steps {
            [(node, _)] => self.substitute(node, stored, digits),
            _ => self.value(stored, digits),
        };
        if nearly_equal(computed, stored.value) {
            return shown(DIGITS);
        }
        let is_apart = |shown: &Shown| {
            let said = shown.value();
            !nearly_equal(computed, said) && (computed < said) == (computed < stored.value)
        };
        let mut all = (DIGITS..=ALL_DIGITS).map(shown);
        all.find(is_apart).unwrap_or_else(|| shown(ALL_DIGITS))
    }
}

fn relation_to(shown: &Shown) -> &'static str {
    if shown.is_exact() { "=" } else { "~=" }
}
