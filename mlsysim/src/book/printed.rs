//! What the book prints of a value.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::units;
use mlsysim_language::units::own::in_words;

use crate::claims::napkin::{Row, Rule, Shape, Statement};
use crate::claims::trace::Program;
use crate::units::dynamic::ONE;
use crate::units::own::own_units;
use crate::viz::expression::relation_sign;
use crate::viz::markdown;
use crate::viz::number::{automatic, escape, with_unit_latex};
use crate::viz::stated::{self, literal_of};

/// A value as the book prints it: Markdown, but for the math.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Printed {
    /// As it stands in a sentence: "5 h", "under 10 ms".
    pub(super) text: String,
    /// As it stands in a table: "5 h", "< 10 ms".
    pub(super) table: String,
    /// The number: "5".
    pub(super) value: String,
    /// The unit: "h".
    pub(super) unit: String,
    /// LaTeX for math mode.
    pub(super) math: String,
    /// The same without the unit.
    bare_math: String,
    /// The rows of a list or the ends of a range.
    pub(super) rows: Vec<Printed>,
    /// Whether it is a bound, or something else that cannot be the end of a range.
    is_bound: bool,
}

impl Printed {
    pub(super) fn number(value: &str, unit: &str) -> Printed {
        let text = markdown::quantity(value, unit);
        Printed {
            table: text.clone(),
            text,
            value: markdown::quantity(value, ""),
            unit: markdown::escape(unit),
            math: with_unit_latex(value, unit),
            bare_math: with_unit_latex(value, ""),
            rows: Vec::new(),
            is_bound: false,
        }
    }

    fn name(name: &str) -> Printed {
        let text = markdown::escape(name);
        Printed {
            table: text.clone(),
            value: text.clone(),
            text,
            unit: String::new(),
            math: escape(name),
            bare_math: escape(name),
            rows: Vec::new(),
            is_bound: true,
        }
    }

    /// The value of a program: the number as written if it is one, else in the unit that reads best.
    pub(super) fn program(program: &Program) -> Printed {
        match literal_of(program) {
            Some((text, unit)) => Printed::number(text, unit),
            None => {
                let (number, unit) = automatic(program.value());
                Printed::number(&number, &unit)
            }
        }
    }

    /// What a `let` is, and what a claim states.
    pub(super) fn statement(statement: &Statement) -> Printed {
        Printed::shaped(
            statement.shape,
            statement
                .rows
                .iter()
                .map(|row| match row.rules.is_empty() {
                    true => Printed::counted(&row.program, statement.noun),
                    false => Printed::row(row),
                })
                .collect(),
        )
    }

    /// The value of a program with what it counts: "1,200 tokens".
    fn counted(program: &Program, noun: &str) -> Printed {
        let value = program.value();
        if noun.is_empty() || value.dimension != ONE || literal_of(program).is_some() {
            return Printed::program(program);
        }
        let (number, unit) = automatic(value);
        if !unit.is_empty() {
            return Printed::number(&number, &unit);
        }
        match number.as_str() {
            "1" => Printed::number(&number, &singular(noun)),
            _ => Printed::number(&number, noun),
        }
    }

    /// What the rows of a claim were computed to be, as it stands beside what it states.
    pub(super) fn computed(statement: &Statement) -> Printed {
        let rows = statement.rows.iter().map(|row| match row.rules.first() {
            Some(Rule::Is { computed, .. }) => Printed::name(computed),
            _ => {
                let (number, unit) = stated::computed(row);
                Printed::number(&number, &unit)
            }
        });
        Printed::shaped(statement.shape, rows.collect())
    }

    fn shaped(shape: Shape, mut rows: Vec<Printed>) -> Printed {
        match shape {
            Shape::One if rows.len() == 1 => rows.remove(0),
            Shape::Range if !rows.iter().any(|row| row.is_bound) => Printed::range(rows),
            _ => Printed::list(rows),
        }
    }

    /// What one row states, or what its value is.
    pub(super) fn row(row: &Row) -> Printed {
        match row.rules.first() {
            Some(Rule::Compares { .. }) => Printed::bounds(row),
            Some(rule) => Printed::rule(rule, row),
            None => Printed::program(&row.program),
        }
    }

    /// A bound as a bound; a lower and an upper one as a range.
    fn bounds(row: &Row) -> Printed {
        let bounds: Vec<(Comparison, Printed)> = row
            .rules
            .iter()
            .filter_map(|rule| Some((rule.comparison()?, Printed::rule(rule, row))))
            .collect();
        let is_low = Comparison::is_lower_bound;
        let is_high = Comparison::is_upper_bound;
        match &*bounds {
            [(first, low), (second, high)] if is_low(*first) && is_high(*second) => {
                Printed::interval(low, high)
            }
            [(first, high), (second, low)] if is_high(*first) && is_low(*second) => {
                Printed::interval(low, high)
            }
            _ => {
                let bounds = bounds
                    .iter()
                    .map(|(comparison, bound)| bound.bounded(*comparison));
                Printed::list(bounds.collect())
            }
        }
    }

