//! No text, however broken, stops the reader or makes it point outside of the text.
//!
//! `cargo test --release -p mlsysim-tests --test language -- --ignored --nocapture`

use std::time::{Duration, Instant};

use mlsysim_language::lex::lex;
use mlsysim_language::parse::Parser;
use mlsysim_language::steps::{Bound, Scope, lower};
use mlsysim_language::token::{Error, Extent};
use mlsysim_tests::Random;

/// What authors write.
const TEXTS: &[&str] = &[
    "3.35 TB/s",
    "8 GPUs * 80 GB/GPU ~= 640 GB",
    "H100.memory.capacity / (2 B * 70 billion params) < 1.5x",
    "$5.56/million tokens",
    "[8, 64, 512] GPUs * 3 USD/GPU/h ~= [$24/h, $192/h, $1_536/h] to 2 digits",
    "peak * 30%..50% ~= 10..20 TFLOP/s within 5%",
    "1 h < failure_interval(GPUS, life) <= 3 h < 4 h",
    "-0.51/year in -0.6/year ..= -0.5/year",
    "let a = x / 2; let b = a ^ 2 - 1; if a < b { a } else if a >= 3 h { b } else { -a }",
    "solve(&models::LLAMA, &H100, Precision::Fp16).bottleneck is Memory",
    "sum([1, 2, 3] h) + mean([4, 5] h) - max(1 h, 2 h) * count([1, 2])",
    "printed(life[1]) * sqrt(4) ^ -2 ^ 3 == { any.rust(\"code\") }",
    "> 5 h, <= 8 h",
    "10,000 GPUs × $3.50/h ≈ $35,000/h",
    "q!(9.8 m/s^2) * (1,024 − 5 µs) ÷ 3",
];

/// What tokens are made of, right and wrong.
const PIECES: &[&str] = &[
    "0",
    "1",
    "007",
    "10,000",
    "1_000",
    "5.",
    "5._",
    "2.5e-5",
    "1e300",
    "1e-300",
    "1e999",
    "0x1f",
    "99999999999999999999999999",
    "1.5x",
    "45%",
    "$",
    "-",
    "+",
    "*",
    "/",
    "^",
    "^2",
    "^-1",
    "..",
    "..=",
    "::",
    "~=",
    "==",
    "=",
    "<",
    "<=",
    ">",
    ">=",
    "->",
    "=>",
    "&",
    "!",
    "#",
    ",",
    ";",
    ":",
    ".",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "\"a\"",
    "let ",
    " if ",
    " else ",
    " in ",
    " is ",
    " to ",
    " digits",
    " within ",
    " mut ",
    "q!",
    "printed",
    "sum",
    "min",
    "sqrt",
    "log",
    "a",
    "life",
    "sizes",
    "A::B",
    "Precision::Fp16",
    " GB/s",
    " h",
    " GPUs",
    " million",
    " USD",
    "/GPU/h",
    "*m",
    " houres",
    "µs",
    "Ω",
    "×",
    "·",
    "−",
    "÷",
    "≈",
    "≤",
    "≥",
    "–",
    "²",
    "漢",
    "😀",
    "\u{a0}",
    "\u{202f}",
    "\u{301}",
    "\n",
    " ",
    "_",
    "__x",
    "self",
    "fn",
];

/// The longest that one text may take; most take a few microseconds.
const LONGEST: Duration = Duration::from_secs(2);

/// Pieces in any order, or a text of an author in which some are cut, moved, doubled or changed.
fn text(random: &mut Random) -> String {
    if random.below(3) == 0 {
        return (0..=random.below(30)).map(|_| random.of(PIECES)).collect();
    }
    let mut characters: Vec<char> = random.of(TEXTS).chars().collect();
    for _ in 0..=random.below(5) {
        let at = random.below(characters.len() + 1);
        let end = (at + random.below(12)).min(characters.len());
        match random.below(6) {
            0 => drop(characters.drain(at..end)),
            1 => {
                let piece = characters[at..end].to_vec();
                let to = random.below(characters.len() + 1);
                characters.splice(to..to, piece);
            }
            2 => {
                let other = random.of(TEXTS).chars();
                let start = random.below(20);
                characters.splice(at..end, other.skip(start).take(20));
            }
            // Many of the same, for the limits of depth and size.
            3 if random.below(20) == 0 => {
                let piece = random.of(PIECES).repeat(random.below(700));
                characters.splice(at..at, piece.chars());
            }
            _ => {
                characters.splice(at..at, random.of(PIECES).chars());
            }
        }
    }
    characters.into_iter().collect()
}

