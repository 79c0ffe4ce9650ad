//! What a scenario comes to.

use core::fmt;

use super::{Goal, Scenario, System, Target, Verdict};
use crate::claims::formula::{Order, domain};
use crate::core::engine::words::push_quantity;
use crate::core::engine::{Options, PerformanceProfile, Work, solve};
use crate::core::formulas::performance::effective_operation_rate;
use crate::units::arithmetic::{div, floor, mul};
use crate::units::dynamic::{Dynamic, of};
use crate::units::text::Text;
use crate::units::{
    Count, Frequency, Money, MoneyRate, OperationRate, Power, Ratio, Time, of_base,
};

/// What a scenario comes to, target by target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evaluation<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// One device with its part of one copy of the model.
    pub profile: PerformanceProfile,
    /// Devices of the system.
    pub devices: Count,
    /// Whole copies of the model; devices that are left over idle.
    pub copies: Count,
    /// Inputs a second of the whole system, after scaling.
    pub throughput: Frequency,
    /// Operations of the model that the whole system does, after scaling.
    pub operation_rate: OperationRate,
    /// Power of all devices at work, where that of one is known.
    pub power: Option<Power>,
    /// Time to read the prompt, of models that work token by token; also that of a batch of
    /// inputs.
    pub time_to_first_token: Time,
    /// Time to train, where that is the goal.
    pub training_time: Option<Time>,
    /// What training costs, where that is the goal and the system has a price by the hour.
    pub cost: Option<Money>,
}

struct Resources {
    devices: Count,
    devices_per_copy: Count,
    scaling_efficiency: Ratio,
    price: Option<MoneyRate>,
}

impl Scenario {
    /// What the engine finds for it, and which of its targets it misses.
    ///
    /// A fleet works like its devices, each with its part of one copy of the model, less what
    /// the scaling efficiency takes.
    ///
    /// ```
    /// use mlsysim::check;
    /// use mlsysim::core::scenarios::SMART_DOORBELL;
    /// check! {
    ///     /// The doorbell answers after {}, which is too late.
    ///     latency: SMART_DOORBELL.evaluate().profile.latency ~= 255 ms;
    ///     /// It says so.
    ///     verdict: { SMART_DOORBELL.evaluate().verdict() } is Missed;
    /// }
    /// # fn main() {}
    /// ```
    #[track_caller]
    pub const fn evaluate(&self) -> Evaluation<'_> {
        Evaluation::new(self)
    }
}

