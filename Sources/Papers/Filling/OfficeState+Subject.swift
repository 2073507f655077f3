import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  /// What every paper about one filing says of it; `party` is the applicant as known then, where that is not now.
  func subject(_ file: FiledFiling, of party: Applicant? = nil) -> Subject {
    let filing = file.filing
    let item = policy.item(filing.item)
    // Where the applicant's record is gone, what the filing itself knows still stands.
    let applicant =
      party ?? applicant(filing.applicant)
      ?? Applicant(
        id: filing.applicant, name: filing.applicant, kind: file.received.kind,
        district: file.received.district)
    var named = Party(applicant, among: districts)
    // The working goes by where the applicant was then.
    if applicant.district != file.received.district {
      named.district = "\(Labels.district(file.received.district, among: districts))（后为\(named.district)）"
    }
    if party == nil { named.formerName = formerName(of: filing.applicant, on: filing.received) ?? "" }
    return Subject(
      filing: filing.id, item: item?.label ?? filing.item, article: item?.article ?? "",
      received: filing.received, party: named)
  }

  /// What the applicant and the office stated, in the order of the form.
  ///
  func stated(_ file: FiledFiling) -> [LabelledText] {
    guard let item = policy.item(file.filing.item) else { return [] }
    return item.inputs.compactMap { rule in
      let input = file.filing.input(rule.id)
      if rule.kind == .date, let day = rule.day(input) {
        return LabelledText(label: rule.label, text: day.onPaper)
      }
      guard let text = rule.text(input) else { return nil }
      return LabelledText(label: rule.label, text: text)
    }
  }
}

extension InputRule {
  /// A day that can be read.
  fileprivate func day(_ raw: RawInput?) -> CivilDate? {
    if case .text(let text)? = raw { CivilDate(text) } else { nil }
  }

  /// What was stated, as people write it; nil where nothing was. What can't be read stands as it came.
  func text(_ raw: RawInput?) -> String? {
    switch raw {
    case nil, .null?: return nil
    case .flag(let flag)?: return flag ? "是" : "否"
    case .count(let count)?: return kind == .year ? "\(count) 年" : "\(count)\(unit.map { " \($0)" } ?? "")"
    case .other(let text)?: return text
    case .text(let text)?:
      guard !TextFolding.isBlank(text) else { return nil }
      switch kind {
      case .choice(let options): return options.first { $0.id == text }?.label ?? text
      case .money: return Money(text).map { "\($0) 元" } ?? text
      case .applicationNumber:
        if case .number(let number) = ApplicationNumber.read(text) { return number.description }
        return text
      default: return text
      }
    }
  }
}
