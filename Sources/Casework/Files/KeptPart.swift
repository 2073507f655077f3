import SubsidyRules

/// One thing that a snapshot keeps of a state: how it is written, read and compared stands here and nowhere else.
///
/// What the filings come to stands with them (`FileList`); all else that a state has is worked out from what is kept.
///
/// A new field of a filing goes into `FiledFiling+Record`, one of the state into `KeptPart`.
/// `KeptValuesTests` changes every byte of it, and `RandomOfficeTests` holds both against the whole journal.
struct KeptPart: Sendable {
  /// The property's name.
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
    KeptPart("office", \.office),
    KeptPart("inForce", \.inForce),
    KeptPart("readingChoices", \.readingChoices),
    KeptPart("serials", \.serials),
    KeptPart("isAloneAllowed", \.isAloneAllowed),
    KeptPart("lastAt", \.lastAt),
    KeptPart(
      "clockJumps", \.clockJumps, write: { $0.put($1) },
      read: { $0.list { $0.clockJump() }.compactMap(\.self) }),
    KeptPart("operators", \.operators),
    KeptPart("ruleChanges", \.ruleChanges),
    KeptPart("news", \.news),
    KeptPart("seals", \.seals),
    KeptPart("periods", \.periods),
    KeptPart("offices", \.offices),
    KeptPart("batches", \.batches),
    KeptPart("applicants", \.applicants),
    KeptPart("applicantHistories", \.applicantHistories),
    KeptPart("applicantChanges", \.applicantChanges),
    KeptPart("formerNames", \.formerNames),
    KeptPart("parentChanges", \.parentChanges),
    KeptPart("register", \.register),
    KeptPart(
      "capUses", \.capUses, write: { $0.put($1.values.sorted { $0.row.group < $1.row.group }) },
      read: { reader in
        Dictionary(
          (reader.next() as [CapUse]).map { ($0.row.group, $0) }, uniquingKeysWith: { first, _ in first })
      }),
    KeptPart("personWords", \.personWords),
    KeptPart("lastMove", \.lastMove),
    // What follows is empty but where several offices are looked at together.
    KeptPart("origins", \.origins),
    KeptPart("conflicts", \.conflicts),
    KeptPart("inConflict", \.inConflict),
    KeptPart("keptFilings", \.keptFilings),
    KeptPart(
      "namesakesApart", \.namesakesApart,
      write: { $0.put($1.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }) },
      read: { Set(($0.next() as [[String]]).map { Set($0) }) }),
    KeptPart("waitingFiles", \.waitingFiles),
    KeptPart("paidUncounted", \.paidUncounted),
    KeptPart("lostVerdicts", \.lostVerdicts),
  ]
}
