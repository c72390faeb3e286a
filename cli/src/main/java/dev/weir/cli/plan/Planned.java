package dev.weir.cli.plan;

/** A workload and what it takes. */
public record Planned(Workload workload, Plan plan) {}
