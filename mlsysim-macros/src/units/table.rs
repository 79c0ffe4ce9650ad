//! The unit table: the only place where a unit is written down.

/// Exponents of the eight base quantities: length, mass, time, electric
/// current, temperature, information, operation, money.
pub(crate) type Exponents = [i8; 8];

/// A kind of quantity, with the units that measure it.
pub(crate) struct Quantity {
    /// The type alias, such as `Time`.
    pub(crate) name: &'static str,
    /// What it is, in words.
    pub(crate) description: &'static str,
    pub(crate) exponents: Exponents,
    pub(crate) units: &'static [Unit],
}

/// A unit, with every name that an author may write for it.
pub(crate) struct Unit {
    /// The first is the main name; the others (plurals, long forms) mean the same.
    pub(crate) names: &'static [&'static str],
    /// How many base units it is.
    pub(crate) factor: f64,
    /// How the book prints the main name.
    pub(crate) symbol: &'static str,
    pub(crate) singular: &'static str,
    pub(crate) plural: &'static str,
}

const fn unit(
    names: &'static [&'static str],
    factor: f64,
    symbol: &'static str,
    singular: &'static str,
    plural: &'static str,
) -> Unit {
    Unit { names, factor, symbol, singular, plural }
}

const fn quantity(
    name: &'static str,
    description: &'static str,
    exponents: Exponents,
    units: &'static [Unit],
) -> Quantity {
    Quantity { name, description, exponents, units }
}

/// The shortest day that a year is made of; the SI's day of 86,400 s.
const DAY: f64 = 86_400.0;
/// The Gregorian calendar's convention for planning: 365 days.
const YEAR: f64 = 365.0 * DAY;
/// The astronomers' year of 365.25 days (IAU Style Manual 1989, section 5.15).
const JULIAN_YEAR: f64 = 365.25 * DAY;

