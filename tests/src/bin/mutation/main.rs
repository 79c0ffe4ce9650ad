//! Do the claims notice? Changes each constant that the chapters use by a tenth, and swaps
//! each operator of their formulas, one at a time, and counts what no claim notices.
//!
//! Run by hand, from the workspace:
//!
//! ```text
//! cargo run -p mlsysim-tests --bin mutation
//! cargo run -p mlsysim-tests --bin mutation -- --sample 100 --jobs 2
//! ```
//!
//! The sources are copied; the workspace itself is never changed.

mod find;
mod scratch;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

use find::Mutant;
use scratch::{Scratch, Verdict};

/// Command line: how many mutants to try, over how many copies of the workspace.
struct Options {
    sample: usize,
    jobs: usize,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\nusage: mutation [--sample N] [--jobs N]");
            return ExitCode::FAILURE;
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        sample: usize::MAX,
        jobs: 1,
    };
    while let Some(argument) = arguments.next() {
        let value = arguments.next().and_then(|value| value.parse().ok());
        match (argument.as_str(), value) {
            ("--sample", Some(count)) => options.sample = count,
            ("--jobs", Some(count)) if count > 0 => options.jobs = count,
            _ => {
                return Err(format!(
                    "`{argument}` is not understood, or its number is missing"
                ));
            }
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<(), String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("the tests stand in a workspace")?;
    let all = find::mutants(workspace)?;
    let found = all.len();
    let chosen = sample(all, options.sample);
    println!("{found} mutants found, {} of them tried", chosen.len());

    let tried = chosen.len();
    let copies = (0..options.jobs).map(|_| Scratch::new(workspace));
    let copies = copies.collect::<Result<Vec<_>, String>>()?;
    let queue = Mutex::new(chosen.into_iter().rev().collect::<Vec<_>>());
    let judged = Mutex::new(Vec::new());
    let (queue, judged_so_far) = (&queue, &judged);
    thread::scope(|scope| {
        let start = |copy| scope.spawn(move || work(copy, queue, judged_so_far, tried));
        let workers: Vec<_> = copies.iter().map(start).collect();
        let mut results = workers.into_iter().map(|worker| worker.join());
        results
            .try_for_each(|result| result.unwrap_or_else(|_| Err("a worker panicked".to_owned())))
    })?;
    let mut judged = judged.into_inner().map_err(|error| error.to_string())?;
    judged.sort_by(|(a, _), (b, _)| (&a.file, a.start).cmp(&(&b.file, b.start)));
    let passed = |(_, verdict): &&mut (Mutant, Verdict)| *verdict == Verdict::Passed;
    let mut passed: Vec<_> = judged.iter_mut().filter(passed).collect();
    eprintln!(
        "{} passed; which of them change a value at all?",
        passed.len()
    );
    if let Some(copy) = copies.first() {
        split(copy, &mut passed)?;
    }
    report(&judged);
    Ok(())
}

fn work(
    copy: &Scratch,
    queue: &Mutex<Vec<Mutant>>,
    judged: &Mutex<Vec<(Mutant, Verdict)>>,
    tried: usize,
) -> Result<(), String> {
    loop {
        let Some(mutant) = queue.lock().map_err(|error| error.to_string())?.pop() else {
            return Ok(());
        };
        let verdict = copy.judge(&mutant)?;
        let mut judged = judged.lock().map_err(|error| error.to_string())?;
        judged.push((mutant, verdict));
        if judged.len().is_multiple_of(25) {
            eprintln!("{} of {tried}", judged.len());
        }
    }
}

/// Tells the mutants that change no value from those that change one unnoticed: all
/// together first, then halves of whatever changes something.
fn split(copy: &Scratch, passed: &mut [&mut (Mutant, Verdict)]) -> Result<(), String> {
    let mutants: Vec<&Mutant> = passed.iter().map(|(mutant, _)| mutant).collect();
    if mutants.is_empty() || !copy.changes_a_value(&mutants)? {
        for (_, verdict) in passed {
            *verdict = Verdict::Unreached;
        }
    } else if let [(_, verdict)] = passed {
        *verdict = Verdict::Survived;
    } else {
        let (first, second) = passed.split_at_mut(passed.len() / 2);
        split(copy, first)?;
        split(copy, second)?;
    }
    Ok(())
}

/// The same mutants for the same sources and count; sorted by crate, because a change
/// in the library takes longer to check than one in a chapter.
fn sample(mut mutants: Vec<Mutant>, count: usize) -> Vec<Mutant> {
    let mut state = 0_u64;
    for end in (1..mutants.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        mutants.swap(end, (state >> 33) as usize % (end + 1));
    }
    mutants.truncate(count);
    mutants.sort_by(|a, b| (&a.file, a.start).cmp(&(&b.file, b.start)));
    mutants
}

fn report(verdicts: &[(Mutant, Verdict)]) {
    let count = |wanted: Verdict| verdicts.iter().filter(|(_, v)| *v == wanted).count();
    let (claims, dimensions) = (count(Verdict::BrokenClaim), count(Verdict::OtherError));
    let (survived, unreached) = (count(Verdict::Survived), count(Verdict::Unreached));
    println!("\nsurvivors: no claim notices the change");
    for (mutant, verdict) in verdicts {
        if *verdict == Verdict::Survived {
            println!("  {}:{}: {}", mutant.file, mutant.line, mutant.change);
        }
    }
    let judged = claims + dimensions + survived;
    println!("\nrejected by a claim       {claims:>5}");
    println!("rejected by a dimension   {dimensions:>5}  (or a domain)");
    println!("survived                  {survived:>5}");
    println!("reach no claim            {unreached:>5}  (not counted)");
    if judged > 0 {
        let share = 100.0 * (claims + dimensions) as f64 / judged as f64;
        println!("\n{share:.1}% of {judged} mutants are rejected");
    }
}
