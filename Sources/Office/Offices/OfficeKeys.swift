public import Casework
import Journal
public import Parcels

/// What an office signs with and opens with: two files of its store that no backup and no parcel holds.
public struct OfficeKeys: Sendable {
  public var signing: SigningKey
  public var opening: OpeningKey

  public var publicKeys: PublicKeys {
    PublicKeys(verifying: signing.verifyingKey, sealing: opening.sealingKey)
  }

  private static let signingFile = StoreLayout.keys + "/sign"
  private static let openingFile = StoreLayout.keys + "/open"

  /// The keys of a store; nil where it has none.
  static func read(_ folder: StoreFolder) throws(FileError) -> OfficeKeys? {
    guard try folder.status(signingFile) != nil, try folder.status(openingFile) != nil else { return nil }
    guard let signing = SigningKey(rawBytes: try folder.read(signingFile)),
      let opening = OpeningKey(rawBytes: try folder.read(openingFile))
    else { return nil }
    return OfficeKeys(signing: signing, opening: opening)
  }

  /// The keys of a store. Throws `ExchangeError.noKeys` where it has none.
  static func needed(_ folder: StoreFolder) throws(OfficeError) -> OfficeKeys {
    guard let keys = try officeErrors({ try read(folder) }) else { throw .exchange(.noKeys) }
    return keys
  }

  public init(signing: SigningKey, opening: OpeningKey) {
    self.signing = signing
    self.opening = opening
  }

  /// Puts the keys into a store.
  func put(_ folder: StoreFolder) throws(FileError) {
    try folder.makeFolderIfMissing(StoreLayout.keys)
    for (name, bytes) in [(Self.signingFile, signing.rawBytes), (Self.openingFile, opening.rawBytes)] {
      _ = try folder.replaceOwn(name, with: bytes)
    }
  }

  /// The keys of a store, made where there are none.
  static func make(_ folder: StoreFolder) throws(FileError) -> OfficeKeys {
    if let known = try read(folder) { return known }
    let made = OfficeKeys(signing: SigningKey(), opening: OpeningKey())
    try made.put(folder)
    return made
  }
}

extension OfficeKeys {
  private static let indexFile = StoreLayout.keys + "/index"

  /// The city's key of the duplicate index, made where there is none.
  static func makeIndex(_ folder: StoreFolder) throws(FileError) -> IndexKey {
    if try folder.status(indexFile) != nil, let known = IndexKey(rawBytes: try folder.read(indexFile)) {
      return known
    }
    let made = IndexKey()
    try folder.makeFolderIfMissing(StoreLayout.keys)
    _ = try folder.replaceOwn(indexFile, with: made.rawBytes)
    return made
  }
}

extension OpenOffice {
  /// Gives a trial keys that follow from a seed, so that the same steps make the same ids; a real office's keys and those
  /// of an office that has some already stay as they are.
  public func makeKeys(seed: String) throws(OfficeError) {
    guard own.office?.isTrial == true else { return }
    try officeErrors { try OfficeKeys.make(journal.folder, seed: seed) }
  }
}

extension OfficeKeys {
  fileprivate static func make(_ folder: StoreFolder, seed: String) throws(FileError) {
    guard try read(folder) == nil else { return }
    try folder.makeFolderIfMissing(StoreLayout.keys)
    for (name, part) in [(signingFile, "sign"), (openingFile, "open")] {
      // A key has 32 bytes.
      let bytes = Array(Link.over(Array("\(part)/\(seed)".utf8)).hex.utf8.prefix(32))
      _ = try folder.replaceOwn(name, with: bytes)
    }
  }
}

extension OfficeWriter {
  init(_ identity: StoreIdentity, _ keys: OfficeKeys, isTrial: Bool) {
    self.init(
      store: identity.store, writer: identity.writer, signing: keys.signing.verifyingKey.text,
      opening: keys.opening.sealingKey.text, isTrial: isTrial)
  }

  /// Its two public keys; nil where they are none.
  public var keys: PublicKeys? {
    guard let verifying = VerifyingKey(text: signing), let sealing = SealingKey(text: opening) else {
      return nil
    }
    return PublicKeys(verifying: verifying, sealing: sealing)
  }
}
