package dev.weir.job.store;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** A subtask's key groups, each with a key that stands for it. */
final class KeyGroupNames {

  private final int all;
  private final KeyGroupRange range;
  private final String[] names;

  private KeyGroupNames(int all, KeyGroupRange range) {
    this.all = all;
    this.range = range;
    this.names = new String[range.getNumberOfKeyGroups()];
    int left = names.length;
    for (int i = 0; left > 0; i++) {
      left -= name("group-" + i);
    }
  }

  /** Takes the name if it is the first of one of the groups: 1, else 0. */
  private int name(String name) {
    int group = KeyGroupRangeAssignment.assignToKeyGroup(name, all);
    if (!range.contains(group) || names[group - range.getStartKeyGroup()] != null) {
      return 0;
    }
    names[group - range.getStartKeyGroup()] = name;
    return 1;
  }

  static KeyGroupNames of(TaskInfo task) {
    int all = task.getMaxNumberOfParallelSubtasks();
    return new KeyGroupNames(
        all,
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            all, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask()));
  }

  /** How many there are. */
  int count() {
    return names.length;
  }

  /** The key that stands for a group: the same for all subtasks and runs. */
  String name(int index) {
    return names[index];
  }

  /** Which of the groups a series belongs to, from 0. */
  int indexOf(String series) {
    return KeyGroupRangeAssignment.assignToKeyGroup(series, all) - range.getStartKeyGroup();
  }
}
