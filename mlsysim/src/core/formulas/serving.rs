//! Latency, throughput and queueing of inference.
