// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Picks and checks TCP ports of the loopback interface. */
public final class FreePort {

  private FreePort() {}

  /**
   * A port on which nothing listens now.
   *
   * @throws IOException if the system has no free port
   */
  public static int pick() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Returns whether a server could listen on the port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
