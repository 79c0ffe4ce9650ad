//! Data sets.
#![doc = include_str!("tables/datasets.md")]

use super::Source;
use super::source::{missing, where_known};
use crate::units::{Count, Frequency, Information, Time, of_base};
use crate::{constants, formula, q};

/// What one example is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    /// An image.
    Image {
        /// Pixels in a row.
        width: Count,
        /// Pixels in a column.
        height: Count,
        /// Numbers for each pixel.
        channels: Count,
    },
    /// A recording.
    Audio {
        /// Its length.
        duration: Time,
        /// Samples taken.
        rate: Frequency,
        /// Memory of one sample.
        width: Information,
    },
    /// A row of a table.
    Table {
        /// Numbers.
        dense: Count,
        /// Categories.
        categorical: Count,
    },
    /// A robot's movement, shown by a person.
    Demonstrations {
        /// Movements shown.
        episodes: Count,
        /// Length of all of them.
        duration: Option<Time>,
        /// Kinds of robots.
        embodiments: Option<Count>,
        /// Different tasks.
        tasks: Option<Count>,
    },
}

/// A data set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dataset {
    /// Its name in prose.
    pub name: &'static str,
    /// Examples to train on.
    pub training_examples: Option<Count>,
    /// Examples to choose by.
    pub validation_examples: Option<Count>,
    /// Examples to test with.
    pub test_examples: Option<Count>,
    /// Examples of the whole collection, of which the splits may be a part.
    pub all_examples: Option<Count>,
    /// Classes or key words.
    pub classes: Option<Count>,
    /// Languages.
    pub languages: Option<Count>,
    /// What one example is.
    pub format: Format,
    /// Size of the training archive.
    pub archive: Option<Information>,
    /// Where the figures are published.
    pub source: Source,
}

impl Dataset {
    /// Numbers in one example; a compile error for demonstrations, which have no one size.
    ///
    /// ```
    /// use mlsysim::core::constants::datasets::IMAGENET;
    /// use mlsysim::q;
    /// assert_eq!(IMAGENET.values_per_example(), q!(150_528));
    /// ```
    #[formula(opaque)]
    pub const fn values_per_example(&self) -> Count {
        match self.format {
            Format::Image {
                width,
                height,
                channels,
            } => of_base(width.value * height.value * channels.value),
            Format::Audio { duration, rate, .. } => of_base(duration.value * rate.value),
            Format::Table { dense, categorical } => of_base(dense.value + categorical.value),
            Format::Demonstrations { .. } => missing(self.name, "one size of its examples"),
        }
    }

    where_known! {
        /// Examples to train on, where they are counted.
        training_examples: Count = training_examples, "count of training examples";
        /// Examples to choose by, where they are counted.
        validation_examples: Count = validation_examples, "count of validation examples";
        /// Examples to test with, where they are counted.
        test_examples: Count = test_examples, "count of test examples";
        /// Examples of the whole collection, where they are counted.
        all_examples: Count = all_examples, "count of all examples";
        /// Classes or key words, where it has some.
        classes: Count = classes, "classes";
        /// Languages, where it has several.
        languages: Count = languages, "languages";
        /// Size of the training archive, where it is published.
        archive: Information = archive, "archive size";
    }
}

