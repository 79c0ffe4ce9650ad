//! Which text of a page is read for numbers, and as what.

use std::string::{String, ToString};
use std::time::{Duration, Instant};
use std::vec::Vec;
use std::{assert_eq, format};

use mlsysim_prose::{Kind, What};

use super::super::numbers_of;

/// The quantities of a page.
#[track_caller]
fn finds(text: &str, expected: &[&str]) {
    let numbers = numbers_of(text.to_string()).into_iter();
    let found: Vec<&str> = numbers
        .filter(|number| number.what == What::Quantity)
        .map(|number| &text[number.range])
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// The kinds of the numbers of a page that are no quantities.
#[track_caller]
fn tells(text: &str, expected: &[(&str, Kind)]) {
    let numbers = numbers_of(text.to_string()).into_iter();
    let found: Vec<(&str, What)> = numbers
        .map(|number| (&text[number.range], number.what))
        .collect();
    let expected: Vec<(&str, What)> = expected
        .iter()
        .map(|(text, kind)| (*text, What::Exempt(*kind)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn text_is_read_without_its_markup() {
    finds("It has **5** GB.", &["5** GB"]);
    finds(r"It costs \$3,000, or $10^{3}$.", &["$3,000", "10^{3}"]);
    finds(
        "> - a [5 GB card](x6.html)[^1]\n\n[^1]: of 7 W\n",
        &["5 GB", "7 W"],
    );
    finds("![5 GB](a6.png){#fig-7 width=8}", &["5 GB"]);
    finds("10<sup>19</sup> of CO<sub>2</sub>", &["10<sup>19"]);
    finds("5&nbsp;GB and {{< var a.b_6 >}}", &["5&nbsp;GB"]);
    finds("$t = {{< var a.b_6_math >}} + 7$", &["7"]);
    finds("{{< a $b >}} c$ 7 W", &["7 W"]);
    finds("---\ntitle: In 5 h\nnumber: 6\n---\n\n7 h", &["5 h", "7 h"]);
    finds("```\n5 GB\n```\n\n```\n6 GB\n", &["6 GB"]);
}

#[test]
fn cells_are_read_by_the_head_of_their_column() {
    let table = "| year | size |\n|---|---|\n| 1850 | 1850 |\n\n: Of 5 W. {#tbl-6}\n";
    finds(table, &["1850", "5 W"]);
    finds("<table><tr><td width=\"5\">6</td></tr></table>", &["6"]);
}

#[test]
fn what_is_no_text_is_told_with_its_kind() {
    tells(
        "# 4 Walls {#sec-5}",
        &[("4", Kind::Marker), ("{#sec-5}", Kind::Attribute)],
    );
    tells(
        "12. A\n\n(1) B",
        &[("12.", Kind::Marker), ("1", Kind::Marker)],
    );
    tells(
        "`a5` <!-- 6 -->",
        &[("`a5`", Kind::Code), ("<!-- 6 -->", Kind::Code)],
    );
    tells(
        "[a](b5.html) <https://c6.org>",
        &[("](b5.html)", Kind::Link), ("<https://c6.org>", Kind::Link)],
    );
    tells(
        "::: {.a b=5}\nc\n:::\n",
        &[("::: {.a b=5}", Kind::Attribute)],
    );
    tells(
        "---\ndate: 2024-03-18\ntoc: 3\n---\n",
        &[(" 2024-03-18", Kind::Date), (" 3", Kind::Attribute)],
    );
}

#[test]
fn places_are_counted_in_characters() {
    let numbers = numbers_of("\u{feff}é 5\nÜ 6 7".into()).into_iter();
    let places: Vec<(usize, usize)> = numbers.map(|it| (it.line, it.column)).collect();
    assert_eq!(places, [(1, 3), (2, 3), (2, 5)]);
}

/// Twice the text takes no more than about twice the time.
#[test]
fn time_grows_with_the_length() {
    let pieces: [&str; 16] = [
        "In 2023 it took half a second, 3-5 ms [12] at $5. ",
        "1a-",
        "(a",
        "{{< var a.b_5 >}} ",
        "${{< var a.b_5 >}}$ ",
        "```\n~~~ 5 GB\n",
        "```\n5 GB\n",
        "[5](5",
        "[@a 5 ",
        "{a={",
        "{.a",
        "<a \"5",
        "$\\frac{",
        "\\frac{1}{2} \\mu ",
        "|5 GB|\n|-|\n",
        "Section 1, ",
    ];
    for piece in pieces {
        for around in ["", "$$"] {
            let text = format!("{around}{}{around}", piece.repeat(100_000 / piece.len()));
            let start = Instant::now();
            let count = numbers_of(text).len();
            let took = start.elapsed();
            assert!(
                took < Duration::from_secs(3),
                "{piece:?}: {count} in {took:?}"
            );
        }
    }
    let line: String = "a batch of 5 GB, ".repeat(50_000);
    assert_eq!(numbers_of(line).len(), 50_000);
}
