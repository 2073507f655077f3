public import SubsidyRules

/// How a policy's shared caps can be settled outside of the desk, for those who run a province's figures.
public enum SettlingWording {
  public static func sentence(_ settling: Settling, _ policy: Policy) -> String {
    func cap(_ id: String) -> String { policy.cap(id)?.label ?? id }
    switch settling {
    case .windows: return "一件申报最多占一项限额：可以用 data/engine 的查询（窗口函数）一次结算。"
    case .components(let item, let caps):
      let name = policy.item(item)?.label ?? item
      let why =
        caps.count > 1
        ? "“\(name)”同时占\(caps.map { "“\(cap($0))”" }.joined(separator: "、"))"
        : "\(caps.map { "“\(cap($0))”" }.joined())的上限因件而异"
      return why + "：要按组结算，用 zizhu claims --component。"
    case .oneAtATime(let id):
      guard let found = policy.cap(id), found.order == .received, !found.isInPieces else {
        return "“\(cap(id))”按件数或按自己的先后次序结算，data/engine 的查询不能结算：由本程序结算。"
      }
      return "“\(cap(id))”由全部申报共用，一件接一件结算：用 zizhu awards。"
    case .oneByOne(let item):
      return "“\(policy.item(item)?.label ?? item)”要先有另一项目的资助，data/engine 的查询不能结算：由本程序结算。"
    }
  }
}
