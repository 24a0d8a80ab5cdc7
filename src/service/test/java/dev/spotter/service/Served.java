package dev.spotter.service;

import java.util.concurrent.CountDownLatch;

/** A service as a process of its own, set up by the environment, to be killed. */
public final class Served {
  private Served() {}

  /** Prints the port, and serves until it is killed. */
  public static void main(String[] args) throws InterruptedException {
    Service service = Service.start(SettingsReader.read(null, System.getenv()));
    System.out.println("port " + service.port());
    new CountDownLatch(1).await();
  }
}
