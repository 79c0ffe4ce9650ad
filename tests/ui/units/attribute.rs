mlsysim::units! {
    #[allow(dead_code)]
    visits (visit);
}

fn main() {}
