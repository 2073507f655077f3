import SubsidyRules

/// One thing that a snapshot keeps of a state: how it is written, read and compared stands here and nowhere else.
///
/// What the filings come to stands with them (`FileList`); all else that a state has is worked out from what is kept.
///
/// A new field of a filing goes into `FiledFiling+Record`, one of the state into `KeptPart`.
/// `KeptValuesTests` changes every byte of it, and `RandomOfficeTests` holds both against the whole journal.
struct KeptPart: Sendable {
  /// The property's name, behind that of what it is in.
  let name: String
  let write: @Sendable (OfficeState, inout PackedWriter) -> Void
  let read: @Sendable (inout PackedReader, inout OfficeState) -> Void
  /// Whether two states have the same there.
  let agree: @Sendable (OfficeState, OfficeState) -> Bool

  private init<Value: Equatable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<OfficeState, Value> & Sendable,
    write: @escaping @Sendable (inout PackedWriter, Value) -> Void,
    read: @escaping @Sendable (inout PackedReader) -> Value
  ) {
    self.name = name
    self.write = { state, writer in
      // Each part has a list of names of its own.
      writer.named { write(&$0, state[keyPath: path]) }
    }
    self.read = { reader, state in reader.named { state[keyPath: path] = read(&$0) } }
    agree = { $0[keyPath: path] == $1[keyPath: path] }
  }

  private init<Value: Packed & Equatable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<OfficeState, Value> & Sendable
  ) {
    self.init(name, path, write: { $0.put($1) }, read: { $0.next() })
  }

  /// All that is kept beside policies and filings.
  static let all: [KeptPart] = [
    KeptPart("house.identity", \.house.identity),
    KeptPart("rules.inForce", \.rules.inForce),
    KeptPart("rules.choices", \.rules.choices),
    KeptPart("house.serials", \.house.serials),
    KeptPart("house.isAloneAllowed", \.house.isAloneAllowed),
    KeptPart("folded.lastAt", \.folded.lastAt),
    KeptPart(
      "folded.clockJumps", \.folded.clockJumps, write: { $0.put($1) },
      read: { $0.list { $0.clockJump() }.compactMap(\.self) }),
    KeptPart("house.operators", \.house.operators),
    KeptPart("rules.changes", \.rules.changes),
    KeptPart("books.news", \.books.news),
    KeptPart("books.seals", \.books.seals),
    KeptPart("house.periods", \.house.periods),
    KeptPart("offices", \.offices),
    KeptPart("books.batches", \.books.batches),
    KeptPart("people.applicants", \.people.applicants),
    KeptPart("people.histories", \.people.histories),
    KeptPart("people.changes", \.people.changes),
    KeptPart("people.formerNames", \.people.formerNames),
    KeptPart("people.parentChanges", \.people.parentChanges),
    KeptPart("books.register", \.books.register),
    KeptPart(
      "sums.capUses", \.sums.capUses, write: { $0.put($1.values.sorted { $0.row.group < $1.row.group }) },
      read: { reader in
        Dictionary(
          (reader.next() as [CapUse]).map { ($0.row.group, $0) }, uniquingKeysWith: { first, _ in first })
      }),
    KeptPart("people.words", \.people.words),
    KeptPart("folded.lastMove", \.folded.lastMove),
    // What follows is empty but where several offices are looked at together.
    KeptPart("joint.origins", \.joint.origins),
    KeptPart("joint.conflicts", \.joint.conflicts),
    KeptPart("joint.inConflict", \.joint.inConflict),
    KeptPart("joint.keptFilings", \.joint.keptFilings),
    KeptPart(
      "joint.namesakesApart", \.joint.namesakesApart,
      write: { $0.put($1.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }) },
      read: { Set(($0.next() as [[String]]).map { Set($0) }) }),
    KeptPart("joint.waitingFiles", \.joint.waitingFiles),
    KeptPart("joint.paidUncounted", \.joint.paidUncounted),
    KeptPart("joint.lostVerdicts", \.joint.lostVerdicts),
  ]
}
