//! `eval EXPRESSION`: the language at the terminal.

use std::eprintln;
use std::format;
use std::io::{BufRead, IsTerminal, stdin};
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::super::chapter::chapters;
use super::super::columns::columns;
use super::super::constant_json::place_json;
use super::super::error::Error;
use super::super::eval::{Answer, Known, Mistake, Outcome, evaluate, evaluate_line};
use super::super::paint::wrong;
use super::super::registry::{Place, Registry, source};
use super::super::say::say;
use super::json_flag;
use crate::units::own::own_units;

pub(in super::super) fn arguments() -> Command {
    let expression = Arg::new("expression")
        .value_name("EXPRESSION")
        .num_args(0..)
        .help("As in a claim; without it each line of the standard input is one");
    Command::new("eval")
        .about("Evaluate an expression with its units, or say whether a comparison holds")
        .arg(json_flag())
        .arg(expression)
        .after_help(
            "Example: {run} eval '70 billion params * 2 B / H100.memory.bandwidth in ms'\n\
             shows how the value comes about, and the sources of the constants. `in UNIT` is the\n\
             unit of the result; without it, the one that reads best.\n\n\
             `{run} eval 'training_time(8.4e23 FLOP, 1_024 GPUs, H100.peak.fp16, 50%)'` calls a\n\
             formula by its name, and `{run} eval '8 GPUs * 80 GB ~= 640 GB'` says whether it holds.\n\n\
             Exits with 1 where a comparison does not hold, with 2 where something is wrong with\n\
             the expression.",
        )
}

/// What the expression is wrong with.
const MISTAKEN: u8 = 2;

pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let chapters = chapters()?;
    let registry = Registry::read()?;
    let mut known = Known::of(&chapters, &registry, own_units().into_iter().collect());
    let is_json = given.get_flag("json");
    let words = given.get_many::<String>("expression").unwrap_or_default();
    let words: Vec<&str> = words.map(String::as_str).collect();
    if words.is_empty() {
        return Ok(ExitCode::from(lines(&mut known, is_json)));
    }
    let text = words.join(" ");
    Ok(ExitCode::from(match evaluate(&text, &known) {
        Err(mistake) => {
            eprintln!("{}: {}", wrong("error"), mistake.shown(&text));
            MISTAKEN
        }
        Ok(answer) => {
            say(&match is_json {
                true => format!("{:#}\n", as_json(&text, &answer, &known)),
                false => in_full(&answer, &known),
            });
            code(&answer)
        }
    }))
}

fn code(answer: &Answer) -> u8 {
    u8::from(matches!(answer.verdict, Some(Err(_))))
}

/// A line for each line of the standard input; gives the greatest exit code.
fn lines(known: &mut Known, is_json: bool) -> u8 {
    if stdin().is_terminal() {
        eprintln!("One expression a line; Ctrl-D ends.");
    }
    let mut greatest = 0;
    for (number, line) in stdin()
        .lock()
        .split(b'\n')
        .map_while(Result::ok)
        .enumerate()
    {
        let line = String::from_utf8_lossy(&line);
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let answer = evaluate_line(text, known);
        greatest = greatest.max(answer.as_ref().map_or(MISTAKEN, code));
        match (answer, is_json) {
            (Ok(answer), false) => say(&in_a_line(&answer)),
            (Ok(answer), true) => say(&format!("{}\n", as_json(text, &answer, known))),
            (Err(mistake), false) => {
                let head = wrong(&format!("error in line {}", number + 1));
                eprintln!("{head}: {}", mistake.shown(text));
            }
            (Err(mistake), true) => say(&format!("{}\n", mistake_json(text, &mistake))),
        }
    }
    greatest
}

/// How each value comes about, the verdict, and the sources.
fn in_full(answer: &Answer, known: &Known) -> String {
    let mut text = String::new();
    for Outcome {
        text: result,
        is_exact,
        derivation,
        ..
    } in &answer.rows
    {
        let sign = if *is_exact { "=" } else { "≈" };
        match &**derivation {
            [] => text.push_str(&format!("  {result}\n")),
            [first, rest @ ..] => {
                let first = first.trim_start_matches("= ").trim_start_matches("≈ ");
                text.push_str(&format!("  {first}\n"));
                for step in rest {
                    text.push_str(&format!("    {step}\n"));
                }
                text.push_str(&format!("    {sign} {result}\n"));
            }
        }
    }
    match &answer.verdict {
        None => {}
        Some(Ok(())) => text.push_str("holds\n"),
        Some(Err(report)) => text.push_str(&format!("{report}\n")),
    }
    let rows = figures(answer, known).into_iter().map(|place| {
        let words = source(place.constant).unwrap_or("no source of its own".into());
        let figure = place.figure;
        [
            figure.path.to_string(),
            figure.expression.to_string(),
            words,
        ]
    });
    let rows: Vec<[String; 3]> = rows.collect();
    match rows.is_empty() {
        true => text,
        false => text + "\nSources\n" + &columns(2, &rows),
    }
}

/// The figures that it rests on, each once.
fn figures<'a>(answer: &Answer, known: &Known<'a>) -> Vec<Place<'a>> {
    let figures = answer.constants.iter().flat_map(|name| known.figures(name));
    let mut all: Vec<Place> = Vec::new();
    for place in figures {
        if all.iter().all(|it| it.key() != place.key()) {
            all.push(place);
        }
    }
    all
}

/// The result alone.
fn in_a_line(answer: &Answer) -> String {
    let values: Vec<&str> = answer.rows.iter().map(|row| row.text.as_str()).collect();
    let values = values.join(", ");
    match &answer.verdict {
        None => format!("{values}\n"),
        Some(Ok(())) => format!("holds: {values}\n"),
        Some(Err(_)) => format!("does not hold: {values}\n"),
    }
}

fn as_json(text: &str, answer: &Answer, known: &Known) -> Json {
    let rows = answer.rows.iter().map(|row| {
        json!({
            "text": row.text,
            "base": row.value.value,
            "derivation": row.derivation,
        })
    });
    let figures = figures(answer, known);
    let constants: Vec<Json> = figures.iter().map(place_json).collect();
    let verdict = answer.verdict.as_ref();
    json!({
        "expression": text,
        "rows": rows.collect::<Vec<_>>(),
        "holds": verdict.map(Result::is_ok),
        "report": verdict.and_then(|verdict| verdict.as_ref().err()),
        "constants": constants,
    })
}

fn mistake_json(text: &str, mistake: &Mistake) -> Json {
    json!({
        "expression": text,
        "error": mistake.message,
        "start": mistake.range.start,
        "end": mistake.range.end,
    })
}
