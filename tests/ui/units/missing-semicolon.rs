mlsysim::units! {
    visits (visit)
    beds (bed);
}

fn main() {}
