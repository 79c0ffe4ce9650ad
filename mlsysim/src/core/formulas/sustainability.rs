//! Energy, carbon, cooling and water.

use crate::formula;

use crate::units::{
    CarbonIntensity, Charge, Count, Energy, Mass, MassFlow, Power, Ratio, SpecificHeat,
    TemperatureDifference, Time, Voltage, Volume, WaterIntensity,
};

/// Energy that a run takes from the grid, cooling and distribution included.
///
/// The power is the mean draw of one device with its share of the host. The
/// power usage effectiveness is the facility's energy over that of its machines,
/// at least 1.
///
/// Source: Patterson et al. (2021), "Carbon Emissions and Large Neural Network Training", section 2;
/// ISO/IEC 30134-2 (2016) for the power usage effectiveness.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::facility_energy};
/// check! {
///     /// GPT-3's 10,000 GPUs took {}.
///     gpt3: facility_energy(10_000 GPUs, 330 W, 14.8 days, 1.1) ~= 1_289 MWh;
/// }
/// ```
#[formula(symbol = r"E_{\text{facility}}")]
pub const fn facility_energy(
    #[symbol = "N"]
    #[domain(>= 0)]
    devices: Count,
    #[symbol = "P"]
    #[domain(>= 0)]
    power: Power,
    #[symbol = "T"]
    #[domain(>= 0)]
    duration: Time,
    #[symbol = r"\text{PUE}"]
    #[domain(>= 1)]
    pue: Ratio,
) -> Energy {
    devices * power * duration * pue
}

/// Carbon that generating an amount of energy emits.
///
/// Whether CO₂ or CO₂ equivalents is what the grid's intensity counts.
///
/// Source: World Resources Institute (2015), "GHG Protocol Scope 2 Guidance", chapter 6.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::operational_carbon};
/// check! {
///     /// GPT-3's 1,287 MWh emitted {}.
///     gpt3: operational_carbon(1_287 MWh, 429 g/kWh) ~= 552 t;
/// }
/// ```
#[formula(symbol = r"C_{\text{op}}")]
pub const fn operational_carbon(
    #[symbol = "E"]
    #[domain(>= 0)]
    energy: Energy,
    #[symbol = r"\text{CI}"]
    #[domain(>= 0)]
    carbon_intensity: CarbonIntensity,
) -> Mass {
    energy * carbon_intensity
}

/// The part of the carbon of making hardware that falls to one run.
///
/// The share of the hardware's life that the run takes, and of the hardware that
/// it reserves.
///
/// Source: Green Software Foundation (2021), "Software Carbon Intensity Specification", embodied
/// emissions; Gupta et al. (2022), "ACT: Designing Sustainable Computer Systems with an Architectural
/// Carbon Modeling Tool", ISCA, section 3.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::embodied_carbon};
/// check! {
///     /// A month on a server of 1.5 t carries {} of it.
///     month: embodied_carbon(1.5 t, 30 days, 4 years, 100%) ~= 30.8 kg;
/// }
/// ```
#[formula(symbol = r"C_{\text{emb}}")]
pub const fn embodied_carbon(
    #[symbol = r"C_{\text{make}}"]
    #[domain(>= 0)]
    manufacturing: Mass,
    #[symbol = "T"]
    #[domain(>= 0)]
    duration: Time,
    #[symbol = "L"]
    #[domain(> 0)]
    lifetime: Time,
    #[symbol = "r"]
    #[domain(>= 0, <= 1)]
    reserved_share: Ratio,
) -> Mass {
    manufacturing * duration / lifetime * reserved_share
}

/// Water that a run consumes: evaporated on site for cooling, and in generating its electricity.
///
/// The energy is that of the machines. On site it counts by the water usage
/// effectiveness; at the power plant by the intensity of the grid, on the whole
/// facility's energy.
///
/// Source: Li et al. (2023), "Making AI Less Thirsty", section 3; The Green Grid (2011), "Water
/// Usage Effectiveness", for the effectiveness.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::water_consumption};
/// check! {
///     /// 1,170 MWh in the machines consume {} of water.
///     gpt3: water_consumption(1_170 MWh, 0.55 L/kWh, 1.1, 3.1 L/kWh) ~= 4.6 ML;
/// }
/// ```
#[formula(symbol = "W")]
pub const fn water_consumption(
    #[symbol = "E"]
    #[domain(>= 0)]
    machine_energy: Energy,
    #[symbol = r"\text{WUE}"]
    #[domain(>= 0)]
    on_site: WaterIntensity,
    #[symbol = r"\text{PUE}"]
    #[domain(>= 1)]
    pue: Ratio,
    #[symbol = r"\text{WI}"]
    #[domain(>= 0)]
    off_site: WaterIntensity,
) -> Volume {
    machine_energy * (on_site + pue * off_site)
}

