import CaseModel
import SubsidyRules

/// Reads the parts of a state beside its filings.
extension RecordReader {
  mutating func named(_ read: (inout RecordReader) -> Void) {
    let before = names
    names = NameTable(list { $0.text() })
    read(&self)
    names = before
  }

  mutating func pairs<Value>(_ read: (inout RecordReader) -> Value) -> [String: Value] {
    Dictionary(list { ($0.text(), read(&$0)) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - People, rules, news

  mutating func office() -> OfficeIdentity {
    OfficeIdentity(name: text(), district: text(), policy: text(), isTrial: flag())
  }

  mutating func clockJump() -> ClockJump? {
    let (before, after, by) = (text(), text(), text())
    let jump = ClockJump(from: before, to: after, by: by, sequence: integer())
    if jump == nil { fail() }
    return jump
  }

  private mutating func pin() -> PINKey {
    PINKey(
      salt: list { $0.byte() }, key: list { $0.byte() }, rounds: Int(signed()), blockSize: Int(signed()),
      parallelism: Int(signed()))
  }

  mutating func person() -> Operator {
    let name = text()
    let role: Operator.Role = value(.clerk)
    var person = Operator(name: name, role: role, login: optional { $0.text() })
    person.pin = optional { $0.pin() }
    person.code = optional { reader in
      var code = OneTimeCode(reader.pin())
      code.issued = reader.optional { $0.day() }
      code.missed = reader.integer()
      return code
    }
    person.isRetired = flag()
    person.retiredOn = optional { $0.day() }
    person.sponsors = list { reader in
      .init(name: reader.name(), at: reader.text(), day: reader.day(), sequence: reader.integer())
    }
    return person
  }

  mutating func ruleChange() -> RuleChange {
    let kind: RuleChange.Kind
    switch number() {
    case 0: kind = .reading(name())
    case 1: kind = .policy(before: list { $0.text() }, readings: pairs { $0.text() })
    default:
      fail()
      kind = .reading("")
    }
    return RuleChange(kind: kind, by: name(), at: text())
  }

  mutating func news() -> News {
    var news = News(
      id: text(), kind: value(.abnormalApplication), number: text(), day: day(), paper: text(), note: text(),
      applicants: list { $0.text() })
    news.origin = optional { .init(office: $0.name(), id: $0.text(), isCity: $0.flag()) }
    news.by = name()
    news.at = text()
    return news
  }

  mutating func word() -> PersonWord {
    var word = PersonWord(value(.link), list { $0.text() }, note: text())
    word.by = name()
    word.at = text()
    return word
  }

  mutating func period() -> OfficePeriod {
    var period = OfficePeriod(
      kind: value(.correction), count: integer(), unit: value(.days), from: day(), note: text())
    period.by = name()
    period.at = text()
    return period
  }

  mutating func batch() -> PaymentBatch {
    PaymentBatch(
      id: text(), number: text(), office: optional { $0.text() }, at: text(), numbers: list { $0.integer() })
  }

  // MARK: - Applicants

  mutating func change() -> ApplicantChange {
    ApplicantChange(
      fields: list { $0.value(.name) }, by: name(), at: text(), filesThen: integer())
  }

  mutating func formerName() -> FormerName {
    FormerName(name: text(), code: optional { $0.text() }, until: day())
  }

  mutating func parentChange() -> ParentChange { ParentChange(from: day(), before: optional { $0.text() }) }

  mutating func applicant() -> Applicant {
    var applicant = Applicant(
      id: text(), name: text(), kind: value(.individual), district: self.name())
    for field in Applicant.optionalFields {
      let part = optional { $0.text() }
      do throws(FieldMistake) { try applicant.put(part, in: field) } catch { fail() }
    }
    return applicant
  }

  // MARK: - Caps

  mutating func use() -> CapUse {
    let group = group()
    let limit = money()
    return CapUse(row: CapRow(group: group, limit: limit, used: total()), decided: total())
  }

  mutating func group() -> Claim.Group {
    Claim.Group(cap: text(), holder: text(), year: optional { $0.integer() })
  }

  mutating func total() -> MoneyTotal {
    let high = Int128(signed())
    return MoneyTotal(fen: high << 64 | Int128(number()))
  }
}