constants! {
    /// ALOHA Bimanual Demonstrations. Source: Zhao et al. (2023), Learning Fine-Grained Bimanual Manipulation with Low-Cost Hardware.
    pub const ALOHA_BIMANUAL: Dataset = Dataset {
        name: "ALOHA Bimanual Demonstrations",
        training_examples: Some(q!(100)),
        validation_examples: None,
        test_examples: None,
        all_examples: Some(q!(100)),
        classes: None,
        languages: None,
        format: Format::Demonstrations {
            episodes: q!(100),
            duration: None,
            embodiments: None,
            tasks: None,
        },
        archive: None,
        source: Source::literature(
            "Zhao et al. (2023), Learning Fine-Grained Bimanual Manipulation with Low-Cost Hardware",
            "https://arxiv.org/abs/2304.13705",
        )
        .checked(2026, 9, 18),
    };

    /// BridgeData V2. Source: Walke et al. (2023), BridgeData V2: A Dataset for Robot Manipulation at Scale.
    pub const BRIDGE_DATA_V2: Dataset = Dataset {
        name: "BridgeData V2",
        training_examples: Some(q!(60_000)),
        validation_examples: None,
        test_examples: None,
        all_examples: Some(q!(60_000)),
        classes: None,
        languages: None,
        format: Format::Demonstrations {
            episodes: q!(60_000),
            duration: Some(q!(250 h)),
            embodiments: None,
            tasks: None,
        },
        archive: None,
        source: Source::literature(
            "Walke et al. (2023), BridgeData V2: A Dataset for Robot Manipulation at Scale",
            "https://arxiv.org/abs/2308.08451",
        )
        .checked(2026, 9, 18),
    };

    /// CIFAR-10. Source: Krizhevsky (2009), Learning Multiple Layers of Features from Tiny Images.
    pub const CIFAR10: Dataset = Dataset {
        name: "CIFAR-10",
        training_examples: Some(q!(50_000)),
        validation_examples: None,
        test_examples: Some(q!(10_000)),
        all_examples: None,
        classes: Some(q!(10)),
        languages: None,
        format: Format::Image {
            width: q!(32 pixels),
            height: q!(32 pixels),
            channels: q!(3),
        },
        archive: None,
        source: Source::literature(
            "Krizhevsky (2009), Learning Multiple Layers of Features from Tiny Images",
            "https://www.cs.toronto.edu/~kriz/learning-features-2009-TR.pdf",
        )
        .checked(2026, 3, 6),
    };

    /// Criteo Display Advertising Challenge (Kaggle). Source: Criteo Display Advertising Challenge dataset (Kaggle, 2014), as used by Naumov et al. (2019), DLRM.
    pub const CRITEO_KAGGLE: Dataset = Dataset {
        name: "Criteo Display Advertising Challenge (Kaggle)",
        training_examples: None,
        validation_examples: None,
        test_examples: None,
        all_examples: None,
        classes: None,
        languages: None,
        format: Format::Table {
            dense: q!(13),
            categorical: q!(26),
        },
        archive: None,
        source: Source::literature(
            "Criteo Display Advertising Challenge dataset (Kaggle, 2014), as used by Naumov et al. (2019), DLRM",
            "https://arxiv.org/abs/1906.00091",
        )
        .checked(2026, 10, 20),
    };

    /// DROID Dataset. Source: Khazatsky et al. (2024), DROID: A Large-Scale In-The-Wild Robot Manipulation Dataset.
    pub const DROID: Dataset = Dataset {
        name: "DROID Dataset",
        training_examples: Some(q!(76_000)),
        validation_examples: None,
        test_examples: None,
        all_examples: Some(q!(76_000)),
        classes: None,
        languages: None,
        format: Format::Demonstrations {
            episodes: q!(76_000),
            duration: Some(q!(350 h)),
            embodiments: None,
            tasks: None,
        },
        archive: None,
        source: Source::literature(
            "Khazatsky et al. (2024), DROID: A Large-Scale In-The-Wild Robot Manipulation Dataset",
            "https://arxiv.org/abs/2403.12945",
        )
        .checked(2026, 9, 18),
    };

    /// ImageNet-1k. Source: Russakovsky et al. (2015), ImageNet Large Scale Visual Recognition Challenge.
    pub const IMAGENET: Dataset = Dataset {
        name: "ImageNet-1k",
        training_examples: Some(q!(1_281_167)),
        validation_examples: Some(q!(50_000)),
        test_examples: Some(q!(100_000)),
        all_examples: Some(q!(14_197_122)),
        classes: Some(q!(1_000)),
        languages: None,
        format: Format::Image {
            width: q!(224 pixels),
            height: q!(224 pixels),
            channels: q!(3),
        },
        archive: Some(q!(138 GiB)),
        source: Source::literature(
            "Russakovsky et al. (2015), ImageNet Large Scale Visual Recognition Challenge",
            "https://arxiv.org/abs/1409.0575",
        )
        .checked(2026, 3, 6),
    };

    /// MNIST. Source: LeCun et al. (1998), Gradient-Based Learning Applied to Document Recognition.
    pub const MNIST: Dataset = Dataset {
        name: "MNIST",
        training_examples: Some(q!(60_000)),
        validation_examples: None,
        test_examples: Some(q!(10_000)),
        all_examples: None,
        classes: Some(q!(10)),
        languages: None,
        format: Format::Image {
            width: q!(28 pixels),
            height: q!(28 pixels),
            channels: q!(1),
        },
        archive: None,
        source: Source::literature(
            "LeCun et al. (1998), Gradient-Based Learning Applied to Document Recognition",
            "http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf",
        )
        .checked(2026, 3, 6),
    };

    /// Multilingual Spoken Words Corpus. Source: Mazumder et al. (2021), Multilingual Spoken Words Corpus.
    pub const MULTILINGUAL_SPOKEN_WORDS: Dataset = Dataset {
        name: "Multilingual Spoken Words Corpus",
        training_examples: Some(q!(23.4 million)),
        validation_examples: None,
        test_examples: None,
        all_examples: None,
        classes: Some(q!(340_000)),
        languages: Some(q!(50)),
        format: Format::Audio {
            duration: q!(1 s),
            rate: q!(16 kHz),
            width: q!(2 B),
        },
        archive: None,
        source: Source::literature(
            "Mazumder et al. (2021), Multilingual Spoken Words Corpus",
            "https://datasets-benchmarks-proceedings.neurips.cc/paper_files/paper/2021/hash/fe131d7f5a6b38b23cc967316c13dae2-Abstract-round2.html",
        )
        .checked(2026, 3, 6),
    };

    /// Open X-Embodiment. Source: Open X-Embodiment Collaboration et al. (2023), Open X-Embodiment: Robotic Learning Datasets and RT-X Models.
    pub const OPEN_X_EMBODIMENT: Dataset = Dataset {
        name: "Open X-Embodiment",
        training_examples: Some(q!(1 million)),
        validation_examples: None,
        test_examples: None,
        all_examples: Some(q!(1 million)),
        classes: None,
        languages: None,
        format: Format::Demonstrations {
            episodes: q!(1 million),
            duration: None,
            embodiments: Some(q!(22)),
            tasks: Some(q!(527)),
        },
        archive: None,
        source: Source::literature(
            "Open X-Embodiment Collaboration et al. (2023), Open X-Embodiment: Robotic Learning Datasets and RT-X Models",
            "https://arxiv.org/abs/2310.08864",
        )
        .checked(2026, 9, 18),
    };

    /// Speech Commands v0.02. Source: Hugging Face dataset card google/speech_commands, config v0.02 (rev. 57ba463); Warden (2018), Speech Commands: A Dataset for Limited-Vocabulary Speech Recognition, arXiv:1804.03209.
    pub const SPEECH_COMMANDS_V2: Dataset = Dataset {
        name: "Speech Commands v0.02",
        training_examples: Some(q!(84_848)),
        validation_examples: Some(q!(9_982)),
        test_examples: Some(q!(4_890)),
        all_examples: None,
        classes: None,
        languages: None,
        format: Format::Audio {
            duration: q!(1 s),
            rate: q!(16 kHz),
            width: q!(2 B),
        },
        archive: None,
        source: Source::industry_report(
            "Hugging Face dataset card google/speech_commands, config v0.02 (rev. 57ba463); Warden (2018), Speech Commands: A Dataset for Limited-Vocabulary Speech Recognition, arXiv:1804.03209",
            "https://huggingface.co/datasets/google/speech_commands",
        )
        .checked(2026, 9, 28),
    };

    /// Every data set of this page.
    pub const ALL: &[&Dataset] = all!();
}
