//! Reads the sources as tokens and finds what can be changed.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// One change of one file.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The file, from the workspace.
    pub file: String,
    /// The line of the change.
    pub line: usize,
    /// Where the changed bytes start.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// What stands there instead.
    pub replacement: String,
    /// The change in words.
    pub change: String,
}

struct Source {
    file: String,
    text: String,
    tokens: Vec<TokenTree>,
}

/// A const or a function of the library.
struct Item {
    source: usize,
    name: String,
    tokens: Vec<TokenTree>,
    is_formula: bool,
}

/// Every mutant of what the chapters use.
pub fn mutants(workspace: &Path) -> Result<Vec<Mutant>, String> {
    let chapters = sources(workspace, "chapters/src")?;
    let library = sources(workspace, "mlsysim/src/core")?;
    let mut items = Vec::new();
    for (index, source) in library.iter().enumerate() {
        collect_items(index, &source.tokens, &mut items);
    }
    let reached = reached(&chapters, &items);
    let mut mutants = Vec::new();
    for item in items.iter().filter(|item| reached.contains(&item.name)) {
        let source = &library[item.source];
        if item.is_formula {
            if let Some(TokenTree::Group(body)) = item.tokens.last() {
                operators(source, &item.name, &trees(body), &mut mutants);
            }
        } else {
            let mut found = Finder {
                source,
                mutants: &mut mutants,
            };
            found.quantities(&item.name, &item.tokens, &|field| reached.contains(field));
        }
    }
    for source in &chapters {
        let mut found = Finder {
            source,
            mutants: &mut mutants,
        };
        found.quantities("", &source.tokens, &|_| true);
        found.lets(&source.tokens, false);
        let mut own = Vec::new();
        collect_items(0, &source.tokens, &mut own);
        for item in own.iter().filter(|item| item.is_formula) {
            if let Some(TokenTree::Group(body)) = item.tokens.last() {
                operators(source, &item.name, &trees(body), &mut mutants);
            }
        }
    }
    Ok(mutants)
}

fn sources(workspace: &Path, folder: &str) -> Result<Vec<Source>, String> {
    let mut files = Vec::new();
    let mut folders = vec![workspace.join(folder)];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path: PathBuf = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let sources = files.iter().map(|path| {
        let text =
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let tokens: TokenStream = text
            .parse()
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let file = path
            .strip_prefix(workspace)
            .unwrap_or(path)
            .display()
            .to_string();
        Ok(Source {
            file,
            text,
            tokens: tokens.into_iter().collect(),
        })
    });
    sources.collect()
}

fn trees(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn word(token: Option<&TokenTree>) -> String {
    match token {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    }
}

/// Consts and functions, also those inside of modules and `impl` blocks.
fn collect_items(source: usize, tokens: &[TokenTree], items: &mut Vec<Item>) {
    let mut is_formula = false;
    let mut index = 0;
    while index < tokens.len() {
        let name = word(tokens.get(index + 1));
        match &tokens[index] {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                let is_attribute = is_punct(index.checked_sub(1).and_then(|i| tokens.get(i)), '#');
                is_formula |= is_attribute && word(trees(group).first()) == "formula";
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                collect_items(source, &trees(group), items);
            }
            TokenTree::Ident(keyword)
                if keyword == "const" && is_punct(tokens.get(index + 2), ':') =>
            {
                let end = index
                    + tokens[index..]
                        .iter()
                        .take_while(|t| !is_punct(Some(t), ';'))
                        .count();
                let tokens = tokens[index..end].to_vec();
                items.push(Item {
                    source,
                    name,
                    tokens,
                    is_formula: false,
                });
                index = end;
            }
            TokenTree::Ident(keyword) if keyword == "fn" && !name.is_empty() => {
                let is_body = |t: &TokenTree| matches!(t, TokenTree::Group(g) if g.delimiter() == Delimiter::Brace);
                let length = tokens[index..].iter().take_while(|t| !is_body(t)).count();
                let end = (index + length + 1).min(tokens.len());
                let tokens = tokens[index..end].to_vec();
                items.push(Item {
                    source,
                    name,
                    tokens,
                    is_formula,
                });
                is_formula = false;
                index = end - 1;
            }
            _ => {}
        }
        index += 1;
    }
}

fn idents(tokens: &[TokenTree], into: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => into.push(ident.to_string()),
            TokenTree::Group(group) => idents(&trees(group), into),
            _ => {}
        }
    }
}

/// Every name that the chapters use, also through the library's items. A name that two
/// items share reaches both; what then reaches no claim is told apart by its values.
fn reached(chapters: &[Source], items: &[Item]) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut queue = Vec::new();
    for source in chapters {
        idents(&source.tokens, &mut queue);
    }
    let mut queue = VecDeque::from(queue);
    while let Some(name) = queue.pop_front() {
        if !reached.insert(name.clone()) {
            continue;
        }
        for item in items.iter().filter(|item| item.name == name) {
            let mut used = Vec::new();
            if item.tokens.iter().any(|token| word(Some(token)) == "fn") {
                idents(&item.tokens, &mut used);
            } else {
                // A field of a record is reached by whoever reads it, not by being written.
                uppercase(&item.tokens, &mut used);
            }
            queue.extend(used);
        }
    }
    reached
}

