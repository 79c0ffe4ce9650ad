//! Math, and units that are typed.

use super::super::labels::ONLY_IN_MATH;
use std::format;

use super::{check, mistakes, right, wrong};

#[test]
fn only_a_math_variable_is_right_in_math() {
    let expanded = "{{< var vol1.training.fleet >}}\n\n";
    let math = |inner: &str| format!("{expanded}{inner}\n");
    let write = "inside math write `{{< var vol1.training.days_math >}}`";
    for name in ["days", "days_value", "days_unit"] {
        let code = format!("{{{{< var vol1.training.{name} >}}}}");
        right(&math(&code));
        wrong(&math(&format!("$t = {code}$")), &format!("3:6: {write}"));
        wrong(
            &math(&format!("$$\na\n+ {code}\n$$")),
            &format!("5:3: {write}"),
        );
        wrong(
            &math(&format!("- a\n\n  $${code}$$")),
            &format!("5:5: {write}"),
        );
        let page = format!("---\ntitle: \"$t = {code}$\"\n---\n\n{expanded}");
        wrong(&page, &format!("2:14: {write}"));
        // No math but prices.
        right(&math(&format!("from $5 to {code} or $7")));
    }
    right(&math("$t = {{< var vol1.training.days_math >}}$"));
    wrong(
        &math("$t = {{< var vol1.training.fleet >}}$"),
        "3:6: `vol1.training.fleet` is no variable for math: write it outside of the dollar signs",
    );
    wrong(
        &math("$t = {{< var vol1.training.dayz_math >}}$"),
        "3:6: unknown variable `vol1.training.dayz_math`; the nearest is `vol1.training.days_math`",
    );
    wrong(
        &math("$$\n{{< include /_generated/vol1/training/days.qmd >}}\n$$"),
        "4:1: an `include` brings its own dollar signs: let it stand outside of the math",
    );
    right(&math("$a^{b_{>}}$ and ${a}_{{b}}$"));
}

#[test]
fn an_escape_in_math_is_printed_as_it_stands() {
    let expanded = "{{< var vol1.training.fleet >}}";
    right(&format!("{expanded} {{{{{{< var a >}}}}}}"));
    wrong(
        &format!("{expanded} ${{{{{{< var a >}}}}}}$"),
        "1:34: an escaped shortcode in math is printed as it stands: \
         write `{{< var ID_math >}}`, with two braces",
    );
}

#[test]
fn a_page_with_shortcodes_in_math_alone_is_not_expanded() {
    let expected = format!("1:6: {ONLY_IN_MATH}");
    let math = "$t = {{< var vol1.training.days_math >}}$\n\n";
    let include = "{{< include /_generated/vol1/training/days.qmd >}}\n\n";
    wrong(math, &expected);
    wrong(&format!("{math}{include}"), &expected);
    right(&format!("{math}{{{{< var vol1.training.days_math >}}}}"));
    // Where the page that includes it has one, or what it includes.
    let page = format!("{math}{{{{< include own.qmd >}}}}");
    let own = "{{< var vol1.training.days >}}";
    let files = [("vol1/training.qmd", &*page), ("vol1/own.qmd", own)];
    assert_eq!(mistakes(&files), [""; 0]);
    let files = [("vol1/training.qmd", &*page), ("vol1/own.qmd", "")];
    assert_eq!(mistakes(&files), [&*expected]);
}

#[test]
fn a_unit_is_typed_once() {
    let days = "{{< var vol1.training.days >}}";
    wrong(
        &format!("Ü {days} days."),
        "1:3: `vol1.training.days` prints its unit already: 19.2 days; leave out the typed \
         `days`, or write `{{< var vol1.training.days_value >}}`",
    );
    for page in [
        format!("{days}, days later"),
        format!("{days} daystar"),
        "{{< var vol1.training.days_value >}} days".into(),
        format!("{days}\n\ndays"),
        "\\$5 {{< var vol1.training.cost >}}".into(),
    ] {
        right(&page);
    }
    for page in [
        format!("**{days}** days"),
        format!("{days}&nbsp;days"),
        format!("{days}\ndays"),
        "{{< var vol1.training.days_math >}} days".into(),
        "{{< var vol1.training.fleet >}} GPUs".into(),
        "\\${{< var vol1.training.cost >}}".into(),
        "{{< var vol1.training.mfu >}}%".into(),
        "{{< var vol1.training.mfu >}} \\% of it".into(),
        format!("{days} ${{{{< var vol1.training.days_math >}}}}\\,\\text{{days}}$"),
    ] {
        assert_eq!(check(&page).len(), 1, "{page}");
    }
}

#[test]
fn a_value_stands_in_its_own_unit() {
    let days = "{{< var vol1.training.days_value >}}";
    wrong(
        &format!("It takes {days} hours."),
        "1:10: `vol1.training.days_value` is in `days`, and the page types `hours` around it",
    );
    right(&format!("It takes {days} long days, or **{days}** days."));
    right("\\${{< var vol1.training.cost_value >}}");
    for page in [
        "\\${{< var vol1.training.cost_value >}} million".into(),
        format!("\\${days}"),
        format!("**{days}**&nbsp;hours"),
        "{{< var vol1.training.fleet_value >}} million GPUs".into(),
        "{{< var vol1.training.mfu_value >}} GPUs".into(),
    ] {
        let found = check(&page);
        let is_told = found.len() == 1 && found[0].ends_with(" around it");
        assert!(is_told, "{page}: {found:?}");
    }
}