    /// The figure that a rule states; of a bound, the bound alone.
    pub(super) fn rule(rule: &Rule, row: &Row) -> Printed {
        match rule {
            Rule::Prints {
                text, unit_text, ..
            } => Printed::number(text, unit_text),
            Rule::Is { stated, .. } => Printed::name(stated),
            Rule::Compares { bound, .. } => {
                let (number, unit) = stated::bound(bound, row);
                Printed::number(&number, &unit)
            }
        }
    }

    fn interval(low: &Printed, high: &Printed) -> Printed {
        Printed {
            is_bound: true,
            ..Printed::range([low.clone(), high.clone()].into())
        }
    }

    /// The bound that a value is held to; what it is equal to is the value.
    pub(super) fn bounded(&self, comparison: Comparison) -> Printed {
        let Comparison::Ordered(order) = comparison else {
            return self.clone();
        };
        let words = match order {
            Order::Less => "under",
            Order::AtMost => "at most",
            Order::More => "over",
            Order::AtLeast => "at least",
        };
        let relation = order.sign();
        Printed {
            text: format!("{words} {}", self.text),
            table: format!("{}\u{a0}{}", markdown::relation(relation), self.table),
            math: format!("{} {}", relation_sign(relation, true), self.math),
            is_bound: true,
            ..self.clone()
        }
    }

    fn list(mut rows: Vec<Printed>) -> Printed {
        if rows.len() == 1 {
            return rows.remove(0);
        }
        let all_alike = rows.windows(2).all(|pair| pair[0] == pair[1]);
        if let (true, Some(first)) = (all_alike, rows.first()) {
            return Printed {
                rows: rows.clone(),
                ..first.clone()
            };
        }
        let column = |part: fn(&Printed) -> &str| rows.iter().map(part).collect::<Vec<_>>();
        Printed {
            text: enumeration(&column(|row| &row.text)),
            table: enumeration(&column(|row| &row.table)),
            value: enumeration(&column(|row| &row.value)),
            unit: common_unit(&rows),
            math: column(|row| &row.math).join(r",\ "),
            bare_math: column(|row| &row.bare_math).join(r",\ "),
            rows,
            is_bound: true,
        }
    }

    /// "6.25–12.5 h", "\$10–\$20", "-5 to 5 m".
    pub(super) fn range(rows: Vec<Printed>) -> Printed {
        let [low, high] = &*rows else {
            return Printed::list(rows);
        };
        let is_negative = |end: &Printed| end.math.starts_with('-');
        let dash = if is_negative(low) || is_negative(high) {
            " to "
        } else {
            "–"
        };
        let unit = common_unit(&rows);
        let (from, from_math) = if unit == low.unit && !unit.starts_with(r"\$") {
            (low.value.clone(), low.bare_math.clone())
        } else {
            (low.text.clone(), low.math.clone())
        };
        let text = format!("{from}{dash}{}", high.text);
        Printed {
            table: text.clone(),
            text,
            value: format!("{}{dash}{}", low.value, high.value),
            math: format!(r"{from_math}{}{}", escape(dash), high.math),
            bare_math: format!(r"{}{}{}", low.bare_math, escape(dash), high.bare_math),
            unit,
            rows,
            is_bound: false,
        }
    }
}

/// One of a noun in words, of the table or of the book's own.
fn singular(plural: &str) -> String {
    if let Some(named) = units::find(plural) {
        return named.unit.singular.to_string();
    }
    let own = own_units().into_iter();
    let mut own = own.filter(|unit| in_words(&unit.name) == plural);
    let own = own.next().map(|unit| in_words(&unit.singular));
    own.unwrap_or_else(|| plural.to_string())
}

fn common_unit(rows: &[Printed]) -> String {
    let first = rows.first().map(|row| row.unit.clone()).unwrap_or_default();
    if rows.iter().all(|row| row.unit == first) {
        first
    } else {
        String::new()
    }
}

