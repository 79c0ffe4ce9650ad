//! What is known of a device.

use crate::core::constants::source::{missing, where_known};
use crate::core::constants::{Precision, Source};
use crate::formula;
use crate::units::text::Text;
use crate::units::{
    Area, Bandwidth, Count, Energy, Frequency, Information, Mass, Money, OperationRate, Power,
    Time, of_base, unit,
};

/// What a peak rate counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Every operation of a dense product.
    Dense,
    /// The operations of a dense product, of which two in four are skipped because their
    /// weights are zero: twice the dense rate, for weights pruned to that pattern.
    StructuredSparse,
}

/// The highest rate at which a device computes in one number format.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// The number format of the operands.
    pub precision: Precision,
    /// Whether skipped operations are counted.
    pub basis: Basis,
    /// Operations a second; an operation on integers counts like one on floats, and a
    /// multiply-accumulate as two.
    pub rate: OperationRate,
}

/// A dense peak of a device: an item of its `peaks`, which [`Accelerator::peak`] gives back.
pub const fn peak(precision: Precision, rate: OperationRate) -> Peak {
    Peak {
        precision,
        basis: Basis::Dense,
        rate,
    }
}

/// A peak with weights pruned two in four: an item of a device's `peaks`, which
/// [`Accelerator::sparse_peak`] gives back.
pub const fn sparse_peak(precision: Precision, rate: OperationRate) -> Peak {
    Peak {
        precision,
        basis: Basis::StructuredSparse,
        rate,
    }
}

/// How a device is packaged. It decides the power limit, and with it the rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFactor {
    /// NVIDIA's socketed module.
    Sxm,
    /// A card in a PCI Express slot.
    Pcie,
    /// The Open Compute accelerator module.
    Oam,
    /// Several chips and their switches sold as one machine.
    System,
}

/// What a memory is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemoryKind {
    /// High-bandwidth memory, stacked beside the chip.
    Hbm,
    /// Graphics memory.
    Gddr,
    /// Low-power memory of phones and boards.
    Lpddr,
    /// The memory of a host.
    Ddr,
    /// Static memory on the chip.
    Sram,
    /// Dynamic memory of a microcontroller that refreshes itself.
    Psram,
    /// Memory that keeps its contents without power, and is slow to write.
    Flash,
}

/// Main memory of a device: the level that weights lie in.
///
/// Of a microcontroller that is flash where the source gives the figures of flash; its static
/// memory is [`Details::on_chip_memory`] then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// What it is made of.
    pub kind: MemoryKind,
    /// What it holds.
    pub capacity: Information,
    /// What it delivers at most.
    pub bandwidth: Bandwidth,
}

/// A further level of memory or storage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tier {
    /// What it holds.
    pub capacity: Information,
    /// What it delivers at most.
    pub bandwidth: Option<Bandwidth>,
}

/// What a link's bandwidth counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// What goes one way.
    PerDirection,
    /// What goes both ways together.
    BothDirections,
}

/// A link of a device to its host or to its peers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Its technology and generation.
    pub name: &'static str,
    /// Its rate as the maker states it; [`Link::one_way_bandwidth`] is comparable.
    pub bandwidth: Bandwidth,
    /// What the stated rate counts.
    pub direction: Direction,
    /// From one end to the other.
    pub latency: Option<Time>,
}

impl Link {
    /// The rate in one direction.
    ///
    /// ```
    /// use mlsysim::core::constants::accelerators::cloud::H100;
    /// use mlsysim::q;
    /// assert_eq!(H100.peer_link().bandwidth, q!(900 GB/s));
    /// assert_eq!(H100.peer_link().one_way_bandwidth(), q!(450 GB/s));
    /// ```
    #[formula(opaque)]
    pub const fn one_way_bandwidth(&self) -> Bandwidth {
        match self.direction {
            Direction::PerDirection => self.bandwidth,
            Direction::BothDirections => self.half_bandwidth(),
        }
    }

