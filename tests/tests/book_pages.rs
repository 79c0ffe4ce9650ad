//! The pages of the book arrive in HTML with every number in its place.
//!
//! Quarto is too large to ask for in a test, so this does with Pandoc what Quarto
//! does: includes are expanded in the text; a `var` is looked up among values that
//! were read as Markdown, spliced into prose and turned into plain text inside math.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_yaml_ng::Value;

/// Stands for a variable while Pandoc reads the page: `QVAR`, its name in hexadecimal, `QEND`.
const SPLICE: &str = r#"
local stringify = pandoc.utils.stringify

local function value(meta, hex)
  local path = hex:gsub("%x%x", function(pair) return string.char(tonumber(pair, 16)) end)
  local found = meta
  for part in path:gmatch("[^.]+") do found = found and found[part] end
  if found == nil then error("unknown variable " .. path) end
  return found
end

function Pandoc(doc)
  local open, close = "", ""
  if doc.meta.marked then open, close = "⟦", "⟧" end
  local function plain(text, around)
    return (text:gsub("QVAR(%x+)QEND", function(hex)
      local inner = stringify(value(doc.meta, hex))
      return around(open) .. inner .. around(close)
    end))
  end
  local function math(element)
    element.text = plain(element.text, function(mark) return "\\text{" .. mark .. "}" end)
    return element
  end
  local function code(element)
    element.text = plain(element.text, function(mark) return mark end)
    return element
  end
  local function word(element)
    local inlines, at = pandoc.List(), 1
    local text = element.text
    while true do
      local start, stop, hex = text:find("QVAR(%x+)QEND", at)
      if not start then break end
      if start > at then inlines:insert(pandoc.Str(text:sub(at, start - 1))) end
      inlines:insert(pandoc.Str(open))
      inlines:extend(value(doc.meta, hex))
      inlines:insert(pandoc.Str(close))
      at = stop + 1
    end
    if at <= #text then inlines:insert(pandoc.Str(text:sub(at))) end
    return inlines
  end
  local filter = { Str = word, Math = math, Code = code }
  local blocks = pandoc.walk_block(pandoc.Div(doc.blocks), filter).content
  return pandoc.Pandoc(blocks)
end
"#;

fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../chapters/book")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Pandoc from the PATH, else the one that comes with Python's `pypandoc_binary`.
fn pandoc() -> PathBuf {
    let works = |path: &Path| {
        let mut command = Command::new(path);
        command
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let on_path = PathBuf::from("pandoc");
    if works(&on_path) {
        return on_path;
    }
    let script = "import pypandoc; print(pypandoc.get_pandoc_path())";
    let wheel = Command::new("python3").args(["-c", script]).output().ok();
    let wheel = wheel.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    match wheel.map(PathBuf::from).filter(|path| works(path)) {
        Some(path) => path,
        None => panic!(
            "this test renders the pages with Pandoc, which is not here: \
             `apt-get install pandoc`, or `pip install pypandoc_binary`"
        ),
    }
}

/// Every `.qmd` below a folder; below the book's own those that Quarto renders.
fn pages(folder: &Path, with_generated: bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && (with_generated || !name.starts_with(['_', '.'])) {
            found.extend(pages(&path, with_generated));
        } else if name.ends_with(".qmd") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every variable: its path with dots, and its text.
fn variables() -> Vec<(String, String)> {
    let yaml: Value = serde_yaml_ng::from_str(&read(&book().join("_variables.yml"))).unwrap();
    let mut found = Vec::new();
    collect(&yaml, "", &mut found);
    assert!(!found.is_empty(), "the book has no variables");
    found
}

fn collect(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().expect("a key is text");
                let dot = if path.is_empty() { "" } else { "." };
                collect(value, &format!("{path}{dot}{key}"), found);
            }
        }
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        other => panic!("{path} is no plain text: {other:?}"),
    }
}

/// The page with its includes in place.
fn include_all(page: &Path) -> String {
    let expand = |line: &str| -> String {
        let inner = line.trim().strip_prefix("{{< include ");
        match inner.and_then(|rest| rest.strip_suffix(" >}}")) {
            None => line.to_owned(),
            Some(path) => match path.strip_prefix('/') {
                Some(below) => include_all(&book().join(below)),
                None => include_all(&page.parent().unwrap().join(path)),
            },
        }
    };
    let text = read(page);
    let lines: Vec<String> = text.lines().map(expand).collect();
    lines.join("\n") + "\n"
}

/// The page with a token for each variable, and the variables in the order that it names them.
fn tokens(text: &str) -> (String, Vec<String>) {
    let (mut replaced, mut names) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{< var ") {
        let (name, after) = after.split_once(" >}}").expect("the shortcode is closed");
        let hex: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
        replaced.push_str(&format!("{before}QVAR{hex}QEND"));
        names.push(name.to_owned());
        rest = after;
    }
    (replaced + rest, names)
}

