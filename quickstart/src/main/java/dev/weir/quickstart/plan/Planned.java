package dev.weir.quickstart.plan;

/** A workload and what it takes. */
public record Planned(Workload workload, Plan plan) {}