    /// The rate in one direction where the maker's counts both.
    #[formula]
    const fn half_bandwidth(&self) -> Bandwidth {
        self.bandwidth / 2
    }
}

/// The repeated unit of a GPU.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Multiprocessor {
    /// Scalar FP32 units.
    pub fp32_cores: Count,
    /// Matrix units.
    pub tensor_cores: Count,
    /// Threads resident at once.
    pub maximum_threads: Count,
    /// 32-bit registers that one thread may use.
    pub maximum_registers_per_thread: Count,
    /// Threads that execute in step.
    pub warp_size: Count,
    /// Registers of all threads.
    pub register_file: Information,
    /// Memory that a block of threads shares, at most.
    pub shared_memory: Information,
}

/// A slice of a GPU that runs by itself (multi-instance GPU).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partition {
    /// The profile's name.
    pub name: &'static str,
    /// Its share of the memory.
    pub memory: Information,
    /// Its share of the multiprocessors.
    pub multiprocessors: Count,
    /// What it is used for.
    pub workload: &'static str,
}

/// Figures that few makers state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Details {
    /// The lowest configurable power limit.
    pub lowest_power: Option<Power>,
    /// The highest configurable power limit.
    pub highest_power: Option<Power>,
    /// The upper end of the price, where [`Accelerator::price`] is the lower end.
    pub highest_price: Option<Money>,
    /// Area of the die.
    pub die_area: Option<Area>,
    /// Transistors on the die.
    pub transistors: Option<Count>,
    /// The rate between the dies of one package.
    pub die_to_die_bandwidth: Option<Bandwidth>,
    /// Clock.
    pub clock_rate: Option<Frequency>,
    /// Processing elements.
    pub cores: Option<Count>,
    /// Rows, and columns, of the systolic array.
    pub systolic_array_dimension: Option<Count>,
    /// Multiprocessors that are enabled in the product.
    pub multiprocessors: Option<Count>,
    /// What one multiprocessor holds.
    pub multiprocessor: Option<Multiprocessor>,
    /// Accelerators in a machine that is described as one device.
    pub accelerators: Option<Count>,
    /// Stacks of high-bandwidth memory.
    pub memory_stacks: Option<Count>,
    /// Data lines of the memory interface, one bit each.
    pub memory_bus_width: Option<Information>,
    /// The rate of one data line.
    pub memory_pin_rate: Option<Bandwidth>,
    /// Level-2 cache.
    pub l2_cache: Option<Information>,
    /// Static memory on the chip.
    pub on_chip_memory: Option<Tier>,
    /// Pseudo-static memory beside the chip.
    pub psram: Option<Tier>,
    /// Flash memory that code and weights are read from.
    pub flash: Option<Tier>,
    /// Local drive.
    pub storage: Option<Tier>,
    /// Energy in the full battery.
    pub battery: Option<Energy>,
    /// Slices that the device can be divided into.
    pub partitions: &'static [Partition],
}

impl Details {
    /// Nothing beyond the common figures is stated.
    pub const NONE: Details = Details {
        lowest_power: None,
        highest_power: None,
        highest_price: None,
        die_area: None,
        transistors: None,
        die_to_die_bandwidth: None,
        clock_rate: None,
        cores: None,
        systolic_array_dimension: None,
        multiprocessors: None,
        multiprocessor: None,
        accelerators: None,
        memory_stacks: None,
        memory_bus_width: None,
        memory_pin_rate: None,
        l2_cache: None,
        on_chip_memory: None,
        psram: None,
        flash: None,
        storage: None,
        battery: None,
        partitions: &[],
    };
}

