package dev.weir.job.store;

/**
 * A model's id in 8 bytes, since every series keeps it: FNV-1a (Fowler, Noll &amp; Vo; RFC 9923)
 * over its characters. That two of a job's models have the same is as likely as one in 10^19.
 */
public final class ModelFingerprint {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ModelFingerprint() {}

  public static long of(String model) {
    long hash = OFFSET;
    for (int i = 0; i < model.length(); i++) {
      hash = (hash ^ model.charAt(i)) * PRIME;
    }
    return hash;
  }
}
