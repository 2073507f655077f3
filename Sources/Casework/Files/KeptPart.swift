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
  let write: @Sendable (OfficeState, inout RecordWriter) -> Void
  let read: @Sendable (inout RecordReader, inout OfficeState) -> Void
  /// Whether two states have the same there.
  let agree: @Sendable (OfficeState, OfficeState) -> Bool

  private init<Value: Equatable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<OfficeState, Value> & Sendable,
    write: @escaping @Sendable (inout RecordWriter, Value) -> Void,
    read: @escaping @Sendable (inout RecordReader) -> Value
  ) {
    self.name = name
    self.write = { state, writer in
      // Each part has a list of names of its own.
      writer.named { write(&$0, state[keyPath: path]) }
    }
    self.read = { reader, state in reader.named { state[keyPath: path] = read(&$0) } }
    agree = { $0[keyPath: path] == $1[keyPath: path] }
  }

  /// All that is kept beside policies and filings.
  static let all: [KeptPart] = [
    KeptPart(
      "office", \.office, write: { $0.optional($1) { $0.office($1) } }, read: { $0.optional { $0.office() } }),
    KeptPart(
      "inForce", \.inForce,
      write: { writer, policies in
        writer.list(policies.entries) { writer, entry in
          writer.text(entry.id)
          writer.text(entry.hash)
        }
      }, read: { PoliciesInForce($0.list { .init(id: $0.text(), hash: $0.text()) }) }),
    KeptPart(
      "readingChoices", \.readingChoices, write: { $0.pairs($1) { $0.text($1) } },
      read: { $0.pairs { $0.text() } }),
    KeptPart(
      "serials", \.serials, write: { $0.pairs($1) { $0.count($1) } }, read: { $0.pairs { $0.integer() } }),
    KeptPart("isAloneAllowed", \.isAloneAllowed, write: { $0.flag($1) }, read: { $0.flag() }),
    KeptPart(
      "lastAt", \.lastAt, write: { $0.optional($1) { $0.text($1) } }, read: { $0.optional { $0.text() } }),
    KeptPart(
      "clockJumps", \.clockJumps, write: { $0.list($1) { $0.clockJump($1) } },
      read: { $0.list { $0.clockJump() }.compactMap(\.self) }),
    KeptPart(
      "operators", \.operators, write: { $0.list($1) { $0.person($1) } }, read: { $0.list { $0.person() } }),
    KeptPart(
      "ruleChanges", \.ruleChanges, write: { $0.list($1) { $0.ruleChange($1) } },
      read: { $0.list { $0.ruleChange() } }),
    KeptPart("news", \.news, write: { $0.list($1) { $0.news($1) } }, read: { $0.list { $0.news() } }),
    KeptPart("seals", \.seals, write: { $0.list($1) { $0.seal($1) } }, read: { $0.list { $0.seal() } }),
    KeptPart(
      "periods", \.periods, write: { $0.list($1) { $0.period($1) } }, read: { $0.list { $0.period() } }),
    KeptPart("offices", \.offices, write: { $0.offices($1) }, read: { $0.offices() }),
    KeptPart(
      "batches", \.batches, write: { $0.list($1) { $0.batch($1) } }, read: { $0.list { $0.batch() } }),
    KeptPart(
      "applicants", \.applicants, write: { $0.list($1) { $0.applicant($1) } },
      read: { $0.list { $0.applicant() } }),
    KeptPart(
      "applicantHistories", \.applicantHistories, write: { $0.list($1) { $0.list($1) { $0.entry($1) } } },
      read: { $0.list { $0.list { $0.entry() } } }),
    KeptPart(
      "applicantChanges", \.applicantChanges, write: { $0.pairs($1) { $0.list($1) { $0.change($1) } } },
      read: { $0.pairs { $0.list { $0.change() } } }),
    KeptPart(
      "formerNames", \.formerNames, write: { $0.pairs($1) { $0.list($1) { $0.formerName($1) } } },
      read: { $0.pairs { $0.list { $0.formerName() } } }),
    KeptPart(
      "parentChanges", \.parentChanges, write: { $0.pairs($1) { $0.list($1) { $0.parentChange($1) } } },
      read: { $0.pairs { $0.list { $0.parentChange() } } }),
    KeptPart("register", \.register, write: { $0.register($1) }, read: { $0.register() }),
    KeptPart(
      "capUses", \.capUses,
      write: { writer, uses in
        writer.list(uses.values.sorted { $0.row.group < $1.row.group }) { $0.use($1) }
      },
      read: { reader in
        Dictionary(
          reader.list { $0.use() }.map { ($0.row.group, $0) }, uniquingKeysWith: { first, _ in first })
      }),
    KeptPart(
      "personWords", \.personWords, write: { $0.list($1) { $0.word($1) } }, read: { $0.list { $0.word() } }),
    KeptPart("lastMove", \.lastMove, write: { $0.count($1) }, read: { $0.integer() }),
    // What follows is empty but where several offices are looked at together.
    KeptPart("origins", \.origins, write: { $0.origins($1) }, read: { $0.origins() }),
    KeptPart(
      "conflicts", \.conflicts, write: { $0.list($1) { $0.conflict($1) } },
      read: { $0.list { $0.conflict() }.compactMap(\.self) }),
    KeptPart(
      "inConflict", \.inConflict, write: { $0.pairs($1) { $0.list($1) { $0.count($1.rawValue) } } },
      read: { $0.pairs { $0.list { ConflictKind(rawValue: $0.integer()) }.compactMap(\.self) } }),
    KeptPart(
      "keptFilings", \.keptFilings, write: { $0.list($1.sorted()) { $0.text($1) } },
      read: { Set($0.list { $0.text() }) }),
    KeptPart(
      "namesakesApart", \.namesakesApart,
      write: { writer, pairs in
        let sorted = pairs.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
        writer.list(sorted) { $0.list($1) { $0.text($1) } }
      }, read: { Set($0.list { Set($0.list { $0.text() }) }) }),
    KeptPart(
      "waitingFiles", \.waitingFiles, write: { $0.list($1) { $0.waitingFile($1) } },
      read: { $0.list { $0.waitingFile() } }),
    KeptPart(
      "paidUncounted", \.paidUncounted, write: { $0.list($1) { $0.paidUncounted($1) } },
      read: { $0.list { $0.paidUncounted() } }),
    KeptPart("lostVerdicts", \.lostVerdicts, write: { $0.lostVerdicts($1) }, read: { $0.lostVerdicts() }),
  ]
}
