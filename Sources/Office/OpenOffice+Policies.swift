public import Casework
import Journal
import SubsidyRules

extension OpenOffice {
  /// What it would change if a policy file were put in force; nil where it is in force already.
  public func effect(
    ofAdopting bytes: [UInt8], note: String, by who: SignedIn
  ) throws(OfficeError) -> PolicyEffect? {
    try knowing(bytes) { (hash, _) throws(OfficeError) in
      try effect(of: .adoptPolicy(hash: hash, note: note), by: who)
    }
  }

  /// What a command does that puts a policy in force or takes one back; nil where it changes nothing.
  public func effect(of command: Command, by who: SignedIn) throws(OfficeError) -> PolicyEffect? {
    try allowed(command, by: who).first.map(state.effect)
  }

  /// What a command would change, of all offices together where there are several.
  private func allowed(_ command: Command, by who: SignedIn) throws(OfficeError) -> [Change] {
    try officeErrors { try changes(for: command, by: who.name, at: clock.moment()) }
  }

  /// Puts a policy file into the store and in force: the file is on the disk before the line that names it.
  public func adopt(_ bytes: [UInt8], note: String, by who: SignedIn) throws(OfficeError) -> Saved? {
    try knowing(bytes) { (hash, policy) throws(OfficeError) in
      let adoption = Command.adoptPolicy(hash: hash, note: note)
      // Whoever may not adopt leaves no file behind.
      _ = try allowed(adoption, by: who)
      try keep(bytes, of: policy.id, hash: hash)
      return try save(adoption, by: who)
    }
  }

  /// Makes a policy file known to the state; where it is not in force then, it is forgotten again.
  private func knowing<Value>(
    _ bytes: [UInt8], _ work: (_ hash: String, Policy) throws(OfficeError) -> Value
  ) throws(OfficeError) -> Value {
    let policy = try PolicyShelf.read(bytes, file: "")
    let hash = Link.over(bytes).hex
    let known = own.given.policies[hash]
    own.given.policies[hash] = policy
    defer { if own.rules.inForce.hash(of: policy.id) != hash { own.given.policies[hash] = known } }
    return try work(hash, policy)
  }
}
