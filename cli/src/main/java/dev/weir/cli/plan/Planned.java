// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/** A workload and what it takes. */
public record Planned(Workload workload, Plan plan) {}
