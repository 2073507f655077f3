import CaseModel

/// Several documents in one office (清府办〔2018〕27号 and the one after it): each filing is of one of them for ever.
extension Policy {
  /// The documents that the office works under, newest first; itself where there is one alone.
  public var documents: [Policy] { joined.isEmpty ? [self] : joined }

  /// The document of an id.
  public func document(_ id: String) -> Policy? { documents.first { $0.id == id } }

  /// The document that an item belongs to; the newest where none has it.
  public func document(of item: String) -> Policy {
    joined.isEmpty ? self : joined.first { $0.item(item) != nil } ?? self
  }

  public func document(of item: Item?) -> Policy { item.map { document(of: $0.id) } ?? self }

  /// The documents of an office as one policy; nil without any.
  ///
  /// The first document's names stay as its file has them, for ever; the items, caps and readings of every other go by
  /// `policy/name`, so that no key and no cap is another's by accident. A cap or a key that continues an earlier
  /// document's goes by the name that it has there.
  /// - Parameter policies: as their files state them, in the order in which the office came to know them.
  public static func joining(_ policies: [Policy]) -> Policy? {
    guard let first = policies.first else { return nil }
    var joined = [first]
    for policy in policies.dropFirst() { joined.append(policy.renamed(behind: joined)) }
    return together(joined)
  }

  /// What the documents continue and can't: the names that no document before has, or that are of another shape there
  /// under the readings that are chosen, as `policy/name`.
  public var brokenContinuations: [String] {
    order.enumerated().flatMap { place, id -> [String] in
      guard let document = document(id) else { return [] }
      let earlier = Set(order[..<place])
      func other<Named>(_ name: String, _ list: KeyPath<Policy, [Named]>, _ own: KeyPath<Named, String>)
        -> (policy: Policy, found: Named)?
      {
        guard let policy = name.split(separator: "/").first.map(String.init), earlier.contains(policy),
          let home = self.document(policy), let found = named(name, in: list, own)
        else { return nil }
        return (home, found)
      }
      let items = document.items.filter { item in
        guard let name = item.continues else { return false }
        guard let other = other(name, \.items, \.name) else { return true }
        let theirs = other.found.once.chosen(other.policy.readings)?.map { other.found.word($0) }
        return theirs == nil || theirs != item.once.chosen(document.readings)?.map { item.word($0) }
      }
      let caps = document.caps.filter { cap in
        guard let name = cap.continues else { return false }
        guard let other = other(name, \.caps, \.name)?.found else { return true }
        return other.window != cap.window || other.holder.map(\.shape) != cap.holder.map(\.shape)
          || other.isInPieces != cap.isInPieces || other.order.shape != cap.order.shape
          || other.sameDay != cap.sameDay
      }
      return items.compactMap(\.continues) + caps.compactMap(\.continues)
    }
  }

  /// The same document under another id.
  public func named(_ id: String) -> Policy {
    Policy(
      id: id, title: title, document: document, signed: signed, periods: periods, districts: districts,
      readings: readings, caps: caps, commonPapers: commonPapers, papersCheckedBefore: papersCheckedBefore,
      items: items, articles: articles, register: register, hasFeeCeiling: hasFeeCeiling, replaces: replaces)
  }

  /// Items of the same name in all documents, newest first.
  public func versions(of item: Item) -> [Item] {
    joined.isEmpty ? [item] : documents.flatMap { $0.items.filter { $0.name == item.name } }
  }

  /// The item that goes by a name in a text of people: one with the policy's id before it, else the newest that has it.
  public func item(named text: String) -> Item? {
    text.contains("/") ? item(text) : items.first { $0.name == text }
  }

  /// The readings that a text of people may mean: of one policy by `policy/name`, else all of the name.
  public func readings(named text: String) -> [(policy: Policy, reading: ReadingRule)] {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    return documents.flatMap { document in
      document.readings.filter { reading in
        parts.count == 2 ? document.id == parts[0] && reading.name == parts[1] : reading.name == text
      }.map { (document, $0) }
    }
  }

  /// The name in this office of an item that is known by its name in another; nil where its policy has none here.
  public func name(here item: String, from other: Policy) -> String? {
    guard let found = other.item(item) else { return nil }
    return document(other.document(of: item).id)?.items.first { $0.name == found.name }?.id
  }

  /// The same for a reading.
  public func name(here reading: String, ofReadingFrom other: Policy) -> String? {
    guard let home = other.documents.first(where: { $0.reading(reading) != nil }) else { return nil }
    return document(home.id)?.readings.first { $0.name == home.reading(reading)?.name }?.id
  }

  // MARK: - Joining

