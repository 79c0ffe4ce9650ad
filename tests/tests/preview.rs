//! The preview of a book: HTML in which every number can be asked.
//!
//! The book is this file: its claims stand in the modules below, its pages are written into a
//! temporary folder. In a browser it is tried with the feature `chromium`.

#[path = "preview/browser.rs"]
mod browser;
#[path = "preview/html.rs"]
mod html;
#[path = "preview/pages.rs"]
mod pages;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mlsysim::book::{Book, Error, preview};
use tempfile::TempDir;

use html::{Page, page};

/// A volume.
pub mod vol1 {
    /// A chapter.
    pub mod failures {
        use mlsysim::core::constants::reliability::GPU;
        use mlsysim::core::formulas::reliability::fleet_mean_time_between_failures;

        mlsysim::check! {
            let fleet = 10_000 GPUs;

            /// A fleet of {fleet} loses a GPU <script>alert("every")</script> & 'every' {}.
            failure_interval: fleet_mean_time_between_failures(GPU.mttf, fleet) ~= 5.0 h;

            /// In a week it loses {}.
            #[published(30 failures, "cut off")]
            weekly: 1 week / failure_interval * 1 failure ~= 34 failures;

            /// A light bulb lasts {GPU.mttf} at most, and this is {}.
            powers: 2 * 4.2e23 FLOP ~= 8.4e23 FLOP;
        }
    }
}

/// A book of pages in a folder of its own, with its preview beside them.
struct Scratch {
    folder: TempDir,
    book: Book,
}

impl Scratch {
    fn new(pages: &[(&str, &str)]) -> Scratch {
        let folder = TempDir::with_prefix("preview-").expect("a temporary folder");
        // A book's folder is known when it is compiled.
        let manifest = folder.path().to_str().expect("a path in UTF-8").to_owned();
        let book = Book {
            package: "scratch",
            version: "1.0.0",
            manifest: manifest.leak(),
        };
        let scratch = Scratch { folder, book };
        for (name, text) in pages {
            scratch.write(name, text);
        }
        scratch
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join("book").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    fn output(&self) -> PathBuf {
        self.at("_preview")
    }

    /// Writes the preview; the mistakes without the folder.
    fn preview(&self) -> Vec<String> {
        let problems = preview(&self.book, &self.output()).expect("a preview");
        let folder = format!("{}/", self.at("").display()).replace("//", "/");
        let shown = problems
            .iter()
            .map(|it| it.to_string().replace(&folder, ""));
        shown.collect()
    }

    fn page(&self, name: &str) -> Page {
        page(&self.output().join(name))
    }
}

/// Every file below a folder, by path.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = Vec::from([folder.to_path_buf()]);
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(folder).expect("below");
                found.insert(below.display().to_string());
            }
        }
    }
    found
}

#[test]
fn every_page_is_well_formed_and_every_link_leads_somewhere() {
    let book = Scratch::new(pages::BOOK);
    assert_eq!(book.preview(), [""; 0]);
    let all = files(&book.output());
    let expected = [
        ".gitignore",
        "_build.js",
        "_constants.html",
        "_errata.html",
        "_formulas.html",
        "_manifest.txt",
        "_script.js",
        "_style.css",
        "index.html",
        "vol1/failures.html",
        "vol1/more pages.html",
        "vol1/unlisted.html",
    ];
    assert_eq!(all, expected.map(String::from).into());
    let pages: Vec<&String> = all.iter().filter(|name| name.ends_with(".html")).collect();
    for name in &pages {
        let page = book.page(name);
        for (id, count) in &page.ids {
            assert_eq!(*count, 1, "{name}: the id `{id}`");
        }
        for id in page.references() {
            assert!(page.ids.contains_key(&id), "{name}: `{id}` leads nowhere");
        }
        for link in page.links() {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = book
                .output()
                .join(name)
                .parent()
                .expect("a folder")
                .join(file.replace("%20", " "));
            assert!(target.is_file(), "{name}: `{link}` leads nowhere");
            let has_anchor = || html::page(&target).ids.contains_key(anchor);
            assert!(
                anchor.is_empty() || has_anchor(),
                "{name}: `{link}` leads nowhere"
            );
        }
        assert_eq!(page.loads(), [""; 0], "{name}");
        assert!(!page.html.contains("{{&lt; var vol1"), "{name}");
        assert!(
            !page.html.contains("merror"),
            "{name} has math that is not understood"
        );
        assert!(
            !page.html.contains(['\u{e000}', '\u{e001}']),
            "{name} has marks"
        );
    }
}

