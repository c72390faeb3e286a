package dev.weir.series;

/** Where the reorder buffer's points go: each point offered goes to exactly one of these, once. */
public interface ReorderOutput {

  /** In order, and next to be scored. */
  void release(Observation point);

  /**
   * Its time was there already: dropped, replaced by, or merged with another point, as the policy
   * says.
   */
  void duplicate(Observation point);

  /** Behind what has been released, and the policy doesn't keep such points. */
  void late(Observation point);
}
