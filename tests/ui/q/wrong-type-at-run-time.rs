use mlsysim::{q, units::Time};

fn main() {
    let value: Time = q!(5 GB / 2 s);
    drop(value);
}
