//! What a reader sees of a rendered page.

/// The text that a reader sees, without spaces; raised digits as digits.
pub(crate) fn seen(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
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
        normal(&found.unwrap_or_else(|| panic!("unknown variable {name}")).1)
    };
    match name.strip_suffix("_math") {
        // Lists are joined by commas in math, and by words in prose.
        Some(base) => find(base).replace(",and", ",").replace("and", ","),
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
