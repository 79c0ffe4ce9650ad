//! Which file of a crate uses which.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The names of a path, `crate` first.
type Names = Vec<String>;

/// A module: where it is written, and the names that its `use` lines bring in.
#[derive(Default)]
struct Module {
    file: PathBuf,
    brought: BTreeMap<String, Names>,
}

/// A path that a file names, from the module in which it stands.
struct Named {
    module: Names,
    path: Names,
}

/// The modules of a crate, and what their files name.
pub struct Crate {
    root: PathBuf,
    modules: BTreeMap<Names, Module>,
    named: Vec<Named>,
}

impl Crate {
    /// Reads the modules that follow from a crate's first file.
    pub fn read(first: &Path) -> io::Result<Crate> {
        let root = first.parent().unwrap_or(Path::new(".")).to_path_buf();
        let mut read = Crate {
            root: root.clone(),
            modules: BTreeMap::new(),
            named: Vec::new(),
        };
        read.file(vec!["crate".into()], first, &root)?;
        Ok(read)
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        let files: BTreeSet<&PathBuf> = self.modules.values().map(|it| &it.file).collect();
        files.len()
    }

    /// Reads a file; the files of its modules stand in the folder.
    fn file(&mut self, module: Names, file: &Path, folder: &Path) -> io::Result<()> {
        let text = fs::read_to_string(file)?;
        let tokens = text
            .parse()
            .map_err(|_| io::Error::other(format!("{} has no tokens", file.display())))?;
        self.module(module, file, folder, tokens)
    }

    fn module(
        &mut self,
        module: Names,
        file: &Path,
        folder: &Path,
        tokens: TokenStream,
    ) -> io::Result<()> {
        let own = self.modules.entry(module.clone()).or_default();
        own.file = file.to_path_buf();
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut at, mut is_test) = (0, false);
        while at < tokens.len() {
            match word(&tokens, at).as_deref() {
                Some("mod") if word(&tokens, at + 1).is_some() => {
                    let name = word(&tokens, at + 1).unwrap_or_default();
                    let inner = [&*module, std::slice::from_ref(&name)].concat();
                    let deeper = folder.join(&name);
                    match tokens.get(at + 2) {
                        _ if is_test => {}
                        Some(TokenTree::Group(body)) => {
                            self.module(inner, file, &deeper, body.stream())?;
                        }
                        _ => {
                            let beside = folder.join(format!("{name}.rs"));
                            let within = deeper.join("mod.rs");
                            let written = if beside.exists() { beside } else { within };
                            self.file(inner, &written, &deeper)?;
                        }
                    }
                    (at, is_test) = (at + 3, false);
                }
                Some("use") => {
                    let end = at + tokens[at..].iter().take_while(|it| !is(it, ';')).count();
                    let is_public = at > 0 && is_visible(&tokens[..at]);
                    let mut paths = Vec::new();
                    tree(&tokens[at + 1..end], &[], &mut paths);
                    if !is_test {
                        for (name, path) in paths {
                            self.brings(&module, is_public, name, path);
                        }
                    }
                    (at, is_test) = (end + 1, false);
                }
                _ => {
                    if let TokenTree::Group(group) = &tokens[at] {
                        let is_attribute = at > 0 && is(&tokens[at - 1], '#');
                        if is_attribute {
                            is_test |= group.stream().to_string().starts_with("cfg (test)")
                                || group.stream().to_string().starts_with("cfg(test)")
                                || group.stream().to_string().contains("(test,");
                        } else if group.delimiter() == Delimiter::Brace {
                            if !is_test {
                                self.code(&module, group.stream());
                            }
                            is_test = false;
                        } else if !is_word(&tokens[at.saturating_sub(1)], "pub") {
                            self.code(&module, group.stream());
                        }
                        at += 1;
                    } else {
                        at = self.path(&module, &tokens, at);
                    }
                }
            }
        }
        Ok(())
    }

    /// A name that a `use` brings in; one that is only handed on is followed where it is named.
    fn brings(&mut self, module: &Names, is_public: bool, name: String, path: Names) {
        if !is_public {
            let module = module.clone();
            self.named.push(Named {
                module,
                path: path.clone(),
            });
        }
        let own = self.modules.entry(module.clone()).or_default();
        own.brought.insert(name, path);
    }

    /// Every path in code.
    fn code(&mut self, module: &Names, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                // `pub(crate)` names no file, and what is quoted stands elsewhere.
                TokenTree::Group(_) if at > 0 && is_word(&tokens[at - 1], "pub") => at += 1,
                TokenTree::Group(_) if is_quoted(&tokens[..at]) => at += 1,
                TokenTree::Group(group) => {
                    self.code(module, group.stream());
                    at += 1;
                }
                _ => at = self.path(module, &tokens, at),
            }
        }
    }

    /// A path that begins at a token, if one does; where it ends.
    fn path(&mut self, module: &Names, tokens: &[TokenTree], start: usize) -> usize {
        let Some(first) = word(tokens, start) else {
            return start + 1;
        };
        let (mut at, mut path) = (start + 1, vec![first]);
        while is_colons(tokens, at) {
            let Some(name) = word(tokens, at + 2) else {
                break;
            };
            path.push(name);
            at += 3;
        }
        let follows = start > 0 && (is(&tokens[start - 1], ':') || is(&tokens[start - 1], '$'));
        if !follows {
            let module = module.clone();
            self.named.push(Named { module, path });
        }
        at
    }

    /// The file that a path leads to, and the way through what modules hand on.
    fn resolved(&self, from: &Names, path: &[String], depth: usize) -> Option<&PathBuf> {
        if depth > 20 {
            return None;
        }
        let (first, mut rest) = path.split_first()?;
        let mut module = match first.as_str() {
            "crate" => vec!["crate".to_owned()],
            "self" => from.clone(),
            "super" => from[..from.len().saturating_sub(1)].to_vec(),
            name => {
                let child = [&**from, &[name.to_owned()]].concat();
                if self.modules.contains_key(&child) {
                    child
                } else {
                    let brought = self.modules.get(from)?.brought.get(name)?;
                    // What a private `use` brings in is counted there already.
                    return self.resolved(from, &[brought, rest].concat(), depth + 1);
                }
            }
        };
        while let Some((next, after)) = rest.split_first() {
            if next == "super" {
                module.pop();
                rest = after;
                continue;
            }
            let child = [&*module, std::slice::from_ref(next)].concat();
            if self.modules.contains_key(&child) {
                module = child;
                rest = after;
                continue;
            }
            let own = self.modules.get(&module)?;
            if let Some(brought) = own.brought.get(next)
                && let Some(file) = self.resolved(&module, &[brought, after].concat(), depth + 1)
            {
                return Some(file);
            }
            break;
        }
        self.modules.get(&module).map(|module| &module.file)
    }

    fn shown(&self, file: &Path) -> String {
        let short = file.strip_prefix(&self.root).unwrap_or(file);
        short.display().to_string()
    }

    /// Files with the files that they use.
    fn uses(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for Named { module, path } in &self.named {
            let Some(own) = self.modules.get(module) else {
                continue;
            };
            let Some(file) = self.resolved(module, path, 0) else {
                continue;
            };
            let (own, file) = (self.shown(&own.file), self.shown(file));
            if own != file && !own.starts_with("__private") && !file.starts_with("__private") {
                uses.entry(own).or_default().insert(file);
            }
        }
        uses
    }

    /// The shortest circle through each file that stands in one, each once.
    pub fn circles(&self) -> Vec<String> {
        let uses = self.uses();
        let mut circles = BTreeMap::new();
        for start in uses.keys() {
            if let Some(circle) = circle(&uses, start) {
                let mut members = circle.clone();
                members.sort();
                members.dedup();
                circles
                    .entry(members)
                    .or_insert_with(|| circle.join(" -> "));
            }
        }
        circles.into_values().collect()
    }
}

