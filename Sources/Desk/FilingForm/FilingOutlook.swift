import CaseModel
import Casework
import SubsidyRules

/// What follows from a filing that is being typed.
struct FilingOutlook: Sendable {
  var live: LiveDecision?
  /// What the draft is checked against beside itself, looked for when what it names is another and when the office moves.
  private(set) var background: FilingBackground?
  private var backgroundKey: BackgroundKey?
  /// Options of readings that are not in force, made when the item is chosen and when the office moves.
  private var otherReadings: (item: String, version: Int, others: [OtherReading])?
  /// What the draft would come to under such an option, where that is something else.
  var otherwise: [Otherwise] = []

  /// A decision under another option of a reading.
  struct Otherwise: Sendable {
    var reading: ReadingRule
    var option: Int
    var decision: Decision
  }

  /// What of a draft its background rests on.
  private struct BackgroundKey: Hashable {
    var item: String
    var applicant: String
    var received: CivilDate
    var application: UInt64?
    var days: [RawInput?]
    var version: Int
  }

  mutating func lookBehind(_ draft: Filing, _ state: OfficeState) {
    // Only counts of a year's applications go by days that are typed.
    let item = state.policy.item(draft.item)
    let dated =
      item?.input("filingsThisYear") == nil
      ? [] : item?.inputs.filter { $0.kind == .date || $0.kind == .year } ?? []
    let key = BackgroundKey(
      item: draft.item, applicant: draft.applicant, received: draft.received,
      application: state.policy.applicationNumber(of: draft)?.digits, days: dated.map { draft.input($0.id) },
      version: state.version)
    guard key != backgroundKey else { return }
    backgroundKey = key
    background = state.background(of: draft)
  }

  mutating func tryOthers(
    _ draft: Filing, of applicant: Applicant, _ decision: Decision, _ state: OfficeState
  ) {
    otherwise = others(for: draft.item, state).compactMap { other in
      state.decision(of: draft, of: applicant, under: other, insteadOf: decision)
        .map { Otherwise(reading: other.reading, option: other.option, decision: $0) }
    }
  }

  private mutating func others(for item: String, _ state: OfficeState) -> [OtherReading] {
    if let known = otherReadings, known.item == item, known.version == state.version { return known.others }
    let others = state.policy.item(item).map { state.otherReadings(of: $0) } ?? []
    otherReadings = (item, state.version, others)
    return others
  }
}

extension FilingForm {
  var live: LiveDecision? { outlook.live }

  /// Decides the draft anew.
  mutating func refresh(today: CivilDate, state: OfficeState) {
    guard let draft = draft(today: today, state: state), let applicant = state.applicant(draft.applicant)
    else {
      (outlook.live, outlook.otherwise) = (nil, [])
      return
    }
    let live = state.preview(draft, of: applicant)
    outlook.live = live
    goHome(live.item, state)
    outlook.lookBehind(draft, state)
    syncReceiptReason(draft, of: applicant, state)
    syncBanReason(draft, state)
    outlook.tryOthers(draft, of: applicant, live.decision, state)
  }
}
