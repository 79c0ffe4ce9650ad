//! A chapter with claims of every shape: what the compiler stored is what was written, and it computes.

#[path = "claims/chapter.rs"]
mod chapter;

use mlsysim::claims::napkin::{NAPKINS, Napkin, Rule, Shape, Statement};
use mlsysim::claims::trace::Step;
use mlsysim::claims::verify::{bites, evaluate, holds};
use mlsysim::units::dynamic::Dynamic;

/// The napkin whose first claim has the given name, decoded.
fn napkin(first_claim: &str) -> (&'static Napkin, Vec<Statement>) {
    let decoded = NAPKINS.iter().map(|napkin| (*napkin, napkin.statements()));
    let mut wanted = decoded.filter(|(_, statements)| {
        let claim = statements
            .iter()
            .find(|statement| statement.claim.is_some());
        claim.is_some_and(|claim| claim.name == first_claim)
    });
    let found = wanted.next().expect("the chapter has this napkin");
    assert!(wanted.next().is_none(), "one napkin for each block");
    found
}

fn statement<'a>(statements: &'a [Statement], name: &str) -> &'a Statement {
    let mut named = statements.iter().filter(|statement| statement.name == name);
    named.next().expect("the napkin has this statement")
}

fn values(statements: &[Statement], name: &str) -> Vec<f64> {
    let values = statement(statements, name).values();
    values.map(|value| value.value).collect()
}

/// Evaluates again with the leaves that `changed` gives a factor for.
fn with_leaves(
    statements: &[Statement],
    changed: impl Fn(&Step) -> Option<f64>,
) -> Vec<(&'static str, Vec<f64>)> {
    let again = evaluate(statements, &|node: &Step, stored: Dynamic| {
        stored.value * changed(node).unwrap_or(1.0)
    });
    let names = statements.iter().map(|statement| statement.name);
    names.zip(again).collect()
}

/// The names whose value differs from the compiled one by the given factor.
fn scaled_by(factor: f64, statements: &[Statement], again: &[(&str, Vec<f64>)]) -> Vec<String> {
    let mut names = Vec::new();
    for (name, rows) in again {
        let compiled = values(statements, name);
        let is_scaled = rows
            .iter()
            .zip(&compiled)
            .all(|(row, before)| (row / before / factor - 1.0).abs() < 1e-12);
        if is_scaled {
            names.push((*name).to_owned());
        }
    }
    names
}

#[test]
fn every_block_is_registered_once_under_its_module() {
    assert_eq!(NAPKINS.len(), 6);
    for napkin in NAPKINS {
        assert_eq!(napkin.chapter(), "chapter");
        assert!(napkin.file.ends_with("chapter.rs"), "{}", napkin.file);
    }
}

#[test]
fn scalars_keep_their_text_sentence_and_place() {
    let (napkin, statements) = napkin("failure_interval");
    let names: Vec<_> = statements.iter().map(|statement| statement.name).collect();
    assert_eq!(
        names,
        [
            "fleet",
            "mttf",
            "failure_interval",
            "per_day",
            "first_hour",
            "exact"
        ]
    );
    assert!(statement(&statements, "fleet").claim.is_none());
    assert_eq!(values(&statements, "fleet"), [10_000.0]);
    assert_eq!(values(&statements, "failure_interval"), [5.0 * 3600.0]);
    assert_eq!(values(&statements, "per_day"), [4.8]);

    let claim = statement(&statements, "failure_interval");
    assert_eq!(claim.shape, Shape::One);
    assert_eq!(claim.path(napkin), "chapter::failure_interval");
    let record = claim.claim.as_ref().expect("it is a claim");
    assert_eq!(
        record.sentence,
        "A fleet of {fleet}, each good for {MTTF}, loses one every {}."
    );
    let (name, program) = &record.named[0];
    assert_eq!((*name, program.value().value), ("MTTF", 50_000.0 * 3600.0));
    let Rule::Prints {
        text,
        unit_text,
        low,
        high,
        unit,
    } = &claim.rows[0].rules[0]
    else {
        panic!("`~=` prints");
    };
    assert_eq!((*text, *unit_text, unit.value), ("5", "h", 3600.0));
    assert_eq!((*low, *high), (4.5, 5.5));

    let source = include_str!("claims/chapter.rs");
    let line = source
        .lines()
        .position(|line| line.contains("failure_interval:"));
    assert_eq!(Some(claim.line), line.map(|line| line + 1));
}

