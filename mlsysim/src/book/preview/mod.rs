//! The whole book as HTML, without Quarto: every number answers who asks it.
//!
//! `claims` is what the program knows, `cards` what each number answers: they stay as they are,
//! while the pages are read anew for each `site`. A page is a `document` (see `page`), read into
//! `events` by the Markdown library; `survey` numbers it, and `render` writes it with `item`,
//! `block` and `division`. `layout` puts the rest around it, and `own` makes the pages that no
//! author writes. `watch` does it again after each edit.

mod address;
mod block;
mod card;
mod cards;
mod claims;
mod contents;
mod division;
mod draft;
mod escape;
mod events;
mod inline;
mod item;
mod layout;
mod links;
mod math;
mod own;
mod project;
mod rebuild;
mod render;
mod site;
mod snapshot;
mod state;
mod structure;
mod subject;
mod survey;
mod watch;
mod yaml;

pub(super) use cards::Cards;
pub(super) use claims::Claims;
pub(super) use site::Site;
pub(super) use state::State;
pub(super) use watch::{Watch, number};
