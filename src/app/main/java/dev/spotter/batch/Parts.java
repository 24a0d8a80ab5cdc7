package dev.spotter.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of results while they grow. For one thread. */
final class Parts implements Closeable {
  private final Folder folder;
  private final Map<String, FileChannel> channels = new LinkedHashMap<>();

  /**
   * Opens them, and cuts off what was written after the last checkpoint.
   *
   * @param lengths bytes that hold, by the name of the file
   */
  Parts(Folder folder, Map<String, Long> lengths) throws IOException {
    this.folder = folder;
    for (Map.Entry<String, Long> length : lengths.entrySet()) {
      FileChannel channel =
          FileChannel.open(
              folder.part(length.getKey()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channels.put(length.getKey(), channel);
      if (channel.size() < length.getValue()) {
        throw new BatchException(
            BatchException.Fault.COMMAND,
            folder.part(length.getKey())
                + " is shorter than the checkpoint says; --restart begins anew");
      }
      channel.truncate(length.getValue());
      channel.position(length.getValue());
    }
  }

  void append(String name, byte[] bytes) throws IOException {
    FileChannel channel = channels.get(name);
    if (channel == null) {
      throw new IllegalArgumentException("no part " + name);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new IOException(folder.part(name) + ": " + e.getMessage(), e);
    }
  }

  /** Waits until all is on the disk, and gives the lengths. */
  Map<String, Long> force() throws IOException {
    Map<String, Long> lengths = new LinkedHashMap<>();
    for (Map.Entry<String, FileChannel> part : channels.entrySet()) {
      part.getValue().force(false);
      lengths.put(part.getKey(), part.getValue().position());
    }
    return lengths;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels.values()) {
      channel.close();
    }
  }
}
