import SubsidyRules

/// What must hold for an item to be paid, as a policy states it: before any filing is there.
enum ConditionWording {
  /// Each thing that must hold, under the option of a reading that is in force.
  static func lines(_ condition: Condition, _ terms: ItemTerms, _ policy: Policy) -> [String] {
    switch condition {
    case .always(let test): [sentence(test, terms)]
    case .byReading(let index, let options):
      policy.readings.indices.contains(index)
        ? chosen(policy.readings[index], options).map { sentence($0, terms) }
        : []
    }
  }

  /// The same under every option, the one in force first, for whoever proofreads the file.
  static func allLines(_ condition: Condition, _ terms: ItemTerms, _ policy: Policy) -> [String] {
    guard case .byReading(let index, let options) = condition, policy.readings.indices.contains(index) else {
      return lines(condition, terms, policy)
    }
    let reading = policy.readings[index]
    return reading.options.indices.filter(options.indices.contains)
      .sorted { a, _ in a == reading.choice }
      .map { option in
        let tests = options[option].map { sentence($0, terms) }
        return "\(reading.label)取“\(reading.options[option].label)”时："
          + (tests.isEmpty ? "不作要求" : tests.joined(separator: "；"))
      }
  }

  private static func chosen(_ reading: ReadingRule, _ options: [[Condition.Test]]) -> [Condition.Test] {
    options.indices.contains(reading.choice) ? options[reading.choice] : []
  }

  static func sentence(_ test: Condition.Test, _ terms: ItemTerms) -> String { sentence(test.form, terms) }

  private static func sentence(_ form: Condition.Test.Form, _ terms: ItemTerms) -> String {
    switch form {
    case .any(let forms): return forms.map { sentence($0, terms) }.joined(separator: "，或")
    case .compare(let a, let comparison, let b):
      let relation = Relation.words(
        comparison, holds: true, ofDates: terms.isDay(a) || terms.isDay(b))
      // Yes and no are no amounts.
      if case .flag = b {
        return "\(terms.name(of: a))\(comparison == .notEqual ? "不为" : "为")“\(terms.name(of: b))”"
      }
      return "\(terms.name(of: a))\(relation) \(terms.name(of: b))"
    case .among(let value, let texts):
      return "\(terms.name(of: value))为" + texts.map { terms.name($0, of: value) }.joined(separator: "、")
        + (texts.count > 1 ? "之一" : "")
    case .share(let part, let comparison, let rate, let whole):
      let relation = Relation.words(comparison, holds: true, ofDates: false)
      return "\(terms.name(of: part))占\(terms.name(of: whole))的比例\(relation) \(rate)"
    }
  }
}
