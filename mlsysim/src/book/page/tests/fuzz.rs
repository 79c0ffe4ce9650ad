//! No page, however broken, stops the check or lets it point outside of the page.
//!
//! The inputs are pieces of the rules' own syntax in any order, and the book's pages
//! with pieces inserted, removed and doubled. `MLSYSIM_FUZZ=1000000` sets how many:
//!
//! ```sh
//! MLSYSIM_FUZZ=1000000 cargo test --release -p mlsysim --features book --lib \
//!     page::tests::fuzz -- --nocapture
//! ```

use std::collections::BTreeMap;
use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::time::{Duration, Instant};
use std::vec::Vec;
use std::{eprintln, fs};

use super::super::arithmetic::arithmetic;
use super::super::binding::bindings;
use super::super::book::{Book, Extensions};
use super::super::document::{Library, Problems};
use super::super::numbers::page_numbers;
use super::super::stated::Stated;
use super::super::{Document, Page, check, pieces};
use super::known;

/// What a page can be built of, so that the rules meet each other's ends.
const PIECES: [&str; 120] = [
    "`12 * 27 = 344`",
    "$\\frac{60}{7200} \\times 0.5 = 4.17$ ms",
    "1+1=2 ",
    " = ",
    " ≈ ",
    " (`2 / 3`)",
    "`512 * 2` = 1,024",
    "$N = 8$",
    "$2 (N - 1) = 14$ GB",
    "900 GB/s (7.2 Tb/s)",
    ", i.e. 25 GB",
    "8 GPUs × 80 GB = 640 GB",
    "$2.25 × 0.63 = $1.41",
    "<!-- column: total = price * count -->\n\n",
    "|total|price|count|\n|-|-|-|\n",
    "|6|2|3|\n",
    "|Total|5|\n",
    "<!-- exempt: why -->",
    "```math\n",
    "10^{12}",
    "**30",
    " \\\\ &= 3",
    "((((",
    "\\left\\lfloor 7/2",
    "{{< var vol1.training.days_value >}}",
    "[5 h]{.claim id=vol1.training.days}",
    "]{.exempt",
    "[5 ",
    "{{< var vol1.training.days >}}",
    "{{< var vol1.training.days_math >}}",
    "{{< var vol1.training.dayz >}}",
    "{{< include /_generated/formulas/ridge_point.qmd >}}",
    "{{< include b.qmd >}}",
    "{{< include a.qmd >}}",
    "{{< varr 'a b' >}}",
    "{{{< var a >}}}",
    "{{</* var a */>}}",
    "{{</*/>}}",
    "{{<",
    "{{{<",
    ">}}",
    ">}}}",
    "{{<\"",
    "{",
    "}",
    "$",
    "$$",
    "\\$",
    "\\",
    "\\text{",
    "\\begin{align}",
    "\\end{align}",
    "\\begin{",
    "`",
    "```",
    "```{.md shortcodes=\"false\"}",
    "~~~~",
    "@eq-a",
    "@eq-ridge-point",
    "@{eq-",
    "{#eq-a}",
    "{#eq-ridge-point .b",
    "::: ",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<div>",
    "---",
    "...",
    "title: ",
    "- ",
    "+ ",
    "1. ",
    "> ",
    "# ",
    "=",
    "|",
    "|-|-|",
    "[^1]: ",
    "    ",
    "\t",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "Ü",
    "–",
    "🦀",
    "days",
    "5",
    "&nbsp;",
    "5 GB ",
    "10\u{2009}000",
    "3–",
    " to 5 ms",
    "$3 per GPU per hour",
    "half a ",
    "a third",
    "two-",
    "× 10⁸",
    "H100",
    "v1.2",
    "May ",
    "in 2019",
    "Section ",
    "[12",
    "[@key2021, p. 5",
    "]",
    "(5.",
    "https://a.b/5",
    "10:15",
    "\\frac{1}",
    "{,}024",
    "\\mu\\text{",
    "<td a=\"5",
];

/// Numbers that look as if by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }

    fn piece(&mut self) -> &'static str {
        PIECES[self.below(PIECES.len())]
    }

    /// A place in a text, between two characters.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    fn page(&mut self, real: &[String]) -> String {
        if self.below(2) == 0 {
            return (0..self.below(40)).map(|_| self.piece()).collect();
        }
        // A passage is enough, and many of them are more than few whole pages.
        let page = &real[self.below(real.len())];
        let start = self.place(page);
        let end = page.floor_char_boundary((start + self.below(1500)).min(page.len()));
        let mut text = page[start..end].to_string();
        for _ in 0..1 + self.below(8) {
            let at = self.place(&text);
            let end = text.floor_char_boundary((at + self.below(20)).min(text.len()));
            match self.below(3) {
                0 => text.insert_str(at, self.piece()),
                1 => text.replace_range(at..end, ""),
                _ => {
                    let copy = text[at..end].to_string();
                    text.insert_str(at, &copy);
                }
            }
        }
        text
    }
}