  /// The documents in their order, already under the names that they go by in the office, as one.
  static func together(_ documents: [Policy]) -> Policy? {
    guard documents.count > 1 else { return documents.first }
    let ordered = documents.enumerated().sorted { a, b in
      let (x, y) = (a.element.signed, b.element.signed)
      return x == y ? a.offset > b.offset : x > y
    }.map(\.element)
    guard let newest = ordered.first else { return nil }
    var districts: [District] = []
    var kinds: [RecordKind] = []
    var caps: [Cap] = []
    for document in ordered {
      districts += document.districts.filter { one in !districts.contains { $0.code == one.code } }
      kinds += document.register.filter { one in !kinds.contains { $0.id == one.id } }
      for cap in document.caps {
        if let place = caps.firstIndex(where: { $0.id == cap.id }) {
          caps[place] = caps[place].together(with: cap)
        } else {
          caps.append(cap)
        }
      }
    }
    return Policy(
      id: newest.id, title: newest.title, document: newest.document, signed: newest.signed,
      periods: newest.periods, districts: districts, readings: ordered.flatMap(\.readings), caps: caps,
      commonPapers: newest.commonPapers, papersCheckedBefore: newest.papersCheckedBefore,
      items: ordered.flatMap(\.items), articles: newest.articles, register: kinds,
      hasFeeCeiling: newest.hasFeeCeiling, replaces: newest.replaces, heads: newest.heads, joined: ordered,
      order: documents.map(\.id))
  }

  private func renamed(behind earlier: [Policy]) -> Policy {
    let known = Policy.together(earlier)
    func own(_ name: String) -> String { "\(id)/\(name)" }
    let items = items.map { item in
      let continued = item.continues.flatMap { known?.named($0, in: \.items, \.name) }
      return Item(item, id: own(item.id), keyName: continued?.keyName ?? own(item.id))
    }
    let caps = caps.map { cap in
      let continued = cap.continues.flatMap { known?.named($0, in: \.caps, \.name) }
      return cap.renamed(continued?.id ?? own(cap.id), own)
    }
    let readings = readings.map { reading in
      var reading = reading
      reading.id = own(reading.id)
      return reading
    }
    return Policy(self, items: items, caps: caps, readings: readings)
  }

  /// What `policy/name` means among the documents.
  private func named<Named>(
    _ name: String, in list: KeyPath<Policy, [Named]>, _ own: KeyPath<Named, String>
  ) -> Named? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let document = document(parts[0]) else { return nil }
    return document[keyPath: list].first { $0[keyPath: own] == parts[1] }
  }

  /// The same documents, one of them with another choice of a reading.
  func choosingInDocument(_ option: String, for reading: String) -> Policy? {
    var documents = order.compactMap(document)
    guard let place = documents.firstIndex(where: { $0.reading(reading) != nil }),
      let chosen = documents[place].choosing(option, for: reading)
    else { return nil }
    documents[place] = chosen
    return Policy.together(documents)
  }
}

extension Cap {
  fileprivate func renamed(_ id: String, _ own: (String) -> String) -> Cap {
    func named<Value>(_ values: [String: Value]) -> [String: Value] {
      Dictionary(first: values.map { (own($0.key), $0.value) })
    }
    var cap = self
    cap.id = id
    cap.items = items.map(own)
    cap.limit = named(limit)
    cap.closes = named(closes)
    switch order {
    case .received: break
    case .earliest(let days): cap.order = .earliest(named(days))
    case .highest(let numbers): cap.order = .highest(named(numbers))
    }
    cap.holder = holder.map { part in
      if case .each(let expressions) = part { .each(named(expressions)) } else { part }
    }
    return cap
  }

  /// The same with the items of a cap that is the same in an earlier document.
  fileprivate func together(with earlier: Cap) -> Cap {
    var cap = self
    cap.items += earlier.items
    cap.limit.merge(earlier.limit) { first, _ in first }
    cap.closes.merge(earlier.closes) { first, _ in first }
    switch (order, earlier.order) {
    case (.earliest(let a), .earliest(let b)): cap.order = .earliest(a.merging(b) { first, _ in first })
    case (.highest(let a), .highest(let b)): cap.order = .highest(a.merging(b) { first, _ in first })
    default: break
    }
    cap.holder = zip(holder, earlier.holder).map { mine, theirs in
      guard case .each(let a) = mine, case .each(let b) = theirs else { return mine }
      return .each(a.merging(b) { first, _ in first })
    }
    return cap
  }
}

extension Cap.Holder {
  /// What kind of part it is, whatever the item.
  fileprivate var shape: String {
    switch self {
    case .applicant: "applicant"
    case .family: "family"
    case .each: "each"
    }
  }
}

extension Cap.Order {
  /// What kind of order it is, whatever the item.
  fileprivate var shape: String {
    switch self {
    case .received: "received"
    case .earliest: "earliest"
    case .highest: "highest"
    }
  }
}

extension Item {
  /// What a part of the once-only key is: its kind, and the name of its input or value.
  fileprivate func word(_ part: KeyPart) -> String {
    switch part {
    case .applicant: "applicant"
    case .family: "family"
    case .input(let index): inputs.indices.contains(index) ? "input " + inputs[index].id : ""
    case .value(let index): values.indices.contains(index) ? "value " + values[index].id : ""
    }
  }
}
