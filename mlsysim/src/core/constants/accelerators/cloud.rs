//! Accelerators of data centers, and the processors they are compared with.
#![doc = include_str!("../tables/cloud.md")]

use super::device::{
    Accelerator, Details, Direction, FormFactor, Link, Memory, MemoryKind, Multiprocessor,
    Partition, Tier, peak, sparse_peak,
};
use crate::core::constants::{Precision, Source};
use crate::{constants, q};

constants! {
    const NVLINK_3: Link = Link {
        name: "NVLink 3.0",
        bandwidth: q!(600 GB/s),
        direction: Direction::BothDirections,
        latency: Some(q!(500 ns)),
    };

    const NVLINK_4: Link = Link {
        name: "NVLink 4.0",
        bandwidth: q!(900 GB/s),
        direction: Direction::BothDirections,
        latency: Some(q!(500 ns)),
    };

    const PCIE_GEN3_X16: Link = Link {
        name: "PCIe Gen3 x16",
        bandwidth: q!(15.75 GB/s),
        direction: Direction::PerDirection,
        latency: None,
    };

    const PCIE_GEN4_X16: Link = Link {
        name: "PCIe Gen4 x16",
        bandwidth: q!(32 GB/s),
        direction: Direction::PerDirection,
        latency: None,
    };

    const PCIE_GEN5_X16: Link = Link {
        name: "PCIe Gen5 x16",
        bandwidth: q!(64 GB/s),
        direction: Direction::PerDirection,
        latency: None,
    };

    const JOUPPI_2020: Source = Source::literature(
        "Jouppi et al. (2020), A Domain-Specific Supercomputer for Training Deep Neural Networks, CACM 63(7), Table 3",
        "https://doi.org/10.1145/3360307",
    )
    .checked(2026, 9, 29);

    /// NVIDIA A100. Source: NVIDIA A100 datasheet; Choquette et al. (2021), IEEE Micro.
    ///
    /// The SXM module of 80 GB.
    pub const A100: Accelerator = Accelerator {
        name: "NVIDIA A100",
        release_year: 2020,
        form_factor: Some(FormFactor::Sxm),
        peaks: &[
            peak(Precision::Fp16, q!(312 TFLOP/s)),
            peak(Precision::Fp32, q!(19.5 TFLOP/s)),
            peak(Precision::Tf32, q!(156 TFLOP/s)),
            peak(Precision::Int8, q!(624 TOPS)),
            sparse_peak(Precision::Fp16, q!(624 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(80 GiB),
            bandwidth: q!(2_039 GB/s),
        },
        interconnect: Some(PCIE_GEN4_X16),
        peer_link: Some(NVLINK_3),
        thermal_design_power: Some(q!(400 W)),
        launch_overhead: q!(15 us),
        price: Some(q!(15_000 USD)),
        embodied_carbon: Some(q!(150 kg)),
        details: Details {
            multiprocessors: Some(q!(108)),
            partitions: &[
                Partition {
                    name: "1g.10gb",
                    memory: q!(10 GiB),
                    multiprocessors: q!(14),
                    workload: "small inference",
                },
                Partition {
                    name: "2g.20gb",
                    memory: q!(20 GiB),
                    multiprocessors: q!(28),
                    workload: "medium inference",
                },
                Partition {
                    name: "3g.40gb",
                    memory: q!(40 GiB),
                    multiprocessors: q!(42),
                    workload: "large inference",
                },
                Partition {
                    name: "7g.80gb",
                    memory: q!(80 GiB),
                    multiprocessors: q!(98),
                    workload: "training",
                },
            ],
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA A100 datasheet; Choquette et al. (2021), IEEE Micro",
            "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA A100 40GB. Source: NVIDIA A100 datasheet (40GB SXM column); NVIDIA MIG User Guide.
    ///
    /// It computes like the [`A100`]; only the memory differs.
    pub const A100_40GB: Accelerator = Accelerator {
        name: "NVIDIA A100 40GB",
        release_year: 2020,
        form_factor: Some(FormFactor::Sxm),
        peaks: A100.peaks,
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(40 GiB),
            bandwidth: q!(1_555 GB/s),
        },
        interconnect: Some(PCIE_GEN4_X16),
        peer_link: Some(NVLINK_3),
        thermal_design_power: Some(q!(400 W)),
        launch_overhead: q!(15 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            partitions: &[
                Partition {
                    name: "1g.5gb",
                    memory: q!(5 GiB),
                    multiprocessors: q!(14),
                    workload: "small inference",
                },
                Partition {
                    name: "2g.10gb",
                    memory: q!(10 GiB),
                    multiprocessors: q!(28),
                    workload: "medium inference",
                },
                Partition {
                    name: "3g.20gb",
                    memory: q!(20 GiB),
                    multiprocessors: q!(42),
                    workload: "large inference",
                },
                Partition {
                    name: "7g.40gb",
                    memory: q!(40 GiB),
                    multiprocessors: q!(98),
                    workload: "training",
                },
            ],
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA A100 datasheet (40GB SXM column); NVIDIA MIG User Guide",
            "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf",
        )
        .checked(2026, 9, 28),
    };

    /// NVIDIA B200. Source: NVIDIA HGX B200 and DGX B200 product documentation (dense per-GPU numbers).
    pub const B200: Accelerator = Accelerator {
        name: "NVIDIA B200",
        release_year: 2024,
        form_factor: Some(FormFactor::Sxm),
        peaks: &[
            peak(Precision::Fp16, q!(2_250 TFLOP/s)),
            peak(Precision::Fp32, q!(75 TFLOP/s)),
            peak(Precision::Tf32, q!(1_125 TFLOP/s)),
            sparse_peak(Precision::Fp16, q!(4_500 TFLOP/s)),
            peak(Precision::Fp8, q!(4_500 TFLOP/s)),
            peak(Precision::Fp4, q!(9_000 TFLOP/s)),
            peak(Precision::Int4, q!(9_000 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(180 GiB),
            bandwidth: q!(8 TB/s),
        },
        interconnect: Some(PCIE_GEN5_X16),
        peer_link: Some(Link {
            name: "NVLink 5.0",
            bandwidth: q!(1_800 GB/s),
            direction: Direction::BothDirections,
            latency: Some(q!(500 ns)),
        }),
        thermal_design_power: Some(q!(1_000 W)),
        launch_overhead: q!(8 us),
        price: Some(q!(40_000 USD)),
        embodied_carbon: None,
        details: Details {
            die_to_die_bandwidth: Some(q!(10 TB/s)),
            memory_stacks: Some(q!(8)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA HGX B200 and DGX B200 product documentation (dense per-GPU numbers)",
            "https://www.nvidia.com/en-us/data-center/hgx/",
        )
        .checked(2026, 8, 12),
    };

    /// Cerebras CS-3 (WSE-3). Source: Cerebras CS-3 system product documentation.
    ///
    /// Its source does not say whether the peak counts sparsity; it is taken as dense.
    pub const CEREBRAS_CS3: Accelerator = Accelerator {
        name: "Cerebras CS-3 (WSE-3)",
        release_year: 2024,
        form_factor: Some(FormFactor::System),
        peaks: &[peak(Precision::Fp16, q!(125 PFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(44 GiB),
            bandwidth: q!(21 PB/s),
        },
        interconnect: Some(Link {
            name: "SwarmX / MemoryX",
            bandwidth: q!(1.2 TB/s),
            direction: Direction::PerDirection,
            latency: None,
        }),
        peer_link: None,
        thermal_design_power: Some(q!(23_000 W)),
        launch_overhead: q!(1 us),
        price: Some(q!(2_000_000 USD)),
        embodied_carbon: None,
        details: Details {
            cores: Some(q!(900_000 cores)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "Cerebras CS-3 system product documentation",
            "https://www.cerebras.net/product-system/",
        )
        .checked(2026, 3, 6),
    };

    /// d-Matrix Corsair. Source: d-Matrix Corsair product brief.
    pub const D_MATRIX_CORSAIR: Accelerator = Accelerator {
        name: "d-Matrix Corsair",
        release_year: 2024,
        form_factor: None,
        peaks: &[
            peak(Precision::Mxint8, q!(2_400 TFLOP/s)),
            peak(Precision::Mxint4, q!(9_600 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(2 GiB),
            bandwidth: q!(150 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(600 W)),
        launch_overhead: q!(1 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "d-Matrix Corsair product brief",
            "https://d-matrix.ai/pdf/d-Matrix-Corsair-Product-Brief-FINAL.pdf",
        )
        .checked(2026, 6, 23),
    };

    /// NVIDIA GB200 NVL72. Source: NVIDIA GB200 NVL72 rack-scale system documentation.
    ///
    /// 72 [`B200`] in one rack: the rates follow from theirs.
    pub const GB200_NVL72: Accelerator = Accelerator {
        name: "NVIDIA GB200 NVL72",
        release_year: 2024,
        form_factor: Some(FormFactor::System),
        peaks: &[
            peak(Precision::Fp16, q!(72 * B200.peak(Precision::Fp16))),
            peak(Precision::Bf16, q!(72 * B200.peak(Precision::Fp16))),
            peak(Precision::Fp8, q!(72 * B200.peak(Precision::Fp8))),
            peak(Precision::Fp4, q!(72 * B200.peak(Precision::Fp4))),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(13.5 TiB),
            bandwidth: q!(72 * B200.memory.bandwidth),
        },
        interconnect: Some(Link {
            name: "NVLink Switch (Bisection)",
            bandwidth: q!(130 TB/s),
            direction: Direction::PerDirection,
            latency: None,
        }),
        peer_link: None,
        thermal_design_power: Some(q!(120 kW)),
        launch_overhead: q!(5 us),
        price: Some(q!(3_000_000 USD)),
        embodied_carbon: None,
        details: Details {
            accelerators: Some(q!(72 GPUs)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA GB200 NVL72 rack-scale system documentation",
            "https://www.nvidia.com/en-us/data-center/gb200-nvl72/",
        )
        .checked(2026, 3, 6),
    };

    /// Intel Gaudi 2. Source: Intel Gaudi 2 AI accelerator product documentation.
    pub const GAUDI2: Accelerator = Accelerator {
        name: "Intel Gaudi 2",
        release_year: 2022,
        form_factor: Some(FormFactor::Oam),
        peaks: &[
            peak(Precision::Bf16, q!(432 TFLOP/s)),
            peak(Precision::Fp8, q!(865 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(96 GiB),
            bandwidth: q!(2.45 TB/s),
        },
        interconnect: None,
        peer_link: Some(Link {
            name: "RoCE (24x100GbE)",
            bandwidth: q!(300 GB/s),
            direction: Direction::PerDirection,
            latency: None,
        }),
        thermal_design_power: Some(q!(600 W)),
        launch_overhead: q!(20 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Intel Gaudi 2 AI accelerator product documentation",
            "https://www.intel.com/content/www/us/en/products/details/processors/ai-accelerators/gaudi2.html",
        )
        .checked(2026, 3, 6),
    };

    /// Intel Gaudi 3. Source: Intel Gaudi 3 AI accelerator product documentation.
    pub const GAUDI3: Accelerator = Accelerator {
        name: "Intel Gaudi 3",
        release_year: 2024,
        form_factor: Some(FormFactor::Oam),
        peaks: &[
            peak(Precision::Bf16, q!(1_835 TFLOP/s)),
            peak(Precision::Fp8, q!(1_835 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(128 GiB),
            bandwidth: q!(3.7 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(900 W)),
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Intel Gaudi 3 AI accelerator product documentation",
            "https://www.intel.com/content/www/us/en/products/details/processors/ai-accelerators/gaudi3.html",
        )
        .checked(2026, 3, 6),
    };

    /// Graphcore Colossus Mk2 GC200 IPU. Source: Graphcore IPU-Machine M2000 product announcement.
    pub const GRAPHCORE_GC200: Accelerator = Accelerator {
        name: "Graphcore Colossus Mk2 GC200 IPU",
        release_year: 2020,
        form_factor: None,
        peaks: &[peak(Precision::Fp16, q!(250 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(900 MiB),
            bandwidth: q!(45 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: None,
        launch_overhead: q!(1 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::derived(
            "Graphcore IPU-Machine M2000 product announcement",
        )
        .checked(2026, 6, 23)
        .at("https://www.graphcore.ai/posts/introducing-second-generation-ipu-systems-for-ai-at-scale"),
    };

    /// Groq LPU. Source: GroqChip processor product brief.
    pub const GROQ_LPU: Accelerator = Accelerator {
        name: "Groq LPU",
        release_year: 2020,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp16, q!(188 TFLOP/s)),
            peak(Precision::Int8, q!(750 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(230 MiB),
            bandwidth: q!(80 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(215 W)),
        launch_overhead: q!(1 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "GroqChip processor product brief",
            "https://groq.humain.ai/wp-content/uploads/2024/08/GroqChip%E2%84%A2-Processor-Product-Brief-v1.7.pdf",
        )
        .checked(2026, 6, 23),
    };

    /// NVIDIA H100. Source: NVIDIA H100 datasheet; NVIDIA Hopper Architecture In-Depth; Choquette (2023), IEEE Micro; NVIDIA HGX H100 product carbon footprint.
    ///
    /// The SXM module. The price is the lower end of a range.
    pub const H100: Accelerator = Accelerator {
        name: "NVIDIA H100",
        release_year: 2022,
        form_factor: Some(FormFactor::Sxm),
        peaks: &[
            peak(Precision::Fp16, q!(989 TFLOP/s)),
            peak(Precision::Tf32, q!(494.5 TFLOP/s)),
            sparse_peak(Precision::Fp16, q!(1_979 TFLOP/s)),
            peak(Precision::Fp8, q!(1_979 TFLOP/s)),
            peak(Precision::Int8, q!(1_979 TOPS)),
            sparse_peak(Precision::Tf32, q!(989 TFLOP/s)),
            sparse_peak(Precision::Int8, q!(3_958 TOPS)),
            peak(Precision::Fp32, q!(67 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(80 GiB),
            bandwidth: q!(3.35 TB/s),
        },
        interconnect: Some(PCIE_GEN5_X16),
        peer_link: Some(NVLINK_4),
        thermal_design_power: Some(q!(700 W)),
        launch_overhead: q!(10 us),
        price: Some(q!(25_000 USD)),
        embodied_carbon: Some(q!(164 kg)),
        details: Details {
            highest_price: Some(q!(30_000 USD)),
            die_area: Some(q!(814 mm2)),
            transistors: Some(q!(80 billion)),
            multiprocessors: Some(q!(132)),
            multiprocessor: Some(Multiprocessor {
                fp32_cores: q!(128 cores),
                tensor_cores: q!(4 cores),
                maximum_threads: q!(2_048 threads),
                maximum_registers_per_thread: q!(255),
                warp_size: q!(32 threads),
                register_file: q!(256 KiB),
                shared_memory: q!(228 KiB),
            }),
            memory_stacks: Some(q!(5)),
            l2_cache: Some(q!(50 MiB)),
            storage: Some(Tier {
                capacity: q!(2 TiB),
                bandwidth: Some(q!(7 GB/s)),
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA H100 datasheet; NVIDIA Hopper Architecture In-Depth; Choquette (2023), IEEE Micro; NVIDIA HGX H100 product carbon footprint",
            "https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/",
        )
        .checked(2026, 6, 11),
    };

    /// NVIDIA H100 PCIe. Source: NVIDIA H100 Tensor Core GPU datasheet (H100 PCIe column); NVIDIA Hopper Architecture In-Depth (114 SMs on the PCIe product).
    pub const H100_PCIE: Accelerator = Accelerator {
        name: "NVIDIA H100 PCIe",
        release_year: 2022,
        form_factor: Some(FormFactor::Pcie),
        peaks: &[
            peak(Precision::Fp16, q!(756 TFLOP/s)),
            peak(Precision::Fp32, q!(51 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(80 GiB),
            bandwidth: q!(2 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(350 W)),
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            multiprocessors: Some(q!(114)),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA H100 Tensor Core GPU datasheet (H100 PCIe column); NVIDIA Hopper Architecture In-Depth (114 SMs on the PCIe product)",
            "https://resources.nvidia.com/en-us-tensor-core/nvidia-tensor-core-gpu-datasheet",
        )
        .checked(2026, 10, 20),
    };

    /// NVIDIA H200. Source: NVIDIA H200 Tensor Core GPU product documentation.
    pub const H200: Accelerator = Accelerator {
        name: "NVIDIA H200",
        release_year: 2023,
        form_factor: Some(FormFactor::Sxm),
        peaks: &[
            peak(Precision::Fp16, q!(989 TFLOP/s)),
            peak(Precision::Tf32, q!(494 TFLOP/s)),
            sparse_peak(Precision::Fp16, q!(1_979 TFLOP/s)),
            peak(Precision::Fp8, q!(1_979 TFLOP/s)),
            peak(Precision::Int8, q!(1_979 TOPS)),
            peak(Precision::Fp32, q!(67 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(141 GiB),
            bandwidth: q!(4.8 TB/s),
        },
        interconnect: Some(PCIE_GEN5_X16),
        peer_link: Some(NVLINK_4),
        thermal_design_power: Some(q!(700 W)),
        launch_overhead: q!(10 us),
        price: Some(q!(35_000 USD)),
        embodied_carbon: None,
        details: Details {
            storage: Some(Tier {
                capacity: q!(4 TiB),
                bandwidth: Some(q!(7 GB/s)),
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "NVIDIA H200 Tensor Core GPU product documentation",
            "https://www.nvidia.com/en-us/data-center/h200/",
        )
        .checked(2026, 3, 6),
    };

    /// Intel SGX Enclave (Reference). Source: Intel Software Guard Extensions (SGX) developer guide.
    pub const INTEL_SGX: Accelerator = Accelerator {
        name: "Intel SGX Enclave (Reference)",
        release_year: 2020,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(1 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Ddr,
            capacity: q!(128 MiB),
            bandwidth: q!(10 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: None,
        launch_overhead: q!(5 ms),
        price: None,
        embodied_carbon: None,
        details: Details {
            on_chip_memory: Some(Tier {
                capacity: q!(128 MiB),
                bandwidth: None,
            }),
            ..Details::NONE
        },
        source: Source::datasheet(
            "Intel Software Guard Extensions (SGX) developer guide",
            "https://www.intel.com/content/www/us/en/developer/tools/software-guard-extensions/overview.html",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA Tesla K80 (one GK210 GPU). Source: NVIDIA Tesla K80 datasheet (board totals halved per GPU); Epoch AI ML Hardware database lists 241 GB/s per GPU.
    pub const K80: Accelerator = Accelerator {
        name: "NVIDIA Tesla K80 (one GK210 GPU)",
        release_year: 2014,
        form_factor: Some(FormFactor::Pcie),
        peaks: &[peak(Precision::Fp32, q!(4.37 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Gddr,
            capacity: q!(12 GiB),
            bandwidth: q!(240 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(150 W)),
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "NVIDIA Tesla K80 datasheet (board totals halved per GPU); Epoch AI ML Hardware database lists 241 GB/s per GPU",
            "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/tesla-product-literature/Tesla-K80-BoardSpec-07317-001-v05.pdf",
        )
        .checked(2026, 10, 12),
    };

    /// AMD MI250X. Source: AMD Instinct MI250X product documentation.
    pub const MI250X: Accelerator = Accelerator {
        name: "AMD MI250X",
        release_year: 2021,
        form_factor: Some(FormFactor::Oam),
        peaks: &[
            peak(Precision::Fp16, q!(383 TFLOP/s)),
            peak(Precision::Fp32, q!(47.9 TFLOP/s)),
            peak(Precision::Int8, q!(383 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(128 GiB),
            bandwidth: q!(3.2 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(500 W)),
        launch_overhead: q!(15 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "AMD Instinct MI250X product documentation",
            "https://www.amd.com/en/products/accelerators/instinct/mi200/mi250x.html",
        )
        .checked(2026, 3, 6),
    };

    /// AMD MI300X. Source: AMD Instinct MI300X product documentation.
    pub const MI300X: Accelerator = Accelerator {
        name: "AMD MI300X",
        release_year: 2023,
        form_factor: Some(FormFactor::Oam),
        peaks: &[
            peak(Precision::Fp16, q!(1_307 TFLOP/s)),
            peak(Precision::Fp8, q!(2_614 TFLOP/s)),
            peak(Precision::Int8, q!(2_614 TOPS)),
            peak(Precision::Fp32, q!(163.4 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(192 GiB),
            bandwidth: q!(5.3 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(750 W)),
        launch_overhead: q!(12 us),
        price: Some(q!(15_000 USD)),
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "AMD Instinct MI300X product documentation",
            "https://www.amd.com/en/products/accelerators/instinct/mi300/mi300x.html",
        )
        .checked(2026, 3, 6),
    };

    /// AMD Instinct MI325X. Source: AMD Instinct MI325X accelerator datasheet (dense FP16, HBM3E).
    pub const MI325X: Accelerator = Accelerator {
        name: "AMD Instinct MI325X",
        release_year: 2024,
        form_factor: Some(FormFactor::Oam),
        peaks: &[peak(Precision::Fp16, q!(1_307.4 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(256 GiB),
            bandwidth: q!(6_000 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(1_000 W)),
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "AMD Instinct MI325X accelerator datasheet (dense FP16, HBM3E)",
            "https://www.amd.com/en/products/accelerators/instinct/mi300/mi325x.html",
        )
        .checked(2026, 10, 12),
    };

    /// NVIDIA Tesla P100. Source: NVIDIA Tesla P100 datasheet (SXM2, NVLink-optimized servers).
    pub const P100: Accelerator = Accelerator {
        name: "NVIDIA Tesla P100",
        release_year: 2016,
        form_factor: Some(FormFactor::Sxm),
        peaks: &[
            peak(Precision::Fp16, q!(21.2 TFLOP/s)),
            peak(Precision::Fp32, q!(10.6 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(16 GiB),
            bandwidth: q!(732 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(300 W)),
        launch_overhead: q!(10 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "NVIDIA Tesla P100 datasheet (SXM2, NVLink-optimized servers)",
            "https://images.nvidia.com/content/tesla/pdf/nvidia-tesla-p100-datasheet.pdf",
        )
        .checked(2026, 10, 20),
    };

    /// Reference Desktop CPU. Source: Reference 1 TFLOP/s FP32 desktop CPU for pedagogy (order-of-magnitude).
    ///
    /// A round figure to compare with, not a product.
    pub const REFERENCE_CPU: Accelerator = Accelerator {
        name: "Reference Desktop CPU",
        release_year: 2024,
        form_factor: None,
        peaks: &[peak(Precision::Fp32, q!(1 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Ddr,
            capacity: q!(64 GiB),
            bandwidth: q!(50 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(150 W)),
        launch_overhead: q!(100 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::convention(
            "Reference 1 TFLOP/s FP32 desktop CPU for pedagogy (order-of-magnitude)",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA T4. Source: NVIDIA Tesla T4 product documentation.
    pub const T4: Accelerator = Accelerator {
        name: "NVIDIA T4",
        release_year: 2018,
        form_factor: Some(FormFactor::Pcie),
        peaks: &[
            peak(Precision::Fp16, q!(65 TFLOP/s)),
            peak(Precision::Int8, q!(130 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Gddr,
            capacity: q!(16 GiB),
            bandwidth: q!(320 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(70 W)),
        launch_overhead: q!(30 us),
        price: Some(q!(2_500 USD)),
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "NVIDIA Tesla T4 product documentation",
            "https://www.nvidia.com/en-us/data-center/tesla-t4/",
        )
        .checked(2026, 3, 6),
    };

    /// Google TPU v1. Source: Jouppi et al. (2017), In-Datacenter Performance Analysis of a Tensor Processing Unit.
    pub const TPU_V1: Accelerator = Accelerator {
        name: "Google TPU v1",
        release_year: 2017,
        form_factor: None,
        peaks: &[peak(Precision::Int8, q!(92 TOPS))],
        memory: Memory {
            kind: MemoryKind::Ddr,
            capacity: q!(8 GiB),
            bandwidth: q!(34 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(75 W)),
        launch_overhead: q!(50 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            clock_rate: Some(q!(700 MHz)),
            systolic_array_dimension: Some(q!(256)),
            on_chip_memory: Some(Tier {
                capacity: q!(24 MiB),
                bandwidth: None,
            }),
            ..Details::NONE
        },
        source: Source::literature(
            "Jouppi et al. (2017), In-Datacenter Performance Analysis of a Tensor Processing Unit",
            "https://arxiv.org/abs/1704.04760",
        )
        .checked(2026, 3, 6),
    };

    /// Google TPU v2. Source: Jouppi et al. (2020), A Domain-Specific Supercomputer for Training Deep Neural Networks, CACM 63(7), Table 3.
    pub const TPU_V2: Accelerator = Accelerator {
        name: "Google TPU v2",
        release_year: 2017,
        form_factor: None,
        peaks: &[peak(Precision::Bf16, q!(46 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(16 GiB),
            bandwidth: q!(700 GB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(280 W)),
        launch_overhead: q!(40 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: JOUPPI_2020,
    };

    /// Google TPU v3. Source: Jouppi et al. (2020), A Domain-Specific Supercomputer for Training Deep Neural Networks, CACM 63(7), Table 3.
    pub const TPU_V3: Accelerator = Accelerator {
        name: "Google TPU v3",
        release_year: 2018,
        form_factor: None,
        peaks: &[peak(Precision::Bf16, q!(123 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(32 GiB),
            bandwidth: q!(900 GB/s),
        },
        interconnect: None,
        peer_link: Some(Link {
            name: "ICI",
            bandwidth: q!(280 GB/s),
            direction: Direction::PerDirection,
            latency: None,
        }),
        thermal_design_power: Some(q!(450 W)),
        launch_overhead: q!(40 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: JOUPPI_2020,
    };

    /// Google TPU v4. Source: Jouppi et al. (2023), TPU v4: An Optically Reconfigurable Supercomputer for Machine Learning with Hardware Support for Embeddings, ISCA, Table 4.
    pub const TPU_V4: Accelerator = Accelerator {
        name: "Google TPU v4",
        release_year: 2021,
        form_factor: None,
        peaks: &[peak(Precision::Bf16, q!(275 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(32 GiB),
            bandwidth: q!(1_200 GB/s),
        },
        interconnect: None,
        peer_link: Some(Link {
            name: "ICI",
            bandwidth: q!(300 GB/s),
            direction: Direction::PerDirection,
            latency: None,
        }),
        thermal_design_power: Some(q!(200 W)),
        launch_overhead: q!(40 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            systolic_array_dimension: Some(q!(128)),
            ..Details::NONE
        },
        source: Source::literature(
            "Jouppi et al. (2023), TPU v4: An Optically Reconfigurable Supercomputer for Machine Learning with Hardware Support for Embeddings, ISCA, Table 4",
            "https://arxiv.org/abs/2304.01433",
        )
        .checked(2026, 9, 15),
    };

    /// Google TPU v5p. Source: Google Cloud TPU v5p specifications and JAX TPU hardware reference.
    pub const TPU_V5P: Accelerator = Accelerator {
        name: "Google TPU v5p",
        release_year: 2023,
        form_factor: None,
        peaks: &[
            peak(Precision::Bf16, q!(459 TFLOP/s)),
            peak(Precision::Int8, q!(918 TOPS)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(95 GiB),
            bandwidth: q!(2.76 TB/s),
        },
        interconnect: None,
        peer_link: Some(Link {
            name: "ICI",
            bandwidth: q!(1_200 GB/s),
            direction: Direction::BothDirections,
            latency: None,
        }),
        thermal_design_power: Some(q!(300 W)),
        launch_overhead: q!(40 us),
        price: None,
        embodied_carbon: None,
        details: Details {
            on_chip_memory: Some(Tier {
                capacity: q!(128 MiB),
                bandwidth: None,
            }),
            ..Details::NONE
        },
        source: Source::derived(
            "Google Cloud TPU v5p specifications and JAX TPU hardware reference",
        )
        .checked(2026, 8, 11)
        .at("https://docs.jax.dev/en/latest/pallas/tpu/hardware.html"),
    };

    /// Google TPU v6e (Trillium). Source: Google Cloud TPU v6e (Trillium) documentation.
    pub const TPU_V6E: Accelerator = Accelerator {
        name: "Google TPU v6e (Trillium)",
        release_year: 2024,
        form_factor: None,
        peaks: &[peak(Precision::Bf16, q!(918 TFLOP/s))],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(32 GiB),
            bandwidth: q!(1_638 GB/s),
        },
        interconnect: None,
        peer_link: Some(Link {
            name: "ICI",
            bandwidth: q!(800 GB/s),
            direction: Direction::BothDirections,
            latency: None,
        }),
        thermal_design_power: Some(q!(300 W)),
        launch_overhead: q!(40 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Google Cloud TPU v6e (Trillium) documentation",
            "https://cloud.google.com/tpu/docs/v6e",
        )
        .checked(2026, 8, 12),
    };

    /// AWS Trainium 2. Source: AWS Trainium2 accelerator (EC2 Trn2) product documentation.
    pub const TRAINIUM2: Accelerator = Accelerator {
        name: "AWS Trainium 2",
        release_year: 2024,
        form_factor: None,
        peaks: &[
            peak(Precision::Bf16, q!(380 TFLOP/s)),
            peak(Precision::Fp8, q!(760 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(96 GiB),
            bandwidth: q!(2.4 TB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: Some(q!(500 W)),
        launch_overhead: q!(20 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "AWS Trainium2 accelerator (EC2 Trn2) product documentation",
            "https://aws.amazon.com/ai/machine-learning/trainium/",
        )
        .checked(2026, 3, 6),
    };

    /// Untether AI speedAI240. Source: Untether AI speedAI240 Hot Chips 2022 announcement.
    pub const UNTETHER_SPEEDAI_240: Accelerator = Accelerator {
        name: "Untether AI speedAI240",
        release_year: 2023,
        form_factor: None,
        peaks: &[
            peak(Precision::Fp8, q!(2 PFLOP/s)),
            peak(Precision::Bf16, q!(1 PFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Sram,
            capacity: q!(238 MiB),
            bandwidth: q!(1 PB/s),
        },
        interconnect: None,
        peer_link: None,
        thermal_design_power: None,
        launch_overhead: q!(1 us),
        price: None,
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "Untether AI speedAI240 Hot Chips 2022 announcement",
            "https://www.businesswire.com/news/home/20220823005631/en/Untether-AI-Unveils-Its-Second-Generation-At-Memory-Compute-Architecture-at-HOT-CHIPS-2022",
        )
        .checked(2026, 6, 23),
    };

    /// NVIDIA V100. Source: NVIDIA V100 Tensor Core GPU datasheet.
    pub const V100: Accelerator = Accelerator {
        name: "NVIDIA V100",
        release_year: 2017,
        form_factor: Some(FormFactor::Sxm),
        peaks: &[
            peak(Precision::Fp16, q!(125 TFLOP/s)),
            peak(Precision::Fp32, q!(15.7 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(32 GiB),
            bandwidth: q!(900 GB/s),
        },
        interconnect: Some(PCIE_GEN3_X16),
        peer_link: Some(Link {
            name: "NVLink 2.0",
            bandwidth: q!(300 GB/s),
            direction: Direction::BothDirections,
            latency: Some(q!(500 ns)),
        }),
        thermal_design_power: Some(q!(300 W)),
        launch_overhead: q!(20 us),
        price: Some(q!(10_000 USD)),
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "NVIDIA V100 Tensor Core GPU datasheet",
            "https://images.nvidia.com/content/technologies/volta/pdf/volta-v100-datasheet-update-us-1165301-r5.pdf",
        )
        .checked(2026, 3, 6),
    };

    /// NVIDIA V100 PCIe. Source: NVIDIA V100 Tensor Core GPU datasheet (PCIe form factor).
    pub const V100_PCIE: Accelerator = Accelerator {
        name: "NVIDIA V100 PCIe",
        release_year: 2017,
        form_factor: Some(FormFactor::Pcie),
        peaks: &[
            peak(Precision::Fp16, q!(112 TFLOP/s)),
            peak(Precision::Fp32, q!(14 TFLOP/s)),
        ],
        memory: Memory {
            kind: MemoryKind::Hbm,
            capacity: q!(32 GiB),
            bandwidth: q!(900 GB/s),
        },
        interconnect: Some(PCIE_GEN3_X16),
        peer_link: None,
        thermal_design_power: Some(q!(250 W)),
        launch_overhead: q!(20 us),
        price: Some(q!(10_000 USD)),
        embodied_carbon: None,
        details: Details::NONE,
        source: Source::datasheet(
            "NVIDIA V100 Tensor Core GPU datasheet (PCIe form factor): single-precision 14 TFLOP/s, Tensor 112 TFLOP/s, 250 W",
            "https://images.nvidia.com/content/technologies/volta/pdf/volta-v100-datasheet-update-us-1165301-r5.pdf",
        )
        .checked(2026, 6, 10),
    };

    /// Every device of this page.
    pub const ALL: &[&Accelerator] = all!();
}
