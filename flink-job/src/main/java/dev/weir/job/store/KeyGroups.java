// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The key groups of one subtask, numbered from 0. Each has a key under which the state of the whole
 * group is stored; the key is the same in every subtask and every run.
 */
final class KeyGroups {

  private final int maxParallelism;
  private final KeyGroupRange range;
  private final String[] keys;

  KeyGroups(TaskInfo task) {
    maxParallelism = task.getMaxNumberOfParallelSubtasks();
    range =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            maxParallelism, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask());
    keys = new String[range.getNumberOfKeyGroups()];
    int missing = keys.length;
    for (int i = 0; missing > 0; i++) {
      missing -= assign("group-" + i) ? 1 : 0;
    }
  }

  /** Uses a candidate as key of its group, unless the group has one. */
  private boolean assign(String candidate) {
    int group = KeyGroupRangeAssignment.assignToKeyGroup(candidate, maxParallelism);
    if (!range.contains(group) || keys[group - range.getStartKeyGroup()] != null) {
      return false;
    }
    keys[group - range.getStartKeyGroup()] = candidate;
    return true;
  }

  /** Number of key groups of the subtask. */
  int count() {
    return keys.length;
  }

  /** The key under which the state of a group is stored. */
  String key(int group) {
    return keys[group];
  }

  /** The group of a series. */
  int groupOf(String series) {
    return KeyGroupRangeAssignment.assignToKeyGroup(series, maxParallelism)
        - range.getStartKeyGroup();
  }
}