#[test]
fn every_number_says_where_it_comes_from() {
    let book = Scratch::new(pages::BOOK);
    book.preview();
    let page = book.page("vol1/failures.html");
    let asked = page.text_of("data-ask=\"vol1.failures.failure_interval\"");
    // In prose, in math, by hand, in code, and in the table of the claims.
    assert_eq!(&asked[..2], ["5.0\u{a0}h", "x=5.0h"]);
    assert!(asked.len() >= 5, "{asked:?}");
    let card = page.inner("id=\"ask-vol1.failures.failure_interval\"");
    for part in [
        "A fleet of 10,000\u{a0}GPUs loses a GPU &lt;script&gt;alert(“every”)&lt;/script&gt; &amp; ‘every’ 5.0\u{a0}h.",
        "✓ Verified",
        "<math display=\"block\">",
        "<dt>stated</dt><dd>5.0\u{a0}h, as 4.95\u{a0}h to 5.05\u{a0}h print</dd>",
        "<dt>computed</dt><dd>5\u{a0}h</dd>",
        "<th scope=\"row\">fleet</th><td>−0.99%</td><td>+1.01%</td>",
        "<code>GPU.mttf</code>",
        "<a href=\"https://",
        "<code>fleet_mean_time_between_failures()</code>",
        "MIL-HDBK-338B",
        "<code>vol1::failures::failure_interval</code>",
        "tests/preview.rs:",
    ] {
        assert!(card.contains(part), "`{part}` is not in {card}");
    }
    let card = page.inner("id=\"ask-vol1.failures.fleet\"");
    assert!(
        card.contains("In the working of the chapter, fleet is 10,000\u{a0}GPUs."),
        "{card}"
    );
    let card = page.inner("id=\"ask-vol1.failures.GPU_mttf\"");
    assert!(
        card.contains("50,000\u{a0}h") && card.contains("<dt><code>GPU.mttf</code></dt>"),
        "{card}"
    );
    let card = page.inner("id=\"ask-vol1.failures.weekly\"");
    assert!(
        card.contains("<dt>published</dt><dd>30 failures (cut off)</dd>"),
        "{card}"
    );
}

#[test]
fn what_quarto_adds_to_markdown_is_shown() {
    let book = Scratch::new(pages::BOOK);
    book.preview();
    let page = book.page("vol1/failures.html");
    let html = &page.html;
    for part in [
        "<title>Failures &amp; &lt;more&gt; – A book &amp; its &quot;numbers&quot;</title>",
        "<h1><span class=\"number\">1</span> Failures &amp; &lt;more&gt;</h1>",
        "<h2 id=\"sec-rate\"><span class=\"number\">1.1</span> Failure is a rate</h2>",
        "<h3 id=\"deeper-down\"><span class=\"number\">1.1.1</span> Deeper, <em>down</em></h3>",
        "<h2 id=\"not-counted\">Not counted</h2>",
        "href=\"#eq-fleet-mean-time-between-failures\">Equation\u{a0}1.1</a>",
        "href=\"#eq-own\">1.2</a>",
        "href=\"#fig-dot\">Figure\u{a0}1.1</a>",
        "href=\"#tbl-days\">Table\u{a0}1.1</a>",
        "href=\"#sec-rate\">Section\u{a0}1.1</a>",
        "<span class=\"equation-number\">(1.2)</span>",
        "<aside class=\"callout callout-note\">\n<p class=\"callout-title\">Mind this</p>",
        "<aside class=\"callout callout-warning\">\n<p class=\"callout-title\">A <em>title</em></p>",
        "<figcaption id=\"tbl-days\"><span class=\"number\">Table\u{a0}1.1:</span> Days of a week.</figcaption>",
        "<figure id=\"fig-dot\"><img src=\"../../vol1/dot%20one.png\" alt=\"A dot\" loading=\"lazy\" \
         style=\"width: 50%\"><figcaption><span class=\"number\">Figure\u{a0}1.1:</span> A dot</figcaption></figure>",
        "<span class=\"exempt\">twice</span>",
        "role=\"doc-noteref\">1</a>",
        "<li id=\"note-1\"><p>A note with",
        "{{&lt; var is.printed &gt;}}",
        "<code class=\"language-python\">x = 1 &lt; 2 &amp; ",
        "<b onclick=\"own()\">the author’s own</b>",
        "<a href=\"more%20pages.html#there\">another page</a>",
        "<p class=\"cell\">",
        "It’s “quoted” – so",
        "<s>gone</s>",
    ] {
        assert!(html.contains(part), "`{part}` is not there");
    }
    for left in [
        ":::",
        "{#",
        "{.",
        "Not in HTML",
        "only in LaTeX",
        "Generated by mlsysim",
    ] {
        assert!(!html.contains(left), "`{left}` is left in {html}");
    }
    let next = "<a rel=\"next\" href=\"more%20pages.html\">";
    let previous = "<a rel=\"prev\" href=\"../index.html\">";
    assert!(html.contains(next) && html.contains(previous), "{html}");
    let index = book.page("index.html").html;
    assert!(index.contains("<li class=\"part\">One</li>"), "{index}");
    assert!(
        index.contains("<li class=\"part\">Not in _quarto.yml</li>"),
        "{index}"
    );
}

