package dev.spotter.record;

import dev.spotter.rules.RuleFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Rule files as one compressed value, without what decides nothing. */
final class RuleArchive {
  private RuleArchive() {}

  static byte[] pack(RuleFiles rules) {
    SortedMap<String, byte[]> files = new TreeMap<>(rules.files());
    files.keySet().removeIf(n -> n.endsWith(".cases.yaml") || n.equals("safety.yaml"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(files.size());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.writeUTF(file.getKey());
        out.writeInt(file.getValue().length);
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws RecordTampered if it is damaged, or not the rule set of that id
   */
  static RuleFiles unpack(String id, byte[] archive) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        int length = in.readInt();
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
          throw new RecordTampered("the archived rules " + id + " are cut off");
        }
        files.put(name, content);
      }
    } catch (IOException e) {
      throw new RecordTampered("the archived rules " + id + " cannot be read", e);
    }
    RuleFiles rules = new RuleFiles("the record", files);
    if (!rules.id().equals(id)) {
      throw new RecordTampered("the archived rules are not " + id + " but " + rules.id());
    }
    return rules;
  }
}
