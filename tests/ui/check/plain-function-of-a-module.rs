use mlsysim::check;
mod laws {
    use mlsysim::units::Ratio;
    pub const fn doubled(x: Ratio) -> Ratio { x }
}
check! {
    /// A sentence with {} in it.
    size: laws::doubled(3) ~= 6;
}

fn main() {}
