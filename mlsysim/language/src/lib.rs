//! How a quantity is written, read and recorded: the language of `check!`, `q!` and `#[formula]`.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod operation;
pub mod record;
pub mod token;
