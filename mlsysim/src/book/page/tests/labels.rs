//! Labels of equations, references to them, and files that include themselves.

use std::format;

use super::{check, mistakes, right, wrong};

#[test]
fn an_equation_that_is_referred_to_stands_somewhere() {
    let include = "{{< include /_generated/formulas/ridge_point.qmd >}}\n";
    right(&format!("By @eq-ridge-point.\n\n{include}"));
    right("By [@eq-own; @eq-own].\n\n$$\na\n$$ {#eq-own}\n");
    right("a\\@eq-own, me@eq-own.org, `@eq-own`, @fig-own");
    wrong(
        "By @eq-ridge-point.\n",
        "1:4: no page has the equation `eq-ridge-point`: write \
         `{{< include /_generated/formulas/ridge_point.qmd >}}` on a line of its own \
         where it shall stand",
    );
    wrong(
        &format!("By @eq-ridge-pont.\n\n{include}"),
        "1:4: no page has the equation `eq-ridge-pont`; the nearest is `@eq-ridge-point`",
    );
    // What stands in code defines nothing, and what no page shows neither.
    let undefined = "1:1: no page has the equation `eq-own`";
    let hidden = format!("@eq-ridge-point\n\n<!--\n{include}-->\n");
    assert_eq!(check(&hidden).len(), 1);
    wrong("@eq-own\n\n```\n$$a$$ {#eq-own}\n```\n", undefined);
    let label = "$$a$$ {#eq-own}\n";
    let page = ("vol1/training.qmd", "@eq-own\n");
    assert_eq!(mistakes(&[page, ("b.qmd", label)]), [""; 0]);
    assert_eq!(mistakes(&[page, ("_b.qmd", label)]), [undefined]);
    let includes = ("b.qmd", "{{< include _b.qmd >}}");
    assert_eq!(mistakes(&[page, ("_b.qmd", label), includes]), [""; 0]);
}

#[test]
fn an_equation_stands_in_one_place() {
    let include = "{{< include /_generated/formulas/ridge_point.qmd >}}\n";
    let keep = |label: &str, first: &str| {
        format!(
            "the equation `{label}` stands at {first} already: keep one of them, \
             and refer to it with `@{label}`"
        )
    };
    let again = keep("eq-ridge-point", "vol1/training.qmd:1:1");
    right(include);
    wrong(
        &format!("{include}\n{include}"),
        &format!("3:1: {}", again.replace("vol1/training.qmd:", "")),
    );
    wrong(
        "$$a$$ {#eq-a}\n\n$$b$$ {#eq-a}\n",
        &format!("3:7: {}", keep("eq-a", "1:7")),
    );
    right("$$a$$ {#eq-a}\n\n$$b$$ {#eq-b}\n");
    // In the book, and through what a page includes.
    let files = [("vol1/training.qmd", include), ("vol2/b.qmd", include)];
    assert_eq!(
        mistakes(&files),
        [format!(
            "vol2/b.qmd:1:1: {}",
            again.replace("vol1/training.qmd:", "")
        )]
    );
    let part = ("own.qmd", "$$a$$ {#eq-a}\n");
    let twice = (
        "b.qmd",
        "{{< include own.qmd >}}\n\n{{< include own.qmd >}}\n",
    );
    assert_eq!(
        mistakes(&[part, twice]),
        [format!("b.qmd:3:1: {}", keep("eq-a", "b.qmd:1:1"))]
    );
    assert_eq!(
        mistakes(&[part, ("b.qmd", "{{< include own.qmd >}}")]),
        [""; 0]
    );
    // A derivation has no number.
    let derivation = "{{< include /_generated/vol1/training/days.qmd >}}\n\n";
    right(&derivation.repeat(2));
}

#[test]
fn a_file_that_includes_itself_is_told() {
    let files = [
        ("a.qmd", "{{< include b.qmd >}}"),
        ("b.qmd", "\n{{< include a.qmd >}}"),
    ];
    assert_eq!(
        mistakes(&files),
        [
            "a.qmd:1:1: `b.qmd` includes itself: take this `include` out",
            "b.qmd:2:1: `a.qmd` includes itself: take this `include` out"
        ]
    );
    wrong(
        "{{< include training.qmd >}}",
        "1:1: `vol1/training.qmd` includes itself: take this `include` out",
    );
}
