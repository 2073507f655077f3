import Casework
import Office

/// What filings were approved on, read from the journal for their sheets.
enum ApprovedFilings {
  static func all(_ ids: [String], in office: OpenOffice) throws -> [String: ApprovedDecision] {
    var approved: [String: ApprovedDecision] = [:]
    for id in ids { approved[id] = try one(id, in: office) }
    return approved
  }

  static func one(_ id: String, in office: OpenOffice) throws -> ApprovedDecision? {
    do throws(OfficeError) {
      return try office.approved(id)
    } catch {
      throw Failure(error)
    }
  }
}
