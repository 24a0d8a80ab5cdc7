package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The part of the intake's schema that does not depend on any rule set: the training log. */
final class HistorySchema {
  private static final String LOG =
      """
      {
        "title": "The training log",
        "type": [ "object", "null" ],
        "additionalProperties": false,
        "required": [ "unit" ],
        "properties": {
          "unit": { "enum": [ "kg", "lb" ] },
          "zone": { "type": [ "string", "null" ] },
          "source": { "type": [ "string", "null" ] },
          "athleteRef": { "type": [ "string", "null" ] },
          "sessions": { "type": [ "array", "null" ], "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [ "start" ],
            "properties": {
              "id": {}, "title": {}, "notes": {}, "sessionRpe": {}, "bodyweightKg": {}, "generalWarmupMin": {},
              "start": { "type": "string", "pattern": "^\\\\d{4}-\\\\d{2}-\\\\d{2}([T ]\\\\d{2}:\\\\d{2}.*)?$" },
              "durationSec": { "type": [ "number", "null" ], "minimum": 0 },
              "exercises": { "type": [ "array", "null" ], "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [ "name" ],
                "properties": {
                  "name": { "type": "string", "minLength": 1 },
                  "notes": {},
                  "sets": { "type": [ "array", "null" ], "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "load": { "type": [ "number", "string", "null" ] },
                      "reps": { "type": [ "integer", "string", "null" ] },
                      "rpe": { "type": [ "number", "string", "null" ] },
                      "rir": { "type": [ "number", "string", "null" ] },
                      "kind": { "enum": [ "warmup", "work", "drop", "failure", "unknown", null ] },
                      "seconds": {}, "tempo": {}, "pain": {}, "notes": {}
                    }
                  } }
                }
              } }
            }
          } }
        }
      }
      """;

  private HistorySchema() {}

  static void write(JsonGenerator json) throws IOException {
    json.writeFieldName("history");
    json.writeRawValue(LOG.strip());
  }
}
