import CaseModel
public import SubsidyRules

/// What an applicant has to know of an item before a filing, part by part.
extension PolicyWording {
  /// How much is paid, the ceiling with it.
  public static func amount(_ item: Item) -> String { amount(ItemTerms(item)) }

  /// What limits the sum of several awards, a phrase for each limit.
  public static func caps(_ item: Item, of policy: Policy) -> [String] {
    policy.caps.filter { $0.items.contains(item.id) }.map { cap($0, for: ItemTerms(item)) }
  }

  /// What is paid once only.
  public static func once(_ item: Item, of policy: Policy) -> String {
    "同一" + once(item.once.chosen(policy.readings) ?? [], ItemTerms(item)) + "只资助一次"
  }

  /// What must hold under the readings in force, a phrase each.
  public static func conditions(_ item: Item, of policy: Policy) -> [String] {
    item.conditions.flatMap { ConditionWording.lines($0, ItemTerms(item), policy) }
  }

  /// The day that counts, the stretches of time it may lie in, and from when on one may file.
  public static func times(_ item: Item, of policy: Policy) -> [String] {
    var lines = ["以\(ItemTerms(item).name(of: item.event))为准："]
    for period in policy.periods {
      let from = max(period.from, item.since ?? period.from)
      let to = min(period.to, item.until ?? period.to)
      guard from <= to else { continue }
      let note = period.note.map { "（\($0)）" } ?? (period.isRetroactive ? "（参照执行）" : "")
      lines.append("\(onPaper(from))至\(onPaper(to))\(note)")
    }
    lines.append(item.mayFollowReceipt ? "可以在这一天以前申报，但不早于当年。" : "在这一天以前不能申报。")
    return lines
  }

  private static func onPaper(_ day: CivilDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
}
