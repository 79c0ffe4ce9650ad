//! Shortcodes wherever they stand.

use std::format;

use super::{mistakes, right, wrong};

#[test]
fn quarto_expands_in_code_too() {
    for (page, place) in [
        ("```\n{{< var VAR >}}\n```\n", "2:1"),
        ("```{=latex}\n{{< var VAR >}}\n```\n", "2:1"),
        ("- a\n\n  ~~~\n  {{< var VAR >}}\n  ~~~\n", "4:3"),
        ("> ```\r\n> Ü {{< var VAR >}}\r\n> ```\r\n", "2:5"),
        ("`{{< var VAR >}}`\n", "1:2"),
        ("<!-- {{< var VAR >}} -->\n", "1:6"),
        ("<div>\n{{< var VAR >}}\n</div>\n", "2:1"),
        ("    {{< var VAR >}}\n", "1:5"),
        ("---\ntitle: \"{{< var VAR >}}\"\n---\n", "2:9"),
    ] {
        right(&page.replace("VAR", "vol1.training.days"));
        let message = "unknown variable `vol1.training.dayz`; the nearest is `vol1.training.days`";
        wrong(
            &page.replace("VAR", "vol1.training.dayz"),
            &format!("{place}: {message}"),
        );
        // An author who writes about shortcodes.
        right(&page.replace("{{< var VAR >}}", "{{{< var a.b >}}}"));
        right(&page.replace("{{< var VAR >}}", "{{</* var a.b */>}}"));
    }
    right("```{.md shortcodes=false}\n{{< var a.b >}}\n```\n");
    right("```c++\nx{{<y\n>}}\n```\n");
    wrong("a >}}\n", "1:3: `>}}` has no `{{<` before it");
}

#[test]
fn pages_in_plain_markdown_are_pages() {
    let page = "{{< var vol1.training.dayz >}}";
    let message = "1:1: unknown variable `vol1.training.dayz`; the nearest is `vol1.training.days`";
    assert_eq!(mistakes(&[("a.md", page)]), [format!("a.md:{message}")]);
    // And what a page includes, whatever it is called.
    let files = [("a.qmd", "{{< include b.txt >}}"), ("b.txt", page)];
    assert_eq!(mistakes(&files), [format!("b.txt:{message}")]);
    let others = [
        ("b.txt", page),
        ("_book/a.md", page),
        ("_extensions/x/README.md", page),
    ];
    assert_eq!(mistakes(&others), [""; 0]);
}

#[test]
fn an_unknown_shortcode_near_to_ours_is_a_slip() {
    for (name, meant) in [("varr", "var"), ("Var", "var"), ("inlcude", "include")] {
        let expected = format!("1:3: unknown shortcode `{name}`; the nearest is `{meant}`");
        wrong(
            &format!("a {{{{< {name} vol1.training.days >}}}}"),
            &expected,
        );
    }
    wrong(
        "{{< value vol1.training.days >}}",
        "1:1: unknown shortcode `value`; the nearest is `var`",
    );
    for name in ["env", "kbd", "video", "brand", "fa", "iconify", "now"] {
        right(&format!("{{{{< {name} x >}}}}"));
    }
    // An extension of the book may have such a name.
    let page = ("a.qmd", "{{< vari x >}}");
    let lua = (
        "_extensions/vari/vari.lua",
        "return { vari = function() end }",
    );
    assert_eq!(mistakes(&[page, lua]), [""; 0]);
    assert_eq!(mistakes(&[page]).len(), 1);
}