#[test]
fn formulas_constants_and_errata_have_pages() {
    let book = Scratch::new(pages::BOOK);
    book.preview();
    let formulas = book.page("_formulas.html").html;
    assert!(
        formulas.contains("<section class=\"formula\" id=\"fleet_mean_time_between_failures\">")
    );
    let place =
        "href=\"vol1/failures.html#eq-fleet-mean-time-between-failures\">Equation\u{a0}1.1</a>";
    assert!(formulas.contains(place), "{formulas}");
    assert!(formulas.contains("data-ask=\"vol1.failures.failure_interval\""));
    let constants = book.page("_constants.html");
    let row = constants.inner("id=\"reliability::GPU.mttf\"");
    assert!(
        row.contains("50,000\u{a0}h") && row.contains("https://"),
        "{row}"
    );
    assert!(row.contains("data-ask=\"vol1.failures.weekly\""), "{row}");
    assert!(
        constants
            .html
            .contains("<summary><code>accelerators::cloud</code>")
    );
    let errata = book.page("_errata.html").html;
    assert!(
        errata.contains("30\u{a0}failures") && errata.contains("cut off"),
        "{errata}"
    );
}

#[test]
fn a_mistake_is_shown_at_its_place() {
    let book = Scratch::new(&[
        (
            "_quarto.yml",
            "book:\n  chapters:\n    - index.qmd\n    - gone.qmd\n",
        ),
        ("index.qmd", pages::MISTAKES),
        ("_part.qmd", "Part {{< var vol1.failures.flet >}}.\n"),
    ]);
    let problems = book.preview();
    let page = book.page("index.html");
    let nearest = "; the nearest is `vol1.failures.fleet`";
    let expected = [
        "_part.qmd:1:6: unknown variable `vol1.failures.flet`; the nearest is `vol1.failures.fleet`".to_owned(),
        format!("index.qmd:5:3: unknown variable `vol1.failures.feet`{nearest}"),
        "index.qmd:7:1: there is no file `_gone.qmd` to include; the nearest is `/_generated/errata.qmd`".to_owned(),
        "index.qmd:11:5: no page has the equation `eq-gone`".to_owned(),
        "index.qmd:13:5: `6.0 h` is marked as `vol1.failures.failure_interval`, which prints 5.0\u{a0}h".to_owned(),
        "index.qmd:15:1: `{{<` has no `>}}` on its line".to_owned(),
    ];
    for problem in &expected {
        assert!(
            problems.contains(problem),
            "{problem} is not in {problems:#?}"
        );
        let shown = problem.replace('<', "&lt;").replace('>', "&gt;");
        let at = format!("<span class=\"wrong\" role=\"note\">{shown}</span>");
        assert!(page.html.contains(&at), "{at} is not in {}", page.html);
    }
    // After the word that stands before it, not somewhere.
    assert!(
        page.html.contains(
            "<p>a <code>{{&lt; var vol1.failures.feet &gt;}}</code><span class=\"wrong\""
        )
    );
    assert!(
        problems
            .iter()
            .any(|it| it == "_quarto.yml:4:1: there is no page `gone.qmd`"),
        "{problems:#?}"
    );
    assert!(
        page.html.contains("mistakes in the pages</summary>"),
        "{}",
        page.html
    );
}

#[test]
fn nothing_but_the_preview_is_written() {
    let book = Scratch::new(&[("index.qmd", "# A\n"), ("a.qmd", "# B\n")]);
    let before = files(&book.at(""));
    book.preview();
    let after = files(&book.at(""));
    let new: Vec<&String> = after.difference(&before).collect();
    assert!(
        new.iter().all(|name| name.starts_with("_preview/")),
        "{new:?}"
    );
    // A page that is gone goes; what somebody else put there stays.
    book.write("_preview/mine.html", "mine");
    fs::remove_file(book.at("a.qmd")).expect("it is removed");
    book.preview();
    let left = files(&book.output());
    assert!(
        left.contains("mine.html") && !left.contains("a.html"),
        "{left:?}"
    );
    book.write("mine.qmd", "# Mine\n");
    let error = preview(&book.book, &book.output()).expect_err("it is not ours");
    assert!(matches!(error, Error::NotOurs(_)), "{error}");
    assert_eq!(
        fs::read_to_string(book.at("_preview/mine.html")).expect("it is there"),
        "mine"
    );
}

