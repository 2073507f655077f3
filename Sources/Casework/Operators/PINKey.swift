/// What is kept of a PIN: a key that scrypt makes of it (RFC 7914), with the salt and the cost it was made at.
public struct PINKey: Hashable, Sendable {
  public var salt: [UInt8]
  public var key: [UInt8]
  /// N of scrypt: a power of two.
  public var rounds: Int
  /// r of scrypt.
  public var blockSize: Int
  /// p of scrypt.
  public var parallelism: Int

  public init(salt: [UInt8], key: [UInt8], rounds: Int, blockSize: Int, parallelism: Int) {
    self.salt = salt
    self.key = key
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }
}
