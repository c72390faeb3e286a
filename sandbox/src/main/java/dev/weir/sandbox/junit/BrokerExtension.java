// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.junit;

import dev.weir.sandbox.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension that passes one {@link EmbeddedBroker} to every test that has it as a parameter.
 *
 * <p>The broker starts before the first such test and stops after the last test of the JVM.
 */
public final class BrokerExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmbeddedBroker.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(EmbeddedBroker.class))
        .getOrComputeIfAbsent(EmbeddedBroker.class, key -> start(), EmbeddedBroker.class);
  }

  private static EmbeddedBroker start() {
    try {
      return EmbeddedBroker.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the broker does not start", e);
    }
  }
}
