//! Constants by a name, a page, or words.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::Error;
use super::nearest::did_you_mean;
use super::registry::{Place, Registry, last};
use crate::core::constants::Constant;

/// What a name leads to.
pub(super) enum Found<'a> {
    /// Whole constants.
    Constants(Vec<&'a Constant>),
    /// All constants of a page.
    Page(Vec<&'a Constant>),
    /// Single figures.
    Figures(Vec<Place<'a>>),
}

/// A constant, a figure or a page of this name, else all that a word leads to.
pub(super) fn find<'a>(registry: &'a Registry, asked: &str) -> Result<Found<'a>, Error> {
    let word = asked.to_lowercase();
    let tail = format!("::{word}");
    let ends = |path: String| {
        let path = path.to_lowercase();
        path == word || path.ends_with(&tail)
    };
    let all = |is_it: &dyn Fn(&Constant) -> bool| -> Vec<&Constant> {
        registry.constants.iter().filter(|it| is_it(it)).collect()
    };
    let named = all(&|it| ends(format!("{}::{}", it.page(), it.name)));
    if !named.is_empty() {
        return Ok(Found::Constants(named));
    }
    let figures = |is_it: &dyn Fn(&Place) -> bool| -> Vec<Place> {
        registry.figures().filter(|it| is_it(it)).collect()
    };
    let named = figures(&|it| ends(format!("{}::{}", it.constant.page(), it.figure.path)));
    if !named.is_empty() {
        return Ok(Found::Figures(named));
    }
    let page = all(&|it| ends(it.page().to_string()));
    if !page.is_empty() {
        return Ok(Found::Page(page));
    }
    let words: Vec<&str> = word.split_whitespace().collect();
    let called = figures(&|it| !words.is_empty() && words.iter().all(|word| speaks_of(it, word)));
    match called.is_empty() {
        true => Err(unknown(registry, asked)),
        false => Ok(Found::Figures(called)),
    }
}

/// Whether a word begins one of those in the figure's path, or in what is said of its constant.
fn speaks_of(place: &Place, word: &str) -> bool {
    let Place { constant, figure } = place;
    let title = constant.title.unwrap_or_default();
    let mut texts = [figure.path, summary(constant), title].into_iter();
    texts.any(|text| {
        let text = text.to_lowercase();
        let mut found = text.match_indices(word);
        found.any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
    })
}

/// What a constant is, without its source.
pub(super) fn summary(constant: &Constant) -> &'static str {
    let documentation = constant.documentation.split("Source:").next();
    documentation.unwrap_or_default().trim()
}

fn unknown(registry: &Registry, asked: &str) -> Error {
    let names = registry.constants.iter().map(|it| it.name);
    let figures = registry.figures().map(|it| it.figure.path);
    let pages = registry.constants.iter().map(|it| last(it.page()));
    let near = did_you_mean(asked, names.chain(figures).chain(pages));
    Error::Unknown {
        what: "constant, figure or page",
        name: asked.to_string(),
        nearest: format!("{near}\n  `constants` alone lists all pages"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of what is found, whole constants first.
    fn found(asked: &str) -> Vec<String> {
        let registry = Registry::read().expect("the pages of this version");
        match find(&registry, asked) {
            Ok(Found::Constants(all) | Found::Page(all)) => {
                all.iter().map(|it| it.name.to_string()).collect()
            }
            Ok(Found::Figures(all)) => all.iter().map(|it| it.figure.path.to_string()).collect(),
            Err(error) => [error.to_string()].into(),
        }
    }

    #[test]
    fn a_name_comes_before_the_words_that_hold_it() {
        assert_eq!(found("H100"), ["H100"]);
        assert_eq!(found("cloud::h100"), ["H100"]);
        assert_eq!(found("h100.memory.bandwidth"), ["H100.memory.bandwidth"]);
        assert_eq!(found("lithography").len(), 3);
    }

    #[test]
    fn every_word_must_begin_one_of_the_constant() {
        let both = found("h100 memory bandwidth");
        assert!(both.contains(&"H100_PCIE.memory.bandwidth".to_string()));
        assert!(!both.iter().any(|it| it.starts_with("A100")), "{both:?}");
        // No word of engineering.
        let ring = found("ring");
        assert!(
            ring.iter().any(|it| it.starts_with("OURA_RING")),
            "{ring:?}"
        );
        assert!(
            !ring.iter().any(|it| it.starts_with("MONITORING")),
            "{ring:?}"
        );
    }

    #[test]
    fn a_slip_is_answered_with_what_is_near() {
        let [slip] = &*found("H10O") else {
            panic!("one answer");
        };
        assert!(slip.contains("did you mean `H100`?"), "{slip}");
        assert!(found("qqqqqqqqq")[0].contains("lists all pages"));
        assert!(found("")[0].contains("lists all pages"));
    }
}