fn real_pages() -> Vec<String> {
    let book = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book");
    let files = [
        "index.qmd",
        "vol1/training.qmd",
        "vol2/fault_tolerance.qmd",
        "_generated/errata.qmd",
        "_generated/formulas/ridge_point.qmd",
    ];
    files
        .iter()
        .map(|file| fs::read_to_string(book.join(file)).unwrap())
        .collect()
}

/// Pages that include each other, and nothing else.
fn library(pages: &BTreeMap<String, Page>) -> Library<'_> {
    static RIGHT: Problems = Problems::new();
    Library {
        pages,
        problems: &RIGHT,
        generated: &|_| None,
    }
}

/// Each of thirty pages includes the next twice: whole, the first has a thousand million parts.
#[test]
fn what_includes_too_much_ends() {
    let page = |number: usize| {
        let name = format!("{number}.qmd");
        let text = format!("{{{{< include {}.qmd >}}}}\n\n", number + 1).repeat(2);
        (name.clone(), Page::new(name, text))
    };
    let pages: BTreeMap<String, Page> = (0..30).map(page).collect();
    let document = Document::of(&pages["0.qmd"], &library(&pages));
    let ends = document.items.iter().flat_map(|item| &item.problems);
    assert!(ends.clone().any(|problem| problem.contains("too much")));
}

#[test]
fn no_page_stops_the_check() {
    let count = std::env::var("MLSYSIM_FUZZ").ok();
    let count = count.map_or(500, |count| count.parse().unwrap());
    let (known, real) = (known(), real_pages());
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let (mut wrong, mut slowest) = (0_usize, Duration::ZERO);
    for index in 0..count {
        let texts = [chance.page(&real), chance.page(&real)];
        let input = format!("{texts:?}");
        let start = Instant::now();
        let named = ["a.qmd", "b.qmd"].into_iter().zip(texts);
        let pages = named.map(|(name, text)| (name.into(), Page::new(name.into(), text)));
        let book = Book {
            folder: "book".into(),
            pages: pages.collect(),
            extensions: Extensions::default(),
        };
        let problems = check(&book, &known);
        for page in book.pages.values() {
            for equality in arithmetic(page) {
                let text = page.text.get(equality.range);
                assert!(
                    text.is_some_and(|text| !text.is_empty()),
                    "{index}: {input}"
                );
            }
            let document = Document::of(page, &library(&book.pages));
            assert!(pieces(&document.markdown).len() >= document.items.len());
            for found in page_numbers(page) {
                let text = page.text.get(found.range.clone());
                assert!(
                    text.is_some_and(|text| !text.is_empty()),
                    "{index}: {input}"
                );
            }
        }
        slowest = slowest.max(start.elapsed());
        assert!(start.elapsed() < Duration::from_secs(2), "{index}: {input}");
        wrong += usize::from(!problems.is_empty());
        for problem in problems {
            let name = problem.file.file_name().unwrap().to_str().unwrap();
            let mut lines = book.pages[name].text.split('\n');
            let line = lines.nth(problem.line - 1);
            let most = line.map(|line| line.chars().count() + 1);
            assert!(
                most.is_some_and(|most| problem.column <= most),
                "{index}: {input}"
            );
        }
    }
    eprintln!("{count} books of two pages, {wrong} with a mistake, the slowest took {slowest:?}");
    // Both sides of the rules are met.
    assert!(wrong > count / 10 && wrong < count);
}

/// What is opened again and again, and never closed.
#[test]
fn a_long_page_takes_no_longer_than_its_length_asks() {
    let known = known();
    for piece in PIECES {
        for tail in ["", " ", "\n", "a"] {
            let text = format!("{piece}{tail}").repeat(10_000 / (piece.len() + 1));
            let start = Instant::now();
            let page = Page::new("a.qmd".into(), text);
            let book = Book {
                folder: "book".into(),
                pages: [("a.qmd".into(), page)].into(),
                extensions: Extensions::default(),
            };
            let count = check(&book, &known).len();
            let numbers: usize = book
                .pages
                .values()
                .map(|page| page_numbers(page).len())
                .sum();
            let stated = Stated::of(&known);
            let bound = book.pages.values();
            let bound = bound.map(|page| bindings(page, Path::new(""), &known, &stated).bound);
            let equalities = book.pages.values().map(|page| arithmetic(page).len());
            let count = count + numbers + bound.sum::<usize>() + equalities.sum::<usize>();
            let took = start.elapsed();
            assert!(
                took < Duration::from_secs(5),
                "{piece:?} {tail:?}: {count} in {took:?}"
            );
        }
    }
}