/// A device that computes, as its maker or the literature describes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accelerator {
    /// Its name in prose.
    pub name: &'static str,
    /// The year in which it was announced for sale.
    pub release_year: u16,
    /// How it is packaged, where products of one name differ by it.
    pub form_factor: Option<FormFactor>,
    /// Its peak rates; the first is the one the device is usually known by.
    pub peaks: &'static [Peak],
    /// Its main memory.
    pub memory: Memory,
    /// The link to its host or to the network.
    pub interconnect: Option<Link>,
    /// The link to its peers, such as NVLink.
    pub peer_link: Option<Link>,
    /// The power that its cooling is designed for.
    pub thermal_design_power: Option<Power>,
    /// From a kernel's launch in software to its start on the device.
    pub launch_overhead: Time,
    /// What one costs to buy.
    pub price: Option<Money>,
    /// Emissions of making one, in CO₂ equivalents.
    pub embodied_carbon: Option<Mass>,
    /// Figures that few makers state.
    pub details: Details,
    /// Where the figures are published.
    pub source: Source,
}

impl Accelerator {
    /// The dense peak rate in a number format; a compile error where the maker states none.
    ///
    /// ```
    /// use mlsysim::core::constants::{Precision, accelerators::cloud::H100};
    /// use mlsysim::{q, units::OperationRate};
    /// const RATE: OperationRate = q!(H100.peak(Precision::Fp16));
    /// assert_eq!(RATE, q!(989 TFLOP/s));
    /// ```
    #[track_caller]
    pub const fn peak(&self, precision: Precision) -> OperationRate {
        match self.find_peak(precision, Basis::Dense) {
            Some(rate) => rate,
            None => self.no_peak(precision, Basis::Dense),
        }
    }

    /// The peak rate in a number format with weights pruned two in four; a compile error where
    /// the maker states none.
    ///
    /// ```
    /// use mlsysim::core::constants::{Precision, accelerators::cloud::H100};
    /// use mlsysim::{q, units::OperationRate};
    /// const RATE: OperationRate = q!(H100.sparse_peak(Precision::Fp16));
    /// assert_eq!(RATE, q!(1_979 TFLOP/s));
    /// ```
    #[track_caller]
    pub const fn sparse_peak(&self, precision: Precision) -> OperationRate {
        match self.find_peak(precision, Basis::StructuredSparse) {
            Some(rate) => rate,
            None => self.no_peak(precision, Basis::StructuredSparse),
        }
    }

    /// The peak rate in a number format on a basis, if it is stated.
    ///
    /// ```
    /// use mlsysim::core::constants::Precision;
    /// use mlsysim::core::constants::accelerators::{Basis, cloud::V100};
    /// assert_eq!(V100.find_peak(Precision::Fp8, Basis::Dense), None);
    /// ```
    pub const fn find_peak(&self, precision: Precision, basis: Basis) -> Option<OperationRate> {
        let mut index = 0;
        while index < self.peaks.len() {
            let peak = &self.peaks[index];
            if peak.precision as u8 == precision as u8 && peak.basis as u8 == basis as u8 {
                return Some(peak.rate);
            }
            index += 1;
        }
        None
    }

    #[track_caller]
    const fn no_peak(&self, precision: Precision, asked: Basis) -> ! {
        let (other, instead) = match asked {
            Basis::Dense => (
                Basis::StructuredSparse,
                ", only a 2:4 sparse one: `sparse_peak`",
            ),
            Basis::StructuredSparse => (Basis::Dense, ", only a dense one: `peak`"),
        };
        let instead_stated = self.find_peak(precision, other).is_some();
        let mut text = Text::new();
        text.push(match asked {
            Basis::Dense if instead_stated => "dense ",
            Basis::Dense => "",
            Basis::StructuredSparse => "2:4 sparse ",
        });
        text.push(precision.name());
        text.push(" peak");
        if instead_stated {
            text.push(instead);
        }
        missing(self.name, text.as_str())
    }

    /// The rate to its peers in one direction; a compile error where none is stated.
    ///
    /// ```
    /// use mlsysim::core::constants::accelerators::cloud::H100;
    /// use mlsysim::{q, units::Bandwidth};
    /// const NVLINK: Bandwidth = q!(H100.peer_bandwidth());
    /// assert_eq!(NVLINK, q!(450 GB/s));
    /// ```
    #[track_caller]
    #[formula(opaque)]
    pub const fn peer_bandwidth(&self) -> Bandwidth {
        self.peer_link().one_way_bandwidth()
    }