/// The flow of coolant that carries a heat load away.
///
/// In steady state all power drawn leaves as heat.
///
/// Source: Incropera and DeWitt (2007), "Fundamentals of Heat and Mass Transfer", sixth edition,
/// equation 1.11e.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::coolant_mass_flow};
/// check! {
///     /// A rack of 120 kW needs {} of water that warms by 10 K.
///     rack: coolant_mass_flow(120 kW, 4_186 joule_per_kilogram_kelvin, 10 K) ~= 2.87 kg/s;
/// }
/// ```
#[formula(symbol = r"\dot{m}")]
pub const fn coolant_mass_flow(
    #[symbol = "Q"]
    #[domain(>= 0)]
    heat_load: Power,
    #[symbol = "c_p"]
    #[domain(> 0)]
    specific_heat: SpecificHeat,
    #[symbol = r"\Delta T"]
    #[domain(> 0)]
    temperature_rise: TemperatureDifference,
) -> MassFlow {
    heat_load / (specific_heat * temperature_rise)
}

/// Dynamic power after a change of clock and voltage, over that before.
///
/// Where the voltage follows the clock, pass the same ratio twice: power then
/// grows with its cube.
///
/// Source: Chandrakasan, Sheng and Brodersen (1992), "Low-Power CMOS Digital Design", IEEE Journal
/// of Solid-State Circuits 27(4), section II.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::dynamic_power_ratio};
/// check! {
///     /// At 80% of clock and voltage a chip draws {} of the power.
///     slowed: dynamic_power_ratio(80%, 80%) ~= 51.2%;
/// }
/// ```
#[formula(symbol = "P'/P")]
pub const fn dynamic_power_ratio(
    #[symbol = "f'/f"]
    #[domain(> 0)]
    frequency_ratio: Ratio,
    #[symbol = "V'/V"]
    #[domain(> 0)]
    voltage_ratio: Ratio,
) -> Ratio {
    voltage_ratio ^ 2 * frequency_ratio
}

/// Mean power of a device that works for a share of the time and sleeps for the rest.
///
/// Source: Warden and Situnayake (2019), "TinyML", chapter 16.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::duty_cycled_power};
/// check! {
///     /// Awake for 1% of the time, a sensor draws {}.
///     sensor: duty_cycled_power(50 mW, 10 uW, 1%) ~= 510 uW;
/// }
/// ```
#[formula(symbol = r"\bar{P}")]
pub const fn duty_cycled_power(
    #[symbol = r"P_{\text{active}}"]
    #[domain(>= 0)]
    active: Power,
    #[symbol = r"P_{\text{sleep}}"]
    #[domain(>= 0)]
    asleep: Power,
    #[symbol = "D"]
    #[domain(>= 0, <= 1)]
    active_share: Ratio,
) -> Power {
    active * active_share + asleep * (1 - active_share)
}

/// How long a battery lasts at a mean power.
///
/// The whole charge at the nominal voltage: self-discharge, cold and losses of
/// conversion shorten it.
///
/// Source: Warden and Situnayake (2019), "TinyML", chapter 16.
///
/// ```
/// use mlsysim::{check, core::formulas::sustainability::battery_life};
/// check! {
///     /// A coin cell of 220 mAh runs the sensor for {}.
///     sensor: battery_life(220 mAh, 3 V, 510 uW) ~= 54 days;
/// }
/// ```
#[formula(symbol = r"T_{\text{battery}}")]
pub const fn battery_life(
    #[symbol = "Q"]
    #[domain(>= 0)]
    charge: Charge,
    #[symbol = "V"]
    #[domain(> 0)]
    voltage: Voltage,
    #[symbol = r"\bar{P}"]
    #[domain(> 0)]
    power: Power,
) -> Time {
    charge * voltage / power
}
