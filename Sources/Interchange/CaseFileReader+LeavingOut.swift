import CaseModel
import JSONText
import SubsidyRules

/// The checks of a file of which bad records are left out, each named: an applicant with its branches and filings.
extension CaseFileReader {
  func checkedLeavingOut(_ policy: Policy) throws(CaseFileError) -> CaseFile {
    var leftOut = leftOut
    var gone = Set(leftOut.filter(\.isApplicant).compactMap(\.id))
    let applicants = try sound(&leftOut, &gone)
    let known = Set(applicants.map(\.id))
    var filings: [Filing] = []
    var ids: Set<String> = []
    for read in self.filings {
      do throws(CaseFileError) {
        if let applicant = read.texts[.applicant], gone.contains(applicant.value) {
          throw error(.leftOut(applicant.value), at: applicant.offset)
        }
        let filing = try filing(read, policy: policy, applicants: known)
        guard ids.insert(filing.id).inserted else {
          throw error(.repeatedID(filing.id), at: read.texts.offset)
        }
        filings.append(filing)
      } catch {
        leftOut.append(.init(id: read.texts[.id]?.value, isApplicant: false, error: error))
      }
    }
    var file = file(policy, applicants, filings)
    file.leftOut = leftOut.sorted {
      ($0.error.location.line, $0.error.location.column) < ($1.error.location.line, $1.error.location.column)
    }
    return file
  }

  /// The applicants that are sound, with sound heads. Of two with one id neither is: nobody knows whose filings follow.
  private func sound(
    _ leftOut: inout [CaseFile.LeftOut], _ gone: inout Set<String>
  ) throws(CaseFileError) -> [Applicant] {
    var sound: [(read: ReadTexts<Applicant.Field>, applicant: Applicant)] = []
    var codes: [String: String] = [:]
    let counts = Dictionary(applicants.compactMap { $0[.id].map { ($0.value, 1) } }, uniquingKeysWith: +)
    func leave(_ read: ReadTexts<Applicant.Field>, _ error: CaseFileError) {
      let id = read[.id]?.value
      leftOut.append(.init(id: id, isApplicant: true, error: error))
      if let id { gone.insert(id) }
    }
    for read in applicants {
      do throws(CaseFileError) {
        let applicant = try applicant(read)
        guard counts[applicant.id] == 1, !gone.contains(applicant.id) else {
          throw error(.repeatedID(applicant.id), at: read.offset)
        }
        if let code = applicant.code.map(TextFolding.search), !code.isEmpty {
          guard codes[code] == nil else {
            throw error(.sharedCode(codes[code] ?? "", applicant.id), at: read.offset)
          }
          codes[code] = applicant.id
        }
        sound.append((read, applicant))
      } catch {
        leave(read, error)
      }
    }
    while true {
      let ids = Set(sound.map(\.applicant.id))
      let branches = sound.filter { $0.applicant.parent.map { !ids.contains($0) } ?? false }
      guard !branches.isEmpty else { break }
      for (read, applicant) in branches {
        let (parent, offset) = (applicant.parent ?? "", read.place(of: .parent))
        leave(read, error(gone.contains(parent) ? .leftOut(parent) : .unknownParent(parent), at: offset))
      }
      let left = Set(branches.map(\.applicant.id))
      sound.removeAll { left.contains($0.applicant.id) }
    }
    var rest = self
    rest.applicants = sound.map(\.read)
    let byID = Dictionary(first: sound.map { ($0.applicant.id, $0.applicant) })
    try rest.checkParents(byID)
    return sound.map(\.applicant)
  }
}
