//! Pages as Pandoc renders them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::book::book;

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

/// HTML with MathML, or what Pandoc complains about; marked, each variable stands between `⟦` and `⟧`.
pub(crate) fn render(text: &str, marked: bool) -> Result<String, String> {
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
