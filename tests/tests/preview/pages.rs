//! The pages of the books.

/// A book with everything that our pages have, and no mistake.
pub(crate) const BOOK: &[(&str, &str)] = &[
    (
        "_quarto.yml",
        "project:\n  type: book\nbook:\n  title: 'A book & its \"numbers\"'\n  chapters:\n    - index.qmd\n    \
         - part: \"One\"\n      chapters:\n        - vol1/failures.qmd\n        - vol1/more pages.qmd\n",
    ),
    (
        "index.qmd",
        "# Welcome {.unnumbered}\n\nTo {{< var vol1.failures.fleet >}}.\n",
    ),
    ("vol1/failures.qmd", FAILURES),
    (
        "vol1/more pages.qmd",
        "---\ntitle: More\n---\n\n## There {#there}\n\nSee @eq-own of the [chapter](failures.qmd).\n",
    ),
    (
        "vol1/unlisted.qmd",
        "---\ntitle: Unlisted\n---\n\nNobody lists it.\n",
    ),
    (
        "vol1/_part.qmd",
        "---\ntitle: No title\n---\n\nA part says {{< var vol1.failures.weekly >}}.\n",
    ),
    ("vol1/dot one.png", "no picture"),
];

const FAILURES: &str = r#"---
title: "Failures & <more>"
---

## Failure is a rate {#sec-rate}

It's "quoted" -- so every {{< var vol1.failures.failure_interval >}}, $x = {{< var vol1.failures.failure_interval_math >}}$,
[5.0 h]{.claim id=vol1.failures.failure_interval}, {{< var vol1.failures.GPU_mttf >}}, {{< var vol1.failures.powers >}}.
It is [twice]{.exempt} @eq-fleet-mean-time-between-failures and -@eq-own, @fig-dot, @tbl-days and @sec-rate.[^a]

{{< include /_generated/vol1/failures/weekly.qmd >}}

{{< include /_generated/formulas/fleet_mean_time_between_failures.qmd >}}

### Deeper, *down*

$$
a < b \quad 1{,}000
$$ {#eq-own}

::: {.callout-note title="Mind this"}
- {{< var vol1.failures.fleet >}}

  ::: {.inner}
  within
  :::
:::

::: {.callout-warning}
## A *title*

<b onclick="own()">the author's own</b> `{{< var vol1.failures.weekly >}}` and {{{< var is.printed >}}}.
:::

::: {.content-visible when-format="pdf"}
Only there.
:::

| Day | Hours |
|-----|------:|
| one | {{< var vol1.failures.failure_interval_value >}} |

: Days of a week. {#tbl-days tbl-colwidths="[20,80]"}

![A dot](<dot one.png>){#fig-dot width=50%}

```python
x = 1 < 2 & "{{< var vol1.failures.fleet_value >}}"
```

```{python}
#| echo: false
print(1)
```

`\clearpage`{=latex} `<s>gone</s>`{=html} [another page](<more pages.qmd#there>)

{{< pagebreak >}}

{{< include _part.qmd >}}

## Not counted {.unnumbered}

{{< include /_generated/vol1/failures/_claims.qmd >}}

[^a]: A note with {{< var vol1.failures.weekly >}}.
"#;

/// A page of mistakes.
pub(crate) const MISTAKES: &str = r"---
title: Mistakes
---

a {{< var vol1.failures.feet >}} b

{{< include _gone.qmd >}}

{{< include _part.qmd >}}

see @eq-gone here

is [6.0 h]{.claim id=vol1.failures.failure_interval} long

{{< var a
";
