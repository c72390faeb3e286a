// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.live;

import dev.weir.event.MetricEvent;
import java.util.ArrayList;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.NetworkIF;

/**
 * Reads CPU, memory, load, disk and network metrics of this machine; CPU, disk and network since
 * the previous reading.
 */
public final class MachineMetrics {

  private static final String PREFIX = "this-machine/";

  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private final List<HWDiskStore> disks;
  private final List<NetworkIF> networks;
  private long[] ticks;
  private double diskBytes;
  private double networkBytes;
  private long lastMillis;

  /** Takes the first reading, to which the next one is compared. */
  public MachineMetrics(long nowMillis) {
    SystemInfo system = new SystemInfo();
    processor = system.getHardware().getProcessor();
    memory = system.getHardware().getMemory();
    disks = system.getHardware().getDiskStores();
    networks = system.getHardware().getNetworkIFs();
    ticks = processor.getSystemCpuLoadTicks();
    diskBytes = diskBytes();
    networkBytes = networkBytes();
    lastMillis = nowMillis;
  }

  /** Returns one event per metric. */
  public List<MetricEvent> read(long nowMillis) {
    double seconds = Math.max(1, nowMillis - lastMillis) / 1000.0;
    double disk = diskBytes();
    double network = networkBytes();
    List<MetricEvent> events = new ArrayList<>();
    add(events, "cpu.percent", nowMillis, 100 * processor.getSystemCpuLoadBetweenTicks(ticks));
    add(events, "memory.used.bytes", nowMillis, memory.getTotal() - memory.getAvailable());
    add(events, "load.1m", nowMillis, processor.getSystemLoadAverage(1)[0]);
    add(events, "disk.bytes.per.second", nowMillis, (disk - diskBytes) / seconds);
    add(events, "network.bytes.per.second", nowMillis, (network - networkBytes) / seconds);
    ticks = processor.getSystemCpuLoadTicks();
    diskBytes = disk;
    networkBytes = network;
    lastMillis = nowMillis;
    return events;
  }

  private static void add(List<MetricEvent> events, String metric, long nowMillis, double value) {
    if (Double.isFinite(value) && value >= 0) {
      events.add(new MetricEvent(PREFIX + metric, nowMillis, new double[] {value}));
    }
  }

  private double diskBytes() {
    disks.forEach(HWDiskStore::updateAttributes);
    return disks.stream()
        .mapToDouble(disk -> (double) disk.getReadBytes() + disk.getWriteBytes())
        .sum();
  }

  private double networkBytes() {
    networks.forEach(NetworkIF::updateAttributes);
    return networks.stream()
        .mapToDouble(network -> (double) network.getBytesRecv() + network.getBytesSent())
        .sum();
  }
}
