import Casework
import Crypto
import CryptoExtras
import FoundationEssentials

/// PINs, of which only a key made by scrypt (RFC 7914) is kept.
enum PIN {
  /// Characters that a PIN has at least.
  static let shortest = 6
  /// Beyond these a key in the journal is not tried: it would take memory without bound.
  private static let mostRounds = 1 << 20
  private static let mostBlocks = 16
  private static let mostLanes = 16

  /// Makes the key of a new PIN with a salt of its own.
  static func key(of pin: String, cost: PINCost) throws(SignInRefusal) -> PINKey {
    guard pin.count >= shortest, Set(pin).count > 1 else { throw .weakPIN }
    return try salted(pin, cost: cost)
  }

  /// A new one-time code of eight digits, with its key.
  static func code(cost: PINCost) throws(OfficeError) -> (digits: String, key: PINKey) {
    var random = SystemRandomNumberGenerator()
    let digits = (0..<8).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    do throws(SignInRefusal) {
      return (digits, try salted(digits, cost: cost))
    } catch {
      throw .notSignedIn(error)
    }
  }

  private static func salted(_ pin: String, cost: PINCost) throws(SignInRefusal) -> PINKey {
    var salt: [UInt8] = []
    var random = SystemRandomNumberGenerator()
    for _ in 0..<16 { salt.append(UInt8.random(in: 0...255, using: &random)) }
    var key = PINKey(
      salt: salt, key: [], rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
    guard let derived = derive(pin, like: key, byteCount: 32) else { throw .weakPIN }
    key.key = derived
    return key
  }

  /// Whether a PIN is the one that a key was made of; takes the same time whichever byte differs.
  static func fits(_ pin: String, _ key: PINKey) -> Bool {
    guard !key.key.isEmpty, let derived = derive(pin, like: key, byteCount: key.key.count) else {
      return false
    }
    return zip(derived, key.key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func derive(_ pin: String, like key: PINKey, byteCount: Int) -> [UInt8]? {
    guard (2...mostRounds).contains(key.rounds), key.rounds.nonzeroBitCount == 1,
      (1...mostBlocks).contains(key.blockSize), (1...mostLanes).contains(key.parallelism), byteCount <= 64
    else { return nil }
    let derived = try? KDF.Scrypt.deriveKey(
      from: Data(pin.utf8), salt: Data(key.salt), outputByteCount: byteCount, rounds: key.rounds,
      blockSize: key.blockSize, parallelism: key.parallelism)
    return derived?.withUnsafeBytes { Array($0) }
  }
}

/// What a new PIN's key costs to make: with the office's a quarter of a second and 32 MiB.
public struct PINCost: Hashable, Sendable {
  /// N of scrypt: a power of two.
  public var rounds: Int
  /// r of scrypt.
  public var blockSize: Int
  /// p of scrypt.
  public var parallelism: Int

  public init(rounds: Int, blockSize: Int, parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// What an office's keys cost.
  public static let office = PINCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)

  #if DEBUG
    /// A build for trying things out has a scrypt that is five times slower; each key says itself what it cost.
    public static let standard = PINCost(rounds: 1 << 10, blockSize: 8, parallelism: 1)
  #else
    public static let standard = office
  #endif
}
