mlsysim::units! {
    beds (fn);
}

fn main() {}
