import CaseModel
import Casework

/// That somebody else has a record open: said in the message's line, in nobody's way.
extension Model {
  /// The records that are open here to be worked on.
  public var openRecords: [String] {
    let forms = [applicantForm?.amended?.applicant.id, filing?.amended?.filing.id].compactMap(\.self)
    return (overlay?.records ?? []) + forms
  }

  /// What is said where somebody else has open what is worked on here, or else what is chosen.
  func openElsewhere(_ state: OfficeState) -> Notice? {
    guard !openAtOthers.isEmpty, signIn == nil, palette == nil else { return nil }
    var records = openRecords
    if records.isEmpty, filing == nil, applicantForm == nil, overlay == nil {
      let applicant = screen == .applicants ? chosenApplicant(state)?.id : nil
      records = [chosenFiling(state) ?? applicant].compactMap(\.self)
    }
    for record in records {
      // A name that nobody here bears may stand in a file, but not on the screen.
      let names = (openAtOthers[record] ?? []).filter { name in state.operators.contains { $0.name == name } }
      guard !names.isEmpty else { continue }
      return Notice(.warning, "\(names.joined(separator: "、")) 正在另一个窗口办理 \(record)，请先商量，免得重复。")
    }
    return nil
  }
}
