//! YAML as a tree, as much of it as a book's options need.

use std::string::{String, ToString};
use std::vec::Vec;

use saphyr_parser::{Event, Parser};

/// A value of YAML, and the line that it begins on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Yaml {
    pub(super) line: usize,
    pub(super) value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

/// What is no YAML: the line, and what is wrong there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) line: usize,
    pub(super) message: String,
}

/// A list or a map that is not complete.
enum Open {
    List(usize, Vec<Yaml>),
    /// With the key whose value comes next.
    Map(usize, Vec<(String, Yaml)>, Option<String>),
}

impl Yaml {
    /// Reads the first document of a text; an empty one is an empty map.
    pub(super) fn read(text: &str) -> Result<Yaml, Wrong> {
        let empty = Value::Map(Vec::new());
        let mut root = Yaml {
            line: 1,
            value: empty,
        };
        let mut open: Vec<Open> = Vec::new();
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| Wrong {
                line: error.marker().line(),
                message: error.info().to_string(),
            })?;
            let line = span.start.line();
            let complete = match event {
                Event::Scalar(text, ..) => Yaml {
                    line,
                    value: Value::Text(text.into_owned()),
                },
                // What it stands for is said elsewhere, and none of ours.
                Event::Alias(_) => Yaml {
                    line,
                    value: Value::Text(String::new()),
                },
                Event::SequenceStart(..) => {
                    open.push(Open::List(line, Vec::new()));
                    continue;
                }
                Event::MappingStart(..) => {
                    open.push(Open::Map(line, Vec::new(), None));
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                    Some(Open::List(line, items)) => Yaml {
                        line,
                        value: Value::List(items),
                    },
                    Some(Open::Map(line, entries, _)) => Yaml {
                        line,
                        value: Value::Map(entries),
                    },
                    None => continue,
                },
                Event::DocumentEnd => break,
                Event::Nothing
                | Event::StreamStart
                | Event::StreamEnd
                | Event::DocumentStart(_) => continue,
            };
            match open.last_mut() {
                None => root = complete,
                Some(Open::List(_, items)) => items.push(complete),
                Some(Open::Map(_, entries, key)) => match key.take() {
                    Some(key) => entries.push((key, complete)),
                    None => *key = Some(complete.text().unwrap_or_default().to_string()),
                },
            }
        }
        Ok(root)
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Yaml> {
        let Value::Map(entries) = &self.value else {
            return None;
        };
        let mut entries = entries.iter();
        entries.find(|(own, _)| own == key).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The items of a list.
    pub(super) fn items(&self) -> &[Yaml] {
        match &self.value {
            Value::List(items) => items,
            Value::Text(_) | Value::Map(_) => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_with_their_lines() {
        let yaml = Yaml::read("a:\n  b: \"c: d\"\n  e:\n    - f\n    - {g: h}\n# i\n").unwrap();
        let a = yaml.get("a").unwrap();
        assert_eq!(a.get("b").and_then(Yaml::text), Some("c: d"));
        let items = a.get("e").unwrap().items();
        assert_eq!((items[0].text(), items[0].line), (Some("f"), 4));
        assert_eq!(items[1].get("g").and_then(Yaml::text), Some("h"));
        assert_eq!(Yaml::read("").unwrap().get("a"), None);
        let wrong = Yaml::read("a: b\nc: [d\n").unwrap_err();
        assert!(wrong.line >= 2 && !wrong.message.is_empty(), "{wrong:?}");
        assert!(Yaml::read("a: &x [*x, *x]\nb: *x\n").is_ok());
    }
}
