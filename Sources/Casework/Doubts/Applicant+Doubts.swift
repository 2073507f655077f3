public import CaseModel
public import SubsidyRules

extension Applicant {
  /// What is doubtful in what an applicant says of itself.
  public func doubts(today: CivilDate) -> [Doubt] {
    var doubts = [codeDoubt(today: today)].compactMap(\.self) + contactDoubts
    let texts = [("name", name), ("contact", contact ?? ""), ("bank", bank ?? ""), ("phone", phone ?? "")]
    for (word, text) in texts where BrokenText.isBroken(text) {
      doubts.append(.brokenText("applicant." + word))
    }
    return doubts
  }

  private func codeDoubt(today: CivilDate) -> Doubt? {
    guard let code, !code.isEmpty else { return nil }
    guard kind.isUnit else {
      switch ResidentID.read(code, today: today) {
      case .id(let id): return id.isCut ? .cutIdentity : nil
      case .wrongCheck(let id, _): return id.isCut ? .cutIdentity : .code
      case .empty: return nil
      default: return .notCode
      }
    }
    switch CreditCode.read(code) {
    case .wrongCheck: return .code
    case .badCharacters, .wrongLength, .residentID: return .notCode
    // Older numbers are what the unit had then.
    case .code, .oldRegistrationNumber, .organisationCode, .empty: return nil
    }
  }

  /// What is doubtful about account and phone by themselves.
  public var contactDoubts: [Doubt] {
    accountDoubts + (phone.map(Self.hasLostZero) ?? false ? [.phoneLostZero] : [])
  }

  private var accountDoubts: [Doubt] {
    guard let account, !TextFolding.isBlank(account) else { return [] }
    guard case .account(let number) = CardNumber.read(account), number.isAccountLong else {
      return [.uselessAccount]
    }
    var doubts: [Doubt] = []
    if number.isCut { doubts.append(.cutAccount) }
    if !kind.isUnit, number.isCardLong, !number.passesLuhn { doubts.append(.cardCheck) }
    return doubts
  }

  /// Whether a phone is a fixed line's whose area code has lost its zero: ten or eleven digits that no mobile begins
  /// with.
  private static func hasLostZero(_ phone: String) -> Bool {
    let digits = TextFolding.search(phone).filter(\.isNumber)
    guard let first = digits.first, digits.count == 10 || digits.count == 11 else { return false }
    // 10 and 1… of eleven digits are Beijing and mobiles; 400 and 800 are numbers without an area.
    return ("2"..."9").contains(first) && !["400", "800"].contains(String(digits.prefix(3)))
  }
}

extension Filing {
  /// What is doubtful in a filing's inputs.
  public func doubts(_ rules: Item) -> [Doubt] {
    rules.inputs.flatMap { rule -> [Doubt] in
      guard case .text(let text)? = input(rule.id) else { return [] }
      if BrokenText.isBroken(text) { return [.brokenText("input." + rule.id)] }
      guard rule.kind == .applicationNumber else { return [] }
      if let number = ApplicationNumber.withLostZero(text) { return [.lostZero(input: rule.id, number)] }
      let isExplained = overrides.contains { $0.input == rule.id && !TextFolding.isBlank($0.reason) }
      if !isExplained, case .wrongCheck = ApplicationNumber.read(text) {
        return [.numberCheck(input: rule.id)]
      }
      return []
    }
  }
}
