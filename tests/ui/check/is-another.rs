use mlsysim::check;
pub struct Bound;
impl Bound { const fn name(&self) -> &'static str { "Memory" } }
pub const BOUND: Bound = Bound;

check! {
    /// A sentence with {} in it.
    bound: BOUND is Compute;
}

fn main() {}
