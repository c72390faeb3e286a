// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/** A workload and its plan. */
public record PlannedWorkload(Workload workload, Plan plan) {}
