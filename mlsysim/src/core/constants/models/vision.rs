//! Models that see: classifiers and detectors.
#![doc = include_str!("../tables/vision.md")]

use super::Model;
use crate::core::constants::Source;
use crate::{constants, q};

constants! {
    const MOBILENET_V2_SCALED: Source = Source::derived(
        "Sandler et al. (2018), MobileNetV2 architecture with width multiplier alpha=0.5",
    )
    .checked(2026, 6, 3)
    .at("https://arxiv.org/abs/1801.04381");

    /// AlexNet. Source: Krizhevsky et al. (2012), ImageNet Classification with Deep Convolutional Neural Networks.
    pub const ALEXNET: Model = Model {
        name: "AlexNet",
        architecture: "CNN",
        release_year: Some(2012),
        parameters: q!(60 million params),
        inference_operations: Some(q!(1.5 GFLOP)),
        inference_energy: None,
        layers: Some(q!(8 layers)),
        width_multiplier: None,
        source: Source::literature(
            "Krizhevsky et al. (2012), ImageNet Classification with Deep Convolutional Neural Networks",
            "https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks",
        )
        .checked(2026, 8, 11),
    };

    /// EfficientNet-B0. Source: Tan and Le (2019), EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks.
    pub const EFFICIENTNET_B0: Model = Model {
        name: "EfficientNet-B0",
        architecture: "CNN",
        release_year: None,
        parameters: q!(5.3 million params),
        inference_operations: Some(q!(390 MFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::literature(
            "Tan and Le (2019), EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks",
            "https://proceedings.mlr.press/v97/tan19a.html",
        )
        .checked(2026, 6, 5),
    };

    /// EfficientNet-B4. Source: Tan & Le (2019), EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks.
    pub const EFFICIENTNET_B4: Model = Model {
        name: "EfficientNet-B4",
        architecture: "CNN",
        release_year: None,
        parameters: q!(19 million params),
        inference_operations: Some(q!(8.4 GFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::literature(
            "Tan & Le (2019), EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks",
            "https://arxiv.org/abs/1905.11946",
        )
        .checked(2026, 9, 28),
    };

    /// LeNet-1. Source: LeCun et al. (1989), Backpropagation Applied to Handwritten Zip Code Recognition.
    pub const LENET1: Model = Model {
        name: "LeNet-1",
        architecture: "CNN",
        release_year: None,
        parameters: q!(10_000 params),
        inference_operations: None,
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::estimate(
            "LeCun et al. (1989), Backpropagation Applied to Handwritten Zip Code Recognition",
        )
        .checked(2026, 5, 31)
        .at("https://doi.org/10.1162/neco.1989.1.4.541"),
    };

    /// MobileNetV1. Source: Howard et al. (2017), MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications, Table 8.
    pub const MOBILENET_V1: Model = Model {
        name: "MobileNetV1",
        architecture: "CNN",
        release_year: None,
        parameters: q!(4.2 million params),
        inference_operations: Some(q!(1.138 GFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::literature(
            "Howard et al. (2017), MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications, Table 8",
            "https://arxiv.org/abs/1704.04861",
        )
        .checked(2026, 10, 11),
    };

    /// MobileNetV2. Source: Sandler et al. (2018) MobileNetV2 architecture with an illustrative book energy anchor.
    ///
    /// The energy is an example, not a measurement.
    pub const MOBILENET_V2: Model = Model {
        name: "MobileNetV2",
        architecture: "CNN",
        release_year: None,
        parameters: q!(3_504_872 params),
        inference_operations: Some(q!(600 MFLOP)),
        inference_energy: Some(q!(0.1 mJ)),
        layers: Some(q!(54 layers)),
        width_multiplier: Some(q!(1)),
        source: Source::illustrative(
            "Sandler et al. (2018) MobileNetV2 architecture with an illustrative book energy anchor",
        )
        .checked(2026, 8, 11)
        .at("https://arxiv.org/abs/1801.04381"),
    };

    /// MobileNetV2 (alpha=0.5). Source: Sandler et al. (2018), MobileNetV2 architecture with width multiplier alpha=0.5.
    pub const MOBILENET_V2_HALF_WIDTH: Model = Model {
        name: "MobileNetV2 (alpha=0.5)",
        architecture: "CNN",
        release_year: None,
        parameters: q!(1_968_680 params),
        inference_operations: None,
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: MOBILENET_V2_SCALED,
    };

    /// MobileNetV2 (alpha=0.5 feature extractor). Source: Sandler et al. (2018), MobileNetV2 architecture with width multiplier alpha=0.5.
    pub const MOBILENET_V2_HALF_WIDTH_FEATURES: Model = Model {
        name: "MobileNetV2 (alpha=0.5 feature extractor)",
        architecture: "CNN",
        release_year: None,
        parameters: q!(687_680 params),
        inference_operations: None,
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: MOBILENET_V2_SCALED,
    };

    /// MobileNetV2 (alpha=0.75). Source: Sandler et al. (2018), MobileNetV2: Inverted Residuals and Linear Bottlenecks, width multiplier 0.75 at 224x224.
    pub const MOBILENET_V2_THREE_QUARTERS_WIDTH: Model = Model {
        name: "MobileNetV2 (alpha=0.75)",
        architecture: "CNN",
        release_year: None,
        parameters: q!(2.61 million params),
        inference_operations: Some(q!(418 MFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: Some(q!(0.75)),
        source: Source::literature(
            "Sandler et al. (2018), MobileNetV2: Inverted Residuals and Linear Bottlenecks, width multiplier 0.75 at 224x224",
            "https://arxiv.org/abs/1801.04381",
        )
        .checked(2026, 10, 11),
    };

    /// MobileNetV3-Large. Source: Howard et al. (2019), Searching for MobileNetV3.
    pub const MOBILENET_V3_LARGE: Model = Model {
        name: "MobileNetV3-Large",
        architecture: "CNN",
        release_year: None,
        parameters: q!(5.4 million params),
        inference_operations: Some(q!(438 MFLOP)),
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::literature(
            "Howard et al. (2019), Searching for MobileNetV3",
            "https://arxiv.org/abs/1905.02244",
        )
        .checked(2026, 9, 28),
    };

    /// ResNet-18. Source: He et al. (2016), Deep Residual Learning for Image Recognition.
    pub const RESNET18: Model = Model {
        name: "ResNet-18",
        architecture: "CNN",
        release_year: None,
        parameters: q!(11.7 million params),
        inference_operations: Some(q!(3.6 GFLOP)),
        inference_energy: None,
        layers: Some(q!(18 layers)),
        width_multiplier: None,
        source: Source::literature(
            "He et al. (2016), Deep Residual Learning for Image Recognition",
            "https://arxiv.org/abs/1512.03385",
        )
        .checked(2026, 10, 12),
    };

    /// ResNet-50. Source: He et al. (2016), Deep Residual Learning for Image Recognition.
    pub const RESNET50: Model = Model {
        name: "ResNet-50",
        architecture: "CNN",
        release_year: Some(2015),
        parameters: q!(25_557_032 params),
        inference_operations: Some(q!(8.2 GFLOP)),
        inference_energy: None,
        layers: Some(q!(50 layers)),
        width_multiplier: None,
        source: Source::literature(
            "He et al. (2016), Deep Residual Learning for Image Recognition",
            "https://arxiv.org/abs/1512.03385",
        )
        .checked(2026, 6, 10),
    };

    /// VGG-16. Source: Simonyan and Zisserman (2014), Very Deep Convolutional Networks for Large-Scale Image Recognition, Table 2.
    pub const VGG16: Model = Model {
        name: "VGG-16",
        architecture: "CNN",
        release_year: Some(2014),
        parameters: q!(138_357_544 params),
        inference_operations: Some(q!(31 GFLOP)),
        inference_energy: None,
        layers: Some(q!(16 layers)),
        width_multiplier: None,
        source: Source::literature(
            "Simonyan and Zisserman (2014), Very Deep Convolutional Networks for Large-Scale Image Recognition, Table 2",
            "https://arxiv.org/abs/1409.1556",
        )
        .checked(2026, 10, 12),
    };

    /// ViT-L/16. Source: Dosovitskiy et al. (2021), An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale.
    pub const VIT_LARGE: Model = Model {
        name: "ViT-L/16",
        architecture: "Vision Transformer",
        release_year: None,
        parameters: q!(307 million params),
        inference_operations: None,
        inference_energy: None,
        layers: None,
        width_multiplier: None,
        source: Source::literature(
            "Dosovitskiy et al. (2021), An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale",
            "https://arxiv.org/abs/2010.11929",
        )
        .checked(2026, 9, 28),
    };

    /// YOLOv8-Nano. Source: Ultralytics YOLOv8 documentation (nano variant parameter count).
    pub const YOLO_V8_NANO: Model = Model {
        name: "YOLOv8-Nano",
        architecture: "CNN",
        release_year: None,
        parameters: q!(3.2 million params),
        inference_operations: Some(q!(8.7 GFLOP)),
        inference_energy: None,
        layers: Some(q!(225 layers)),
        width_multiplier: None,
        source: Source::datasheet(
            "Ultralytics YOLOv8 documentation (nano variant parameter count)",
            "https://docs.ultralytics.com/models/yolov8/",
        )
        .checked(2026, 3, 6),
    };

    /// Every model of this page.
    pub const ALL: &[&Model] = all!();
}
