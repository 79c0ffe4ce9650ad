use alloc::string::{String, ToString};

use super::Derivation;
use crate::claims::napkin::NAPKINS;
use crate::units::{Count, Ratio, Time};
use crate::viz::equation;
use crate::{check, formula, q};

const GPU_MTTF: Time = q!(50_000 h);

/// The chance of at least one failure.
#[formula(symbol = r"P_{\text{fail}}")]
const fn failure_chance(
    #[symbol = r"\tau"] mean_time: Time,
    #[symbol = "t"] horizon: Time,
) -> Ratio {
    1 - exp(-horizon / mean_time)
}

/// What a day of work is worth.
#[formula(symbol = "W")]
const fn working_time(#[symbol = "t"] time: Time, #[symbol = "n"] shifts: Count) -> Time {
    if shifts < 3 { time * shifts / 3 } else { time }
}

/// No formula.
struct Table;

const SPARES: Table = Table;

impl Table {
    const fn life(&self, time: Time) -> Time {
        crate::units::of_base(time.value * 2.0)
    }
}

check! {
    let fleet = 10_000 GPUs;
    let mttf = GPU_MTTF;
    let nodes = fleet / 8;

    /// x {}
    failure_interval: mttf / fleet ~= 5 h;
    /// x {}
    in_minutes: failure_interval / 7 ~= 42.9 min;
    /// x {}
    failure_in_a_day: failure_chance(mttf / fleet, 1 day) > 99%;
    /// x {}
    both: failure_chance(5 h, 1 h) + failure_chance(5 h, 2 h) ~= 51%;
    /// x {}
    cluster: mttf / [8, 64, 512] GPUs ~= [6_250, 781, 98] h;
    /// x {}
    second: cluster[1] / 2 ~= 391 h;
    /// x {}
    span: mttf / (8_000 GPUs..4_000 GPUs) ~= 6.25..12.5 h;
    /// x {}
    worked: working_time(8 h, 2) ~= 5.3 h;
    /// x {}
    from_a_table: SPARES.life(mttf) / fleet == 10 h;
    /// x {}
    between: in_minutes in 40 min ..= 45 min;
    /// x {}
    speedup: 3 * 1.5x ~= 4.5x;
    /// x {}
    close: 2 days - 1 s < 2 days;
    /// x {}
    node_interval: failure_interval * fleet / nodes ~= 40 h;
}

fn derivation(name: &str) -> Derivation {
    let napkin = NAPKINS
        .iter()
        .find(|napkin| napkin.module == module_path!());
    let statements = napkin.unwrap().statements();
    let index = statements.iter().position(|s| s.name == name).unwrap();
    Derivation::new(&statements, index).unwrap()
}

fn latex(name: &str) -> String {
    derivation(name).latex()
}

fn plain(name: &str) -> String {
    derivation(name).plain()
}

#[test]
fn symbolic_then_substituted_then_result() {
    assert_eq!(
        plain("failure_interval"),
        "failure interval = MTTF / fleet = 50,000 h / 10,000 GPUs = 5 h"
    );
    assert_eq!(
        latex("failure_interval"),
        r"\text{failure interval} = \frac{\text{MTTF}}{\text{fleet}} = \frac{50{,}000\,\text{h}}{10{,}000\,\text{GPUs}} = 5\,\text{h}"
    );
}

#[test]
fn rounding_is_said() {
    assert_eq!(
        plain("in_minutes"),
        "in minutes = failure interval / 7 = 5 h / 7 ≈ 42.9 min"
    );
}

#[test]
fn a_formula_is_its_symbol_and_its_equation() {
    assert_eq!(
        plain("failure_in_a_day"),
        "failure in a day = failure chance = 1 - exp(-horizon / mean time) \
         = 1 - exp(-1 day / (50,000 h / 10,000 GPUs)) ≈ 99.18% > 99%"
    );
    assert_eq!(
        latex("failure_in_a_day"),
        r"\begin{aligned}
\text{failure in a day} &= P_{\text{fail}} \\
&= 1 - e^{-\frac{t}{\tau}} \\
&= 1 - e^{-\frac{1\,\text{day}}{\frac{50{,}000\,\text{h}}{10{,}000\,\text{GPUs}}}} \\
&\approx 99.18\% \\
&> 99\%
\end{aligned}"
    );
}

