/**
 * YAML that cannot end the process.
 *
 * <p>In: bytes or characters. Out: trees or maps, no deeper than allowed. Next: {@code intake},
 * {@code history}, {@code rules} and {@code cases}.
 */
@NullMarked
package dev.spotter.yaml;

import org.jspecify.annotations.NullMarked;
