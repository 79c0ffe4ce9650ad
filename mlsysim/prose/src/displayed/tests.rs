use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use mlsysim_language::expression::Expression;
use mlsysim_language::operation::Operator;

const READING: Reading = Reading {
    units: true,
    bytes: true,
};

/// An expression with all its parentheses.
fn shown(expression: &Expression, symbols: &[String]) -> String {
    match expression {
        Expression::Number(number) => number.full_text().replace(',', ""),
        Expression::Place(place) => {
            let index: usize = place.text[1..].parse().unwrap();
            symbols[index].clone()
        }
        Expression::Negate { operand, .. } => alloc::format!("-{}", shown(operand, symbols)),
        Expression::Binary {
            operator,
            left,
            right,
        } => {
            let (left, right) = (shown(left, symbols), shown(right, symbols));
            match operator {
                Operator::Power => alloc::format!("{left}^{right}"),
                _ => alloc::format!("({left} {} {right})", operator.sign()),
            }
        }
        Expression::Builtin {
            builtin, arguments, ..
        } => {
            let arguments: Vec<String> = arguments.iter().map(|it| shown(it, symbols)).collect();
            alloc::format!("{}({})", builtin.name(), arguments.join(", "))
        }
        other => alloc::format!("{other:?}"),
    }
}

fn sides(source: &str, notation: Notation) -> Vec<String> {
    let found = chains(source, notation);
    let sides = found.iter().flat_map(|chain| &chain.sides);
    sides
        .map(|side| match side.written(READING) {
            Some(written) => shown(&written.expression, &written.symbols),
            None => "?".to_string(),
        })
        .collect()
}

#[track_caller]
fn text(source: &str, expected: &[&str]) {
    assert_eq!(sides(source, Notation::Text), expected, "{source}");
}

#[track_caller]
fn latex(source: &str, expected: &[&str]) {
    assert_eq!(sides(source, Notation::Latex), expected, "{source}");
}

#[test]
fn text_is_read_as_programs_and_pages_write_it() {
    text("7e9 * 2 B = 14 GB", &["(7e9 * 2 B)", "14 GB"]);
    text("16384 * 2 / 2**20 = 512", &["((16384 * 2) / 2^20)", "512"]);
    text("128_256 x 8_192 x 2 B", &["((128256 * 8192) * 2 B)"]);
    text(
        "1.37e11 / 312e12 = 439us",
        &["(1.37e11 / 312e12)", "439 µs"],
    );
    text("14 GB / 50 GB/s = 280 s", &["(14 GB / 50 GB/s)", "280 s"]);
    text("$1.825 × 10^10 × $0.001", &["($1.825e10 * $0.001)"]);
    text("3 × 10⁸ / 2²", &["(3e8 / 2^2)"]);
    text("147e9 / 144e6 ~ 1021", &["(147e9 / 144e6)", "1021"]);
    text(
        "6*N*D / (2*N*D) = 3",
        &["(((6 * N) * D) / ((2 * N) * D))", "3"],
    );
    text("exp(-0.2) = 81.9%", &["exp(-0.2)", "81.9%"]);
    text("math.sqrt(2) * max(1, 2)", &["(sqrt(2) * max(1, 2))"]);
    text("12 attention heads * 64 = 768", &["(12 * 64)", "768"]);
    text("50 Mbit/s", &["50 Mbit/s"]);
    text("8 GPUs × 80 GB per GPU", &["(8 * 80 GB)"]);
    text("5 tokens per second", &["5/second"]);
    text("3 million USD/h", &["3 million USD/h"]);
    text("2 (3 + 4)", &["(2 * (3 + 4))"]);
    text("70B * 2", &["(70 B * 2)"]);
    text("1.5M + 2x", &["(1.5 million + 2)"]);
    text("900 / 3 * 10**3", &["((900 / 3) * 1e3)"]);
    text("⌈10/4⌉ = 3", &["ceil((10 / 4))", "3"]);
    text("4 GPU-hours at", &["?"]);
    text("4 GPU-hours", &["4 h"]);
    text(
        "3600 s * 2 GB = 7200 GB-seconds",
        &["(3600 s * 2 GB)", "7200 GB·seconds"],
    );
    text("600 GB * $0.148/GB-mo", &["(600 GB * $0.148/GB/month)"]);
    text("2 * 2 bytes (BF16) = 4 GB VRAM", &["(2 * 2 bytes)", "4 GB"]);
    text("1920x1080 = 2_073_600", &["(1920 * 1080)", "2073600"]);
    text("0.56 tok/s, 6 KB per vector", &["0.56/s", "6 KB"]);
}