/// "a", "a and b", "a, b, and c".
pub(super) fn enumeration(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => one.to_string(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_ranges_read_as_in_a_sentence() {
        let hours = |value| Printed::number(value, "h");
        let list = Printed::list([hours("6,250"), hours("781"), hours("98")].into());
        assert_eq!(list.text, "6,250\u{a0}h, 781\u{a0}h, and 98\u{a0}h");
        assert_eq!(list.unit, "h");
        let range = |low, high, unit| {
            Printed::range([Printed::number(low, unit), Printed::number(high, unit)].into()).text
        };
        assert_eq!(range("6.25", "12.5", "h"), "6.25–12.5\u{a0}h");
        assert_eq!(range("10", "20", "$"), r"\$10–\$20");
        assert_eq!(range("156", "312", "×"), "156–312×");
        assert_eq!(range("-5", "5", "m"), "-5 to 5\u{a0}m");
    }

    crate::check! {
        /// {}
        fast: 6.4 MB / 2 GB/s < 10 ms;
        /// {}
        at_most_so: 6.4 MB / 2 GB/s <= 4 ms;
        /// {}
        likely: 1 - exp(-4.8) > 99%;
        /// {}
        exact: 1 day == 24 h;
        /// {}
        between: 1 * 5 h in 4 h ..= 6 h;
        /// {}
        chained: 10 h > 1 * 5 h > 4 h;
        /// {}
        each: 1 * [1, 2, 4] h < [2, 3, 5] h;
        /// {}
        all_of_them: 1 * [1, 2, 4] h < 5 h;
        /// {}
        each_between: 1 h < 1 * [2, 3] h < [4, 5] h;
        /// {}
        ends: 1 * 8..9 h < 10 h;
        /// {}
        span: 50_000 h / (8_000..4_000) ~= 6.25..12.5 h;
        /// {}
        near: 1.000_01 * 2 m < 1.000_02 * 2 m;
        let prompt = 900 tokens;
        let length = prompt + 300 tokens;
        let one = length / 1_200;
        let lengths = [1, 2] tokens + prompt;
        let unsure = 3 requests * 512;
        let per_request = 6 tokens / 2 requests;
        /// {}
        nouns: length * lengths * unsure * per_request * one ~= [4.98, 4.99] billion;
        let rate = -0.51 / 1 year;
        let slow = ln(0.6) / 1 year;
        let jerk = 3 m / 1 s^3;
        /// {}
        together: rate * slow * (1 year)^2 * jerk ~= 0.782 m/s^3;
    }

    fn find(name: &str) -> Statement {
        let napkins = crate::claims::napkin::NAPKINS.iter();
        let mut own = napkins.filter(|napkin| napkin.module == module_path!());
        let statements = own.next().unwrap().statements();
        statements.into_iter().find(|it| it.name == name).unwrap()
    }

    /// In a sentence and in a table, with ordinary spaces.
    fn printed(name: &str) -> (String, String) {
        let printed = Printed::statement(&find(name));
        let plain = |text: &str| text.replace('\u{a0}', " ");
        (plain(&printed.text), plain(&printed.table))
    }

    #[test]
    fn a_bound_is_printed_as_a_bound() {
        let both = |text: &str, table: &str| (text.to_string(), table.to_string());
        assert_eq!(printed("fast"), both("under 10 ms", "$<$ 10 ms"));
        assert_eq!(printed("at_most_so"), both("at most 4 ms", r"$\le$ 4 ms"));
        assert_eq!(printed("likely"), both("over 99%", "$>$ 99%"));
        assert_eq!(printed("exact"), both("24 h", "24 h"));
        assert_eq!(Printed::statement(&find("fast")).math, r"< 10\,\text{ms}");
        assert_eq!(Printed::statement(&find("fast")).value, "10");
    }

    #[test]
    fn two_bounds_are_a_range_from_low_to_high() {
        assert_eq!(printed("between").0, "4–6 h");
        assert_eq!(printed("chained").0, "4–10 h");
        assert_eq!(printed("span").0, "6.25–12.5 h");
    }

    #[test]
    fn lists_of_bounds_are_printed_row_by_row() {
        assert_eq!(printed("each").0, "under 2 h, under 3 h, and under 5 h");
        assert_eq!(printed("each").1, "$<$ 2 h, $<$ 3 h, and $<$ 5 h");
        assert_eq!(printed("all_of_them").0, "under 5 h");
        assert_eq!(printed("each_between").0, "1–4 h and 1–5 h");
        assert_eq!(printed("ends").0, "under 10 h");
    }

    #[test]
    fn what_is_computed_stands_on_its_side_of_the_bound() {
        let computed = |name| Printed::computed(&find(name)).table.replace('\u{a0}', " ");
        assert_eq!(computed("fast"), "3.2 ms");
        assert_eq!(computed("likely"), "99.2%");
        assert_eq!(computed("span"), "6.25–12.5 h");
        assert_eq!(
            (computed("near"), printed("near").0),
            ("2 m".into(), "under 2.00004 m".into())
        );
    }

    #[test]
    fn a_let_prints_what_it_surely_counts() {
        assert_eq!(printed("length").0, "1,200 tokens");
        assert_eq!(printed("one").0, "1 token");
        assert_eq!(printed("lengths").0, "901 tokens and 902 tokens");
        assert_eq!(printed("unsure").0, "1,536");
        assert_eq!(printed("per_request").0, "3");
    }

    #[test]
    fn a_rate_is_printed_in_its_own_unit() {
        assert_eq!(printed("rate").0, "-0.51/year");
        let written = Printed::number("-0.51", "/year");
        assert_eq!(
            (&*written.text, &*written.math),
            ("-0.51/year", r"-0.51\text{/year}")
        );
        assert_eq!(printed("slow").0, "-0.5108/year");
        assert_eq!(printed("jerk").0, "3 m/s³");
    }
}
