/** The three that follow the engine are there because it has no list of its own yet. */
module clinic {
  requires dev.spotter.engine;
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires org.snakeyaml.engine.v2;
}