#[test]
fn two_pages_of_one_address_and_a_folder_that_is_a_file_are_told() {
    let book = Scratch::new(&[("a.qmd", "# A\n"), ("a.md", "# B\n")]);
    let error = preview(&book.book, &book.output())
        .expect_err("one address")
        .to_string();
    assert!(
        error.contains("a.html") && error.contains("rename"),
        "{error}"
    );
    let book = Scratch::new(&[("index.qmd", "# A\n"), ("_preview", "a file")]);
    let error = preview(&book.book, &book.output())
        .expect_err("a file")
        .to_string();
    assert!(error.contains("_preview"), "{error}");
}

#[test]
fn an_unclosed_division_a_stray_end_and_odd_nesting_stay_well_formed() {
    for text in [
        "::: {.callout-note}\n\na\n",
        ":::\n\na\n\n:::\n",
        "- a\n\n  ::: {.b}\n\n  c\n\nd\n\n:::\n",
        "> ::: {.b}\n> c\n> :::\n",
        "::: a\n:::: b\n- c\n\n:::\n",
        "*[a*]{.claim id=vol1.failures.fleet} [b **c]{.d} e**",
        "[a]{.exempt\n\n[b]{.claim id=}",
        "| a |\n|---|\n| [b | c]{.exempt} |\n",
        "[^1] [^1]\n\n[^1]: ::: {.a}\n\n    b [^2]\n\n[^2]: c\n",
        "# [a]{.b} ![c](d){#e}\n\n![](f) ![*g*](h \"i\"){width=\"1;x\"}\n",
        "<div>\n\n::: a\n\n</div>\n\n:::\n",
        "```\n[a]{.b}\n",
        "$$\n\\frac{1\n$$ {#eq-a}\n\n$x$ @eq-a\n",
    ] {
        let book = Scratch::new(&[("index.qmd", text)]);
        book.preview();
        let page = std::panic::catch_unwind(|| book.page("index.html"));
        // What an author writes as HTML is passed on as it is.
        assert!(page.is_ok() || text.contains("<div>"), "{text}");
    }
}

/// What a page can be built of, so that whatever begins somewhere ends anywhere.
const PIECES: [&str; 53] = [
    "::: {.callout-note}\n",
    ":::\n",
    "::: {.a #b}\n",
    "  :::\n",
    "> ",
    "- ",
    "1. ",
    "  ",
    "\n",
    "\n\n",
    "[5 h]{.claim id=vol1.failures.fleet}",
    "[",
    "]{.exempt}",
    "]{.claim id=vol1.failures.weekly}",
    "](a.qmd)",
    "![",
    "](c.png){#fig-a width=5}",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "```{python}\n#| echo: false\n",
    "{=html}",
    "$",
    "$$",
    "$$ {#eq-a}\n",
    "\\frac{",
    "}",
    "{",
    "{{< var vol1.failures.weekly >}}",
    "{{< var vol1.failures.weekly_math >}}",
    "{{< var a >}}",
    "{{< include /_generated/vol1/failures/weekly.qmd >}}\n",
    "{{< include _part.qmd >}}\n",
    "{{< pagebreak >}}",
    "{{{< var a >}}}",
    "@eq-a",
    "-@fig-a",
    "@tbl-b",
    "# ",
    "## A {#sec-a}\n",
    "| a | b |\n|---|--:|\n| c | d |\n",
    ": Caption {#tbl-b}\n",
    "| ",
    "[^1]",
    "\n[^1]: ",
    "---\n",
    "---\ntitle: \"a\nb: [c\n---\n",
    "&amp;",
    "\u{feff}",
    "x",
    "\r\n",
];

#[test]
fn pages_of_pieces_in_any_order_are_well_formed() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("it is small")
    };
    let texts: Vec<String> = (0..400)
        .map(|_| (0..=draw(24)).map(|_| PIECES[draw(PIECES.len())]).collect())
        .collect();
    let book = Scratch::new(&[("_part.qmd", "A *part*.\n\n- of a list\n")]);
    for (number, text) in texts.iter().enumerate() {
        book.write(&format!("p{number}.qmd"), text);
    }
    book.preview();
    for (number, text) in texts.iter().enumerate() {
        let read = std::panic::catch_unwind(|| book.page(&format!("p{number}.html")));
        let page = read.unwrap_or_else(|_| panic!("p{number}: {text:?}"));
        let mark = page.html.find(['\u{e000}', '\u{e001}']);
        let around =
            mark.map(|at| &page.html[page.html.floor_char_boundary(at.saturating_sub(90))..]);
        let around = around.map(|html| &html[..html.floor_char_boundary(180)]);
        assert_eq!(around, None, "p{number}: {text:?}");
    }
}
