//! What the open pages are told: whether there is something new.

use std::format;
use std::string::{String, ToString};

/// What the open pages are told.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct State {
    /// Another number than before: the pages load themselves anew.
    pub(in super::super) number: u128,
    /// Whether more will come.
    pub(in super::super) is_watched: bool,
    /// What the compiler says of the sources, if it does not accept them.
    pub(in super::super) failure: Option<String>,
}

impl State {
    /// The file that tells them.
    pub(in super::super) fn script(&self) -> String {
        let state = serde_json::json!({
            "number": self.number.to_string(),
            "watched": self.is_watched,
            "failure": self.failure,
        });
        format!("mlsysimBuild({state});\n")
    }
}
