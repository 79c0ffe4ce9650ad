//! The forms in which numbers are met, and what each is.

use alloc::vec::Vec;

use super::{Kind, What, math_numbers, numbers};

/// The quantities of a text, and no others.
#[track_caller]
fn finds(text: &str, expected: &[&str]) {
    let found: Vec<&str> = numbers(text)
        .into_iter()
        .filter(|found| found.what == What::Quantity)
        .map(|found| &text[found.range])
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// The numbers of a text, none of which is a quantity.
#[track_caller]
fn tells(text: &str, kind: Kind, expected: &[&str]) {
    let found: Vec<(&str, What)> = numbers(text)
        .into_iter()
        .map(|found| (&text[found.range], found.what))
        .collect();
    let expected: Vec<(&str, What)> = expected
        .iter()
        .map(|text| (*text, What::Exempt(kind)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn digits_are_grouped_by_signs_and_by_spaces() {
    finds(
        "10,000 or 2\u{2009}048 or 20 000.",
        &["10,000", "2\u{2009}048", "20 000"],
    );
    finds(
        "10½ years, 10¹⁹, 3 × 10⁸ B",
        &["10½ years", "10¹⁹", "3 × 10⁸ B"],
    );
    finds("a 7B model in 15k steps", &["7B", "15k steps"]);
    finds("at −20 °C, ±2%, .5 GB", &["−20 °C", "±2%", ".5 GB"]);
}

#[test]
fn a_range_that_shares_its_unit_is_one_quantity() {
    finds(
        "15–30×, 10 to 14 GB, 3-5 ms",
        &["15–30×", "10 to 14 GB", "3-5 ms"],
    );
    finds("from 8 to 16 GB", &["8", "16 GB"]);
    finds("5x-10x, 2:1", &["5x", "10x", "2:1"]);
    finds("8 × 50 GB/s, 224 x 224", &["8", "50 GB/s", "224", "224"]);
}

#[test]
fn money_has_what_it_is_for() {
    finds("$3 per GPU per hour", &["$3 per GPU per hour"]);
    finds("$4 per thousand requests", &["$4 per thousand requests"]);
    finds(
        "US$1,500, €0.32/kWh, $61 million",
        &["US$1,500", "€0.32/kWh", "$61 million"],
    );
}

#[test]
fn words_are_quantities_where_they_measure() {
    finds(
        "half a trillion in two minutes",
        &["half a trillion", "two minutes"],
    );
    finds(
        "a third of it, twice, threefold",
        &["a third", "twice", "threefold"],
    );
    finds(
        "2.5 million, a dozen, 5 percentage points",
        &["2.5 million", "a dozen", "5 percentage points"],
    );
    finds("one of the two ways, a third party", &[]);
    finds("not one byte, the second half, several thousand", &[]);
}

#[test]
fn calendar_and_clock_are_told() {
    tells("In 2019 images grew", Kind::Year, &["2019"]);
    tells(
        "the 1980s, 1999–2012",
        Kind::Year,
        &["1980s", "1999", "2012"],
    );
    tells(
        "15 February 1946; May 30, 2022; 9/14/2023",
        Kind::Date,
        &["15 February 1946", "May 30, 2022", "9/14/2023"],
    );
    tells("9:00–17:30, 6 a.m.", Kind::Time, &["9:00–17:30", "6 a.m."]);
    finds(
        "2000 nodes, 2048 of them, May 5 GB",
        &["2000 nodes", "2048", "5 GB"],
    );
}

#[test]
fn references_are_told() {
    tells(
        "Chapters 2 and 5, Fig. 8-1, Part 1 of 3",
        Kind::Reference,
        &["2", "5", "8-1", "1", "3"],
    );
    tells(
        "[12], [4–6] and @key2021",
        Kind::Citation,
        &["[12]", "[4–6]", "@key2021"],
    );
    tells("pp. 5 and 7–8", Kind::Page, &["5", "7–8"]);
    finds(
        "in part 5 GB, sizes [1, 8, 64], in [0, 1]",
        &["5 GB", "1", "8", "64", "0", "1"],
    );
}

#[test]
fn names_are_told() {
    tells(
        "H100, Llama-3 70B, an iPhone 15, 3D",
        Kind::Name,
        &["H100", "Llama-3", "70B", "15", "3D"],
    );
    tells(
        "CUDA 12.4, v1.2, with Python 3.10 and 3.11",
        Kind::Version,
        &["12.4", "v1.2", "3.10", "3.11"],
    );
    finds(
        "a PUE 1.2, Take 5, an MFU of 0.4, n-1",
        &["1.2", "5", "0.4", "1"],
    );
    tells("the 3rd", Kind::Ordinal, &["3rd"]);
    tells(
        "see img/x86.png or 10.1145/278",
        Kind::Link,
        &["img/x86.png", "10.1145/278"],
    );
}

#[test]
fn an_index_is_no_quantity_of_math() {
    let found = |text: &'static str| -> Vec<&str> {
        let quantities = math_numbers(text).into_iter();
        let quantities = quantities.filter(|found| found.what == What::Quantity);
        quantities.map(|found| &text[found.range]).collect()
    };
    assert_eq!(found(r"x_{12}^2 = -3"), ["-3"]);
    assert_eq!(found(r"a - 3 \cdot 10^{-8}"), [r"3 \cdot 10^{-8}"]);
    assert_eq!(
        found(r"\frac{140~\text{GB}}{2 \times 3}"),
        [r"140~\text{GB}", "2", "3"]
    );
    assert_eq!(found(r"\text{H100}: 40\%, \$5"), [r"40\%", r"\$5"]);
}
