use mlsysim::check;

check! {
    memory: 2 * 40 GB ~= 80 GB;
}

fn main() {}
