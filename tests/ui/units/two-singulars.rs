mlsysim::units! {
    visits (visit, call);
}

fn main() {}
