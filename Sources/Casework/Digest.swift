import CaseModel
import Crypto

/// Short names made of SHA-256, the same at every desk.
public enum Digest {
  /// The first bytes of the text's SHA-256, two hexadecimal digits each.
  public static func hex(of text: String, bytes: Int) -> String {
    SHA256.hash(data: Array(text.utf8)).prefix(bytes).hexadecimal
  }
}
