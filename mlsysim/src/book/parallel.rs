//! The same work on many things, by as many threads as the machine has cores.

use std::sync::Mutex;
use std::thread;
use std::vec::Vec;

/// What becomes of each of them, in their order.
pub(super) fn map<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let waiting = Mutex::new(items.into_iter().enumerate());
    // A thread that panics leaves the lock in order: the scope hands the panic on.
    let next = || waiting.lock().ok()?.next();
    let run = || {
        let mut done = Vec::new();
        while let Some((place, item)) = next() {
            done.push((place, work(item)));
        }
        done
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut done = run();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_their_items() {
        let doubled = map((0..1000).collect(), |item| item * 2);
        assert_eq!(doubled, Vec::from_iter((0..1000).map(|item| item * 2)));
        assert!(map(Vec::<u8>::new(), |item| item).is_empty());
    }
}
