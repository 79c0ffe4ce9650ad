//! A page of HTML read strictly: every tag is closed by the right one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A page that is well formed.
pub(crate) struct Page {
    pub(crate) html: String,
    /// How often each id stands in it.
    pub(crate) ids: BTreeMap<String, u32>,
    /// The attributes of all tags.
    attributes: Vec<(String, String)>,
}

/// What has no end.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "wbr"];
const EMPTY: [&str; 1] = ["mspace"];

/// Reads a page.
///
/// # Panics
/// Where it is not well formed.
pub(crate) fn page(path: &Path) -> Page {
    let html = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut page = Page {
        ids: BTreeMap::new(),
        attributes: Vec::new(),
        html: String::new(),
    };
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html.as_str();
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").expect("a comment ends").1;
            continue;
        }
        let end = tag_end(after);
        let (tag, behind) = (&after[..end], &after[end + 1..]);
        rest = behind;
        let here = &after[..after.floor_char_boundary(120)];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            assert_eq!(
                last,
                Some(name),
                "{} closes <{name}> at `{here}`",
                path.display()
            );
            continue;
        }
        let name_end = tag.find(|c: char| c.is_whitespace() || c == '/');
        let name = &tag[..name_end.unwrap_or(tag.len())];
        page.read_attributes(tag[name.len()..].trim_end_matches('/'));
        if tag.starts_with('!')
            || VOID.contains(&name)
            || EMPTY.contains(&name) && tag.ends_with('/')
        {
            continue;
        }
        assert!(
            !tag.ends_with('/'),
            "<{tag}> is no element that can be empty"
        );
        if name == "script" {
            rest = rest.split_once("</script>").expect("a script ends").1;
            continue;
        }
        let is_block = matches!(
            name,
            "p" | "div" | "figure" | "ul" | "ol" | "table" | "section" | "pre" | "aside"
        );
        assert!(
            !(is_block && open.contains(&"p")),
            "<{name}> in a paragraph at `{here}`"
        );
        open.push(name);
    }
    assert!(open.is_empty(), "{}: {open:?} stay open", path.display());
    page.html = html;
    page
}

/// The `>` outside of quotes.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (index, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return index,
            (None, '"' | '\'') => quote = Some(c),
            (Some(own), c) if own == c => quote = None,
            _ => {}
        }
    }
    panic!(
        "a tag stays open: {}",
        &text[..text.floor_char_boundary(80)]
    )
}

impl Page {
    fn read_attributes(&mut self, text: &str) {
        let mut rest = text.trim();
        while !rest.is_empty() {
            let end = rest.find(['=', ' ']).unwrap_or(rest.len());
            let name = rest[..end].to_owned();
            rest = &rest[end..];
            let mut value = String::new();
            if let Some(quoted) = rest.strip_prefix("=\"") {
                let (inner, after) = quoted.split_once('"').expect("a value ends");
                assert!(
                    !inner.contains('<'),
                    "a tag in the attribute {name}=\"{inner}\""
                );
                value = inner.to_owned();
                rest = after;
            }
            if name == "id" {
                *self.ids.entry(unescaped(&value)).or_default() += 1;
            }
            self.attributes.push((name, unescaped(&value)));
            rest = rest.trim_start();
        }
    }

    /// What is named by its id: by a description, a label, a number that can be asked.
    pub(crate) fn references(&self) -> Vec<String> {
        let named = self
            .attributes
            .iter()
            .filter_map(|(name, value)| match &**name {
                "aria-describedby" | "aria-labelledby" => Some(value.clone()),
                "data-ask" => Some(format!("ask-{value}")),
                _ => None,
            });
        named.collect()
    }

    /// What the browser would load from elsewhere.
    pub(crate) fn loads(&self) -> Vec<&str> {
        let loaded = [
            "<script src=\"http",
            "<link rel=\"stylesheet\" href=\"http",
            "<img src=\"http",
            "url(http",
        ];
        loaded
            .into_iter()
            .filter(|start| self.html.contains(start))
            .collect()
    }

    /// The links that lead to files.
    pub(crate) fn links(&self) -> Vec<String> {
        let links = self.attributes.iter();
        let links = links.filter(|(name, value)| match &**name {
            "href" | "src" => !value.starts_with("http") && !value.is_empty(),
            _ => false,
        });
        let links = links.map(|(_, value)| value.clone());
        // Those within the page have an id.
        links
            .filter(|link| match link.strip_prefix('#') {
                Some(id) => {
                    assert!(self.ids.contains_key(id), "`#{id}` leads nowhere");
                    false
                }
                None => true,
            })
            .collect()
    }

    /// What stands in the element that has an attribute.
    pub(crate) fn inner(&self, attribute: &str) -> &str {
        let (_, after) = self
            .html
            .split_once(attribute)
            .unwrap_or_else(|| panic!("no {attribute}"));
        element(&after[tag_end(after) + 1..])
    }

    /// The text of every element with an attribute.
    pub(crate) fn text_of(&self, attribute: &str) -> Vec<String> {
        let found = self.html.split(attribute).skip(1);
        let inner = found.map(|after| element(&after[tag_end(after) + 1..]));
        inner
            .map(|html| {
                let pieces = html.split('<').enumerate();
                let texts = pieces.map(|(index, piece)| match index {
                    0 => piece,
                    _ => piece.split_once('>').map_or("", |(_, text)| text),
                });
                texts.collect()
            })
            .collect()
    }
}

/// The text up to the end of the element that it is in.
fn element(html: &str) -> &str {
    let mut depth = 0;
    let mut at = 0;
    while let Some(offset) = html[at..].find('<') {
        at += offset;
        let end = tag_end(&html[at + 1..]);
        let tag = &html[at + 1..at + 1 + end];
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            if depth == 0 {
                return &html[..at];
            }
            depth -= 1;
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            depth += 1;
        }
        at += end + 2;
    }
    html
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
