public import CaseModel
public import SubsidyRules

/// Why a filing was taken although something spoke against what it says.
public enum OverrideWording {
  /// Each reason with what it was given for; why somebody on the list of bans was taken stands there whatever becomes of
  /// the ban.
  public static func lines(_ filing: Filing, _ item: Item?) -> [String] {
    filing.overrides.filter { !TextFolding.isBlank($0.reason) }
      .map { "\(label($0.input, item))：\($0.reason.withoutStop)。" }
  }

  static func label(_ input: String, _ item: Item?) -> String {
    switch input {
    case Filing.receipt: "收件日期提前理由"
    case Filing.ban: "收件理由"
    default: (item?.input(input)?.label ?? input) + "照收理由"
    }
  }
}