/// HTML with MathML, or what Pandoc complains about.
fn rendered(text: &str) -> Result<String, String> {
    render(text, false)
}

/// The same; marked, each variable stands between `⟦` and `⟧`.
fn render(text: &str, marked: bool) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let filter = folder.path().join("splice.lua");
    fs::write(&filter, SPLICE).unwrap();
    let mut child = Command::new(pandoc())
        .args(["--from=markdown", "--to=html", "--mathml", "--wrap=none"])
        .arg(format!(
            "--metadata-file={}",
            book().join("_variables.yml").display()
        ))
        .arg(format!("--lua-filter={}", filter.display()))
        .arg(format!("--metadata=marked:{marked}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    if !output.status.success() || complaints.contains("[WARNING]") {
        return Err(complaints);
    }
    Ok(String::from_utf8(output.stdout).unwrap())
}

/// The text that a reader sees, without spaces; raised digits as digits.
fn seen(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        // The TeX source stands in the MathML as an annotation that is not shown.
        rest = if after.starts_with("annotation") {
            after.split_once("</annotation>").expect("it is closed").1
        } else {
            after.split_once('>').expect("a tag is closed").1
        };
    }
    text.push_str(rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    normal(&text)
}

fn normal(text: &str) -> String {
    let letter = |c: char| match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(u32::from(c) - u32::from('⁴') + u32::from('4')).unwrap(),
        '−' | '⁻' => '-',
        '⋅' => '·',
        'μ' => 'µ',
        other => other,
    };
    let is_space = |c: &char| c.is_whitespace() || matches!(c, '\u{2061}'..='\u{2064}');
    text.chars().filter(|c| !is_space(c)).map(letter).collect()
}

/// What a reader should see of a variable: of `x_math` the text of `x`.
fn expected(name: &str, variables: &[(String, String)]) -> String {
    let find = |name: &str| {
        let found = variables.iter().find(|(known, _)| known == name);
        normal(&found.unwrap_or_else(|| panic!("unknown variable {name}")).1)
    };
    match name.strip_suffix("_math") {
        // Lists are joined by commas in math, and by words in prose.
        Some(base) => find(base).replace(",and", ",").replace("and", ","),
        None => find(name),
    }
}

#[test]
fn every_number_of_every_page_arrives() {
    let variables = variables();
    for page in pages(&book(), false) {
        let (text, names) = tokens(&include_all(&page));
        let html = rendered(&text).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
        for left in ["{{<", "{{&lt;", ">}}", "&gt;}}", "QVAR"] {
            assert!(!html.contains(left), "{}: `{left}` is left", page.display());
        }
        let seen = seen(&render(&text, true).unwrap());
        let mut arrived = seen.split('⟦').skip(1);
        for name in names {
            let text = arrived.next().and_then(|rest| rest.split_once('⟧'));
            let text = text.map(|(text, _)| text);
            let expected = expected(&name, &variables);
            assert_eq!(text, Some(&*expected), "{}: `{name}`", page.display());
        }
    }
}

/// In prose and inside math; a page may use any of them tomorrow.
#[test]
fn every_variable_arrives_word_for_word() {
    let variables = variables();
    let line = |(name, _): &(String, String)| {
        let shortcode = format!("{{{{< var {name} >}}}}");
        match name.ends_with("_math") {
            true => format!("| ${shortcode}$\n| {shortcode}\n"),
            false => format!("| {shortcode}\n"),
        }
    };
    let page: String = variables.iter().map(line).collect();
    let html = rendered(&tokens(&page).0).unwrap();
    let shown = html
        .replace("<div class=\"line-block\">", "")
        .replace("</div>", "");
    let mut lines = shown.split("<br />");
    for (name, _) in &variables {
        let places = if name.ends_with("_math") { 2 } else { 1 };
        for _ in 0..places {
            let line = lines
                .next()
                .unwrap_or_else(|| panic!("`{name}` is missing"));
            assert_eq!(seen(line), expected(name, &variables), "{name}");
        }
    }
}

/// Also those that no page includes.
#[test]
fn every_generated_file_converts() {
    let files = pages(&book().join("_generated"), true);
    assert!(!files.is_empty());
    let mut all = String::new();
    for file in &files {
        all.push_str(&include_all(file));
        all.push('\n');
    }
    if let Err(complaints) = rendered(&all) {
        panic!("{complaints}");
    }
}

#[test]
fn an_equation_that_does_not_convert_is_noticed() {
    let complaints = rendered(r"$\frac{1$").unwrap_err();
    assert!(
        complaints.contains("Could not convert TeX math"),
        "{complaints}"
    );
}
