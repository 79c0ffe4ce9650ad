use mlsysim::check;

check! {
    /// A sentence with {} in it.
    saving: $0.12/kWh * 100 kWh ~= $14;
}

fn main() {}