#[test]
fn precision_is_what_the_claim_says() {
    let (_, statements) = napkin("rounded");
    let interval = |name| match &statement(&statements, name).rows[0].rules[0] {
        Rule::Prints { low, high, .. } => (*low, *high),
        _ => panic!("`~=` prints"),
    };
    assert_eq!(interval("rounded"), (3.15, 3.25));
    assert_eq!(interval("to_digits"), (1450.0, 1550.0));
    assert_eq!(interval("within_share"), (72.0, 88.0));
    assert_eq!(interval("money"), (11.995, 12.005));
    let Rule::Prints {
        text, unit_text, ..
    } = &statement(&statements, "money").rows[0].rules[0]
    else {
        panic!("`~=` prints");
    };
    assert_eq!((*text, *unit_text), ("12.00", "$"));
}

#[test]
fn comparisons_keep_every_bound() {
    let (_, statements) = napkin("likely");
    let relations = |name| -> Vec<(&str, String)> {
        let rules = &statement(&statements, name).rows[0].rules;
        let compared = rules.iter().map(|rule| match rule {
            Rule::Compares {
                comparison,
                text,
                unit_text,
                ..
            } => (comparison.sign(), [*text, *unit_text].join(" ")),
            _ => panic!("a comparison"),
        });
        compared.collect()
    };
    let stated = |sign, text: &str| (sign, text.to_owned());
    assert_eq!(relations("likely"), [stated(">", "99 %")]);
    assert_eq!(
        relations("chained"),
        [stated(">", "1 h"), stated("<=", "6 h")]
    );
    assert_eq!(
        relations("between"),
        [stated(">=", "4 h"), stated("<=", "6 h")]
    );
    assert_eq!(relations("against_another"), [stated("<", " ")]);
    assert_eq!(relations("sign"), [stated(">", "0 h")]);
    let why = |name| {
        statement(&statements, name)
            .claim
            .as_ref()
            .and_then(|claim| claim.loose)
    };
    assert_eq!(why("sign"), Some("the sign is the point"));
    assert_eq!(why("likely"), None);
}

#[test]
fn lists_and_ranges_have_a_row_for_each_value() {
    let (_, statements) = napkin("cluster");
    assert_eq!(statement(&statements, "cluster").shape, Shape::List);
    let hours: Vec<f64> = values(&statements, "cluster")
        .iter()
        .map(|s| s / 3600.0)
        .collect();
    assert_eq!(hours, [6_250.0, 781.25, 97.656_25]);
    assert_eq!(statement(&statements, "speedup").shape, Shape::Range);
    assert_eq!(values(&statements, "speedup"), [78.0, 156.0]);
    assert_eq!(values(&statements, "smallest"), [6_250.0 * 3600.0]);
    for row in &statement(&statements, "growing").rows {
        assert_eq!(row.rules.len(), 2);
    }
}

#[test]
fn published_figures_keep_their_text_and_note() {
    let (_, statements) = napkin("printed_wrongly");
    let published = |name| {
        statement(&statements, name)
            .claim
            .as_ref()
            .map(|claim| &*claim.published)
            .and_then(|published| published.first())
            .map(|published| (published.text(), published.note))
    };
    let said = |text: &str, note| Some((text.to_owned(), note));
    assert_eq!(published("printed_wrongly"), said("45 h", "page 7"));
    assert_eq!(published("printed_as_bound"), said("< 4 h", ""));
    assert_eq!(published("printed_as_range"), said("10 h to 100 h", ""));
}

