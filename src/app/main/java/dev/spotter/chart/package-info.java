/**
 * What a training log says over time, for people and programs.
 *
 * <p>In: a {@link dev.spotter.log.Joined} log and the lifts that load the back. Out: a {@link
 * dev.spotter.chart.Course} as text, JSON, CSV, or a page with charts that opens offline. Shows
 * measures as the engine defines them and judges none of them. Knows no command.
 */
@NullMarked
package dev.spotter.chart;

import org.jspecify.annotations.NullMarked;
