//! `what-if 'NAME=VALUE' …`: what would break and move, without compiling.

use std::format;
use std::path::Path;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};
use mlsysim_language::units::own::OwnUnits;
use serde_json::{Value as Json, json};

use super::super::change::{
    Change, Constants, Followed, Outcome, Target, Targets, Value, follow, quantity,
};
use super::super::chapter::chapters;
use super::super::edition::shown;
use super::super::error::{Error, counted};
use super::super::plain::plain;
use super::super::printed::Printed;
use super::super::proportion::by_how_much;
use super::super::registry::{Place, Registry};
use super::super::say::say;
use super::json_flag;
use crate::claims::napkin::Row;
use crate::claims::trace::{Program, Step};
use crate::units::display::push_dimension;
use crate::units::dynamic::Dynamic;
use crate::units::own::own_units;
use crate::units::text::Text;
use crate::viz::number::{automatic, with_unit};
use crate::viz::stated;

pub(in super::super) fn arguments() -> Command {
    let changes = Arg::new("changes")
        .value_name("NAME=VALUE")
        .required(true)
        .num_args(1..)
        .help("A constant as claims write it, a `let` or a claim; and what it shall be");
    Command::new("what-if")
        .about("Show which claims would break and which would move, without compiling")
        .arg(changes)
        .arg(json_flag())
        .after_help(
            "Example: {run} what-if 'GPU.mttf = 100_000 h' 'gain = 50'\n\
             evaluates every claim again, and the constants that are expressions over others; what\n\
             depends on plain Rust cannot be followed, and is named.",
        )
}

/// A change in words: of what, what it was, and what it is.
struct Stated {
    name: String,
    was: Dynamic,
    was_text: String,
    now: Dynamic,
    now_text: String,
}

pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let chapters = chapters()?;
    let registry = Registry::read()?;
    let targets = Targets::of(&chapters, &registry);
    let own: OwnUnits = own_units().into_iter().collect();
    let mut change = Change::default();
    let mut stated = Vec::new();
    let asked = given.get_many::<String>("changes").unwrap_or_default();
    for asked in asked {
        stated.push(read(asked, &targets, &own, &mut change)?);
    }
    let constants = Constants::follow(&registry, &change, &own);
    let followed = follow(&chapters, &change, &constants);
    let claims: Vec<&Followed> = followed
        .iter()
        .filter(|it| it.statement.claim.is_some())
        .collect();
    let figures: Vec<(Place, &Value)> = constants.followed(&change).collect();
    match given.get_flag("json") {
        true => say(&format!("{:#}\n", json(&stated, &claims, &figures))),
        false => say(&(text(&stated, &claims, &figures) + "\n")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads `NAME = VALUE` into the change.
fn read(
    asked: &str,
    targets: &Targets,
    own: &OwnUnits,
    change: &mut Change,
) -> Result<Stated, Error> {
    let Some((name, text)) = asked.split_once('=') else {
        let message = format!("`{asked}` is no change: write `NAME=VALUE`");
        return Err(Error::Arguments(message));
    };
    let (name, text) = (name.trim(), text.trim());
    let target = targets.find(name)?;
    let wrong = |why: String| Error::Arguments(format!("`{name}`: {why}"));
    let value_of = |place: &str| match targets.find(place).ok()? {
        Target::Figure(place) => place.figure.value,
        Target::Written(_, value) => Some(value),
        Target::Rows(rows) => match &*rows {
            [(_, value)] => Some(*value),
            _ => None,
        },
    };
    let now = quantity(text, own, &value_of).map_err(wrong)?;
    let was = match &target {
        Target::Figure(place) => place.figure.value,
        Target::Written(_, value) => Some(*value),
        Target::Rows(rows) => match &**rows {
            [(_, value)] => Some(*value),
            more => {
                let count = more.len();
                return Err(wrong(format!("it has {count} rows: name one, `{name}[0]`")));
            }
        },
    };
    let was = was.ok_or_else(|| wrong("it has no value that could be another".into()))?;
    if was.dimension != now.dimension {
        let (is, given) = (dimension(was), dimension(now));
        return Err(wrong(format!("it is {is}, and `{text}` is {given}")));
    }
    let value = Value::Known(now.value);
    let was_text = match &target {
        // As it is written, where that is a number.
        Target::Figure(place) if place.figure.unit.is_some() => place.figure.expression.to_string(),
        Target::Figure(_) | Target::Written(..) | Target::Rows(_) => shown_value(was),
    };
    match target {
        Target::Figure(place) => {
            change.figures.insert(place.key(), value);
        }
        Target::Written(name, _) => {
            change.written.insert(name, value);
        }
        Target::Rows(rows) => {
            change
                .rows
                .extend(rows.into_iter().map(|(key, _)| (key, value.clone())));
        }
    }
    Ok(Stated {
        name: name.to_string(),
        was,
        was_text,
        now,
        now_text: text.to_string(),
    })
}

fn dimension(value: Dynamic) -> String {
    let mut text = Text::new();
    push_dimension(&mut text, value.dimension);
    text.as_str().to_string()
}

fn shown_value(value: Dynamic) -> String {
    let (number, unit) = automatic(value);
    with_unit(&number, &unit)
}

/// A row that moved: its figure as stated, before and now.
struct RowText {
    stated: String,
    was: String,
    now: String,
    values: (f64, f64),
}

fn rows(claim: &Followed) -> Vec<RowText> {
    let rows = claim.statement.rows.iter().zip(&claim.now);
    let rows = rows.filter(|(row, now)| row.program.value().value != **now);
    let rows = rows.map(|(row, now)| {
        let was = row.program.value();
        RowText {
            stated: plain(&Printed::row(row).text),
            was: computed(row, was),
            now: match now.is_finite() {
                true => computed(row, Dynamic { value: *now, ..was }),
                false => "nothing that can be computed".into(),
            },
            values: (was.value, *now),
        }
    });
    rows.collect()
}

/// A value of a row as it is shown beside what the row states.
fn computed(row: &Row, value: Dynamic) -> String {
    let row = Row {
        program: Program {
            steps: [(Step::Rust(""), value)].into(),
        },
        rules: row.rules.clone(),
    };
    let (number, unit) = stated::computed(&row);
    with_unit(&number, &unit)
}

fn place_of(claim: &Followed) -> (String, usize) {
    let file = shown(Path::new(claim.working.napkin.file));
    (file.display().to_string(), claim.statement.line)
}

fn text(stated: &[Stated], claims: &[&Followed], figures: &[(Place, &Value)]) -> String {
    let mut lines = Vec::new();
    for it in stated {
        let by = by_how_much(it.was.value, it.now.value);
        lines.push(format!(
            "{}: {} → {}{by}",
            it.name, it.was_text, it.now_text
        ));
    }
    let of = |wanted: fn(&Outcome) -> bool| -> Vec<&&Followed> {
        claims
            .iter()
            .filter(|claim| wanted(&claim.outcome))
            .collect()
    };
    let breaks = of(|outcome| matches!(outcome, Outcome::Breaks));
    let moves = of(|outcome| matches!(outcome, Outcome::Moves));
    let groups = [
        (breaks, counted_claims as fn(usize) -> String, "would break"),
        (moves, counted_claims, "would move and hold"),
    ];
    for (group, count, what) in groups {
        lines.push(format!("\n{} {what}", count(group.len())));
        for claim in group {
            let (file, line) = place_of(claim);
            lines.push(format!(
                "  {}  {file}:{line}",
                claim.statement.path(claim.working.napkin)
            ));
            for row in rows(claim) {
                let by = by_how_much(row.values.0, row.values.1);
                lines.push(format!(
                    "    {} → {}{by}, stated {}",
                    row.was, row.now, row.stated
                ));
            }
        }
    }
    let known: Vec<String> = figures
        .iter()
        .filter_map(|(place, value)| {
            let (was, now) = moved(place, value)?;
            let by = by_how_much(was.value, now.value);
            let (was, now) = (shown_value(was), shown_value(now));
            Some(format!("  {}: {was} → {now}{by}", place.figure.path))
        })
        .collect();
    if !known.is_empty() {
        let count = counted(known.len(), "constant follows", "constants follow");
        lines.push(format!("\n{count}"));
        lines.extend(known);
    }
    let lost = claims.iter().filter_map(|claim| match &claim.outcome {
        Outcome::Lost(reason) => {
            let (file, line) = place_of(claim);
            let path = claim.statement.path(claim.working.napkin);
            Some(format!("  {path}  {file}:{line}: it depends on {reason}"))
        }
        Outcome::Moves | Outcome::Breaks => None,
    });
    let lost: Vec<String> = lost
        .chain(figures.iter().filter_map(|(place, value)| {
            let reason = value.reason()?;
            let constant = place.constant;
            Some(format!(
                "  {}  {}:{}: it depends on {reason}",
                place.figure.path, constant.file, constant.line
            ))
        }))
        .collect();
    if !lost.is_empty() {
        lines.push(format!(
            "\n{} not followed",
            counted(lost.len(), "value is", "values are")
        ));
        lines.extend(lost);
    }
    lines.join("\n")
}

fn counted_claims(count: usize) -> String {
    counted(count, "claim", "claims")
}

fn moved(place: &Place, value: &Value) -> Option<(Dynamic, Dynamic)> {
    let was = place.figure.value?;
    match value {
        Value::Known(now) => Some((was, Dynamic { value: *now, ..was })),
        Value::Lost(_) => None,
    }
}

fn json(stated: &[Stated], claims: &[&Followed], figures: &[(Place, &Value)]) -> Json {
    let both = |was: Dynamic, now: Dynamic| {
        let value = |it: Dynamic| json!({ "text": shown_value(it), "base": it.value });
        (value(was), value(now))
    };
    let changes = stated.iter().map(|it| {
        json!({
            "name": it.name,
            "was": { "text": it.was_text, "base": it.was.value },
            "now": { "text": it.now_text, "base": it.now.value },
        })
    });
    let of = |wanted: fn(&Outcome) -> bool| -> Vec<Json> {
        let claims = claims.iter().filter(|claim| wanted(&claim.outcome));
        let claims = claims.map(|claim| {
            let rows = rows(claim).into_iter().map(|row| {
                json!({
                    "stated": row.stated,
                    "was": { "text": row.was, "base": row.values.0 },
                    "now": { "text": row.now, "base": row.values.1 },
                })
            });
            let (file, line) = place_of(claim);
            let path = claim.statement.path(claim.working.napkin);
            let rows: Vec<Json> = rows.collect();
            json!({ "claim": path, "file": file, "line": line, "rows": rows })
        });
        claims.collect()
    };
    let constants = figures.iter().filter_map(|(place, value)| {
        let (was, now) = moved(place, value)?;
        let (was, now) = both(was, now);
        let constant = place.constant;
        Some(json!({
            "constant": place.figure.path,
            "file": constant.file,
            "line": constant.line,
            "was": was,
            "now": now,
        }))
    });
    let lost_claims = claims.iter().filter_map(|claim| match &claim.outcome {
        Outcome::Lost(reason) => {
            let (file, line) = place_of(claim);
            let path = claim.statement.path(claim.working.napkin);
            Some(json!({ "name": path, "file": file, "line": line, "because": reason }))
        }
        Outcome::Moves | Outcome::Breaks => None,
    });
    let lost_figures = figures.iter().filter_map(|(place, value)| {
        let (constant, reason) = (place.constant, value.reason()?);
        let name = place.figure.path;
        Some(json!({ "name": name, "file": constant.file, "line": constant.line, "because": reason }))
    });
    json!({
        "changes": changes.collect::<Vec<_>>(),
        "breaks": of(|outcome| matches!(outcome, Outcome::Breaks)),
        "moves": of(|outcome| matches!(outcome, Outcome::Moves)),
        "constants": constants.collect::<Vec<_>>(),
        "not_followed": lost_claims.chain(lost_figures).collect::<Vec<_>>(),
    })
}
