//! Electricity grids: emissions, and the overheads of data centers that draw from them.
#![doc = include_str!("tables/grids.md")]

use super::Source;
use super::source::where_known;
use crate::units::{CarbonIntensity, Ratio, WaterIntensity};
use crate::{constants, q};

/// What most of the electricity is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrimarySource {
    /// No one source dominates.
    Mixed,
    /// Nuclear fission.
    Nuclear,
    /// Coal and gas.
    CoalGas,
    /// Coal.
    Coal,
    /// Falling water.
    Hydro,
    /// Heat of the ground.
    Geothermal,
}

/// Where a grid's middle lies, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

/// A grid, and what a data center on it adds to the power of its machines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Its name in prose.
    pub name: &'static str,
    /// Emissions for the electricity drawn, in CO₂ equivalents.
    pub carbon_intensity: CarbonIntensity,
    /// Power usage effectiveness of its data centers: facility power over machine power, at least 1.
    pub pue: Ratio,
    /// Water usage effectiveness of its data centers: water evaporated for the energy of the machines.
    pub water_usage: WaterIntensity,
    /// What most of the electricity is made from.
    pub primary_source: PrimarySource,
    /// The share that is renewable.
    pub renewable_share: Option<Ratio>,
    /// Where it lies.
    pub place: Option<Place>,
    /// Where the figures are published.
    pub source: Source,
}

impl Grid {
    where_known! {
        /// The share that is renewable, where it is stated.
        renewable_share: Ratio = renewable_share, "renewable share";
        /// Where it lies, where it is stated.
        place: Place = place, "place";
    }
}

constants! {
    const IEA: Source = Source::industry_report(
        "IEA World Energy Outlook 2023 (rounded gCO2/kWh)",
        "https://www.iea.org/reports/world-energy-outlook-2023",
    )
    .checked(2026, 3, 6);

    /// China Average. Source: IEA World Energy Outlook 2023.
    pub const CHINA_AVERAGE: Grid = Grid {
        name: "China Average",
        carbon_intensity: q!(555 g/kWh),
        pue: q!(1.4),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Coal,
        renewable_share: Some(q!(30%)),
        place: Some(Place {
            latitude: 35.8617,
            longitude: 104.1954,
        }),
        source: IEA,
    };

    /// EU Average. Source: IEA World Energy Outlook 2023.
    pub const EU_AVERAGE: Grid = Grid {
        name: "EU Average",
        carbon_intensity: q!(270 g/kWh),
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Mixed,
        renewable_share: None,
        place: None,
        source: IEA,
    };

    /// France (Nuclear). Source: IEA World Energy Outlook 2023.
    pub const FRANCE: Grid = Grid {
        name: "France (Nuclear)",
        carbon_intensity: q!(50 g/kWh),
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Nuclear,
        renewable_share: None,
        place: None,
        source: IEA,
    };

    /// Germany (Coal+Wind). Source: IEA World Energy Outlook 2023.
    pub const GERMANY: Grid = Grid {
        name: "Germany (Coal+Wind)",
        carbon_intensity: q!(385 g/kWh),
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Mixed,
        renewable_share: Some(q!(46%)),
        place: Some(Place {
            latitude: 51.1657,
            longitude: 10.4515,
        }),
        source: IEA,
    };

    /// Iceland (Geothermal). Source: IEA World Energy Outlook 2023.
    pub const ICELAND: Grid = Grid {
        name: "Iceland (Geothermal)",
        carbon_intensity: q!(28 g/kWh),
        pue: q!(1.06),
        water_usage: q!(0 L/kWh),
        primary_source: PrimarySource::Geothermal,
        renewable_share: Some(q!(100%)),
        place: Some(Place {
            latitude: 64.9631,
            longitude: -19.0208,
        }),
        source: IEA,
    };

    /// India Average. Source: IEA World Energy Outlook 2023.
    pub const INDIA_AVERAGE: Grid = Grid {
        name: "India Average",
        carbon_intensity: q!(720 g/kWh),
        pue: q!(1.58),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Coal,
        renewable_share: Some(q!(22%)),
        place: Some(Place {
            latitude: 20.5937,
            longitude: 78.9629,
        }),
        source: IEA,
    };

    /// Iowa (Coal/Gas Reference). Source: Illustrative high-carbon US grid contrast (not IEA country average).
    pub const IOWA: Grid = Grid {
        name: "Iowa (Coal/Gas Reference)",
        carbon_intensity: q!(680 g/kWh),
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::CoalGas,
        renewable_share: Some(q!(12%)),
        place: Some(Place {
            latitude: 42.0329,
            longitude: -93.5815,
        }),
        source: Source::illustrative(
            "Illustrative high-carbon US grid contrast (not IEA country average)",
        )
        .checked(2026, 3, 6),
    };

    /// Norway (Hydro). Source: IEA World Energy Outlook 2023.
    pub const NORWAY: Grid = Grid {
        name: "Norway (Hydro)",
        carbon_intensity: q!(10 g/kWh),
        pue: q!(1.06),
        water_usage: q!(0 L/kWh),
        primary_source: PrimarySource::Hydro,
        renewable_share: Some(q!(98%)),
        place: Some(Place {
            latitude: 60.472,
            longitude: 8.4689,
        }),
        source: IEA,
    };

    /// Poland (Coal). Source: IEA World Energy Outlook 2023.
    pub const POLAND: Grid = Grid {
        name: "Poland (Coal)",
        carbon_intensity: q!(820 g/kWh),
        pue: q!(1.58),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Coal,
        renewable_share: Some(q!(17%)),
        place: Some(Place {
            latitude: 51.9194,
            longitude: 19.1451,
        }),
        source: IEA,
    };

    /// Quebec (Hydro). Source: Hydro-Québec electricity mix and carbon intensity.
    pub const QUEBEC: Grid = Grid {
        name: "Quebec (Hydro)",
        carbon_intensity: q!(20 g/kWh),
        pue: q!(1.06),
        water_usage: q!(0 L/kWh),
        primary_source: PrimarySource::Hydro,
        renewable_share: Some(q!(99%)),
        place: Some(Place {
            latitude: 52.9399,
            longitude: -73.5491,
        }),
        source: Source::datasheet(
            "Hydro-Québec electricity mix and carbon intensity",
            "https://www.hydroquebec.com/about/our-energy.html",
        )
        .checked(2026, 3, 6),
    };

    /// Texas (ERCOT). Source: IEA World Energy Outlook 2023.
    pub const TEXAS: Grid = Grid {
        name: "Texas (ERCOT)",
        carbon_intensity: q!(400 g/kWh),
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Mixed,
        renewable_share: Some(q!(28%)),
        place: Some(Place {
            latitude: 31.9686,
            longitude: -99.9018,
        }),
        source: IEA,
    };

    /// US Average. Source: IEA World Energy Outlook 2023.
    pub const US_AVERAGE: Grid = Grid {
        name: "US Average",
        carbon_intensity: q!(429 g/kWh),
        pue: q!(1.12),
        water_usage: q!(1.8 L/kWh),
        primary_source: PrimarySource::Mixed,
        renewable_share: Some(q!(21%)),
        place: Some(Place {
            latitude: 39.8283,
            longitude: -98.5795,
        }),
        source: IEA,
    };

    /// Every grid of this page.
    pub const ALL: &[&Grid] = all!();
}
