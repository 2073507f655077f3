public import CaseModel
public import Casework

/// What an applicant was called before.
public enum FormerNameWording {
  /// 原名、原代码 with the day until which each stood, the last first. A person's number is masked.
  public static func lines(of applicant: Applicant, _ state: OfficeState) -> [String] {
    var next = (name: applicant.name, code: applicant.code)
    return (state.people.formerNames[applicant.id] ?? []).reversed().compactMap { former in
      defer { next = (former.name, former.code) }
      var parts: [String] = []
      if former.name != next.name { parts.append("原名 \(former.name)") }
      if let code = former.code, code != next.code {
        parts.append("原代码 \(applicant.kind.isUnit ? code : ResidentID.masked(code))")
      }
      return parts.isEmpty ? nil : "\(parts.joined(separator: "，"))（至 \(former.until)）"
    }
  }
}
