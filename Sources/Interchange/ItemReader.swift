import CaseModel
import JSONText
import SubsidyRules

/// Reads one item of a policy file, resolving the names in it and keeping count of which inputs are used.
final class ItemReader {
  let reader: PolicyReader
  let readings: [ReadingRule]
  var inputs: [InputRule] = []
  var inputNodes: [PolicyReader.Node] = []
  var values: [Item.DerivedValue] = []
  var valueTypes: [ValueType] = []
  /// Inputs that something rests on, and those kept as a record only.
  var used: Set<Int> = []
  var applicants: [ApplicantKind] = []

  init(reader: PolicyReader, readings: [ReadingRule]) {
    self.reader = reader
    self.readings = readings
  }

  func item(_ node: PolicyReader.Node) -> ReadItem? {
    guard
      let object = reader.object(
        node, required: ["id", "article", "label", "who", "inputs", "event", "amount", "once", "papers"],
        optional: ["values", "conditions", "mayFollowReceipt", "since", "until", "unexpressed"])
    else { return nil }
    applicants = reader.words(object["who"], among: ApplicantKind.allCases.map(\.rawValue))
      .compactMap(ApplicantKind.init(rawValue:))
    readInputs(object["inputs"])
    for element in reader.array(object["values"], mayBeEmpty: true) { readValue(element) }
    let id = reader.text(object["id"])
    let event = object["event"].flatMap { expression($0, .date) }
    let conditions = reader.array(object["conditions"], mayBeEmpty: true).compactMap(condition)
    let amount = object["amount"].flatMap { self.amount($0, item: id ?? "") }
    let once = object["once"].flatMap(onceKey)
    let unexpressed = object["unexpressed"].flatMap(unexpressed)
    if unexpressed != nil, let at = object["amount"] { checkIsOfficeFigure(amount, at) }
    let papers = reader.papers(object["papers"])
    let since = reader.date(object["since"])
    let until = reader.date(object["until"])
    let mayFollow = reader.flag(object["mayFollowReceipt"]) ?? false
    guard let id, let article = reader.text(object["article"]), let label = reader.text(object["label"]),
      let event, let amount, let once
    else { return nil }
    let item = Item(
      id: id, article: article, label: label, applicants: applicants, inputs: inputs, values: values,
      event: event, mayFollowReceipt: mayFollow, since: since, until: until, conditions: conditions,
      amount: amount, once: once, papers: papers, unexpressed: unexpressed)
    return ReadItem(item: item, reader: self)
  }

  private func unexpressed(_ node: PolicyReader.Node) -> Item.Unexpressed? {
    guard let object = reader.object(node, required: ["clause", "reason"]),
      let clause = reader.text(object["clause"]), let reason = reader.text(object["reason"])
    else { return nil }
    return .init(clause: clause, reason: reason)
  }

  /// What the forms can't express waits for a person: the sum must be the office's own.
  private func checkIsOfficeFigure(_ amount: Amount?, _ node: PolicyReader.Node) {
    if case .paid(let input) = amount?.basis, inputs[input].source == .office { return }
    if amount != nil { reader.note(.unexpressedNeedsOfficeAmount, node) }
  }

  // MARK: - Names

  /// Finds an input by its id and counts it as used.
  func input(_ node: PolicyReader.Node?) -> Int? {
    guard let word = reader.word(node, among: inputs.map(\.id)) else { return nil }
    let index = inputs.firstIndex { $0.id == word }
    if let index { used.insert(index) }
    return index
  }

  /// A reading and what stands for each of its options.
  func byReading<T>(
    _ object: PolicyReader.Object, _ read: (PolicyReader.Node) -> T?
  ) -> (reading: Int, options: [T])? {
    guard let name = reader.word(object["reading"], among: readings.map(\.id)),
      let index = readings.firstIndex(where: { $0.id == name }), let options = object["options"],
      let members = reader.dictionary(options)
    else { return nil }
    let known = readings[index].options.map(\.id)
    for member in members where !known.contains(member.key) {
      let nearest = nearestWord(to: member.key, among: known)
      reader.note(.unknownWord(member.key, nearest: nearest), at: member.offset, member.node.path)
    }
    let missing = known.filter { id in !members.contains { $0.key == id } }
    if !missing.isEmpty { reader.note(.casesMissing(missing), options) }
    let found = known.compactMap { id in members.first { $0.key == id }.flatMap { read($0.node) } }
    return found.count == known.count ? (index, found) : nil
  }
}

/// An item as read, with what is needed to check how it is used.
struct ReadItem {
  var item: Item
  var reader: ItemReader

  /// Notes every input that nothing rests on.
  func checkUse(caps: [Cap]) {
    for (index, input) in item.inputs.enumerated() where !reader.used.contains(index) {
      reader.reader.note(.unusedInput(input.id), reader.inputNodes[index])
    }
  }
}
