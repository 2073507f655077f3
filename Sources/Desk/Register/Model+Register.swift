public import Casework
import Cells
import SubsidyRules
import Wording

/// Entering, changing and striking out records on the register screen.
extension Model {
  /// F2: a record of the kind that is open or under the cursor.
  mutating func enterRecord(_ state: OfficeState) {
    guard let kind = chosenKind(state) else { return warn("请先选一个类别，再登记。") }
    search.isTyping = false
    open(RegisterForm(kind, surroundings(state)))
  }

  /// Asks for a table of records of the kind that is open or under the cursor.
  mutating func openRecordsTable(_ state: OfficeState) {
    guard screen == .register, let kind = chosenKind(state) else { return warn("请先按 6 到工作台账，选一个类别，再从表格读入。") }
    search.isTyping = false
    open(RecordsTableForm(kind, surroundings(state)))
  }

  /// A table of records has been read.
  public mutating func recordsRead(_ preview: RecordsPreview, _ state: OfficeState) {
    open(RecordsTablePage(preview, surroundings(state)))
    message = nil
  }

  /// A table of records could not be read; what was typed stays.
  public mutating func recordsRefused(_ sentence: String) {
    saving.key = nil
    message = Notice(.bad, "没有读入：" + sentence)
  }

  /// Enter: the records of a kind, or a record to change.
  mutating func openRegister(_ state: OfficeState) {
    guard states.register.isListing else {
      if let kind = chosenKind(state) { states.register.open(kind.id) }
      return
    }
    guard let record = chosenRecord, isOwn(record, state) else { return }
    if let whyOnlyLookedAt { return warn(whyOnlyLookedAt) }
    guard record.struckOut == nil else { return warn("\(record.id) 已经作废，不能再改；要的话请重新登记。") }
    guard let kind = state.recordKind(record.entry.kind) else {
      return warn("现行政策文件里没有这一类，\(record.id) 只能查看。")
    }
    open(RegisterForm(kind, amending: record, surroundings(state)))
  }

  /// F6: the record under the cursor no longer counts.
  mutating func strikeRecord(_ state: OfficeState) {
    guard let record = chosenRecord, isOwn(record, state) else { return }
    open(StrikeForm(record, surroundings(state)))
  }

  /// Whether the office keeps a record itself; says whose it is where it does not.
  private mutating func isOwn(_ record: RegisterRecord, _ state: OfficeState) -> Bool {
    guard let office = record.office else { return true }
    warn(OfficesWording.sentence(.keptBy(OfficeNames.full(office, in: state))))
    return false
  }

  /// Keys of the register screen.
  var registerHints: [KeyHint] {
    var hints = [KeyHint(.f(2), "登记")]
    if states.register.isListing {
      if let record = chosenRecord, record.struckOut == nil, record.office == nil {
        hints += [KeyHint(.enter, "修改"), KeyHint(.f(6), "作废")]
      }
      hints.append(KeyHint(.zero, "各年", isMinor: true))
      if states.register.opened != nil { hints.append(KeyHint(.backspace, "各类", isMinor: true)) }
    } else if !lists.register.kinds.isEmpty {
      hints.append(KeyHint(.enter, "其记录"))
    }
    return hints
  }
}
