import CaseModel
import JSONText
import SubsidyRules

/// Reads one item of a policy file, resolving the names in it and keeping count of what rests on which input.
final class ItemReader {
  /// What of the policy an item's meaning depends on.
  struct Surroundings {
    var periods: [Policy.Period]
    var readings: [ReadingRule]
    /// The papers asked for with every item.
    var papers: [PolicyReader.ReadPaper]
  }

  /// The inputs and values that the item declares, each with where it stands.
  struct Declared {
    var inputs: [InputRule] = []
    var inputNodes: [PolicyReader.Node] = []
    var inputNames = LabelTable()
    var values: [Item.DerivedValue] = []
    var valueNodes: [PolicyReader.Node] = []
    var valueKinds: [ValueKind] = []
    var valueNames = LabelTable()
    /// Names of inputs and values that are there but could not be read.
    var broken: Set<String> = []
  }

  /// What the conditions ask, and what they leave.
  struct Asked {
    /// What is asked of every filing, whatever the readings say.
    var tests: Set<Condition.Test.Form> = []
    /// Whether applicants and conditions could all be read, so that it is sure which cases they leave.
    var knowsCases = false
    /// Whether the conditions were read, well or not.
    var hasReadConditions = false
    /// The words that a value can still come to where every condition holds.
    var possible: [Expression: [String]] = [:]
    /// What a number, a sum or a day can still be there, of those that a condition bounds.
    var widest: [Expression: ClosedRange<Int>] = [:]
    /// Single conditions that the office confirms.
    var confirmations: [Confirmation] = []
  }

  let reader: PolicyReader
  let surroundings: Surroundings
  let node: PolicyReader.Node

  var applicants: [ApplicantKind] = []
  var declared = Declared()
  var event: Typed?
  var since: CivilDate?
  var until: CivilDate?
  var asked = Asked()
  var uses = NameUses()
  /// Whether event, amount and key could be read, so that it is sure what rests on the inputs.
  private var knowsUse = false
  /// What stands under keys that are none.
  private var strays: [PolicyReader.Node] = []

  init(_ node: PolicyReader.Node, reader: PolicyReader, surroundings: Surroundings) {
    self.node = node
    self.reader = reader
    self.surroundings = surroundings
  }

  var readings: [ReadingRule] { surroundings.readings }

  func item() -> Item? {
    guard let object = reader.object(node, PolicyWords.item) else { return nil }
    strays = object.strays
    let id = reader.id(object["id"])
    let article = reader.article(object["article"])
    let label = reader.text(object["label"])
    if let label, let at = object["label"] { reader.checkFit(label, in: InputRule.choiceColumns, at) }
    let beforeWho = reader.mistakes.count
    applicants = reader.words(object["who"], among: PolicyWords.applicants)
      .compactMap(ApplicantKind.init(rawValue:))
    let knowsWho = reader.mistakes.count == beforeWho
    readInputs(object["inputs"])
    for element in reader.array(object["values"], mayBeEmpty: true) { part(element, readValue) }
    readBounds(object)
    event = part(object["event"]) { self.typed($0, .date) }
    checkEvent(object["event"])
    let mayFollow = reader.flag(object["mayFollowReceipt"])
    let beforeConditions = reader.mistakes.count
    let conditions = reader.array(object["conditions"], mayBeEmpty: true).compactMap { part($0, condition) }
    asked.hasReadConditions = true
    asked.knowsCases = knowsWho && reader.mistakes.count == beforeConditions
    let amount = part(object["amount"]) { self.amount($0, item: id ?? "") }
    let once = part(object["once"], onceKey)
    let unexpressed = object["unexpressed"].flatMap(unexpressed)
    if let amount, let at = object["amount"] {
      checkOfficeFigure(amount, at, isUnexpressed: object["unexpressed"] != nil)
    }
    let needs = part(object["needs"], needs)
    let continues = reader.continued(object["continues"])
    let papers = reader.papers(object["papers"])
    checkPapers(papers)
    guard let event, let amount, let once else { return nil }
    knowsUse = true
    guard let id, let article, let label else { return nil }
    return Item(
      id: id, article: article, label: label, applicants: applicants, inputs: declared.inputs,
      values: declared.values,
      event: event.expression, mayFollowReceipt: mayFollow ?? false, since: since, until: until,
      conditions: conditions, amount: amount, once: once, papers: papers.map(\.paper),
      unexpressed: unexpressed, confirmations: asked.confirmations, needs: needs, continues: continues)
  }