/// Every quantity and unit. Base quantities come first, in the order of
/// [`Exponents`]; the first unit of a base quantity is its base unit.
pub(crate) const QUANTITIES: &[Quantity] = &[
    quantity("Length", "length", [1, 0, 0, 0, 0, 0, 0, 0], &[
        unit(&["m", "meter", "meters"], 1.0, "m", "meter", "meters"),
        unit(&["km"], 1e3, "km", "kilometer", "kilometers"),
        unit(&["cm"], 1e-2, "cm", "centimeter", "centimeters"),
        unit(&["mm"], 1e-3, "mm", "millimeter", "millimeters"),
        unit(&["um"], 1e-6, "µm", "micrometer", "micrometers"),
        unit(&["nm"], 1e-9, "nm", "nanometer", "nanometers"),
    ]),
    quantity("Mass", "mass", [0, 1, 0, 0, 0, 0, 0, 0], &[
        unit(&["kg"], 1.0, "kg", "kilogram", "kilograms"),
        unit(&["g"], 1e-3, "g", "gram", "grams"),
        unit(&["mg"], 1e-6, "mg", "milligram", "milligrams"),
        unit(&["t", "tonne", "tonnes"], 1e3, "t", "tonne", "tonnes"),
        unit(&["kt"], 1e6, "kt", "kilotonne", "kilotonnes"),
        unit(&["Mt"], 1e9, "Mt", "megatonne", "megatonnes"),
    ]),
    quantity("Time", "time", [0, 0, 1, 0, 0, 0, 0, 0], &[
        unit(&["s", "second", "seconds"], 1.0, "s", "second", "seconds"),
        unit(&["ms"], 1e-3, "ms", "millisecond", "milliseconds"),
        unit(&["us"], 1e-6, "µs", "microsecond", "microseconds"),
        unit(&["ns"], 1e-9, "ns", "nanosecond", "nanoseconds"),
        unit(&["ps"], 1e-12, "ps", "picosecond", "picoseconds"),
        unit(&["min", "minute", "minutes"], 60.0, "min", "minute", "minutes"),
        unit(&["h", "hour", "hours"], 3600.0, "h", "hour", "hours"),
        unit(&["day", "days"], DAY, "day", "day", "days"),
        unit(&["week", "weeks"], 7.0 * DAY, "week", "week of 7 days", "weeks of 7 days"),
        unit(&["month", "months"], YEAR / 12.0, "month", "month of 365/12 days", "months of 365/12 days"),
        unit(&["year", "years"], YEAR, "year", "year of 365 days", "years of 365 days"),
        unit(&["Julian_year", "Julian_years"], JULIAN_YEAR, "Julian year", "Julian year", "Julian years"),
        unit(&["decade", "decades"], 10.0 * YEAR, "decade", "decade", "decades"),
    ]),
    quantity("Current", "electric current", [0, 0, 0, 1, 0, 0, 0, 0], &[
        unit(&["A"], 1.0, "A", "ampere", "amperes"),
        unit(&["mA"], 1e-3, "mA", "milliampere", "milliamperes"),
        unit(&["uA"], 1e-6, "µA", "microampere", "microamperes"),
    ]),
    quantity("TemperatureDifference", "temperature", [0, 0, 0, 0, 1, 0, 0, 0], &[
        unit(&["K", "kelvin"], 1.0, "K", "kelvin", "kelvins"),
    ]),
    quantity("Information", "information", [0, 0, 0, 0, 0, 1, 0, 0], &[
        unit(&["B", "byte", "bytes"], 1.0, "B", "byte", "bytes"),
        unit(&["KB"], 1e3, "KB", "kilobyte", "kilobytes"),
        unit(&["MB"], 1e6, "MB", "megabyte", "megabytes"),
        unit(&["GB"], 1e9, "GB", "gigabyte", "gigabytes"),
        unit(&["TB"], 1e12, "TB", "terabyte", "terabytes"),
        unit(&["PB"], 1e15, "PB", "petabyte", "petabytes"),
        unit(&["EB"], 1e18, "EB", "exabyte", "exabytes"),
        unit(&["ZB"], 1e21, "ZB", "zettabyte", "zettabytes"),
        unit(&["KiB"], 1024.0, "KiB", "kibibyte", "kibibytes"),
        unit(&["MiB"], 1_048_576.0, "MiB", "mebibyte", "mebibytes"),
        unit(&["GiB"], 1_073_741_824.0, "GiB", "gibibyte", "gibibytes"),
        unit(&["TiB"], 1_099_511_627_776.0, "TiB", "tebibyte", "tebibytes"),
        unit(&["PiB"], 1_125_899_906_842_624.0, "PiB", "pebibyte", "pebibytes"),
        unit(&["bit", "bits"], 0.125, "bit", "bit", "bits"),
        unit(&["Kbit"], 125.0, "Kbit", "kilobit", "kilobits"),
        unit(&["Mbit"], 125e3, "Mbit", "megabit", "megabits"),
        unit(&["Gbit"], 125e6, "Gbit", "gigabit", "gigabits"),
        unit(&["Tbit"], 125e9, "Tbit", "terabit", "terabits"),
        unit(&["Kibit"], 128.0, "Kibit", "kibibit", "kibibits"),
        unit(&["Mibit"], 131_072.0, "Mibit", "mebibit", "mebibits"),
        unit(&["Gibit"], 134_217_728.0, "Gibit", "gibibit", "gibibits"),
    ]),
    quantity("Operation", "operation", [0, 0, 0, 0, 0, 0, 1, 0], &[
        unit(&["FLOP", "FLOPs"], 1.0, "FLOP", "floating-point operation", "floating-point operations"),
        unit(&["KFLOP"], 1e3, "KFLOP", "kilo-FLOP", "kilo-FLOP"),
        unit(&["MFLOP"], 1e6, "MFLOP", "mega-FLOP", "mega-FLOP"),
        unit(&["GFLOP"], 1e9, "GFLOP", "giga-FLOP", "giga-FLOP"),
        unit(&["TFLOP"], 1e12, "TFLOP", "tera-FLOP", "tera-FLOP"),
        unit(&["PFLOP"], 1e15, "PFLOP", "peta-FLOP", "peta-FLOP"),
        unit(&["EFLOP"], 1e18, "EFLOP", "exa-FLOP", "exa-FLOP"),
        unit(&["ZFLOP"], 1e21, "ZFLOP", "zetta-FLOP", "zetta-FLOP"),
        unit(&["YFLOP"], 1e24, "YFLOP", "yotta-FLOP", "yotta-FLOP"),
        unit(&["OP", "OPs", "op", "ops"], 1.0, "OP", "operation", "operations"),
        unit(&["KOP"], 1e3, "KOP", "kilo-operation", "kilo-operations"),
        unit(&["MOP"], 1e6, "MOP", "mega-operation", "mega-operations"),
        unit(&["GOP"], 1e9, "GOP", "giga-operation", "giga-operations"),
        unit(&["TOP"], 1e12, "TOP", "tera-operation", "tera-operations"),
        unit(&["POP"], 1e15, "POP", "peta-operation", "peta-operations"),
        unit(&["MAC", "MACs"], 2.0, "MAC", "multiply-accumulate", "multiply-accumulates"),
        unit(&["MMAC"], 2e6, "MMAC", "mega-MAC", "mega-MAC"),
        unit(&["GMAC"], 2e9, "GMAC", "giga-MAC", "giga-MAC"),
        unit(&["TMAC"], 2e12, "TMAC", "tera-MAC", "tera-MAC"),
    ]),
    quantity("Money", "money", [0, 0, 0, 0, 0, 0, 0, 1], &[
        unit(&["USD", "dollar", "dollars"], 1.0, "USD", "US dollar", "US dollars"),
        unit(&["cent", "cents"], 0.01, "cent", "US cent", "US cents"),
        unit(&["kUSD"], 1e3, "kUSD", "thousand US dollars", "thousands of US dollars"),
        unit(&["MUSD"], 1e6, "MUSD", "million US dollars", "millions of US dollars"),
        unit(&["BUSD"], 1e9, "BUSD", "billion US dollars", "billions of US dollars"),
    ]),
    quantity("Ratio", "ratio", [0; 8], &[
        unit(&["x"], 1.0, "×", "multiple", "multiples"),
        unit(&["percent"], 0.01, "%", "percent", "percent"),
        unit(&["percentage_point", "percentage_points", "pp"], 0.01, "percentage point", "percentage point", "percentage points"),
        unit(&["ppm"], 1e-6, "ppm", "part per million", "parts per million"),
    ]),
    quantity("Count", "count", [0; 8], &[
        unit(&["one"], 1.0, "", "one", "ones"),
        unit(&["hundred"], 1e2, "hundred", "hundred", "hundreds"),
        unit(&["thousand"], 1e3, "thousand", "thousand", "thousands"),
        unit(&["million"], 1e6, "million", "million", "millions"),
        unit(&["billion"], 1e9, "billion", "billion", "billions"),
        unit(&["trillion"], 1e12, "trillion", "trillion", "trillions"),
        unit(&["quadrillion"], 1e15, "quadrillion", "quadrillion", "quadrillions"),
        unit(&["dozen", "dozens"], 12.0, "dozen", "dozen", "dozens"),
        unit(&["access", "accesses"], 1.0, "access", "access", "accesses"),
        unit(&["accelerator", "accelerators"], 1.0, "accelerator", "accelerator", "accelerators"),
        unit(&["batch", "batches"], 1.0, "batch", "batch", "batches"),
        unit(&["channel", "channels"], 1.0, "channel", "channel", "channels"),
        unit(&["checkpoint", "checkpoints"], 1.0, "checkpoint", "checkpoint", "checkpoints"),
        unit(&["chip", "chips"], 1.0, "chip", "chip", "chips"),
        unit(&["core", "cores"], 1.0, "core", "core", "cores"),
        unit(&["customer", "customers"], 1.0, "customer", "customer", "customers"),
        unit(&["cycle", "cycles"], 1.0, "cycle", "cycle", "cycles"),
        unit(&["data_center", "data_centers"], 1.0, "data center", "data center", "data centers"),
        unit(&["device", "devices"], 1.0, "device", "device", "devices"),
        unit(&["dimension", "dimensions"], 1.0, "dimension", "dimension", "dimensions"),
        unit(&["element", "elements"], 1.0, "element", "element", "elements"),
        unit(&["epoch", "epochs"], 1.0, "epoch", "epoch", "epochs"),
        unit(&["example", "examples"], 1.0, "example", "example", "examples"),
        unit(&["expert", "experts"], 1.0, "expert", "expert", "experts"),
        unit(&["failure", "failures"], 1.0, "failure", "failure", "failures"),
        unit(&["flight", "flights"], 1.0, "flight", "flight", "flights"),
        unit(&["frame", "frames"], 1.0, "frame", "frame", "frames"),
        unit(&["FTE", "FTEs"], 1.0, "FTE", "full-time equivalent", "full-time equivalents"),
        unit(&["GPU", "GPUs"], 1.0, "GPU", "GPU", "GPUs"),
        unit(&["head", "heads"], 1.0, "head", "head", "heads"),
        unit(&["home", "homes"], 1.0, "home", "home", "homes"),
        unit(&["host", "hosts"], 1.0, "host", "host", "hosts"),
        unit(&["household", "households"], 1.0, "household", "household", "households"),
        unit(&["image", "images"], 1.0, "image", "image", "images"),
        unit(&["inference", "inferences"], 1.0, "inference", "inference", "inferences"),
        unit(&["instance", "instances"], 1.0, "instance", "instance", "instances"),
        unit(&["iteration", "iterations"], 1.0, "iteration", "iteration", "iterations"),
        unit(&["layer", "layers"], 1.0, "layer", "layer", "layers"),
        unit(&["line", "lines"], 1.0, "line", "line", "lines"),
        unit(&["load", "loads"], 1.0, "load", "load", "loads"),
        unit(&["multiplication", "multiplications"], 1.0, "multiplication", "multiplication", "multiplications"),
        unit(&["node", "nodes"], 1.0, "node", "node", "nodes"),
        unit(&["page", "pages"], 1.0, "page", "page", "pages"),
        unit(&["param", "params", "parameter", "parameters"], 1.0, "param", "parameter", "parameters"),
        unit(&["pass", "passes"], 1.0, "pass", "pass", "passes"),
        unit(&["pixel", "pixels", "px"], 1.0, "pixel", "pixel", "pixels"),
        unit(&["pool", "pools"], 1.0, "pool", "pool", "pools"),
        unit(&["projection", "projections"], 1.0, "projection", "projection", "projections"),
        unit(&["query", "queries"], 1.0, "query", "query", "queries"),
        unit(&["rack", "racks"], 1.0, "rack", "rack", "racks"),
        unit(&["replica", "replicas"], 1.0, "replica", "replica", "replicas"),
        unit(&["request", "requests"], 1.0, "request", "request", "requests"),
        unit(&["run", "runs"], 1.0, "run", "run", "runs"),
        unit(&["sample", "samples"], 1.0, "sample", "sample", "samples"),
        unit(&["sequence", "sequences"], 1.0, "sequence", "sequence", "sequences"),
        unit(&["shard", "shards"], 1.0, "shard", "shard", "shards"),
        unit(&["step", "steps"], 1.0, "step", "step", "steps"),
        unit(&["store", "stores"], 1.0, "store", "store", "stores"),
        unit(&["tensor", "tensors"], 1.0, "tensor", "tensor", "tensors"),
        unit(&["thread", "threads"], 1.0, "thread", "thread", "threads"),
        unit(&["tile", "tiles"], 1.0, "tile", "tile", "tiles"),
        unit(&["token", "tokens"], 1.0, "token", "token", "tokens"),
        unit(&["TPU", "TPUs"], 1.0, "TPU", "TPU", "TPUs"),
        unit(&["user", "users"], 1.0, "user", "user", "users"),
        unit(&["value", "values"], 1.0, "value", "value", "values"),
        unit(&["warp", "warps"], 1.0, "warp", "warp", "warps"),
        unit(&["worker", "workers"], 1.0, "worker", "worker", "workers"),
    ]),
    quantity("Area", "area", [2, 0, 0, 0, 0, 0, 0, 0], &[
        unit(&["m2"], 1.0, "m²", "square meter", "square meters"),
        unit(&["cm2"], 1e-4, "cm²", "square centimeter", "square centimeters"),
        unit(&["mm2"], 1e-6, "mm²", "square millimeter", "square millimeters"),
    ]),
    quantity("Volume", "volume", [3, 0, 0, 0, 0, 0, 0, 0], &[
        unit(&["m3"], 1.0, "m³", "cubic meter", "cubic meters"),
        unit(&["L", "liter", "liters"], 1e-3, "L", "liter", "liters"),
        unit(&["mL"], 1e-6, "mL", "milliliter", "milliliters"),
        unit(&["ML"], 1e3, "ML", "megaliter", "megaliters"),
        // 12 inches of 2.54 cm each, cubed (NIST SP 811, appendix B.8).
        unit(&["cubic_foot", "cubic_feet"], 0.028316846592, "cubic foot", "cubic foot", "cubic feet"),
    ]),
    quantity("Speed", "speed", [1, 0, -1, 0, 0, 0, 0, 0], &[
        unit(&["kmh"], 1.0 / 3.6, "km/h", "kilometer per hour", "kilometers per hour"),
    ]),
    quantity("Acceleration", "acceleration", [1, 0, -2, 0, 0, 0, 0, 0], &[
        unit(&["meter_per_second_squared"], 1.0, "m/s²", "meter per second squared", "meters per second squared"),
    ]),
    quantity("VolumeFlow", "volume flow", [3, 0, -1, 0, 0, 0, 0, 0], &[
        unit(&["CFM"], 0.028316846592 / 60.0, "CFM", "cubic foot per minute", "cubic feet per minute"),
    ]),
    quantity("MassFlow", "mass flow", [0, 1, -1, 0, 0, 0, 0, 0], &[
        unit(&["kilogram_per_second"], 1.0, "kg/s", "kilogram per second", "kilograms per second"),
    ]),
    quantity("Density", "density", [-3, 1, 0, 0, 0, 0, 0, 0], &[
        unit(&["kilogram_per_cubic_meter"], 1.0, "kg/m³", "kilogram per cubic meter", "kilograms per cubic meter"),
    ]),
    quantity("Frequency", "frequency", [0, 0, -1, 0, 0, 0, 0, 0], &[
        unit(&["Hz"], 1.0, "Hz", "hertz", "hertz"),
        unit(&["kHz"], 1e3, "kHz", "kilohertz", "kilohertz"),
        unit(&["MHz"], 1e6, "MHz", "megahertz", "megahertz"),
        unit(&["GHz"], 1e9, "GHz", "gigahertz", "gigahertz"),
        // JEDEC JESD89A: failures in time are counted over a billion device-hours.
        unit(&["FIT"], 1.0 / 3.6e12, "FIT", "failure in time", "failures in time"),
        unit(&["QPS"], 1.0, "QPS", "query per second", "queries per second"),
    ]),
    quantity("DeviceTime", "device time", [0, 0, 1, 0, 0, 0, 0, 0], &[
        unit(&["GPU_hour", "GPU_hours"], 3600.0, "GPU-hour", "GPU hour", "GPU hours"),
        unit(&["GPU_day", "GPU_days"], DAY, "GPU-day", "GPU day", "GPU days"),
        unit(&["GPU_year", "GPU_years"], YEAR, "GPU-year", "GPU year", "GPU years"),
        unit(&["TPU_hour", "TPU_hours"], 3600.0, "TPU-hour", "TPU hour", "TPU hours"),
        unit(&["device_hour", "device_hours"], 3600.0, "device-hour", "device hour", "device hours"),
        unit(&["household_month", "household_months"], YEAR / 12.0, "household-month", "household month", "household months"),
        unit(&["household_year", "household_years"], YEAR, "household-year", "household year", "household years"),
    ]),
    quantity("Charge", "electric charge", [0, 0, 1, 1, 0, 0, 0, 0], &[
        unit(&["C"], 1.0, "C", "coulomb", "coulombs"),
        unit(&["mAh"], 3.6, "mAh", "milliampere hour", "milliampere hours"),
        unit(&["Ah"], 3600.0, "Ah", "ampere hour", "ampere hours"),
    ]),
    quantity("Energy", "energy", [2, 1, -2, 0, 0, 0, 0, 0], &[
        unit(&["J"], 1.0, "J", "joule", "joules"),
        unit(&["kJ"], 1e3, "kJ", "kilojoule", "kilojoules"),
        unit(&["MJ"], 1e6, "MJ", "megajoule", "megajoules"),
        unit(&["GJ"], 1e9, "GJ", "gigajoule", "gigajoules"),
        unit(&["TJ"], 1e12, "TJ", "terajoule", "terajoules"),
        unit(&["mJ"], 1e-3, "mJ", "millijoule", "millijoules"),
        unit(&["uJ"], 1e-6, "µJ", "microjoule", "microjoules"),
        unit(&["nJ"], 1e-9, "nJ", "nanojoule", "nanojoules"),
        unit(&["pJ"], 1e-12, "pJ", "picojoule", "picojoules"),
        unit(&["fJ"], 1e-15, "fJ", "femtojoule", "femtojoules"),
        unit(&["Wh"], 3.6e3, "Wh", "watt hour", "watt hours"),
        unit(&["mWh"], 3.6, "mWh", "milliwatt hour", "milliwatt hours"),
        unit(&["kWh"], 3.6e6, "kWh", "kilowatt hour", "kilowatt hours"),
        unit(&["MWh"], 3.6e9, "MWh", "megawatt hour", "megawatt hours"),
        unit(&["GWh"], 3.6e12, "GWh", "gigawatt hour", "gigawatt hours"),
        unit(&["TWh"], 3.6e15, "TWh", "terawatt hour", "terawatt hours"),
    ]),
    quantity("Power", "power", [2, 1, -3, 0, 0, 0, 0, 0], &[
        unit(&["W"], 1.0, "W", "watt", "watts"),
        unit(&["uW"], 1e-6, "µW", "microwatt", "microwatts"),
        unit(&["mW"], 1e-3, "mW", "milliwatt", "milliwatts"),
        unit(&["kW"], 1e3, "kW", "kilowatt", "kilowatts"),
        unit(&["MW"], 1e6, "MW", "megawatt", "megawatts"),
        unit(&["GW"], 1e9, "GW", "gigawatt", "gigawatts"),
        unit(&["TW"], 1e12, "TW", "terawatt", "terawatts"),
    ]),
    quantity("Voltage", "voltage", [2, 1, -3, -1, 0, 0, 0, 0], &[
        unit(&["V", "volt", "volts"], 1.0, "V", "volt", "volts"),
        unit(&["mV"], 1e-3, "mV", "millivolt", "millivolts"),
        unit(&["kV"], 1e3, "kV", "kilovolt", "kilovolts"),
    ]),
    quantity("SpecificHeat", "specific heat capacity", [2, 0, -2, 0, -1, 0, 0, 0], &[
        unit(&["joule_per_kilogram_kelvin"], 1.0, "J/(kg·K)", "joule per kilogram kelvin", "joules per kilogram kelvin"),
    ]),
    quantity("Bandwidth", "bandwidth", [0, 0, -1, 0, 0, 1, 0, 0], &[
        unit(&["byte_per_second"], 1.0, "B/s", "byte per second", "bytes per second"),
        unit(&["Kbps"], 125.0, "Kbps", "kilobit per second", "kilobits per second"),
        unit(&["Mbps"], 125e3, "Mbps", "megabit per second", "megabits per second"),
        unit(&["Gbps"], 125e6, "Gbps", "gigabit per second", "gigabits per second"),
        unit(&["Tbps"], 125e9, "Tbps", "terabit per second", "terabits per second"),
    ]),
    quantity("OperationRate", "operation rate", [0, 0, -1, 0, 0, 0, 1, 0], &[
        unit(&["FLOPS"], 1.0, "FLOP/s", "FLOP per second", "FLOP per second"),
        unit(&["GFLOPS"], 1e9, "GFLOP/s", "giga-FLOP per second", "giga-FLOP per second"),
        unit(&["TFLOPS"], 1e12, "TFLOP/s", "tera-FLOP per second", "tera-FLOP per second"),
        unit(&["PFLOPS"], 1e15, "PFLOP/s", "peta-FLOP per second", "peta-FLOP per second"),
        unit(&["EFLOPS"], 1e18, "EFLOP/s", "exa-FLOP per second", "exa-FLOP per second"),
        unit(&["GOPS"], 1e9, "GOPS", "giga-operation per second", "giga-operations per second"),
        unit(&["TOPS"], 1e12, "TOPS", "tera-operation per second", "tera-operations per second"),
        unit(&["POPS"], 1e15, "POPS", "peta-operation per second", "peta-operations per second"),
    ]),
    quantity("ArithmeticIntensity", "arithmetic intensity", [0, 0, 0, 0, 0, -1, 1, 0], &[
        unit(&["operation_per_byte"], 1.0, "FLOP/B", "FLOP per byte", "FLOP per byte"),
    ]),
    quantity("EnergyPerOperation", "energy per operation", [2, 1, -2, 0, 0, 0, -1, 0], &[
        unit(&["joule_per_operation"], 1.0, "J/FLOP", "joule per FLOP", "joules per FLOP"),
    ]),
    quantity("OperationsPerEnergy", "operations per energy", [-2, -1, 2, 0, 0, 0, 1, 0], &[
        unit(&["operation_per_joule"], 1.0, "FLOP/J", "FLOP per joule", "FLOP per joule"),
    ]),
    quantity("EnergyPerInformation", "energy per information", [2, 1, -2, 0, 0, -1, 0, 0], &[
        unit(&["joule_per_byte"], 1.0, "J/B", "joule per byte", "joules per byte"),
    ]),
    quantity("CarbonIntensity", "carbon intensity", [-2, 0, 2, 0, 0, 0, 0, 0], &[
        unit(&["kilogram_per_joule"], 1.0, "kg/J", "kilogram per joule", "kilograms per joule"),
    ]),
    quantity("WaterIntensity", "water intensity", [1, -1, 2, 0, 0, 0, 0, 0], &[
        unit(&["cubic_meter_per_joule"], 1.0, "m³/J", "cubic meter per joule", "cubic meters per joule"),
    ]),
    quantity("MoneyRate", "money rate", [0, 0, -1, 0, 0, 0, 0, 1], &[
        unit(&["dollar_per_second"], 1.0, "USD/s", "US dollar per second", "US dollars per second"),
    ]),
    quantity("EnergyPrice", "energy price", [-2, -1, 2, 0, 0, 0, 0, 1], &[
        unit(&["dollar_per_joule"], 1.0, "USD/J", "US dollar per joule", "US dollars per joule"),
    ]),
    quantity("InformationPrice", "information price", [0, 0, 0, 0, 0, -1, 0, 1], &[
        unit(&["dollar_per_byte"], 1.0, "USD/B", "US dollar per byte", "US dollars per byte"),
    ]),
    quantity("CarbonPrice", "carbon price", [0, -1, 0, 0, 0, 0, 0, 1], &[
        unit(&["dollar_per_kilogram"], 1.0, "USD/kg", "US dollar per kilogram", "US dollars per kilogram"),
    ]),
    quantity("InformationFailureRate", "failure rate of information", [0, 0, -1, 0, 0, -1, 0, 0], &[
        unit(&["failure_per_byte_second"], 1.0, "1/(B·s)", "failure per byte second", "failures per byte second"),
    ]),
];

/// The base quantities: uom's name of the base unit, and the symbol of the dimension.
pub(crate) const BASES: [(&str, &str); 8] = [
    ("length", "L"),
    ("mass", "M"),
    ("time", "T"),
    ("current", "I"),
    ("temperature", "Th"),
    ("information", "B"),
    ("operation", "O"),
    ("money", "U"),
];

/// The units in which a value is shown when nobody stated one.
pub(crate) const DISPLAY: &[&str] = &[
    "nm", "um", "mm", "m", "km", "g", "kg", "t", "kt", "Mt", "ps", "ns", "us", "ms", "s", "min", "h", "day", "year", "uA",
    "mA", "A", "K", "B", "KB", "MB", "GB", "TB", "PB", "EB", "ZB", "FLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP",
    "ZFLOP", "YFLOP", "USD", "mm2", "cm2", "m2", "mL", "L", "ML", "Hz", "kHz", "MHz", "GHz", "C", "pJ", "nJ", "uJ", "mJ",
    "J", "kJ", "kWh", "MWh", "GWh", "TWh", "uW", "mW", "W", "kW", "MW", "GW", "mV", "V", "kV",
];
