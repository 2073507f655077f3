import CaseModel
import Casework
import Glibc
import Journal
import Office
import Wording

/// What a store begins with, and makes it.
struct NewStore {
  var path: String
  var office: OfficeIdentity
  var founder: Operator
  /// The policy's file.
  var policyPath: String
  var isShared = false
  /// Whether one person alone may approve what they accepted, each time with a mark.
  var isAlone = false
  /// What the ids of a trial follow from.
  var seed: String?

  /// Makes the folders above a path; what can't be made shows when the store itself is.
  private static func makeParents(of path: String) {
    for place in path.indices.dropFirst() where path[place] == "/" { mkdir(String(path[..<place]), 0o755) }
  }

  /// Makes it, with the policy's file.
  func make(pinyin: PinyinTable, clock: Clock) throws -> OpenOffice {
    guard TextFolding.isVisible(office.name), TextFolding.isVisible(founder.name) else {
      throw Failure(.usage, StoreWording.sentence(Refusal.nameNotVisible))
    }
    let policy = try Streams.read(policyPath)
    Self.makeParents(of: path)
    do throws(OfficeError) {
      return try OpenOffice.create(
        path, office: office, founder: founder, policy: policy, pinyin: pinyin, clock: clock,
        isShared: isShared, isAlone: isAlone, seed: seed)
    } catch {
      var failure = Failure(error, at: path)
      // Whatever keeps a login from the place, no store can be written there.
      if case .journal(.file(let file)) = error, [EACCES, ENOENT, ENOTDIR, EROFS].contains(file.code) {
        failure.status = .cannotWrite
      }
      throw failure
    }
  }
}
