//! What a number answers when it is asked: its sentence, its derivation, how sure it is.

use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::chapter::{Claim, Working};
use super::super::edition::shown;
use super::super::printed::Printed;
use super::super::reasons::{self, Ground, Leeway, What};
use super::super::registry::source_kind;
use super::super::text::{one_line, sentence};
use super::claims::Claims;
use super::escape::escaped;
use super::inline::inline;
use super::math::math;
use super::subject::{Subject, path};
use crate::claims::napkin::Statement;
use crate::core::constants::{Constant, Source};
use crate::viz::derivation::Derivation;
use crate::viz::markdown::escape;
use crate::viz::stated::literal_of;

/// The answer of one number.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) html: String,
    pub(super) is_broken: bool,
}

impl Card {
    /// The card of a subject; `name` is its variable's.
    pub(super) fn of(name: &str, subject: Subject, claims: &Claims) -> Card {
        let mut card = Writer {
            html: String::new(),
            claims,
        };
        let report = claims.report(name);
        match subject {
            Subject::Claim(claim) => card.claim(name, &claim, report),
            Subject::Let {
                working,
                index,
                statement,
            } => card.working(name, working, index, statement),
            Subject::Constant { name: written, .. } => card.constant(name, written, subject),
        }
        let inner = card.html;
        let id = escaped(name);
        let class = if report.is_some() {
            "card broken"
        } else {
            "card"
        };
        Card {
            html: format!(
                "<div class=\"{class}\" id=\"ask-{id}\" popover=\"manual\" role=\"dialog\" \
                 aria-labelledby=\"says-{id}\">\n\
                 <button type=\"button\" class=\"close\" aria-label=\"Close\">×</button>\n{inner}</div>\n"
            ),
            is_broken: report.is_some(),
        }
    }
}

struct Writer<'a> {
    html: String,
    claims: &'a Claims<'a>,
}

