//! Which displayed arithmetic is found, and what is said of it.

use std::string::String;
use std::vec::Vec;
use std::{format, vec};

use super::super::arithmetic::{Verdict, arithmetic};
use super::*;

/// What is said of each equality of a page that is not right, and how many there are.
fn said(text: &str) -> (usize, Vec<String>) {
    let page = Page::new("a.md".into(), text.into());
    let found = arithmetic(&page);
    let count = found.len();
    let faults = found.into_iter().filter(|it| it.verdict != Verdict::Right);
    let words = faults.map(|it| {
        let hint = it
            .hint
            .map_or_else(String::new, |hint| format!(" ({hint})"));
        let (line, column, name) = (it.line, it.column, it.verdict.name());
        format!(
            "{line}:{column}: {name}: `{}`: {}{hint}",
            it.text, it.message
        )
    });
    (count, words.collect())
}

#[track_caller]
fn right(text: &str, count: usize) {
    assert_eq!(said(text), (count, vec![]), "{text}");
}

#[track_caller]
fn wrong(text: &str, words: &str) {
    assert_eq!(said(text).1, [words], "{text}");
}

#[test]
fn a_fault_says_what_the_operands_give() {
    wrong(
        "It needs `3 * 4 GB = 13 GB`.",
        "1:11: wrong: `3 * 4 GB = 13 GB`: it gives 12 GB, not 13 GB",
    );
    wrong(
        "So 7 × 2 = **15 GB**.",
        "1:4: wrong: `7 × 2 = **15 GB`: it gives 14 GB, not 15 GB",
    );
    wrong(
        "$a = 3 \\times 4 = 12 = 13$",
        "1:2: wrong: `a = 3 \\times 4 = 12 = 13`: `12` gives 12, not 13",
    );
    wrong(
        "`1000 / 24 = 41.6` ms",
        "1:2: cut: `1000 / 24 = 41.6`: it gives 41.67 ms, not 41.6 ms (cut off, not rounded: 41.7 ms)",
    );
    wrong(
        "`2.45 TB / 100 Gb/s = 24.5 s`",
        "1:2: unit: `2.45 TB / 100 Gb/s = 24.5 s`: it gives 196 s, not 24.5 s (a factor of 8: bits for bytes?)",
    );
    wrong(
        "`1.15 * 2.25 = 2.60`",
        "1:2: rounded: `1.15 * 2.25 = 2.60`: it gives 2.587, not 2.60",
    );
}

#[test]
fn a_result_may_stand_outside_of_the_span() {
    right("`2560 / 200` = 12.8 s, and takes 12.8 s (`2560/200`).", 2);
    right("$3 \\times 4 =$ 12, and 640 GB = `8 * 80 GB`", 2);
    right("```math\n3 \\times 4 = 12\n```\n", 1);
    wrong(
        "`2560 / 200` = 13.8 s",
        "1:2: wrong: `2560 / 200` = 13.8 s`: it gives 12.8 s, not 13.8 s",
    );
    // An operand is no result.
    right("On 16 nodes (`16 * 8`), in version 3 (`1.2 / 3.4`).", 0);
}

#[test]
fn a_symbol_holds_as_far_as_its_section() {
    let page = "# A\n\nWith $N = 8$.\n\n## B\n\n$2 N = 16$\n\n# C\n\n$2 N = 18$\n";
    right(page, 1);
    wrong(
        "With $N = 8$, $2 N = 18$",
        "1:16: wrong: `2 N = 18`: it gives 16, not 18",
    );
    right("$\\frac{8ND}{6ND} = 1.33$ and $2 N = 18$", 1);
}

#[test]
fn a_table_declares_its_columns_and_adds_up() {
    let table = "<!-- column: cost = price * count -->\n\n\
                 | a | price (USD) | count | cost (kUSD) |\n|-|-|-|-|\n\
                 | b | 1,500 | 4 | 6 |\n| c | 250 | 8 | 3 |\n| Total | | | 9 |\n";
    assert_eq!(
        said(table),
        (
            3,
            vec!["6:1: wrong: `| c | 250 | 8 | 3 |`: it gives 2 kUSD, not 3 kUSD".into()]
        )
    );
    let (_, words) = said(&table.replace("price *", "prize *"));
    assert!(
        words[0].contains("`prize` is the name of no column"),
        "{words:?}"
    );
}

#[test]
fn what_is_exempt_or_no_arithmetic_is_left_alone() {
    right(
        "[`3 * 4 = 13`]{.exempt} and $2 + 2 = 5$ <!-- exempt: a joke -->\n",
        0,
    );
    right("<!-- exempt: a joke -->\n\n$$\n2 + 2 = 5\n$$\n", 0);
    for text in [
        "```python\nx = 3 * 4 = 13\n```\n",
        "    3 * 4 = 13\n",
        "10 GPUs / 4 = 2 full nodes, rounded down.",
        "1920x1080 = 2 MP, and a 3x3 kernel",
        "10 + 20% = 12",
        "`--nodes=64 --gpus=8` and `7 // 2 = 4`",
        "in 2 s (300 ms), 5 ms (3 ms), 2 TB (800 GB used)",
        "at 10% sampling = 100 traces per second * 86400 s",
        "${{< var a.b_math >}} * 2 = 3$",
    ] {
        assert_eq!(said(text).1, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_conversion_is_held_to_its_other_unit() {
    right(
        "900 GB/s (7.2 Tb/s), 200 Gb/s, i.e. 25 GB/s, and 3.7 Tb/s (460.8 GB/s)",
        3,
    );
    wrong(
        "a plan of 50 Mbit/s (50 MB/s)",
        "1:11: unit: `50 Mbit/s (50 MB/s)`: it gives 6.25 MB/s, not 50 MB/s (a factor of 8: bits for bytes?)",
    );
}