/// Consts and functions that a record is made of.
fn uppercase(tokens: &[TokenTree], into: &mut Vec<String>) {
    let mut all = Vec::new();
    idents(tokens, &mut all);
    let is_const = |name: &String| name.len() > 1 && !name.contains(char::is_lowercase);
    into.extend(all.into_iter().filter(is_const));
    for pair in tokens.windows(2) {
        if let [TokenTree::Ident(name), TokenTree::Group(group)] = pair
            && group.delimiter() == Delimiter::Parenthesis
        {
            into.push(name.to_string());
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            uppercase(&trees(group), into);
        }
    }
}

struct Finder<'a> {
    source: &'a Source,
    mutants: &'a mut Vec<Mutant>,
}

impl Finder<'_> {
    /// Each `q!(…)` whose field is read.
    fn quantities(&mut self, name: &str, tokens: &[TokenTree], is_read: &dyn Fn(&str) -> bool) {
        let mut name = name.to_owned();
        for (index, token) in tokens.iter().enumerate() {
            let TokenTree::Group(group) = token else {
                let is_single =
                    |i: usize| is_punct(tokens.get(i), ':') && !is_punct(tokens.get(i + 1), ':');
                if let TokenTree::Ident(ident) = token
                    && is_single(index + 1)
                {
                    name = ident.to_string();
                }
                continue;
            };
            let is_macro = index >= 2 && is_punct(tokens.get(index - 1), '!');
            match word(index.checked_sub(2).and_then(|i| tokens.get(i))).as_str() {
                "q" if is_macro => {
                    let is_const = !name.contains(char::is_lowercase);
                    if is_const || is_read(&name) {
                        let inside = inside(group);
                        self.scale(&name, inside);
                    }
                }
                "check" if is_macro => {}
                _ => self.quantities(&name, &trees(group), is_read),
            }
        }
    }

    /// Each `let` of a `check!` block.
    fn lets(&mut self, tokens: &[TokenTree], is_inside: bool) {
        let mut index = 0;
        while index < tokens.len() {
            if let TokenTree::Group(group) = &tokens[index] {
                let is_check = index >= 2
                    && is_punct(tokens.get(index - 1), '!')
                    && word(tokens.get(index - 2)) == "check";
                if is_check || group.delimiter() == Delimiter::Brace && !is_inside {
                    self.lets(&trees(group), is_check);
                }
            } else if is_inside && word(tokens.get(index)) == "let" {
                let value = index + 3;
                let length = tokens[value.min(tokens.len())..]
                    .iter()
                    .take_while(|token| !is_punct(Some(token), ';'))
                    .count();
                if length > 0 {
                    let range = span(&tokens[value]).start..span(&tokens[value + length - 1]).end;
                    self.scale(&word(tokens.get(index + 1)), range);
                }
                index = value + length;
            }
            index += 1;
        }
    }

    fn scale(&mut self, name: &str, range: Range<usize>) {
        let value = &self.source.text[range.clone()];
        if value.trim().is_empty() {
            return;
        }
        self.mutants.push(Mutant {
            file: self.source.file.clone(),
            line: line(&self.source.text, range.start),
            start: range.start,
            end: range.end,
            replacement: format!("({value}) * 1.1"),
            change: format!(
                "{name}: {} by a tenth more",
                value.split_whitespace().collect::<Vec<_>>().join(" ")
            ),
        });
    }
}

/// Each `+ - * /` between two operands of a formula.
fn operators(source: &Source, name: &str, tokens: &[TokenTree], mutants: &mut Vec<Mutant>) {
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => operators(source, name, &trees(group), mutants),
            TokenTree::Punct(punct) => {
                let swapped = match punct.as_char() {
                    '+' => "-",
                    '-' => "+",
                    '*' => "/",
                    '/' => "*",
                    _ => continue,
                };
                let before = index.checked_sub(1).and_then(|index| tokens.get(index));
                let is_binary = matches!(
                    before,
                    Some(TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_))
                ) || is_punct(before, '%');
                if !is_binary || punct.spacing() == Spacing::Joint {
                    continue;
                }
                let range = span(token);
                mutants.push(Mutant {
                    file: source.file.clone(),
                    line: line(&source.text, range.start),
                    start: range.start,
                    end: range.end,
                    replacement: swapped.to_owned(),
                    change: format!("{name}: `{}` for `{}`", swapped, punct.as_char()),
                });
            }
            _ => {}
        }
    }
}

fn span(token: &TokenTree) -> Range<usize> {
    token.span().byte_range()
}

fn inside(group: &Group) -> Range<usize> {
    group.span_open().byte_range().end..group.span_close().byte_range().start
}

fn line(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}
