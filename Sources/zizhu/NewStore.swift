import CaseModel
import Casework
import Glibc
import Journal
import Office
import Wording

/// What a store begins with.
struct NewStore {
  static let policy = "qingyuan-2018-27"

  var path: String
  var office: OfficeIdentity
  var founder: Operator
  var isShared = false
  /// Whether one person alone may approve what they accepted, each time with a mark.
  var isAlone = false

  /// Makes the folders above a path; what can't be made shows when the store itself is.
  private static func makeParents(of path: String) {
    for place in path.indices.dropFirst() where path[place] == "/" { mkdir(String(path[..<place]), 0o755) }
  }

  /// Makes it, with the policy's file from the data folder.
  func make(_ data: DataFolder, pinyin: PinyinTable, clock: Clock) throws -> OpenOffice {
    guard TextFolding.isVisible(office.name), TextFolding.isVisible(founder.name) else {
      throw Failure(status: .usage, sentence: StoreWording.sentence(Refusal.nameNotVisible))
    }
    guard try data.policy(office.policy) != nil else {
      throw Failure(status: .notFound, sentence: "找不到政策“\(office.policy)”。")
    }
    let policy = try Streams.read(data.policyPath(office.policy))
    Self.makeParents(of: path)
    do throws(OfficeError) {
      return try OpenOffice.create(
        path, office: office, founder: founder, policy: policy, pinyin: pinyin, clock: clock,
        isShared: isShared, isAlone: isAlone)
    } catch {
      var failure = Failure(error, at: path)
      // Whatever keeps a login from the place, no store can be written there.
      if case .journal(.file(let file)) = error, file.code == EACCES { failure.status = .cannotWrite }
      throw failure
    }
  }
}
