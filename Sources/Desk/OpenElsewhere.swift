import CaseModel
import Casework

/// That somebody else has a record open: said in the message's line, in nobody's way.
///
/// `openRecords` (a layer names its own by `records`) go into `OpenRecords`, a sign under `drafts/` beside
/// the drafts; what others have comes back as `openAtOthers`.
extension Model {
  /// The records that are open here to be worked on.
  public var openRecords: [String] { layers.reversed().flatMap(\.records) }

  /// What is said where somebody else has open what is worked on here, or else what is chosen.
  func openElsewhere(_ state: OfficeState) -> Notice? {
    guard !unfinished.openAtOthers.isEmpty, !isAskingWho, !(layers.last is Palette) else { return nil }
    var records = openRecords
    if records.isEmpty, work == nil {
      records = [screen.parts.chosen(self, state)].compactMap(\.self)
    }
    for record in records {
      // A name that nobody here bears may stand in a file, but not on the screen.
      let names = (unfinished.openAtOthers[record] ?? []).filter { name in
        state.house.operators.contains { $0.name == name }
      }
      guard !names.isEmpty else { continue }
      return Notice(.warning, "\(names.joined(separator: "、")) 正在另一个窗口办理 \(record)，请先商量，免得重复。")
    }
    return nil
  }
}
