// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

/**
 * The output of a {@link ReorderBuffer}. Each point that is offered is passed to exactly one
 * method, once.
 */
public interface ReorderOutput {

  /** Receives the next point in time order. */
  void release(Observation point);

  /** Receives a point that the policy drops, replaces or merges because its time is not new. */
  void duplicate(Observation point);

  /** Receives a late point that the policy does not release. */
  void late(Observation point);
}
