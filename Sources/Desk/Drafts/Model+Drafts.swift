import CaseModel
public import Casework
import SubsidyRules
import Wording

/// What was typed and not saved: kept while it is typed, and taken up again after a crash.
///
/// A draft's way: `unsaved`, then `DraftKeeper` (beside the desk, within a second or two) and `DraftFile`
/// under `drafts/`, locked while its desk lives; at the next start `offer` asks. Another form that is to
/// survive a crash puts itself into it (`Layer.keep`) and is made again in `UnsavedWork.layers`.
extension Model {
  /// What would be lost if the desk ended now.
  public var unsaved: UnsavedWork {
    layers.reversed().reduce(into: UnsavedWork()) { $1.keep(in: &$0) }
  }

  /// Asks whether to go on with what desks of this operator left behind, the latest first.
  public mutating func offer(_ left: [LeftBehind]) {
    unfinished.leftBehind = left
    if layer(Asking.self)?.question.isAboutDraft == true { drop(Asking.self) }
    askToResume()
  }

  /// Asks about the first draft that was left behind, where nothing lies over the screens.
  mutating func askToResume() {
    if !unfinished.leftBehind.isEmpty, work == nil, layer(Asking.self) == nil { ask(.resume) }
  }

  /// Goes on with a draft that has become this desk's own.
  public mutating func resume(_ draft: LeftBehind, _ state: OfficeState) {
    defer { renewLists(state) }
    unfinished.leftBehind.removeAll { $0.name == draft.name }
    guard let forms = draft.work.layers(surroundings(state)) else { return }
    for form in forms { open(form) }
    search.isTyping = false
    message = Notice(.good, "已取回没有保存的内容，请核对后保存。")
  }

  /// Enter on the question: the draft is taken up where its forms can still be made.
  mutating func takeUp(_ state: OfficeState) -> [Effect] {
    guard let draft = unfinished.leftBehind.first else { return [] }
    guard draft.work.layers(surroundings(state)) != nil else {
      unfinished.leftBehind.removeFirst()
      return warned("原来的记录已不能修改，这份内容没有打开，仍留着；下次可按 Del 丢弃。")
    }
    return [.takeDraft(draft)]
  }

  /// Esc on the question: the draft stays for the next time, and the next one is asked about.
  mutating func leaveForLater() {
    guard !unfinished.leftBehind.isEmpty else { return }
    unfinished.leftBehind.removeFirst()
    askToResume()
    if layer(Asking.self) == nil { message = Notice(.good, "没有保存的内容仍留着，下次打开时再问。") }
  }

  /// The draft that was asked about is gone.
  public mutating func discarded(_ draft: LeftBehind) {
    unfinished.leftBehind.removeAll { $0.name == draft.name }
    message = Notice(.good, "已丢弃那份没有保存的内容。")
    askToResume()
  }

  /// Another desk has taken the draft up first.
  public mutating func resumedElsewhere(_ draft: LeftBehind) {
    unfinished.leftBehind.removeAll { $0.name == draft.name }
    warn("那份内容已在另一个窗口里接着填写。")
    askToResume()
  }
}

extension LeftBehind {
  /// What the question about drafts says, the first of which would be taken up.
  static func question(of drafts: [LeftBehind], _ state: OfficeState) -> String {
    guard let draft = drafts.first else { return "" }
    let more = drafts.count > 1 ? "（共 \(drafts.count) 份）" : ""
    let day = MomentWording.local(draft.at)
    if let receipt = draft.work.receipt {
      return "市局退回、要重新登记的\(more)：\(subject(of: draft.work, state))，另一台机器的编号 \(receipt)，\(day)。"
    }
    return "有没保存的内容\(more)：\(subject(of: draft.work, state))，\(day)。"
  }

  /// A draft in a few words.
  private static func subject(of work: UnsavedWork, _ state: OfficeState) -> String {
    if let applicant = work.applicant {
      let name = applicant.text("name") ?? ""
      return (applicant.amended == nil ? "新申请人" : "修改申请人") + (name.isEmpty ? "" : " " + name)
    }
    if let record = work.record {
      let kind = RegisterForm.kind(of: record, state)?.label ?? ""
      return (record.amended.map { "修改台账 \($0.id)" } ?? "登记台账") + " " + kind
    }
    let form = work.filing
    let item = form?.choice("item").flatMap { state.policy.item($0)?.label } ?? ""
    let applicant = form?.choice("applicant").flatMap { state.applicant($0)?.name } ?? ""
    let what =
      work.list.map { "列表 \($0.rows.count - 1) 行" } ?? form?.amended.map { "修改 \($0.id)" } ?? "新申报"
    return [what, item, applicant].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension UnsavedWork {
  /// The forms as they were, each over the one before; nil where one of them can't be made any more: the record that was being
  /// changed has been decided, the item is gone from the policy.
  fileprivate func layers(_ desk: Surroundings) -> [any Layer]? {
    var layers: [any Layer] = []
    if let filing {
      guard let form = FilingForm(resuming: filing, state: desk.state, today: desk.today) else { return nil }
      layers.append(form)
    }
    if let list {
      guard let form = layers.first as? FilingForm,
        let entry = ListEntry(resuming: list, on: form, today: desk.today, state: desk.state)
      else { return nil }
      layers.append(entry)
    }
    if let applicant {
      guard let form = ApplicantForm(resuming: applicant, state: desk.state) else { return nil }
      layers.append(form)
    }
    if let record {
      guard let form = RegisterForm(resuming: record, desk) else { return nil }
      layers.append(form)
    }
    return layers
  }
}

extension FilingForm {
  /// The form with its fields counted as typed.
  var asChanged: FilingForm {
    var form = self
    form.fields.isChanged = true
    return form
  }
}
