import CaseModel
import Cells
import Wording

/// One field of an entry form: what is typed or looked up, what it is read as, and what is wrong with it.
struct Field: Sendable {
  enum Kind: Hashable, Sendable {
    case text, date, money, count, year, flag, applicationNumber
    case choice([Choice])
  }

  struct Choice: Hashable, Sendable {
    var id: String
    var label: String
    /// The readings of each of its characters; empty until they are looked up.
    var readings: [[String]] = []
  }

  let id: String
  let label: String
  let hint: String
  var kind: Kind
  let mask: Mask
  var editor: LineEditor
  /// What is found by what is typed, where the field is one that is looked up.
  var lookup: Lookup?
  /// Whether it only shows what stands in it.
  var isLocked = false
  /// The largest count that is taken.
  var most = Count.range.upperBound

  init(
    id: String, label: String, hint: String = "", kind: Kind, mask: Mask = .any, text: String = ""
  ) {
    self.id = id
    self.label = label
    self.hint = hint
    self.kind = kind
    self.mask = mask
    editor = LineEditor(text)
  }

  /// A field that is looked up.
  init(id: String, label: String, among source: Lookup.Source) {
    self.init(id: id, label: label, kind: .text)
    lookup = Lookup(source)
  }

  /// Its name without the sign that it has to be filled in.
  var name: String { label.filter { $0 != "*" && $0 != " " } }
  var chosen: Lookup.Candidate? { lookup?.chosen }
  var isEmpty: Bool { editor.text.isEmpty }
  /// Whether it is there for words of any kind.
  var takesAnything: Bool { kind == .text && mask == .any && lookup == nil }
  /// Whether there is a list to pick from.
  var hasList: Bool { if case .choice = kind { true } else { lookup != nil && !isLocked } }

  /// What the field says, in the form that a filing keeps; what can't be read is kept as it was typed, so that
  /// nothing is lost. Nil where nothing was typed.
  func raw(today: CivilDate) -> RawInput? {
    let text = editor.text
    guard !text.isEmpty else { return nil }
    switch kind {
    case .text, .applicationNumber: return .text(text)
    case .date: return .text((try? CivilDate.typed(text, today: today).get())?.description ?? text)
    case .money: return .text((try? Money.typed(text).get())?.description ?? text)
    case .count, .year:
      return (try? Count.typed(text, upTo: most).get()).map(RawInput.count) ?? .text(text)
    case .flag: return (try? YesNo.typed(text).get()).map(RawInput.flag) ?? .text(text)
    case .choice: return .text(choice?.id ?? text)
    }
  }

  /// The choice meant: by number, by name or a part of it, by pinyin or initials, or by code.
  var choice: Choice? {
    let found = meant
    return found.count == 1 ? found[0] : nil
  }

  /// The choices that what was typed may mean; of those that fit better than others only these.
  private var meant: [Choice] {
    guard case .choice(let choices) = kind else { return [] }
    let typed = TextFolding.search(editor.text)
    guard !typed.isEmpty else { return [] }
    if let number = Int(typed), choices.indices.contains(number - 1) { return [choices[number - 1]] }
    if let exact = choices.first(where: {
      TextFolding.search($0.label) == typed || TextFolding.search($0.id) == typed
    }) {
      return [exact]
    }
    let named = choices.filter { TextFolding.search($0.label).contains(typed) }
    if !named.isEmpty { return named }
    let spelled = choices.map { ($0, $0.spelling(by: typed)) }
    guard let best = spelled.compactMap(\.1).max() else { return [] }
    return spelled.filter { $0.1 == best }.map(\.0)
  }

  /// Writes what was typed the way it is kept, as the field is left: a day, an amount and a choice in full, so
  /// that everybody sees what was read. What can't be read stays as it was typed; so do texts and numbers of
  /// applications, which are kept as the paper has them.
  mutating func settle(today: CivilDate) {
    let settled: String? =
      switch kind {
      case .date, .flag, .choice: reading(today: today)
      case .money: (try? Money.typed(editor.text).get())?.description
      case .count, .year: (try? Count.typed(editor.text, upTo: most).get()).map { String($0) }
      case .text, .applicationNumber: nil
      }
    if let settled, settled != editor.text { editor.replace(settled) }
  }

  /// What the field is read as, to be shown beside it: a date in full, an amount in words, a choice's name.
  func reading(today: CivilDate) -> String? {
    let text = editor.text
    guard !text.isEmpty else { return nil }
    switch kind {
    case .text: return nil
    case .date: return (try? CivilDate.typed(text, today: today).get())?.description
    case .money: return (try? Money.typed(text).get()).map { AmountInWords.words($0) }
    case .count, .year: return nil
    case .flag: return (try? YesNo.typed(text).get()).map { $0 ? "是" : "否" }
    case .applicationNumber:
      guard case .number(let number) = ApplicationNumber.read(text) else { return nil }
      return Labels.label(number.type) + " " + number.description
    case .choice: return choice?.label
    }
  }

  /// What is wrong with what was typed and what to do; nil where it is right or nothing was typed.
  func problem(today: CivilDate) -> String? {
    let text = editor.text
    guard !text.isEmpty, lookup == nil else { return nil }
    switch kind {
    case .text: return TextFolding.isBlank(text) ? "只有空格，请填写内容" : nil
    case .date:
      guard case .failure(let issue) = CivilDate.typed(text, today: today) else { return nil }
      return FieldWording.sentence(issue)
    case .money:
      guard case .failure(let issue) = Money.typed(text) else { return nil }
      return FieldWording.sentence(issue)
    case .count, .year:
      switch Count.typed(text, upTo: most) {
      case .failure(let issue): return FieldWording.sentence(issue, upTo: most)
      case .success(let year) where kind == .year && !(1000...9999).contains(year): return "年份请写四位，如 2019"
      case .success: return nil
      }
    case .flag:
      guard case .failure = YesNo.typed(text) else { return nil }
      return "请填“是”或“否”"
    case .applicationNumber:
      if let number = ApplicationNumber.withLostZero(text) { return FieldWording.lostZero(number) }
      return FieldWording.problem(ApplicationNumber.read(text))
    case .choice(let choices):
      let found = meant
      guard found.count != 1 else { return nil }
      if found.count > 1 {
        let names = found.prefix(4).map(\.label).joined(separator: "、")
        return "有 \(found.count) 项相符（\(names)），请再输几个字"
      }
      return "请填编号 1 到 \(choices.count)、名称或拼音首字母"
    }
  }
}
