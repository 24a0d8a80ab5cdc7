package dev.spotter.batch;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param inputs files, directories, globs, or {@code -}
 * @param out the folder of results
 * @param form what is written of each client
 * @param now the clock for clients that say none, or null for that of the first start
 * @param zone the zone for clients and logs that say none
 * @param workers threads that assess
 * @param mostRejected rejected records beyond which the run stops; negative for no limit
 * @param restart throw away what an earlier run left
 * @param commitEvery records after which a checkpoint is written at the latest
 */
public record Order(
    List<String> inputs,
    Path out,
    Form form,
    @Nullable OffsetDateTime now,
    ZoneId zone,
    int workers,
    long mostRejected,
    boolean restart,
    int commitEvery) {}
