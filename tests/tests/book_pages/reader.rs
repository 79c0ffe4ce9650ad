//! What a reader sees of a rendered page.

/// The text that a reader sees, without spaces; raised digits as digits.
pub(crate) fn seen(html: &str) -> String {
    // The library writes the sign of an order as it stands.
    let html = html.replace("><<", ">&lt;<");
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        // The TeX source stands in the MathML as an annotation that is not shown.
        rest = if after.starts_with("annotation") {
            after.split_once("</annotation>").expect("it is closed").1
        } else {
            after.split_once('>').expect("a tag is closed").1
        };
    }
    text.push_str(rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&");
    normal(&text)
}

pub(crate) fn normal(text: &str) -> String {
    let letter = |c: char| match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(u32::from(c) - u32::from('⁴') + u32::from('4')).unwrap(),
        '−' | '⁻' => '-',
        '⋅' => '·',
        'μ' => 'µ',
        other => other,
    };
    let is_space = |c: &char| c.is_whitespace() || matches!(c, '\u{2061}'..='\u{2064}');
    text.chars().filter(|c| !is_space(c)).map(letter).collect()
}

/// What a reader should see of a variable: of `x_math` the text of `x`.
pub(crate) fn expected(name: &str, variables: &[(String, String)]) -> String {
    let find = |name: &str| {
        let found = variables.iter().find(|(known, _)| known == name);
        let found = found.unwrap_or_else(|| panic!("unknown variable {name}"));
        normal(&plain(&found.1))
    };
    match name.strip_suffix("_math") {
        // Lists are joined by commas in math, and by words in prose.
        Some(base) => {
            let mut text = find(base).replace(",and", ",").replace("and", ",");
            // A bound is a sign in math, and a word in prose.
            for (words, sign) in [
                ("atmost", "≤"),
                ("atleast", "≥"),
                ("under", "<"),
                ("over", ">"),
            ] {
                text = text.replace(words, sign);
            }
            text
        }
        None => find(name),
    }
}

/// How often each digit stands in a text.
pub(crate) fn digits(text: &str) -> [usize; 10] {
    let mut counts = [0; 10];
    for digit in text.chars().filter_map(|c| c.to_digit(10)) {
        counts[digit as usize] += 1;
    }
    counts
}

/// Markdown of a single line as the text that it shows.
///
/// This is neither of the renderers, so that it can say what both should show.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let escaped = after.chars().next().filter(char::is_ascii_punctuation);
        (text, rest) = match (c, escaped, math(rest)) {
            ('\\', Some(sign), _) => (text + &sign.to_string(), &after[1..]),
            (_, _, Some((tex, after))) => (text + &plain_math(tex), after),
            _ => (text + &c.to_string(), after),
        };
    }
    text
}

/// The math that a text begins with, and what follows it; a price is none.
fn math(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('$')?;
    let ends = inner.match_indices('$').map(|(end, _)| end);
    let mut ends = ends.filter(|end| !inner[..*end].ends_with('\\'));
    let (tex, after) = inner.split_at(ends.next()?);
    let after = &after[1..];
    let is_price = tex.starts_with(' ')
        || tex.ends_with(' ')
        || after.starts_with(|c: char| c.is_ascii_digit());
    (!is_price).then_some((tex, after))
}

fn plain_math(tex: &str) -> String {
    let mut text = String::new();
    let mut rest = tex;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let length = after.find(|c: char| !c.is_ascii_alphabetic());
        let (name, after) = after.split_at(length.unwrap_or(after.len()).max(1));
        text.push_str(match name {
            "times" => "×",
            "cdot" => "·",
            "le" => "≤",
            "ge" => "≥",
            "approx" => "≈",
            "text" | "," | " " => "",
            "$" | "%" => name,
            _ => panic!("what does `\\{name}` of `{tex}` show?"),
        });
        rest = after;
    }
    (text + rest).replace(['{', '}', '^'], "")
}

#[test]
fn markdown_is_the_text_that_it_shows() {
    assert_eq!(plain(r"\$5 and 1\% of $5"), "$5 and 1% of $5");
    assert_eq!(
        plain(r"$8.40 \times 10^{23}$ FLOP, $5 or $6"),
        "8.40 × 1023 FLOP, $5 or $6"
    );
    assert_eq!(plain(r"$\$43{,}000\,\text{h}$"), "$43,000h");
}
