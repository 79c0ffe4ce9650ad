use super::*;

#[track_caller]
fn reads(text: &str, expected: &str) {
    let lexed = latex(text);
    let texts: Vec<&str> = lexed
        .tokens
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    assert_eq!(texts.join(" "), expected, "{text}");
    assert_eq!(lexed.tokens.len(), lexed.ranges.len());
}

#[test]
fn numbers_have_their_separators() {
    reads(r"3.14 \times 10^{23}", "3.14 * 10 ^ ( 23 )");
    reads(r"1{,}024 + 2\,048 + 10,000", "1_024 + 2_048 + 10_000");
    reads(r"5\,\text{GB}, 40\%", "5 GB , 40 %");
    reads(r"x_{12} \approx 7", "x _ ( 12 ) ~= 7");
}

#[test]
fn units_stand_in_any_font() {
    reads(r"3.35~\text{TB/s}", "3.35 TB / s");
    reads(r"12 \mathrm{ms} \cdot 3", "12 ms * 3");
    reads(
        r"80\,\mu s, 80\,\mu\text{s}, \mu = 3",
        "80 µs , 80 µs , µ = 3",
    );
    reads(r"\$3 \times 4", "$ 3 * 4");
}

#[test]
fn a_fraction_is_a_quotient_of_groups() {
    reads(
        r"\frac{a}{b} = \dfrac {1} {2}",
        "( a ) / ( b ) = ( 1 ) / ( 2 )",
    );
    reads(r"\frac{\frac{1}{2}}{3}", "( ( 1 ) / ( 2 ) ) / ( 3 )");
    reads(r"\begin{aligned} a &= 1 \\ \end{aligned}", "a = 1");
    reads("5 % 6\n7", "5 7");
}

#[test]
fn every_token_stands_on_its_bytes() {
    let text = r"\frac{1{,}024}{3}\,\mathrm{µs}";
    let lexed = latex(text);
    let pieces: Vec<&str> = lexed
        .ranges
        .iter()
        .map(|range| &text[range.clone()])
        .collect();
    assert_eq!(pieces, ["{", "1{,}024", "}", "", "{", "3", "}", "µs"]);
}

#[test]
fn broken_latex_has_tokens_too() {
    for text in [
        "\\",
        "}",
        "{",
        "\\frac{",
        "\\text{",
        "$",
        "\\frac{1}",
        "\\mu\\text{",
        "µ\\é",
    ] {
        let lexed = latex(text);
        for range in lexed.ranges {
            assert!(text.get(range).is_some(), "{text}");
        }
    }
}
