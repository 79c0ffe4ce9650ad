use mlsysim::check;
pub struct Bound;
impl Bound { const fn name(&self) -> &'static str { "Memory" } }
pub const BOUND: Bound = Bound;
check! {
    /// A sentence.
    #[published(2)]
    bound: BOUND is Memory;
}

fn main() {}
