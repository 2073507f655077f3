import Casework
import Interchange
import Journal
import Parcels

/// What a machine had entered whose history the city has not kept: back to the office, as drafts.
extension OpenOffice {
  /// The filings on tails of an office's history that the city has not kept, tail by tail in the order of their lines.
  func filingsToReturn(to writer: String) throws(OfficeError) -> [ReturnedFiling] {
    let kept = own.offices.rulings.map(\.verdict)
    guard waiting.contains(where: { $0.writer == writer && $0.isFork }) else { return [] }
    let state = others.first { $0.writer.writer == writer }?.state
    return try gatherReader(own.offices).heldTails(of: writer)
      .filter { kept.contains(.forkKeep($0.known)) }.flatMap { tail in
        ReturnedFiling.all(in: Self.transactions(tail.records).compactMap { try? $0.get() }) {
          state?.applicant($0)
        }
      }
  }

  /// What a reply takes back to the office that no reply before has.
  func returned(in parcel: Parcel, by signer: VerifyingKey) throws(OfficeError) -> [ReturnedFiling] {
    let all = try Self.returned(in: parcel)
    guard !all.isEmpty else { return [] }
    let (folder, key) = (journal.folder, try keys().opening)
    let names = try officeErrors {
      try folder.status(StoreLayout.city) == nil ? [] : folder.list(StoreLayout.city)
    }
    let before = names.flatMap { name -> [ReturnedFiling] in
      // A reply that can't be opened any more is one from before this office had the keys that it has.
      guard let bytes = try? folder.read(StoreLayout.city + "/" + name),
        let parcel = try? Self.opened(bytes, .reply, with: key, by: signer)
      else { return [] }
      return (try? Self.returned(in: parcel)) ?? []
    }
    return all.filter { !before.contains($0) }
  }

  private static func returned(in parcel: Parcel) throws(OfficeError) -> [ReturnedFiling] {
    guard let bytes = parcel[returnedMember].map(Array.init) else { return [] }
    do throws(TransactionError) {
      return try ReturnedFile.read(bytes)
    } catch {
      throw .exchange(.content(member: returnedMember, nil))
    }
  }

  static var returnedMember: String { "returned.jsonl" }

  /// Leaves work for whoever entered it, or for `other` where they work here no more, to be asked about at their next start;
  /// leaving it twice leaves it once.
  func leave(_ work: UnsavedWork, of one: ReturnedFiling, orFor other: SignedIn) throws(OfficeError) {
    let isHere = own.operators.contains { $0.name == one.by && !$0.isRetired }
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
