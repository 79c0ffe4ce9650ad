mlsysim::units! {
    séjours (séjour);
}

fn main() {}
