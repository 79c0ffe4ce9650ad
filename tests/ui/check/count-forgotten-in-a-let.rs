use mlsysim::check;

check! {
    let rate = [3, 4] USD/GPU/h;
    /// A sentence with {} in it.
    cost: max(rate) * 2 h ~= 8 USD;
}

fn main() {}