fn circle(uses: &BTreeMap<String, BTreeSet<String>>, start: &String) -> Option<Vec<String>> {
    let mut ways = VecDeque::from([vec![start.clone()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in uses.get(way.last()?).into_iter().flatten() {
            let longer = [&*way, std::slice::from_ref(next)].concat();
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                ways.push_back(longer);
            }
        }
    }
    None
}

/// The names that a `use` brings in, each with its path.
fn tree(tokens: &[TokenTree], before: &[String], paths: &mut Vec<(String, Names)>) {
    for branch in tokens.split(|token| is(token, ',')) {
        let mut path = before.to_vec();
        let mut name = None;
        let mut at = 0;
        while at < branch.len() {
            match &branch[at] {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    tree(&inner, &path, paths);
                    path.clear();
                }
                TokenTree::Ident(ident) if ident == "as" => {
                    name = word(branch, at + 1);
                    break;
                }
                TokenTree::Ident(ident) if ident == "self" && !path.is_empty() => {}
                TokenTree::Ident(ident) => path.push(ident.to_string()),
                _ => {}
            }
            at += 1;
        }
        if let Some(last) = path.last().cloned() {
            paths.push((name.unwrap_or(last), path));
        }
    }
}

/// Whether `quote!` or `quote_spanned!` stands before.
fn is_quoted(before: &[TokenTree]) -> bool {
    match before {
        [.., macro_name, sign] => {
            is(sign, '!') && (is_word(macro_name, "quote") || is_word(macro_name, "quote_spanned"))
        }
        _ => false,
    }
}

/// Whether `pub` or `pub(…)` stands before.
fn is_visible(before: &[TokenTree]) -> bool {
    let word_at = |back: usize| {
        before
            .len()
            .checked_sub(back)
            .and_then(|at| word(before, at))
    };
    let is_restricted = matches!(before.last(), Some(TokenTree::Group(_)));
    word_at(1).as_deref() == Some("pub") || is_restricted && word_at(2).as_deref() == Some("pub")
}

fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| tokens.get(at).is_some_and(|it| is(it, ':'));
    colon(at) && colon(at + 1)
}
