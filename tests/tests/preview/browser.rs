//! The preview in a browser: what opens, where, and how it closes.
//!
//! A page is copied with a script of the test behind its own, which does what a reader does and
//! leaves what it saw in the page; the browser prints that.

use std::fs;
use std::process::Command;

use crate::{Scratch, pages};

/// What a test of the page writes: a line for each thing that it looks at.
const BEGIN: &str = r#"
(async function () {
  const seen = [];
  const see = (what, value) => seen.push(what + ": " + value);
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const ask = document.querySelector('[data-ask="vol1.failures.failure_interval"]');
  const card = document.getElementById("ask-vol1.failures.failure_interval");
  const isOpen = () => card.matches(":popover-open");
  const key = (target, name) => target.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  const point = (target) => target.dispatchEvent(
    new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
"#;
const END: &str = r#"
  const result = document.createElement("pre");
  result.id = "seen";
  result.textContent = seen.join("\n");
  document.body.append(result);
})();
"#;

/// What the script saw on a page of the book, in a window of a width.
fn seen(script: &str, width: u32, address: &str) -> Vec<String> {
    let book = Scratch::new(pages::BOOK);
    book.preview();
    let page = fs::read_to_string(book.output().join("vol1/failures.html")).expect("the page");
    let page = page.replace(
        "</body>",
        &format!("<script>{BEGIN}{script}{END}</script></body>"),
    );
    book.write("_preview/vol1/tried.html", &page);
    let file = book.output().join("vol1/tried.html");
    let browsers = ["chromium", "chromium-browser", "google-chrome"];
    let output = browsers.iter().find_map(|browser| {
        let mut command = Command::new(browser);
        command
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--virtual-time-budget=8000",
            ])
            .arg(format!("--user-data-dir={}", book.at("profile").display()))
            .arg(format!("--window-size={width},800"))
            .arg("--dump-dom")
            .arg(format!("file://{}{address}", file.display()));
        command.output().ok()
    });
    let output = output.expect("Chromium: `apt-get install chromium`");
    let html = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, result) = html.split_once("<pre id=\"seen\">").unwrap_or_else(|| {
        panic!(
            "the script did not end: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    });
    let (result, _) = result.split_once("</pre>").expect("it ends");
    result.lines().map(String::from).collect()
}

macro_rules! in_a_browser {
    ($($(#[$meta:meta])* fn $name:ident() $body:block)*) => {$(
        #[test]
        #[cfg_attr(not(feature = "chromium"), ignore = "the feature `chromium` is off")]
        $(#[$meta])*
        fn $name() $body
    )*};
}

in_a_browser! {
    fn a_pointer_opens_the_answer_and_leaves_it() {
        let script = r#"
          see("first", isOpen());
          point(ask); await wait(300);
          see("over", isOpen());
          see("expanded", ask.getAttribute("aria-expanded"));
          point(card); await wait(600);
          see("over the card", isOpen());
          point(document.querySelector("h1")); await wait(600);
          see("elsewhere", isOpen());
          see("folded", ask.getAttribute("aria-expanded"));
        "#;
        let expected = ["first: false", "over: true", "expanded: true", "over the card: true",
            "elsewhere: false", "folded: false"];
        assert_eq!(seen(script, 1400, ""), expected);
    }

    fn the_keyboard_opens_the_answer_goes_into_it_and_closes_it() {
        let script = r#"
          ask.focus(); await wait(50);
          see("focus", isOpen());
          key(ask, "Escape"); await wait(50);
          see("escape", isOpen());
          key(ask, "Enter"); await wait(50);
          see("enter", isOpen());
          see("within", card.contains(document.activeElement));
          const link = card.querySelector("a");
          link.focus(); await wait(50);
          see("a link of it", isOpen());
          key(link, "Escape"); await wait(50);
          see("escape from within", isOpen());
          see("back", document.activeElement === ask);
          key(ask, " "); await wait(50);
          see("space", isOpen());
          document.querySelector("nav a").focus(); await wait(50);
          see("elsewhere", isOpen());
        "#;
        let expected = ["focus: true", "escape: false", "enter: true", "within: true",
            "a link of it: true", "escape from within: false", "back: true", "space: true",
            "elsewhere: false"];
        assert_eq!(seen(script, 1400, ""), expected);
    }

    fn a_tap_keeps_the_answer_open_until_the_next() {
        let script = r#"
          ask.click(); await wait(50);
          see("tap", isOpen());
          point(document.querySelector("h1")); await wait(600);
          see("it stays", isOpen());
          const other = document.querySelector('[data-ask="vol1.failures.powers"]');
          other.click(); await wait(50);
          see("one at a time", isOpen() + ", " + document.querySelectorAll(":popover-open").length);
          document.querySelector("h1").click(); await wait(50);
          see("beside it", document.querySelectorAll(":popover-open").length);
          ask.click(); await wait(50);
          card.querySelector(".close").click(); await wait(50);
          see("closed", isOpen());
        "#;
        let expected = ["tap: true", "it stays: true", "one at a time: false, 1", "beside it: 0",
            "closed: false"];
        assert_eq!(seen(script, 1400, ""), expected);
    }

    fn the_answer_is_within_the_window_wide_and_narrow() {
        let script = r#"
          const inside = [];
          for (const number of document.querySelectorAll("[data-ask]")) {
            number.scrollIntoView({ block: "center", behavior: "instant" });
            number.click(); await wait(20);
            const box = document.querySelector(":popover-open").getBoundingClientRect();
            inside.push(box.left >= 0 && box.top >= 0 && box.width > 200 && box.height > 60
              && box.right <= window.innerWidth + 1 && box.bottom <= window.innerHeight + 1);
            document.querySelector(":popover-open .close").click();
          }
          see("all", inside.length > 8 && inside.every((it) => it));
          const wide = document.documentElement.scrollWidth;
          see("nothing sticks out", wide <= window.innerWidth);
        "#;
        for width in [1400, 520] {
            assert_eq!(seen(script, width, ""), ["all: true", "nothing sticks out: true"], "{width}");
        }
    }

    fn an_address_asks_and_a_new_build_loads_the_page_anew() {
        let script = r#"
          if (window.name === "") {
            window.name = "reloaded, and " + isOpen() + " before";
            window.mlsysimBuild({ number: "another", watched: true, failure: null });
            return;
          }
          see("name", window.name);
          window.mlsysimBuild({ number: "0", watched: true, failure: "error: <b>" });
          see("failure", document.getElementById("build").textContent);
          see("still", isOpen());
        "#;
        let expected = ["name: reloaded, and true before", "failure: error: &lt;b&gt;", "still: true"];
        assert_eq!(seen(script, 1400, "#ask=vol1.failures.failure_interval"), expected);
    }
}
