//! How a quantity is written, read and recorded: the language of `check!`, `q!` and `#[formula]`.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod audit;
pub mod dimension;
pub mod expression;
pub mod kind;
pub mod lex;
pub mod nearest;
pub mod nouns;
pub mod number;
pub mod operation;
pub mod parse;
pub mod prose;
#[cfg(test)]
mod reading;
pub mod record;
pub mod stated;
pub mod steps;
pub mod token;
pub mod units;
