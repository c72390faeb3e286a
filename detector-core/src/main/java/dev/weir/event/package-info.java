/** x. */
package dev.weir.event;
