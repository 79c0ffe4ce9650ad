use mlsysim::check;
pub struct Bound;
impl Bound { const fn name(&self) -> &'static str { "Memory" } }
pub const BOUND: Bound = Bound;

check! {
    /// A sentence.
    bound: 5 GB is Memory;
}

fn main() {}