#[test]
fn no_symbol_stands_for_two_things() {
    assert_eq!(
        plain("both"),
        "both = failure_chance(5 h, 1 h) + failure_chance(5 h, 2 h) \
         = 1 - exp(-1 h / 5 h) + 1 - exp(-2 h / 5 h) ≈ 51%"
    );
}

#[test]
fn rows_of_a_list_have_an_index() {
    assert_eq!(
        plain("cluster"),
        "cluster 1 = MTTF / 8 GPUs = 50,000 h / 8 GPUs = 6,250 h\n\
         cluster 2 = MTTF / 64 GPUs = 50,000 h / 64 GPUs ≈ 781 h\n\
         cluster 3 = MTTF / 512 GPUs = 50,000 h / 512 GPUs ≈ 98 h"
    );
    assert!(latex("cluster").starts_with(
        r"\begin{aligned}
\text{cluster}_{1} &= \frac{\text{MTTF}}{8\,\text{GPUs}} = \frac{50{,}000\,\text{h}}{8\,\text{GPUs}} = 6{,}250\,\text{h} \\
"
    ));
    assert_eq!(
        plain("span"),
        "span low = MTTF / 8,000 GPUs = 50,000 h / 8,000 GPUs = 6.25 h\n\
         span high = MTTF / 4,000 GPUs = 50,000 h / 4,000 GPUs = 12.5 h"
    );
}

#[test]
fn operands_are_printed_so_that_they_give_the_result() {
    // 781 h / 2 would be 390.5 h; the operand is not printed as it was stated.
    assert_eq!(
        plain("second"),
        "second = cluster 2 / 2 ≈ 781.2 h / 2 ≈ 391 h"
    );
    let shown = derivation("second").displayed_result().to_vec();
    assert_eq!(shown, [781.2 * 3600.0 / 2.0]);
}

#[test]
fn of_a_choice_the_branch_that_is_taken_is_computed() {
    assert_eq!(
        latex("worked"),
        r"\text{worked} = W = \begin{cases} \frac{t \cdot n}{3} & \text{if } n < 3 \\ t & \text{otherwise} \end{cases} = \frac{8\,\text{h} \cdot 2}{3} \approx 5.3\,\text{h}"
    );
}

#[test]
fn what_is_no_formula_is_called_by_name() {
    assert_eq!(
        plain("from_a_table"),
        "from a table = spares life(MTTF) / fleet = 100,000 h / 10,000 GPUs = 10 h"
    );
}

#[test]
fn bounds_follow_the_computed_value() {
    assert_eq!(
        plain("between"),
        "between = in minutes ≈ 42.86 min  (40 min ≤ 42.86 min ≤ 45 min)"
    );
    assert_eq!(
        plain("close"),
        "close = 2 days - 1 s ≈ 1.99999 days < 2 days"
    );
}

#[test]
fn multiples_keep_their_sign_only_at_the_end() {
    assert_eq!(plain("speedup"), "speedup = 3 × 1.5 = 4.5×");
}

#[test]
fn working_is_shown_in_units_that_fit() {
    assert_eq!(
        plain("node_interval"),
        "node interval = failure interval × fleet / nodes = 5 h × 10,000 GPUs / 1,250 = 40 h"
    );
}

#[test]
fn an_equation_is_typeset_from_the_formula() {
    assert_eq!(
        equation::latex(failure_chance::RECORD),
        r"P_{\text{fail}} = 1 - e^{-\frac{t}{\tau}}"
    );
    assert_eq!(
        equation::latex(working_time::RECORD),
        r"W = \begin{cases} \frac{t \cdot n}{3} & \text{if } n < 3 \\ t & \text{otherwise} \end{cases}".to_string()
    );
}