fn inside(extent: Extent, tokens: usize, text: &str) {
    let (first, last) = (extent.first as usize, extent.last as usize);
    assert!(
        first <= last && (last < tokens || tokens == 0),
        "{extent:?} of {tokens} tokens: {text}"
    );
}

/// What a text turned out to be.
#[derive(Default)]
struct Count {
    lexed: usize,
    parsed: usize,
    lowered: usize,
}

/// Reads a text in every way there is.
fn survives(text: &str, scopes: &[Scope], count: &mut Count) {
    let lexed = match lex(text) {
        Ok(lexed) => lexed,
        Err(error) => {
            assert!(
                text.get(error.range).is_some_and(|it| !it.is_empty()),
                "{text}"
            );
            return;
        }
    };
    count.lexed += 1;
    let tokens = lexed.tokens.len();
    let mut end = 0;
    for range in &lexed.ranges {
        assert!(range.start >= end && range.start < range.end, "{text}");
        assert!(text[end..range.start].trim().is_empty(), "{text}");
        assert!(text.get(range.clone()).is_some(), "{text}");
        end = range.end;
    }
    assert!(text[end..].trim().is_empty(), "{text}");
    let refused = |error: &Error| {
        inside(error.extent, tokens, text);
        assert!(!error.message.is_empty(), "{text}");
    };
    let parser = || Parser::new(&lexed.tokens);
    for expression in [parser().expression(), parser().body()] {
        match expression {
            Ok(expression) => {
                count.parsed += 1;
                inside(expression.extent(), tokens, text);
                for scope in scopes {
                    match lower(&expression, scope) {
                        Ok(rows) => {
                            count.lowered += 1;
                            assert!(!rows.rows.is_empty(), "{text}");
                            for row in &rows.rows {
                                inside(row.extent, tokens, text);
                                let left = row.steps.iter().fold(0, |left, step| {
                                    assert!(left >= step.arity(), "{text}");
                                    left - step.arity() + 1
                                });
                                assert_eq!(left, 1, "{text}");
                            }
                        }
                        Err(error) => refused(&error),
                    }
                }
            }
            Err(error) => refused(&error),
        }
    }
    let results = [
        parser().relation().err(),
        parser().published().err(),
        parser().finish().err(),
    ];
    results.iter().flatten().for_each(refused);
}

fn fuzz(count: usize, seed: u64) -> Count {
    let mut block = Scope::default();
    let mut formula = Scope::formula();
    let tokens = lex("life").expect("a name").tokens;
    let name = Parser::new(&tokens).name("a name").expect("a name");
    block.bind(&name, Bound::Broken).expect("a new name");
    let argument = lex("PEAK").expect("a name").tokens;
    let argument = Parser::new(&argument).expression().expect("a name");
    let mut rows = lower(&argument, &formula).expect("steps").rows;
    let inlined = Bound::Inlined(Box::new(rows.remove(0)));
    formula.bind(&name, inlined).expect("a new name");
    let scopes = [block, formula];
    let (mut random, mut counted) = (Random(seed), Count::default());
    for _ in 0..count {
        let text = text(&mut random);
        let start = Instant::now();
        survives(&text, &scopes, &mut counted);
        let took = start.elapsed();
        assert!(took < LONGEST, "{took:?} for {text}");
    }
    counted
}

#[test]
fn what_authors_write_is_read() {
    let mut count = Count::default();
    for text in TEXTS {
        survives(text, &[Scope::formula()], &mut count);
    }
    assert_eq!(count.lexed, TEXTS.len());
    assert!(count.parsed >= TEXTS.len());
}

#[test]
fn a_broken_text_is_an_error_and_no_panic() {
    let count = fuzz(10_000, 0x9e37_79b9_7f4a_7c15);
    // A good part of them comes through to each stage.
    assert!(count.lexed > 3_000, "{} of 10,000 have tokens", count.lexed);
    assert!(count.parsed > 3_000, "{} are parsed", count.parsed);
    assert!(count.lowered > 1_000, "{} are lowered", count.lowered);
}

#[test]
#[ignore = "takes minutes: for a change of the grammar"]
fn a_million_broken_texts() {
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let count = fuzz(1_000_000, seed.unwrap_or(0x2545_f491_4f6c_dd1d));
    println!(
        "of 1,000,000 texts {} have tokens, {} readings are expressions, {} have steps",
        count.lexed, count.parsed, count.lowered
    );
    assert!(count.lowered > 100_000);
}
