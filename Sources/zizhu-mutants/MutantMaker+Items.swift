import CaseModel
import JSONText

extension MutantMaker {
  mutating func item(_ path: TreePath) {
    applicants(path + "who")
    for place in (self[path + "inputs"]?.elements ?? []).indices { input(path + "inputs" + place) }
    for place in (self[path + "values"]?.elements ?? []).indices { value(path + "values" + place + "of") }
    for bound in ["since", "until"] where self[path + bound] != nil {
      moves(in: path + bound)
      add(.day, dropping: path + bound)
    }
    event(path)
    for place in (self[path + "conditions"]?.elements ?? []).indices {
      condition(path + "conditions" + place, item: path)
    }
    if self[path + "needs"] != nil { add(.condition, dropping: path + "needs") }
    moves(in: path + "amount")
    if self[path + "amount" + "ceiling"] != nil { add(.cap, dropping: path + "amount" + "ceiling") }
    once(path + "once", item: path)
  }

  /// Each kind of applicant shut out, and each other kind let in.
  private mutating func applicants(_ path: TreePath) {
    drops(of: path, .applicant)
    let kinds = self[path]?.words ?? []
    for kind in ApplicantKind.allCases.map(\.rawValue) where !kinds.contains(kind) {
      add(.applicant, path, "\(kind) let in") { .list($0.elements + [.text(kind)]) }
    }
  }

  private mutating func input(_ path: TreePath) {
    for bound in ["range", "atMost", "neededUnder"] where self[path + bound] != nil {
      moves(in: path + bound)
      add(.input, dropping: path + bound)
    }
    if self[path + "options"] != nil { drops(of: path + "options", .input) }
  }

  /// The operands of an operation the other way round, where that is another value; and figures in it moved.
  private mutating func value(_ path: TreePath) {
    moves(in: path)
    if self[path + "annuity"] != nil {
      add(.event, path + "annuity", "operands the other way round") { .list($0.elements.reversed()) }
    }
  }

  /// Each other date of the item as the day an award attaches to, and the other rule about the day of receipt.
  private mutating func event(_ path: TreePath) {
    let inputs = self[path + "inputs"]?.elements ?? []
    let dates = inputs.filter { $0["kind"]?.text == "date" }.compactMap { $0["id"]?.text }
    for date in dates where self[path + "event"]?.text != date {
      add(.event, replacing: path + "event", by: .text(date))
    }
    if self[path + "mayFollowReceipt"] != nil {
      add(.event, dropping: path + "mayFollowReceipt")
    } else {
      add(.event, path, "mayFollowReceipt") { $0.setting("mayFollowReceipt", .flag(true)) }
    }
  }

  // MARK: - Conditions

  private mutating func condition(_ path: TreePath, item: TreePath) {
    guard let options = self[path + "options"] else {
      add(.condition, dropping: path)
      // What the office confirms has nothing in it that could be otherwise.
      if self[path + "unexpressed"] == nil { test(path) }
      return
    }
    let always = always(item)
    add(.condition, path, "dropped under every option") { condition in
      condition.setting("options", .object(options.members.map { ($0.key, .list([always])) }))
    }
    for option in options.members {
      for place in option.value.elements.indices {
        let path = path + "options" + option.key + place
        add(.condition, path, "dropped") { _ in option.value.elements.count > 1 ? nil : always }
        test(path)
      }
    }
  }

  /// A test that every filing passes that comes so far: its applicant is of one of the item's kinds.
  private func always(_ item: TreePath) -> JSONTree {
    .object([
      (
        "among",
        .object([
          ("value", .text("kind")),
          (
            "of",
            .list(ApplicantKind.allCases.map(\.rawValue).filter(kinds(item).contains).map(JSONTree.text))
          ),
        ])
      ), ("reason", .text("below-threshold")),
    ])
  }

  private func kinds(_ item: TreePath) -> [String] { self[item + "who"]?.words ?? [] }

  private mutating func test(_ path: TreePath) {
    moves(in: path)
    let among = path + "among"
    if self[among + "value"]?["type"] != nil, let words = self[among + "of"]?.words {
      for type in PatentType.allCases.map(\.rawValue) where !words.contains(type) {
        add(.condition, among + "of", "\(type) let in") { .list($0.elements + [.text(type)]) }
      }
      drops(of: among + "of", .condition)
    }
    let other = self[path + "reason"]?.text == "condition" ? "window" : "condition"
    add(.code, replacing: path + "reason", by: .text(other))
  }
}