#[test]
fn latex_is_read_as_it_is_meant() {
    latex(r"2 (N - 1) / N = 1.75", &["((2 * (N - 1)) / N)", "1.75"]);
    latex(r"1.75\, S / B = 0.49", &["((1.75 * S) / B)", "0.49"]);
    latex(r"12 L h^2 b", &["(((12 * L) * h^2) * b)"]);
    latex("4ND / 2ND = 2", &["(((4 * N) * D) / ((2 * N) * D))", "2"]);
    latex(
        r"\frac{1.01 \times 10^{9}~\text{s}}{1024 \times 0.45} = 2.19 \times 10^{6}~\text{s}",
        &["(1.01e9 s / (1024 * 0.45))", "2.19e6 s"],
    );
    latex(r"T_{1024} = e^{-4.8}", &["T_1024", "2.71828182845905^-4.8"]);
    latex(r"\tau = \sqrt{2 \times 120}", &["tau", "sqrt((2 * 120))"]);
    latex(r"1 - 0.01^3 = 53.3\,\%", &["(1 - 0.01^3)", "53.3%"]);
    latex(r"14{,}080{,}000 / \frac{3}{4}", &["(14080000 / (3 / 4))"]);
    latex(r"80~\text{GB} / 3.35~\text{TB/s}", &["(80 GB / 3.35 TB/s)"]);
    latex(
        r"\left\lfloor \frac{7}{2} \right\rfloor = 3",
        &["floor((7 / 2))", "3"],
    );
    latex(r"\log_2 8 + \ln(2)", &["(log2(8) + ln(2))"]);
    latex(
        "a &= 2 \\times 3 \\\\ &= 6 \\\\ b &= 4",
        &["a", "(2 * 3)", "6", "b", "4"],
    );
    latex(r"48 \times 10^{9} \times 15", &["(48e9 * 15)"]);
    latex(r"2~\text{m}^2 \times 3~\text{s}^{-1}", &["(2 m² * 3/s)"]);
    latex(r"5\,\mu s \times 2", &["(5 µs * 2)"]);
}

#[test]
fn what_is_not_understood_is_not_read() {
    for source in [
        "7 // 2",
        "1000 % 32",
        "f(3)",
        "x[3]",
        "3 foo 4",
        "--nodes",
        "5!",
        "log(3)",
        "1 2",
        "2007-03-0x",
        "07",
        "3 GB and 4",
        "int(3.5)",
        "a b",
        "2 |3|",
    ] {
        text(source, &["?"]);
    }
    for source in [
        r"f(x)",
        r"2\frac{1}{2}",
        r"\sum_i 3",
        r"\hat{x}",
        r"O(n^2)",
        r"3 \pm 1",
        r"\log 3",
        r"H100 \times 2",
    ] {
        latex(source, &["?"]);
    }
    text("(1 + 2", &[]);
}

#[test]
fn a_chain_ends_where_the_sentence_goes_on() {
    let count = |source| chains(source, Notation::Text).len();
    assert_eq!(count("1 + 1 = 2; 2 + 2 = 4"), 2);
    assert_eq!(count("KV cache: 2 * 3 = 6"), 2);
    let found = chains("1 + 1 < 3 = 4 != 5", Notation::Text);
    use Relation::{Equal, Other};
    assert_eq!(found[0].relations, [Other, Equal, Other]);
    let found = chains("1 / 3 = ~0.3", Notation::Text);
    assert_eq!(found[0].relations, [Relation::About]);
}

#[test]
fn a_unit_may_stand_behind_the_span() {
    let unit = |behind: &str| {
        let mut found = chains("3 * 4 = 12", Notation::Text);
        let side = found[0].sides.last_mut().unwrap();
        side.take_unit(behind);
        let written = side.written(READING).unwrap();
        shown(&written.expression, &written.symbols)
    };
    assert_eq!(unit(" million USD."), "12 million USD");
    assert_eq!(unit(" GB/s, at"), "12 GB/s");
    assert_eq!(unit(" pixels a second."), "12/second");
    assert_eq!(unit(" of them"), "12");
    assert_eq!(unit("\u{a0}% of it"), "12%");
    assert_eq!(unit(" t of it"), "12 t");
}
