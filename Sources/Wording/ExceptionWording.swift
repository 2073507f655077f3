public import Casework

/// What supervision should look at, in words.
public enum ExceptionWording {
  public static func label(_ kind: OfficeException.Kind) -> String {
    switch kind {
    case .withoutSponsor: "姓名没有担保人"
    case .newName: "新姓名审定或拨付"
    case .alone: "一人独自审定或拨付"
    case .daySet: "日期往前设"
    case .clock(let jump): jump.isBack ? "时钟倒退" : "时钟跳前"
    case .overrun: "超出上限"
    case .passed: "越过未汇总的局"
    }
  }

  public static func sentence(_ kind: OfficeException.Kind, _ state: OfficeState) -> String {
    switch kind {
    case .withoutSponsor: "第一件申报之前添加，无从判断与建库人是否两人"
    case .newName(let sponsor): "此前七天内由 \(sponsor.name) 于 \(MomentWording.local(sponsor.at)) 添加、改任或清除 PIN"
    case .alone: "经办与审定、拨付为同一人"
    case .daySet(let day): "当时把日期设为 \(day)"
    case .clock(let jump):
      "上一条记在 \(MomentWording.local(jump.before))，这一条记在 \(MomentWording.local(jump.after))"
    case .passed(let offices, let overtaken):
      "当时收到这些局的记录早于收件日：\(offices.joined(separator: "、"))。"
        + (overtaken.isEmpty ? "到现在没有发现被越过的" : "后来知道被越过的：\(overtaken.joined(separator: "、"))")
    case .overrun(let row): FamilyWording.overrun(row, state)
    }
  }

  /// What stands behind an approval or a payment that is out of the ordinary; nothing behind any other.
  public static func mark(_ entry: HistoryEntry, of filing: String, _ state: OfficeState) -> String {
    state.exceptions(in: entry, of: filing).compactMap { exception in
      guard case .newName = exception.kind else { return nil }
      return "（\(entry.by)\(sentence(exception.kind, state))）"
    }.joined()
  }
}
