import CaseModel
import JSONText
import SubsidyRules

extension PolicyReader {
  func policy(_ root: Node) -> Policy? {
    guard let object = object(root, PolicyWords.policy) else { return nil }
    _ = word(object["format"], among: [PolicyFile.format])
    let id = id(object["id"])
    ownID = id
    let replaces = self.id(object["replaces"])
    if let id, id == replaces, let at = object["replaces"] { note(.namesItself, at) }
    let articles = articles(object["articles"])
    let signed = date(object["signed"])
    let before = mistakes.count
    let periods = periods(object["periods"], signed: signed)
    let areSound = mistakes.count == before
    if areSound, let signed, let end = periods.last?.to, signed > end, let at = object["signed"] {
      note(.signedAfterEnd, at)
    }
    let readings = readings(object["readings"])
    let (common, checkedBefore) = commonPapers(object["papers"])
    // What lies outside periods that are wrong themselves is no mistake of its own.
    let (items, unread) = items(
      object["items"],
      surroundings: .init(
        periods: areSound ? periods : [], readings: readings.map(\.rule), papers: common))
    let caps = caps(object["caps"], items: items)
    for item in items { item.reader.checkUse() }
    if let caps = object["caps"], !unread.isEmpty {
      // A cap of an item that could not be read may still rest on its inputs.
      let named = texts(in: caps)
      for item in unread { item.sweep(named, caps) }
    }
    for item in unread { item.checkUse() }
    let register = register(object["register"])
    let hasFeeCeiling = flag(object["feeCeiling"])
    checkUse(of: readings, strays: object.strays)
    let districts = districts(object["districts"])
    guard let id, let title = text(object["title"]),
      let document = text(object["document"]), let signed
    else { return nil }
    return Policy(
      id: id, title: title, document: document, signed: signed, periods: periods,
      districts: districts, readings: readings.map(\.rule), caps: caps,
      commonPapers: common.map(\.paper), papersCheckedBefore: checkedBefore, items: items.map(\.item),
      articles: articles, register: register, hasFeeCeiling: hasFeeCeiling ?? true, replaces: replaces)
  }

  /// The items, and the readers of those that could not be read.
  private func items(
    _ node: Node?, surroundings: ItemReader.Surroundings
  ) -> (read: [ReadItem], unread: [ItemReader]) {
    var read: [ReadItem] = []
    var unread: [ItemReader] = []
    let nodes = array(node)
    itemIDs = Set(nodes.compactMap(writtenID))
    for node in nodes {
      let reader = ItemReader(node, reader: self, surroundings: surroundings)
      if let item = reader.item() {
        read.append(ReadItem(item: item, reader: reader))
        itemsAbove.append(item)
      } else {
        remember(node)
        unread.append(reader)
      }
    }
    checkUnique(read.map { ($0.item.id, $0.reader.node) })
    checkUnique(read.map { ($0.item.label, $0.reader.node) }) { .repeatedLabel($0) }
    return (read, unread)
  }

  /// Keeps the id of something that could not be read, so that naming it is no further mistake.
  func remember(_ node: Node) {
    if let id = writtenID(of: node) { broken.insert(id) }
  }

  private func writtenID(of node: Node) -> String? {
    guard case .object(let members) = node.tree.value else { return nil }
    for member in members where member.key == "id" {
      if case .string(let id) = member.value.value { return id }
    }
    return nil
  }

  // MARK: - Time

  private func periods(_ node: Node?, signed: CivilDate?) -> [Policy.Period] {
    var periods: [Policy.Period] = []
    for element in array(node) {
      guard
        let object = object(element, PolicyWords.period),
        let from = date(object["from"]), let to = date(object["to"]),
        let article = article(object["article"], or: ["closing"])
      else { continue }
      let warning = word(object["warning"], among: ["retroactive"])
      let remark = text(object["note"])
      if to < from {
        note(.endsBeforeItBegins, element)
      } else if let last = periods.last {
        check(from...to, after: last, element)
      }
      if warning != nil, let signed, to >= signed { note(.retroactiveAfterSigning, element) }
      periods.append(
        .init(from: from, to: to, article: article, isRetroactive: warning != nil, note: remark))
    }
    return periods
  }

  private func check(_ days: ClosedRange<CivilDate>, after last: Policy.Period, _ node: Node) {
    if days.upperBound < last.from {
      note(.periodsOutOfOrder, node)
    } else if days.lowerBound <= last.to {
      note(.periodsOverlap, node)
    } else if last.to.days(to: days.lowerBound) > 1 {
      note(.periodsLeaveGap, node)
    }
  }

  // MARK: - Articles

  private func articles(_ node: Node?) -> [Policy.Article] {
    var numbers: [(String, Node)] = []
    let articles = array(node).compactMap { element -> Policy.Article? in
      guard let object = object(element, PolicyWords.article) else {
        return nil
      }
      let number = text(object["article"])
      let title = text(object["title"])
      let record = text(object["record"])
      guard let number else { return nil }
      numbers.append((number, element))
      return title.map { .init(number: number, title: $0, record: record) }
    }
    checkUnique(numbers)
    if !numbers.isEmpty { self.articles = Set(numbers.map(\.0)) }
    return articles
  }
}
