mlsysim::units! {
    visits (visit);
    calls (visit);
}

fn main() {}