#[test]
fn an_enum_is_stated_by_name() {
    let (_, statements) = napkin("limit");
    let Rule::Is { stated, computed } = statement(&statements, "limit").rows[0].rules[0] else {
        panic!("`is` states a name");
    };
    assert_eq!((stated, computed), ("Memory", "Memory"));
}

#[test]
fn the_trace_gives_what_the_compiler_computed() {
    for napkin in NAPKINS {
        let statements = napkin.statements();
        for (statement, rows) in statements
            .iter()
            .zip(evaluate(&statements, &|_, stored| stored.value))
        {
            for (compiled, again) in statement.values().zip(rows) {
                let is_same = compiled.value == again || compiled.value.is_nan() && again.is_nan();
                assert!(
                    is_same,
                    "{}: {} and {again}",
                    statement.name, compiled.value
                );
            }
        }
    }
}

#[test]
fn every_claim_holds_and_bites() {
    for napkin in NAPKINS {
        for (index, statement) in napkin.statements().iter().enumerate() {
            if statement.claim.is_some() {
                holds(napkin, index);
                bites(napkin, index);
            }
        }
    }
}

#[test]
fn a_changed_constant_moves_what_depends_on_it_and_nothing_else() {
    let (_, statements) = napkin("failure_interval");
    let doubled = with_leaves(&statements, |node| {
        matches!(node, Step::Outer("MTTF")).then_some(2.0)
    });
    assert_eq!(
        scaled_by(2.0, &statements, &doubled),
        ["mttf", "failure_interval"]
    );
    assert_eq!(scaled_by(0.5, &statements, &doubled), ["per_day"]);
    assert_eq!(scaled_by(1.0, &statements, &doubled), ["fleet", "exact"]);

    let claim = statement(&statements, "failure_interval");
    let (_, rows) = &doubled[2];
    assert!(!claim.rows[0].rules[0].is_satisfied(rows[0], f64::NAN));
}

#[test]
fn a_changed_number_moves_only_its_own_row() {
    let (_, statements) = napkin("cluster");
    let changed = with_leaves(&statements, |node| {
        matches!(node, Step::Number { text: "64", .. }).then_some(2.0)
    });
    let (_, rows) = changed
        .iter()
        .find(|(name, _)| *name == "cluster")
        .expect("a claim");
    let hours: Vec<f64> = rows.iter().map(|seconds| seconds / 3600.0).collect();
    assert_eq!(hours, [6_250.0, 781.25 / 2.0, 97.656_25]);
}

#[test]
fn a_formula_is_evaluated_again_through_its_record() {
    let (_, statements) = napkin("likely");
    let program = &statement(&statements, "likely").rows[0].program;
    let formula = program.steps.iter().find_map(|(node, _)| match node {
        Step::Call { formula, .. } => *formula,
        _ => None,
    });
    let formula = formula.expect("the call has the formula's record");
    assert_eq!(formula.name, "failure_probability");
    assert_eq!(formula.source(), Some("the exponential law."));
    assert_eq!(
        formula.summary(),
        "Chance that at least one part fails within a time."
    );
    assert_eq!(formula.symbol, "p");
    let symbols: Vec<_> = formula
        .arguments
        .iter()
        .map(|argument| argument.symbol)
        .collect();
    assert_eq!(symbols, [r"\theta", "t"]);
    assert_eq!(formula.arguments[0].domain, "> 0");

    let longer = with_leaves(&statements, |node| {
        matches!(
            node,
            Step::Number {
                text: "1",
                unit: "day"
            }
        )
        .then_some(0.5)
    });
    let (_, rows) = longer
        .iter()
        .find(|(name, _)| *name == "likely")
        .expect("a claim");
    assert!(
        (rows[0] - (1.0 - (-2.4_f64).exp())).abs() < 1e-15,
        "{rows:?}"
    );
}
