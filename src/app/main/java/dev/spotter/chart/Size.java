package dev.spotter.chart;

/** Charts are drawn twice, and the page shows the one that fits the screen. In SVG units. */
enum Size {
  WIDE(960, 340),
  NARROW(360, 300);

  static final double LEFT = 50;
  static final double RIGHT = 14;
  static final double TOP = 30;
  static final double BOTTOM = 30;

  private final double width;
  private final double height;

  Size(double width, double height) {
    this.width = width;
    this.height = height;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** How many dates there is room for below. */
  int dates() {
    return this == WIDE ? 10 : 4;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
