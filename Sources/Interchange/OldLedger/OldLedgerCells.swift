import CaseModel
import SubsidyRules

/// Reads what clerks wrote into cells, as the values' own parsers read what is typed, with a mistake that says what
/// a spreadsheet has done to it.
struct OldLedgerCells {
  typealias Outcome<Value> = Result<Value, Wrong>

  struct Wrong: Error { var reason: OldLedgerMistake.Reason }

  let today: CivilDate

  func day(_ text: String) -> Outcome<CivilDate> {
    switch CivilDate.typed(CellText.unbracketed(text), today: today) {
    case .success(let day): return .success(day)
    case .failure(let issue): return wrong(.date(issue))
    }
  }

  /// A sum, in the unit of its column where the cell has none of its own.
  func money(_ text: String, in unit: MoneyUnit) -> Outcome<Money> {
    guard !CellText.isScientific(text) else { return wrong(.scientific) }
    guard !CellText.isInRoundBrackets(text) else { return wrong(.inBrackets) }
    var text = TextFolding.search(CellText.unbracketed(text))
    // 500(元) as it comes from a cell's number format.
    if text.hasSuffix("(元)") { text.removeLast(3) }
    switch Money.typed(unit.applied(to: text)) {
    case .success(let money): return .success(money)
    case .failure(let issue): return wrong(.money(issue))
    }
  }

  func number(_ text: String, hasOverride: Bool) -> Outcome<String> {
    guard !CellText.isScientific(text) else { return wrong(.scientific) }
    let text = CellText.unbracketed(text)
    let reading = ApplicationNumber.read(text)
    switch reading {
    case .number(let number): return .success(number.description)
    case .wrongCheck(let number) where hasOverride: return .success(number.description)
    default:
      if let number = ApplicationNumber.withLostZero(text) { return wrong(.lostZero(number)) }
      return wrong(.number(reading))
    }
  }

  func count(_ text: String, in range: ClosedRange<Int>) -> Outcome<Int> {
    switch Count.typed(CellText.unbracketed(text), upTo: range.upperBound) {
    case .success(let count): return range.contains(count) ? .success(count) : wrong(.outOfRange(range))
    case .failure(.tooLarge) where range.upperBound > Count.range.upperBound: return wrong(.outOfRange(range))
    case .failure(let issue): return wrong(.count(issue))
    }
  }

  /// An option by its id, its label, or a beginning of the one label that has it.
  func choice(_ text: String, of options: [InputRule.Option]) -> Outcome<String> {
    let word = TextFolding.search(CellText.unbracketed(text))
    if let exact = options.first(where: {
      TextFolding.search($0.id) == word || TextFolding.search($0.label) == word
    }) {
      return .success(exact.id)
    }
    let near = options.filter { TextFolding.search($0.label).hasPrefix(word) }
    return near.count == 1 ? .success(near[0].id) : wrong(.choice(options.map(\.label)))
  }

  /// The raw input that a cell says, for an input of this rule.
  func input(_ text: String, _ rule: InputRule, unit: MoneyUnit, hasOverride: Bool) -> Outcome<RawInput> {
    switch rule.kind {
    case .date: return day(text).map { .text($0.description) }
    case .money:
      return money(text, in: unit).map { .text($0.description) }
    case .flag:
      guard case .success(let flag) = YesNo.typed(CellText.unbracketed(text)) else { return wrong(.flag) }
      return .success(.flag(flag))
    case .text:
      return CellText.isScientific(text) ? wrong(.scientific) : .success(.text(CellText.oneLine(text)))
    case .year: return count(text, in: 1985...9999).map { .count($0) }
    case .count(let range): return count(text, in: range).map { .count($0) }
    case .choice(let options): return choice(text, of: options).map { .text($0) }
    case .applicationNumber: return number(text, hasOverride: hasOverride).map { .text($0) }
    }
  }

  /// The digits of an account; nil of what is none: a spreadsheet has rounded it, or a word stands there.
  func account(_ text: String) -> String? {
    guard case .account(let number) = CardNumber.read(CellText.unbracketed(text)), number.isAccountLong else {
      return nil
    }
    return CellText.visible(CellText.oneLine(text))
  }

  /// A code of a unit or a person in half width, with whether its check fails.
  ///
  /// An identity number of which a spreadsheet has kept fifteen digits ends in 000: it is not taken, but with a reason.
  func code(_ text: String, hasOverride: Bool) -> Outcome<(code: String, isDoubtful: Bool)> {
    guard !CellText.isScientific(text) else { return wrong(.scientific) }
    let text = CellText.unbracketed(text)
    let folded = TextFolding.search(text)
    switch CreditCode.read(text) {
    case .code(let code): return .success((code.text, false))
    case .wrongCheck(let code, _):
      return isCutIdentity(code.text) && !hasOverride ? wrong(.cutIdentity) : .success((code.text, true))
    case .oldRegistrationNumber, .organisationCode: return .success((folded, false))
    case .residentID, .badCharacters, .empty, .wrongLength:
      switch ResidentID.read(text, today: today) {
      case .id(let id) where !isCutIdentity(id.text): return .success((id.text, false))
      case .id(let id), .wrongCheck(let id, _):
        return isCutIdentity(id.text) && !hasOverride ? wrong(.cutIdentity) : .success((id.text, true))
      default: return wrong(.code)
      }
    }
  }

  /// An identity number with its middle hidden, as lists show it: 4418**********0013; nil of any other text.
  func masked(_ text: String) -> String? {
    let folded = TextFolding.search(CellText.unbracketed(text))
    let middle = folded.dropFirst(4).dropLast(4)
    guard middle.count >= 4, middle.allSatisfy({ $0 == "*" }), folded.prefix(4).allSatisfy(\.isNumber) else {
      return nil
    }
    return folded
  }

  private func isCutIdentity(_ text: String) -> Bool {
    switch ResidentID.read(text, today: today) {
    case .id(let id), .wrongCheck(let id, _): return id.isCut
    default: return false
    }
  }

  private func wrong<Value>(_ reason: OldLedgerMistake.Reason) -> Outcome<Value> {
    .failure(Wrong(reason: reason))
  }
}
