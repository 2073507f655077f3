import Casework
import Interchange
import Journal
import SubsidyRules

/// The store's own policy files, so that a decision can be made again years later.
///
/// `policies/<id>.json` is the file that the office began with; one adopted later has the beginning of its hash in
/// the name, so that two versions of one policy lie side by side.
struct PolicyShelf: Sendable {
  let folder: StoreFolder

  /// Files that are not in the store yet, by their names.
  private let besides: [String: [UInt8]]

  init(_ folder: StoreFolder, besides: [String: [UInt8]] = [:]) {
    self.folder = folder
    self.besides = besides
  }

  static func founding(_ id: String) -> String { "policies/\(id).json" }
  static func adopted(_ id: String, hash: String) -> String { "policies/\(id)@\(hash.prefix(16)).json" }

  func keep(_ bytes: [UInt8], as name: String) throws(JournalError) {
    do throws(FileError) {
      try folder.makeFolderIfMissing("policies")
      try folder.replace(name, with: bytes)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a policy with the hash of its file.
  func take(_ name: String) throws(OfficeError) -> (policy: Policy, hash: String) {
    let bytes: [UInt8]
    do throws(FileError) {
      if let given = besides[name] { bytes = given } else { bytes = try folder.read(name) }
    } catch {
      throw .policyMissing(file: name)
    }
    return (try Self.read(bytes, file: name), Link.over(bytes).hex)
  }

  /// Reads a policy's bytes; `file` is where they stand, relative to the store.
  static func read(_ bytes: [UInt8], file: String) throws(OfficeError) -> Policy {
    switch PolicyFile.read(bytes) {
    case .success(let policy): return policy
    case .failure(let mistakes): throw .badPolicy(file: file, mistakes)
    }
  }

  /// The policy file of a hash that another office works or worked under, which may be the store's founding one.
  func take(_ id: String, hash: String) throws(OfficeError) -> (policy: Policy, hash: String) {
    if let founding = try? take(Self.founding(id)), founding.hash == hash { return founding }
    let name = Self.adopted(id, hash: hash)
    let found = try take(name)
    guard found.hash == hash else { throw .policyMissing(file: name) }
    return found
  }

  /// Makes the policies known, each by its id and hash, that were ever in force; `founding` is the first one's id.
  func take(_ known: [(id: String, hash: String)], founding: String) throws(OfficeError) -> [String: Policy] {
    var policies: [String: Policy] = [:]
    let first = try take(Self.founding(founding))
    policies[first.hash] = first.policy
    for (id, hash) in known where policies[hash] == nil {
      let name = Self.adopted(id, hash: hash)
      let found = try take(name)
      guard found.hash == hash else { throw .policyMissing(file: name) }
      policies[hash] = found.policy
    }
    return policies
  }

  /// Makes the policies known that were ever in force in another office.
  func take(_ known: [(id: String, hash: String)]) throws(OfficeError) -> [String: Policy] {
    var policies: [String: Policy] = [:]
    for (id, hash) in known { policies[hash] = try take(id, hash: hash).policy }
    return policies
  }

  /// Makes the policies known that a transaction puts in force.
  func takeAdopted(in transaction: Transaction, into state: inout OfficeState) throws(OfficeError) {
    for (id, hash) in transaction.policiesPutInForce where state.given.policies[hash] == nil {
      let name = Self.adopted(id, hash: hash)
      // Where another file stands under the name, the trail of policies tells of it: the store can then be looked at.
      state.given.policies[hash] = try (state.given.isGathered ? take(id, hash: hash) : take(name)).policy
    }
  }
}

extension Transaction {
  /// The policies that it puts in force, each by its id and the hash of its file.
  var policiesPutInForce: [(id: String, hash: String)] {
    changes.compactMap { change in
      switch change {
      case .policyAdopted(let id, let hash, _), .policyJoined(let id, let hash, _): (id, hash)
      default: nil
      }
    }
  }
}
