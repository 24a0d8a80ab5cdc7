package dev.spotter.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;

/** The site's own secret: under it client ids are hashed, clients' keys sealed, the head signed. */
final class SiteKey {
  private static final int BYTES = 32;

  private final byte[] key;

  private SiteKey(byte[] key) {
    this.key = key;
  }

  /** Makes one for its owner's eyes only, unless there is one. */
  static SiteKey readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        FileAttribute<?>[] own =
            file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                  PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var out =
            Files.newByteChannel(
                file,
                Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC),
                own)) {
          String hex = HexFormat.of().formatHex(Seal.newKey()) + "\n";
          out.write(
              java.nio.ByteBuffer.wrap(hex.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (FileAlreadyExistsException e) {
          return read(file);
        }
      }
      return read(file);
    } catch (IOException e) {
      throw new RecordFailed("the key " + file + " cannot be made: " + e.getMessage(), e);
    }
  }

  /**
   * @throws RecordFailed if it is not there or is none
   */
  static SiteKey read(Path file) {
    try {
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length == BYTES) {
        return new SiteKey(key);
      }
    } catch (IOException e) {
      throw new RecordFailed("the key " + file + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new RecordFailed("the key " + file + " is not 64 hex digits");
  }

  /** The client's name in the table of keys. */
  String name(String client) {
    return Hashing.keyed(key, "client", client);
  }

  /** Sealed so that it opens for this name and this word alone. */
  byte[] seal(String name, ClientKey made) {
    return Seal.close(key, place(name, made.client()), made.key());
  }

  ClientKey open(String name, String client, byte[] sealed) {
    return new ClientKey(client, Seal.open(key, place(name, client), sealed));
  }

  private static String place(String name, String client) {
    return name + " " + client;
  }

  /** Signs where the chain ends. */
  String sign(long seq, String hash) {
    return Hashing.keyed(key, "head", seq + " " + hash);
  }
}
