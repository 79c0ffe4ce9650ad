//! Pages as a Markdown library renders them, with math that is parsed.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use pulldown_latex::config::DisplayMode;
use pulldown_latex::event::{Content, Event as MathEvent};
use pulldown_latex::{ParserError, RenderConfig, Storage, push_mathml};

use crate::book::variables;

/// HTML with MathML, or what is wrong; marked, each variable stands between `⟦` and `⟧`.
pub(crate) fn render(text: &str, marked: bool) -> Result<String, String> {
    let mut page = Page {
        values: variables().into_iter().collect(),
        marks: if marked { ["⟦", "⟧"] } else { ["", ""] },
        in_code: false,
        events: Vec::new(),
    };
    for event in TextMergeStream::new(Parser::new_ext(text, options())) {
        page.add(event)?;
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, page.events.into_iter());
    Ok(html)
}

fn options() -> Options {
    Options::ENABLE_MATH
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

struct Page<'a> {
    values: BTreeMap<String, String>,
    marks: [&'static str; 2],
    in_code: bool,
    events: Vec<Event<'a>>,
}

impl<'a> Page<'a> {
    fn add(&mut self, event: Event<'a>) -> Result<(), String> {
        let event = match event {
            Event::Text(text) if self.in_code => {
                Event::Text(self.plain(&text, str::to_owned)?.into())
            }
            Event::Text(text) => return self.prose(&text),
            Event::Code(text) => Event::Code(self.plain(&text, str::to_owned)?.into()),
            Event::InlineMath(tex) => mathml(&self.math(&tex)?, DisplayMode::Inline)?,
            Event::DisplayMath(tex) => mathml(&self.math(&tex)?, DisplayMode::Block)?,
            other => {
                match other {
                    Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
                    Event::End(TagEnd::CodeBlock) => self.in_code = false,
                    _ => {}
                }
                other
            }
        };
        self.events.push(event);
        Ok(())
    }

    /// Text with each variable as the Markdown that it is.
    fn prose(&mut self, text: &str) -> Result<(), String> {
        no_math_is_left(text)?;
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.events.push(Event::Text(text.to_owned().into())),
                Piece::Variable(name) => {
                    let value = self.value(&name)?;
                    self.events.push(Event::Text(self.marks[0].into()));
                    for event in inline(&value)? {
                        self.events.push(match event {
                            Event::InlineMath(tex) => mathml(&tex, DisplayMode::Inline)?,
                            other => other,
                        });
                    }
                    self.events.push(Event::Text(self.marks[1].into()));
                }
            }
        }
        Ok(())
    }

    /// Text with each variable as plain text.
    fn plain(&self, text: &str, mark: impl Fn(&str) -> String) -> Result<String, String> {
        let mut plain = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => plain.push_str(text),
                Piece::Variable(name) => {
                    plain.push_str(&mark(self.marks[0]));
                    for event in inline(&self.value(&name)?)? {
                        match event {
                            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => {
                                plain.push_str(&text);
                            }
                            other => return Err(format!("`{name}` is no plain text: {other:?}")),
                        }
                    }
                    plain.push_str(&mark(self.marks[1]));
                }
            }
        }
        Ok(plain)
    }

    fn math(&self, tex: &str) -> Result<String, String> {
        self.plain(tex, |mark| match mark {
            "" => String::new(),
            mark => format!("\\text{{{mark}}}"),
        })
    }

    fn value(&self, name: &str) -> Result<String, String> {
        let value = self.values.get(name).cloned();
        value.ok_or_else(|| format!("unknown variable {name}"))
    }
}

enum Piece<'a> {
    Text(&'a str),
    Variable(String),
}

/// A text apart at its tokens: `QVAR`, a name in hexadecimal, `QEND`.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("QVAR") {
        let (hex, after) = after.split_once("QEND").expect("a token is whole");
        let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
        let name = (0..hex.len()).step_by(2).map(byte).collect();
        pieces.push(Piece::Text(before));
        pieces.push(Piece::Variable(String::from_utf8(name).expect("a name")));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// A value read as Markdown: words within a line, no quote, no list.
fn inline(value: &str) -> Result<Vec<Event<'static>>, String> {
    let events = TextMergeStream::new(Parser::new_ext(value, options()));
    let mut events: Vec<_> = events.map(Event::into_static).collect();
    if value.is_empty() {
        return Ok(events);
    }
    let last = events.pop();
    let is_line = matches!(events.first(), Some(Event::Start(Tag::Paragraph)))
        && matches!(last, Some(Event::End(TagEnd::Paragraph)));
    if !is_line {
        return Err(format!("`{value}` is no text within a line"));
    }
    let mut inner = events.split_off(1);
    for event in &mut inner {
        let is_plain = matches!(
            event,
            Event::Text(_) | Event::Code(_) | Event::InlineMath(_)
        );
        if let Event::Text(text) = event {
            no_math_is_left(text)?;
        }
        if !is_plain {
            return Err(format!("`{value}` is read as {event:?}"));
        }
    }
    Ok(inner)
}

/// What the library takes for text, such as math whose braces do not match, Pandoc would not.
///
/// A dollar sign in text is a price, or a unit such as `$/h` alone.
fn no_math_is_left(text: &str) -> Result<(), String> {
    let after: Vec<&str> = text.split('$').skip(1).collect();
    let is_price = |after: &&str| after.starts_with(|c: char| c.is_ascii_digit());
    match (after.len() < 2 || after.iter().all(is_price)) && !text.contains('\\') {
        true => Ok(()),
        false => Err(format!("Could not convert TeX math {text}: it is no math")),
    }
}

fn mathml(tex: &str, display_mode: DisplayMode) -> Result<Event<'static>, String> {
    let storage = Storage::new();
    let parser = pulldown_latex::Parser::new(tex, &storage);
    let read: Result<Vec<_>, _> = parser.collect();
    let read = read.map_err(|error| format!("Could not convert TeX math {tex}: {error}"))?;
    let config = RenderConfig {
        display_mode,
        ..RenderConfig::default()
    };
    let mut html = String::new();
    let events = read.into_iter().map(|event| match event {
        // The library writes `\ ` as the name of a character, and escapes the name.
        MathEvent::Content(Content::Text("&nbsp;")) => {
            Ok(MathEvent::Content(Content::Text("\u{a0}")))
        }
        other => Ok::<_, ParserError>(other),
    });
    push_mathml(&mut html, events, config).map_err(|error| error.to_string())?;
    Ok(Event::InlineHtml(html.into()))
}

#[test]
fn what_is_no_math_or_no_line_is_told() {
    for tex in [
        r"$\frac{1}$",
        r"$\nosuchcommand$",
        r"$$\begin{aligned} a$$",
        "$a^{1$",
    ] {
        let complaints = render(tex, false).expect_err(tex);
        assert!(complaints.contains("Could not convert TeX math"), "{tex}");
    }
    assert!(render(r"$\frac{1}{2}$ for $5 or \$6 a GPU", false).is_ok());
    for value in ["5. h", "> 5", "a\n\nb", "*a*", "# a", "- 5"] {
        assert!(inline(value).is_err(), "{value}");
    }
    assert!(inline("5 h and $10^{6}$").is_ok());
}
