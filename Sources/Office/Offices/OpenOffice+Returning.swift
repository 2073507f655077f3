import Casework
import Interchange
import Journal
import Parcels

/// What a machine had entered whose history the city has not kept: back to the office, as drafts.
extension OpenOffice {
  /// The filings on tails of an office's history that the city has not kept, tail by tail in the order of their lines.
  func filingsToReturn(to writer: String) throws(OfficeError) -> [ReturnedFiling] {
    let state = others.first { $0.writer.writer == writer }?.state
    return try tailsLeftOut(of: writer).flatMap { tail in
      ReturnedFiling.all(in: Self.saves(of: tail)) { state?.applicant($0) }
    }
  }

  /// What the same tails did to filings and applicants that the office has all the same, save by save with that alone; what
  /// it has done there itself since is left out.
  func savesToRedo(by writer: String) throws(OfficeError) -> [Transaction] {
    guard let state = others.first(where: { $0.writer.writer == writer })?.state else { return [] }
    return try tailsLeftOut(of: writer).flatMap { tail in
      var entered: Set<String> = []
      return Self.saves(of: tail).compactMap { save in
        var save = save
        save.changes.removeAll { change in
          guard let id = change.record else { return true }
          switch change {
          case .applicantEntered, .filingReceived, .filingTakenOver: entered.insert(id)
          case .applicantChanged, .filingChanged, .papersTicked, .stepped:
            return entered.contains(id) || state.hasDone(change, to: id, behind: tail.after)
          default: break
          }
          return true
        }
        return save.changes.isEmpty ? nil : save
      }
    }
  }

  private func tailsLeftOut(of writer: String) throws(OfficeError) -> [HeldTail] {
    let kept = own.offices.rulings.map(\.verdict)
    guard waiting.contains(where: { $0.writer == writer && $0.isFork }) else { return [] }
    return try gatherReader(own.offices).heldTails(of: writer)
      .filter { kept.contains(.forkKeep($0.known)) }
  }

  private static func saves(of tail: HeldTail) -> [Transaction] {
    transactions(tail.records).compactMap { try? $0.get() }
  }

  /// What a reply takes back to the office that no reply before has, and what it names to be done again.
  func returned(
    in parcel: Parcel, _ number: Int, by signer: VerifyingKey
  ) throws(OfficeError) -> (filings: [ReturnedFiling], redo: [Transaction]) {
    let (filings, redo) = (try Self.returned(in: parcel), try Self.redo(in: parcel))
    guard !filings.isEmpty || !redo.isEmpty else { return ([], []) }
    let (folder, key) = (journal.folder, try keys().opening)
    let names = try officeErrors {
      try folder.status(StoreLayout.city) == nil ? [] : folder.list(StoreLayout.city)
    }
    var (returned, named): (Set<ReturnedFiling>, Set<Transaction>) = ([], [])
    for name in names {
      let name = StoreLayout.city + "/" + name
      // A reply that can't be opened any more is one from before this office had the keys that it has.
      guard let bytes = try? folder.read(name),
        let parcel = try? Self.opened(bytes, .reply, with: key, by: signer)
      else { continue }
      returned.formUnion((try? Self.returned(in: parcel)) ?? [])
      // What is to be done can be read again in the reply that named it.
      if name != Self.file(of: number) { named.formUnion((try? Self.redo(in: parcel)) ?? []) }
    }
    return (filings.filter { !returned.contains($0) }, redo.filter { !named.contains($0) })
  }

  private static func returned(in parcel: Parcel) throws(OfficeError) -> [ReturnedFiling] {
    guard let bytes = parcel[returnedMember].map(Array.init) else { return [] }
    do throws(TransactionError) {
      return try ReturnedFile.read(bytes)
    } catch {
      throw .exchange(.content(member: returnedMember, nil))
    }
  }

  private static func redo(in parcel: Parcel) throws(OfficeError) -> [Transaction] {
    guard let bytes = parcel[redoMember].map(Array.init) else { return [] }
    return try bytes.split(separator: UInt8(ascii: "\n")).map { line throws(OfficeError) in
      do throws(TransactionError) {
        return try TransactionLine.read(Array(line), in: 0..<line.count)
      } catch {
        throw .exchange(.content(member: redoMember, nil))
      }
    }
  }

  static var returnedMember: String { "returned.jsonl" }
  /// Saves in the form of the journal's own lines, which are only read out.
  static var redoMember: String { "redo.jsonl" }

  /// Leaves work for whoever entered it, or for `other` where they work here no more, to be asked about at their next start;
  /// leaving it twice leaves it once.
  func leave(_ work: UnsavedWork, of one: ReturnedFiling, orFor other: SignedIn) throws(OfficeError) {
    let isHere = own.house.operators.contains { $0.name == one.by && !$0.isRetired }
    let name = isHere ? one.by : other.name
    let desk = Link.over(ReturnedFile.line(of: one)).hex.prefix(8)
    let file = StoreLayout.drafts + "/" + DraftKeeper.fileName(of: name) + "-" + desk
    let folder = journal.folder
    try officeErrors {
      try folder.makeFolderIfMissing(StoreLayout.drafts)
      guard try folder.status(file) == nil else { return }
      try folder.replace(file, with: DraftFile.write(work, by: name, at: one.at))
    }
  }
}

extension OfficeState {
  /// Whether the office has taken a step behind a record that another continuation has taken too.
  fileprivate func hasDone(_ change: Change, to id: String, behind record: Int) -> Bool {
    guard case .stepped(_, let step) = change, let file = file(id) else { return false }
    return file.history.contains { entry in
      guard entry.sequence > record, case .stepped(let own) = entry.deed else { return false }
      return own.step == step.step
    }
  }
}