impl Writer<'_> {
    fn push(&mut self, html: &str) {
        self.html.push_str(html);
        self.html.push('\n');
    }

    /// The first lines: what it says, and whether it holds.
    fn head(&mut self, name: &str, says: &str, verdict: &str) {
        let id = escaped(name);
        self.push(&format!(
            "<div id=\"says-{id}\"><p class=\"says\">{says}</p>\n<p class=\"verdict\">{verdict}</p></div>"
        ));
    }

    fn claim(&mut self, name: &str, claim: &Claim, report: Option<&str>) {
        let says = match sentence(claim) {
            Ok(sentence) => inline(&sentence),
            Err(error) => escaped(&error.to_string()),
        };
        let leeway = reasons::leeway(claim);
        let verdict = match (report, claim.record.loose) {
            (Some(_), _) if leeway.is_some() => "✗ Holds, and is refused all the same".to_string(),
            (Some(_), _) => "✗ Does not hold".to_string(),
            (None, None) => "✓ Verified".to_string(),
            (None, Some(why)) => format!("✓ Verified; loose: {}", inline(&one_line(why))),
        };
        self.head(name, &says, &verdict);
        if let Some(report) = report {
            self.push(&format!("<pre class=\"report\">{}</pre>", escaped(report)));
        }
        // Where it does not hold, the last step would be the figure as stated, which is wrong.
        if leeway.is_some() {
            self.derivation(&claim.working.statements, claim.index);
        }
        self.figures(claim);
        match leeway {
            Some(rows) => self.leeway(&rows),
            None => self.push("<p>So no input has any slack.</p>"),
        }
        self.grounds(claim.working, claim.statement);
        self.place(name, claim.working.napkin.file, claim.statement.line);
    }

    fn working(&mut self, name: &str, working: &Working, index: usize, statement: &Statement) {
        let printed = inline(&Printed::statement(statement).text);
        let readable = escaped(&crate::viz::name::readable(statement.name));
        let says = format!("In the working of the chapter, {readable} is {printed}.");
        let mut rows = statement.rows.iter();
        let is_typed = rows.all(|row| literal_of(&row.program).is_some());
        match is_typed {
            true => self.head(name, &says, "Assumed there"),
            false => {
                self.head(name, &says, "✓ Computed");
                self.derivation(&working.statements, index);
            }
        }
        self.grounds(working, statement);
        self.place(name, working.napkin.file, statement.line);
    }

    fn constant(&mut self, name: &str, written: &str, subject: Subject) {
        let Subject::Constant { program, .. } = subject else {
            return;
        };
        let value = inline(&Printed::program(program).text);
        let says = format!("<code>{}</code> is {value}.", escaped(written));
        self.head(name, &says, "A constant of the program");
        let meant = self.claims.registry.meant(written, Some(program.value()));
        let mut items = String::new();
        let mut place = None;
        for found in meant.figures {
            let words = words(found.constant);
            let path = escaped(found.figure.path);
            let from = source_html(found.constant.source.as_ref());
            items.push_str(&format!(
                "<dt><code>{path}</code></dt><dd>{words} {from}</dd>"
            ));
            place = Some((found.constant.file, found.constant.line as usize));
        }
        for unknown in meant.unknown {
            let unknown = escaped(&unknown);
            items.push_str(&format!(
                "<dt><code>{unknown}</code></dt><dd>stands in no <code>constants!</code></dd>"
            ));
        }
        self.push(&format!("<dl class=\"grounds\">{items}</dl>"));
        if let Some((file, line)) = place {
            self.place(name, file, line);
        }
    }

    fn derivation(&mut self, statements: &[Statement], index: usize) {
        if let Some(derivation) = Derivation::new(statements, index) {
            let math = math(&derivation.latex(), true);
            self.push(&format!(
                "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Derivation\">{math}</div>"
            ));
        }
    }

    fn figures(&mut self, claim: &Claim) {
        let rows = reasons::figures(claim).into_iter();
        // A loose claim says so above.
        let rows = rows.filter(|(word, _)| *word != "loose");
        let rows: Vec<String> = rows
            .map(|(word, text)| format!("<dt>{word}</dt><dd>{}</dd>", inline(&text)))
            .collect();
        self.push(&format!("<dl class=\"figures\">{}</dl>", rows.join("\n")));
    }

    fn leeway(&mut self, rows: &[Leeway]) {
        if rows.is_empty() {
            return;
        }
        let rows: Vec<String> = rows
            .iter()
            .map(|Leeway { name, fall, rise }| {
                format!(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                    escaped(name),
                    escaped(&fall.replace('-', "−")),
                    escaped(rise)
                )
            })
            .collect();
        self.push(&format!(
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Slack\">\
             <table class=\"slack\"><thead><tr><th scope=\"col\">input</th>\
             <th scope=\"col\">may fall</th><th scope=\"col\">may rise</th></tr></thead>\
             <tbody>{}</tbody></table></div>",
            rows.join("\n")
        ));
    }

    fn grounds(&mut self, working: &Working, statement: &Statement) {
        let grounds = reasons::grounds(working, statement, &self.claims.registry);
        if grounds.is_empty() {
            return;
        }
        let items: Vec<String> = grounds.iter().map(ground_html).collect();
        self.push(&format!(
            "<h2>Sources</h2><dl class=\"grounds\">{}</dl>",
            items.join("\n")
        ));
    }

    fn place(&mut self, name: &str, file: &str, line: usize) {
        let file = shown(Path::new(file));
        self.push(&format!(
            "<p class=\"place\"><code>{}</code> <code>{}:{line}</code></p>",
            escaped(&path(name)),
            escaped(&file.display().to_string())
        ));
    }
}

fn ground_html(ground: &Ground) -> String {
    let words = match ground.what {
        What::Constant(place) => source_html(place.constant.source.as_ref()),
        What::Formula(formula) => inline(&one_line(formula.source().unwrap_or("no source"))),
        What::Unknown => escaped(&ground.words()),
    };
    format!(
        "<dt><code>{}</code></dt><dd>{words}</dd>",
        escaped(&ground.name)
    )
}

/// What a constant is, without its source.
pub(super) fn words(constant: &Constant) -> String {
    let words = constant.documentation.split("Source:").next();
    inline(&one_line(words.unwrap_or_default()))
}

/// Where a constant is published, with a link to it.
pub(super) fn source_html(source: Option<&Source>) -> String {
    let Some(source) = source else {
        return "no source of its own".into();
    };
    let reference = inline(&escape(source.reference));
    let mut html = match source.url {
        Some(url) => {
            let url = escaped(url);
            format!("<a href=\"{url}\" rel=\"external noreferrer\">{reference}</a>")
        }
        None => reference,
    };
    html.push_str(&format!(" ({}", source_kind(source.kind)));
    if let Some(day) = source.checked {
        let date = format!("{}-{:02}-{:02}", day.year, day.month, day.day);
        html.push_str(&format!(", checked {date}"));
    }
    html + ")"
}
