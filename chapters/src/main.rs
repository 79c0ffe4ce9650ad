//! try
#![allow(missing_docs)]
pub mod vol2 { pub mod fault_tolerance; }
fn main() { for n in mlsysim::claims::napkin::NAPKINS { for s in n.statements() { println!("{s:?}\n"); } } println!("{:?}", mlsysim::claims::formula::FORMULAS.len()); }