    where_known! {
        /// The link to its host or to the network, where it is stated.
        interconnect: Link = interconnect, "interconnect";
        /// The link to its peers, where it is stated.
        peer_link: Link = peer_link, "link to its peers";
        /// The power that its cooling is designed for, where it is stated.
        ///
        /// ```
        /// use mlsysim::core::constants::accelerators::cloud::H100;
        /// use mlsysim::{q, units::Power};
        /// const POWER: Power = q!(H100.thermal_design_power());
        /// assert_eq!(POWER, q!(700 W));
        /// ```
        thermal_design_power: Power = thermal_design_power, "thermal design power";
        /// What one costs to buy, where it is known.
        price: Money = price, "price";
        /// Emissions of making one, where they are known.
        embodied_carbon: Mass = embodied_carbon, "embodied carbon";
        /// The lowest configurable power limit, where it is stated.
        lowest_power: Power = details.lowest_power, "lowest power limit";
        /// The highest configurable power limit, where it is stated.
        highest_power: Power = details.highest_power, "highest power limit";
        /// The upper end of the price, where it is known.
        highest_price: Money = details.highest_price, "highest price";
        /// Area of the die, where it is stated.
        die_area: Area = details.die_area, "die area";
        /// Transistors on the die, where they are stated.
        transistors: Count = details.transistors, "transistor count";
        /// The rate between the dies of one package, where it is stated.
        die_to_die_bandwidth: Bandwidth = details.die_to_die_bandwidth, "die-to-die bandwidth";
        /// Clock, where it is stated.
        clock_rate: Frequency = details.clock_rate, "clock rate";
        /// Processing elements, where they are stated.
        cores: Count = details.cores, "core count";
        /// Rows, and columns, of the systolic array, where it has one.
        systolic_array_dimension: Count = details.systolic_array_dimension, "systolic array";
        /// Multiprocessors that are enabled, where they are stated.
        multiprocessors: Count = details.multiprocessors, "multiprocessor count";
        /// What one multiprocessor holds, where it is stated.
        multiprocessor: Multiprocessor = details.multiprocessor, "description of its multiprocessors";
        /// Accelerators in a machine that is described as one device.
        accelerators: Count = details.accelerators, "count of accelerators";
        /// Stacks of high-bandwidth memory, where they are stated.
        memory_stacks: Count = details.memory_stacks, "count of memory stacks";
        /// Level-2 cache, where it is stated.
        l2_cache: Information = details.l2_cache, "level-2 cache";
        /// Static memory on the chip, where it is stated.
        on_chip_memory: Tier = details.on_chip_memory, "on-chip memory";
        /// Pseudo-static memory beside the chip, where it has some.
        psram: Tier = details.psram, "pseudo-static memory";
        /// Flash memory, where it has some.
        flash: Tier = details.flash, "flash memory";
        /// Local drive, where it has one.
        storage: Tier = details.storage, "storage";
        /// Energy in the full battery, where it has one.
        battery: Energy = details.battery, "battery";
    }

    /// What the memory interface carries at most by its width and pin rate, where both are stated.
    ///
    /// ```
    /// use mlsysim::core::constants::accelerators::edge::JETSON_AGX_ORIN;
    /// use mlsysim::q;
    /// assert_eq!(JETSON_AGX_ORIN.memory_interface_bandwidth(), Some(q!(204.8 GB/s)));
    /// ```
    pub const fn memory_interface_bandwidth(&self) -> Option<Bandwidth> {
        match (self.details.memory_bus_width, self.details.memory_pin_rate) {
            (Some(width), Some(rate)) => Some(of_base(rate.value * width.value / unit::bit.value)),
            _ => None,
        }
    }
}
