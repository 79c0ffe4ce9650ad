//! JSON from its parts, which are moved and not written anew.

use std::string::String;

use serde_json::Value as Json;

/// An object; `json!` would make a copy of every part of it, and of every part of these.
pub(super) fn object<const FIELDS: usize>(fields: [(&str, Json); FIELDS]) -> Json {
    let fields = fields.into_iter();
    Json::Object(
        fields
            .map(|(name, value)| (String::from(name), value))
            .collect(),
    )
}

/// An array.
pub(super) fn array(items: impl Iterator<Item = Json>) -> Json {
    Json::Array(items.collect())
}