  // MARK: - Parts

  /// Reads a part of the item. Where a mistake is found in it, what it names counts as used: that it could not be
  /// read to its end is no reason to tell of more.
  @discardableResult
  func part<T>(_ node: PolicyReader.Node?, _ read: (PolicyReader.Node) -> T?) -> T? {
    guard let node else { return nil }
    let before = reader.mistakes.count
    let result = read(node)
    if reader.mistakes.count > before { sweep(node) }
    return result
  }

  /// Notes what is asked for in vain, and what rests on an input that may be missing; when the caps are read too.
  func checkUse() {
    guard knowsUse else { return }
    strays.forEach(sweep)
    let places = uses.places(values: declared.values.count)
    for (index, input) in declared.inputs.enumerated() {
      let found = places[.input(index)] ?? [:]
      if found.isEmpty { reader.note(.unusedInput(input.id), declared.inputNodes[index]) }
      guard let needed = input.neededUnder else { continue }
      for (place, node) in found where !place.isCovered(by: needed.reading, needed.option) {
        reader.note(.mayBeMissing(input.id), node)
      }
    }
    for (index, value) in declared.values.enumerated() where places[.value(index)] == nil {
      reader.note(.unusedValue(value.id), declared.valueNodes[index])
    }
  }

  func sweep(_ node: PolicyReader.Node) { sweep(reader.texts(in: node), node) }

  /// Counts the texts of what could not be read as used.
  func sweep(_ texts: Set<String>, _ node: PolicyReader.Node) {
    markUsed(texts, node)
    for (index, reading) in readings.enumerated() where texts.contains(reading.id) {
      reader.usedReadings.insert(index)
    }
  }

  func markUsed(_ texts: Set<String>, _ node: PolicyReader.Node) {
    for index in reader.places(of: texts, in: declared.inputNames) {
      uses.add(.input(index), in: .record, at: node)
    }
    for index in reader.places(of: texts, in: declared.valueNames) {
      uses.add(.value(index), in: .record, at: node)
    }
  }

  private func readBounds(_ object: PolicyReader.Object) {
    since = reader.date(object["since"])
    until = reader.date(object["until"])
    if let since, let until, until < since, let at = object["until"] { reader.note(.endsBeforeItBegins, at) }
    guard let first = surroundings.periods.first?.from, let last = surroundings.periods.last?.to else {
      return
    }
    for (day, at) in [(since, object["since"]), (until, object["until"])] {
      guard let day, let at, day < first || day > last else { continue }
      reader.note(.outsidePeriods, at)
    }
  }

  private func checkEvent(_ node: PolicyReader.Node?) {
    guard let event, let node, !event.kind.restsOnFiling else { return }
    reader.note(.restsOnNoInput, node)
  }

  private func unexpressed(_ node: PolicyReader.Node) -> Item.Unexpressed? {
    guard let object = reader.object(node, PolicyWords.unexpressed) else { return nil }
    let clause = reader.text(object["clause"])
    let reason = reader.text(object["reason"])
    guard let clause, let reason else { return nil }
    return .init(clause: clause, reason: reason)
  }

  private func checkPapers(_ papers: [PolicyReader.ReadPaper]) {
    let common = Set(surroundings.papers.map(\.paper.id))
    for (paper, node) in papers where common.contains(paper.id) { reader.note(.repeatedID(paper.id), node) }
  }
}

/// An item as read, with the reader that knows its names: caps speak of them too.
struct ReadItem {
  var item: Item
  var reader: ItemReader
}
