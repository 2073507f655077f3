import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  func condition(_ node: PolicyReader.Node) -> Condition? {
    if case .object(let members) = node.tree.value, members.contains(where: { $0.key == "reading" }) {
      guard let object = reader.object(node, required: ["reading", "options"]) else { return nil }
      let read = byReading(object) { [self] options in reader.array(options).compactMap(test) }
      return read.map { .byReading($0.reading, $0.options) }
    }
    if case .object(let members) = node.tree.value, members.contains(where: { $0.key == "unexpressed" }) {
      guard let object = reader.object(node, required: ["unexpressed"]) else { return nil }
      return object["unexpressed"].flatMap(confirmed).map(Condition.always)
    }
    guard let test = test(node) else { return nil }
    if !asked.tests.insert(test.form).inserted { reader.note(.repeatedCondition, node) }
    narrow(test.form, node)
    return .always(test)
  }

  /// A reading and what stands for each of its options.
  func byReading<T>(
    _ object: PolicyReader.Object, _ read: (PolicyReader.Node) -> T?
  ) -> (reading: Int, options: [T])? {
    guard let name = reader.word(object["reading"], among: readings.map(\.id)),
      let index = readings.firstIndex(where: { $0.id == name })
    else {
      sweep(object.node)
      return nil
    }
    reader.usedReadings.insert(index)
    let known = readings[index].options.map(\.id)
    guard let options = object["options"], let cases = reader.cases(options, among: known, needed: known)
    else {
      return nil
    }
    let found = known.enumerated().compactMap { option, id -> T? in
      uses.place = .option(reading: index, option: option)
      defer { uses.place = .always }
      return cases[id].flatMap(read)
    }
    return found.count == known.count ? (index, found) : nil
  }

  // MARK: - Tests

  private func test(_ node: PolicyReader.Node) -> Condition.Test? {
    let forms = Self.forms + ["any"]
    guard let object = reader.object(node, required: ["reason"], optional: forms) else { return nil }
    let read = form(object, among: forms)
    guard read != nil || forms.contains(where: { object[$0] != nil }) else { return nil }
    let reason = object["reason"].flatMap { self.reason($0, of: read) }
    guard let read, let reason else { return nil }
    return Condition.Test(form: read.form, reason: reason)
  }

  private static let forms = PolicyWords.tests

  /// The one form that an object has.
  private func form(_ object: PolicyReader.Object, among forms: [String]) -> TestForm? {
    let found = forms.filter { object[$0] != nil }
    guard found.count == 1, let form = object[found[0]] else {
      // A form that is none was told already.
      if object.strays.isEmpty || found.count > 1 { reader.note(.oneOf(forms), object.node) }
      return nil
    }
    switch found[0] {
    case "compare": return comparison(form)
    case "among": return among(form)
    case "share": return share(form)
    default: return any(form)
    }
  }

  /// Several of which one has to hold.
  private func any(_ node: PolicyReader.Node) -> TestForm? {
    let elements = reader.array(node)
    let read = elements.map { element in
      reader.object(element, optional: Self.forms).flatMap { form($0, among: Self.forms) }
    }
    guard elements.count > 1 else {
      if !elements.isEmpty { reader.note(.wrongType(expected: .conditions), node) }
      return nil
    }
    let forms = read.compactMap(\.self)
    guard forms.count == elements.count else { return nil }
    var seen: Set<Condition.Test.Form> = []
    for (form, element) in zip(forms, elements) where !seen.insert(form.form).inserted {
      reader.note(.repeatedCondition, element)
    }
    return (.any(forms.map(\.form)), forms.lazy.compactMap(\.input).first)
  }

  /// The form of a test, and the first input that it is about.
  private typealias TestForm = (form: Condition.Test.Form, input: Int?)

  private func comparison(_ node: PolicyReader.Node) -> TestForm? {
    guard let parts = reader.parts(of: node, 3...3, .comparison) else { return nil }
    let left = typed(parts[0])
    let comparison = comparisonWord(parts[1])
    let right = left.map { typed(parts[2], $0.kind.type) } ?? typed(parts[2])
    guard let left, let comparison, let right else { return nil }
    let isEquality = comparison == .equal || comparison == .notEqual
    guard left.kind.type != .patent, left.kind.type != .percentage, left.kind.type.isOrdered || isEquality
    else { return reader.refuse(.notComparable, node) }
    guard left.kind.restsOnFiling || right.kind.restsOnFiling else {
      return reader.refuse(.restsOnNoInput, node)
    }
    guard left.expression != right.expression else { return reader.refuse(.comparesWithItself, node) }
    proofread(left, comparison, right, node)
    return (
      .compare(left.expression, comparison, right.expression), left.kind.input ?? right.kind.input
    )
  }

  private func comparisonWord(_ node: PolicyReader.Node?) -> Comparison? {
    reader.word(node, among: PolicyWords.comparisons).flatMap(Comparison.init(rawValue:))
  }

  private func among(_ node: PolicyReader.Node) -> TestForm? {
    guard let object = reader.object(node, required: ["value", "of"]) else { return nil }
    let value = object["value"].flatMap { typed($0, .text) }
    guard let value else { return nil }
    let texts: [String]
    if let words = words(of: value.expression) {
      texts = reader.words(object["of"], among: words)
      if !words.isEmpty, words.allSatisfy(texts.contains) { reader.remark(.alwaysHolds, node) }
    } else {
      let found = reader.array(object["of"]).compactMap { element in
        reader.text(element).map { ($0, element) }
      }
      reader.checkUnique(found) { .repeatedWord($0) }
      texts = found.map(\.0)
    }
    return (.among(value.expression, texts), value.kind.input)
  }

  private func share(_ node: PolicyReader.Node) -> TestForm? {
    guard let object = reader.object(node, required: ["part", "compare", "rate", "whole"]) else { return nil }
    let part = object["part"].flatMap { typed($0, .number) }
    let comparison = comparisonWord(object["compare"])
    let rate = object["rate"].flatMap(reader.percentage)
    let whole = object["whole"].flatMap { typed($0, .number) }
    guard let part, let comparison, let rate, let whole else { return nil }
    guard part.kind.restsOnFiling || whole.kind.restsOnFiling else {
      return reader.refuse(.restsOnNoInput, node)
    }
    return (
      .share(part: part.expression, comparison, rate, whole: whole.expression),
      part.kind.input ?? whole.kind.input
    )
  }

  private func reason(_ node: PolicyReader.Node, of form: TestForm?) -> Reason? {
    switch reader.word(node, among: PolicyWords.reasons) {
    case "patent-type": return .patentType
    case "below-threshold": return .belowThreshold
    case "share-too-low": return .shareTooLow
    case "window": return .window
    case "condition":
      guard let form else { return nil }
      // The code names the input that the condition is about: the first one in it.
      guard let input = form.input else { return reader.refuse(.conditionWithoutInput, node) }
      return .condition(declared.inputs[input].id)
    default: return nil
    }
  }
}