impl<'a> Evaluation<'a> {
    #[track_caller]
    pub(super) const fn new(scenario: &'a Scenario) -> Evaluation<'a> {
        let one: Ratio = of_base(1.0);
        let (device, resources) = match scenario.system {
            System::Device(device) => (
                device,
                Resources {
                    devices: one,
                    devices_per_copy: one,
                    scaling_efficiency: one,
                    price: None,
                },
            ),
            System::Fleet(fleet) => (
                fleet.cluster.node.accelerator,
                Resources {
                    devices: fleet.cluster.accelerators(),
                    devices_per_copy: fleet.devices_per_copy,
                    scaling_efficiency: fleet.scaling_efficiency,
                    price: Some(fleet.price),
                },
            ),
        };
        let Resources {
            devices,
            devices_per_copy,
            scaling_efficiency,
            price,
        } = resources;
        let whole = devices.value;
        domain(
            devices_per_copy.value,
            Order::AtMost,
            whole,
            "devices_per_copy",
            "evaluate",
        );
        let copies = floor(div(devices, devices_per_copy), one);
        let working = mul(copies, devices_per_copy);
        let part = scenario.workload.divided_among(devices_per_copy);
        let options = Options {
            replicas: match scenario.goal {
                Goal::Training(_) => copies,
                Goal::Inference => scenario.options.replicas,
            },
            ..scenario.options
        };
        let profile = solve(&part, device, options);
        let prefill = Options {
            work: Work::Prefill,
            ..options
        };
        let throughput = mul(profile.throughput, mul(copies, scaling_efficiency));
        let tokens: Count = match scenario.workload.sequence {
            Some(_) => options.sequence_length,
            None => one,
        };
        let training_time = match scenario.goal {
            Goal::Inference => None,
            Goal::Training(inputs) => Some(div(inputs, mul(throughput, tokens))),
        };
        Evaluation {
            scenario,
            profile,
            devices,
            copies,
            throughput,
            operation_rate: effective_operation_rate(
                mul(profile.peak, working),
                profile.mfu,
                scaling_efficiency,
                one,
            ),
            power: match profile.energy {
                Some(energy) => Some(mul(div(energy, profile.latency), devices)),
                None => None,
            },
            time_to_first_token: solve(&part, device, prefill).latency,
            training_time,
            cost: match (training_time, price) {
                (Some(time), Some(price)) => Some(mul(mul(time, price), devices)),
                _ => None,
            },
        }
    }

    /// The figure that a target bounds; none where the scenario has no such figure.
    pub const fn computed(&self, target: &Target) -> Option<Dynamic> {
        match target {
            Target::Latency(_) => Some(of(self.profile.latency)),
            Target::TimeToFirstToken(_) => Some(of(self.time_to_first_token)),
            Target::TrainingTime(_) => match self.training_time {
                Some(time) => Some(of(time)),
                None => None,
            },
            Target::Throughput(_) => Some(of(self.throughput)),
            Target::Power(_) => match self.power {
                Some(power) => Some(of(power)),
                None => None,
            },
            Target::Energy(_) => match self.profile.energy {
                Some(energy) => Some(of(energy)),
                None => None,
            },
            Target::Memory(_) => Some(of(self.profile.memory_footprint)),
            Target::Cost(_) => match self.cost {
                Some(cost) => Some(of(cost)),
                None => None,
            },
        }
    }

    /// Whether a target is met. None is by what cannot run.
    ///
    /// ```
    /// use mlsysim::core::scenarios::{AUTONOMOUS_VEHICLE, Target, Verdict};
    /// use mlsysim::q;
    /// let evaluation = AUTONOMOUS_VEHICLE.evaluate();
    /// assert_eq!(evaluation.of(&Target::Latency(q!(10 ms))), Verdict::Met);
    /// assert_eq!(evaluation.of(&Target::Latency(q!(0.1 ms))), Verdict::Missed);
    /// ```
    pub const fn of(&self, target: &Target) -> Verdict {
        let (Some(computed), true) = (self.computed(target), self.profile.is_feasible()) else {
            return Verdict::Missed;
        };
        let stated = target.stated().value;
        let is_met = if target.is_minimum() {
            computed.value >= stated
        } else {
            computed.value <= stated
        };
        if is_met {
            Verdict::Met
        } else {
            Verdict::Missed
        }
    }

    /// How many of its own targets the scenario misses.
    pub const fn missed(&self) -> usize {
        let (mut missed, mut index) = (0, 0);
        while index < self.scenario.targets.len() {
            if matches!(self.of(&self.scenario.targets[index]), Verdict::Missed) {
                missed += 1;
            }
            index += 1;
        }
        missed
    }

    /// Whether the scenario can run and meets all its targets.
    pub const fn verdict(&self) -> Verdict {
        if self.profile.is_feasible() && self.missed() == 0 {
            Verdict::Met
        } else {
            Verdict::Missed
        }
    }
}

impl fmt::Display for Evaluation<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scenario = self.scenario;
        let system = match scenario.system {
            System::Device(device) => device.name,
            System::Fleet(fleet) => fleet.cluster.name,
        };
        writeln!(
            formatter,
            "{}: {} on {system}",
            scenario.name, scenario.workload.name
        )?;
        for (label, text) in [
            ("purpose", scenario.purpose),
            ("constraint", scenario.constraint),
        ] {
            writeln!(formatter, "{label:<14}{text}")?;
        }
        write!(formatter, "{}", self.profile)?;
        if self.devices.value > 1.0 {
            self.write_fleet(formatter)?;
        }
        writeln!(formatter)?;
        for target in scenario.targets {
            self.write_target(formatter, target)?;
        }
        match (self.missed(), scenario.targets.len()) {
            (_, 0) => Ok(()),
            (0, _) => writeln!(formatter, "meets every target"),
            (missed, all) => writeln!(formatter, "misses {missed} of {all} targets"),
        }
    }
}

impl Evaluation<'_> {
    fn write_fleet(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Text::new();
        text.push_number(self.devices.value, 6);
        text.push(" devices, ");
        text.push_number(self.copies.value, 6);
        text.push(" copies: ");
        push_quantity(&mut text, of(self.operation_rate), 3);
        text.push(", ");
        push_quantity(&mut text, of(self.throughput), 3);
        if let Some(power) = self.power {
            text.push(", ");
            push_quantity(&mut text, of(power), 3);
        }
        writeln!(formatter, "{:<14}{text}", "fleet")
    }

    fn write_target(&self, formatter: &mut fmt::Formatter<'_>, target: &Target) -> fmt::Result {
        let mut text = Text::new();
        text.push(if target.is_minimum() {
            "at least "
        } else {
            "at most "
        });
        let stated = target.stated();
        push_quantity(&mut text, stated, 3);
        text.push(", computed ");
        let Some(computed) = self.computed(target) else {
            text.push("nothing: missed");
            return writeln!(formatter, "{}: {text}", target.name());
        };
        push_quantity(&mut text, computed, 3);
        if !self.profile.is_feasible() {
            text.push(" if it could run: missed");
        } else if matches!(self.of(target), Verdict::Met) {
            text.push(": met");
        } else {
            text.push(": missed by ");
            let difference = Dynamic {
                value: (computed.value - stated.value).abs(),
                dimension: stated.dimension,
            };
            push_quantity(&mut text, difference, 3);
        }
        writeln!(formatter, "{}: {text}", target.name())
    }
}
