//! The pages of the book arrive in HTML with every number in its place.
//!
//! Quarto is too large to ask for in a test, so this does what Quarto does: includes
//! are expanded in the text; a `var` is looked up among values that were read as
//! Markdown, spliced into prose and turned into plain text inside math.
//!
//! Two renderers do it: a Markdown library, always; and Pandoc, which is what Quarto
//! uses, with the feature `pandoc`.

#[path = "book_pages/book.rs"]
mod book;
#[path = "book_pages/markdown.rs"]
mod markdown;
#[path = "book_pages/pandoc.rs"]
mod pandoc;
#[path = "book_pages/reader.rs"]
mod reader;

use book::{book, include_all, pages, tokens, variables};
use reader::{digits, expected, normal, seen};

/// A page as HTML with MathML, or what is wrong; marked, each variable stands between `⟦` and `⟧`.
type Renderer = fn(&str, bool) -> Result<String, String>;

fn every_number_of_every_page_arrives(render: Renderer) {
    let variables = variables();
    for page in pages(&book(), false) {
        let (text, names) = tokens(&include_all(&page));
        let html = render(&text, false).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
        for left in ["{{<", "{{&lt;", ">}}", "&gt;}}", "QVAR"] {
            assert!(!html.contains(left), "{}: `{left}` is left", page.display());
        }
        let seen = seen(&render(&text, true).unwrap());
        let mut arrived = seen.split('⟦').skip(1);
        for name in names {
            let text = arrived.next().and_then(|rest| rest.split_once('⟧'));
            let text = text.map(|(text, _)| text);
            let expected = expected(&name, &variables);
            assert_eq!(text, Some(&*expected), "{}: `{name}`", page.display());
        }
    }
}

/// In prose and inside math; a page may use any of them tomorrow.
fn every_variable_arrives_word_for_word(render: Renderer) {
    let variables = variables();
    let paragraph = |(name, _): &(String, String)| {
        let shortcode = format!("{{{{< var {name} >}}}}");
        match name.ends_with("_math") {
            true => format!("a ${shortcode}$\n\na {shortcode}\n\n"),
            false => format!("a {shortcode}\n\n"),
        }
    };
    let page: String = variables.iter().map(paragraph).collect();
    let html = render(&tokens(&page).0, false).unwrap();
    let mut paragraphs = html.split_terminator("</p>");
    for (name, _) in &variables {
        let places = if name.ends_with("_math") { 2 } else { 1 };
        for _ in 0..places {
            let line = paragraphs
                .next()
                .unwrap_or_else(|| panic!("`{name}` is missing"));
            let expected = format!("a{}", expected(name, &variables));
            assert_eq!(seen(line), expected, "{name}");
        }
    }
}

/// Also those that no page includes, and with every digit.
fn every_generated_file_converts(render: Renderer) {
    let files = pages(&book().join("_generated"), true);
    assert!(!files.is_empty());
    let mut all = String::new();
    for file in &files {
        all.push_str(&include_all(file));
        all.push('\n');
    }
    match render(&all, false) {
        Ok(html) => assert_eq!(digits(&seen(&html)), digits(&normal(&all))),
        Err(complaints) => panic!("{complaints}"),
    }
}

fn an_equation_that_does_not_convert_is_noticed(render: Renderer) {
    let complaints = render(r"$\frac{1$", false).unwrap_err();
    assert!(
        complaints.contains("Could not convert TeX math"),
        "{complaints}"
    );
}

macro_rules! tests {
    ($module:ident, $render:path $(, $ignore:meta)?) => {
        mod $module {
            #[test]
            $(#[$ignore])?
            fn every_number_of_every_page_arrives() {
                super::every_number_of_every_page_arrives($render);
            }

            #[test]
            $(#[$ignore])?
            fn every_variable_arrives_word_for_word() {
                super::every_variable_arrives_word_for_word($render);
            }

            #[test]
            $(#[$ignore])?
            fn every_generated_file_converts() {
                super::every_generated_file_converts($render);
            }

            #[test]
            $(#[$ignore])?
            fn an_equation_that_does_not_convert_is_noticed() {
                super::an_equation_that_does_not_convert_is_noticed($render);
            }
        }
    };
}

tests!(by_a_library, crate::markdown::render);
tests!(
    by_pandoc,
    crate::pandoc::render,
    cfg_attr(
        not(feature = "pandoc"),
        ignore = "the feature `pandoc` is off"
    )
);

/// The page check takes the label of a formula from its name.
#[test]
fn each_formula_has_its_label_and_nothing_else_has_one() {
    let generated = book().join("_generated");
    for file in pages(&generated, true) {
        let text = include_all(&file);
        let name = file
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .replace('_', "-");
        let is_formula = file.parent().unwrap().ends_with("formulas");
        let labels: Vec<&str> = text.split("{#").skip(1).collect();
        match &*labels {
            [] => assert!(!is_formula, "{}", file.display()),
            [label] if is_formula => assert!(label.starts_with(&format!("eq-{name}}}"))),
            _ => panic!("{} has labels", file.display()),
        }
    }
}
