import CaseModel

/// Who was whose branch, day by day, and what that makes of grants of inventions under the cap of article 2.
///
/// Written from the rule alone: a table of parents with a row for each day, and everything added up anew when asked.
struct PlainFamilies {
  struct Grant {
    var id: String
    var applicant: String
    /// Place of the day of receipt among the days.
    var day: Int
    /// Fen; nil where nobody has decided.
    var decided: Int64?
    /// The families that a decided one uses room in.
    var heads: [String] = []
  }

  static let days = 100
  private(set) var grants: [Grant] = []
  private var parents: [String: [String?]] = [:]

  mutating func enter(_ applicant: String, parent: String?) {
    parents[applicant] = Array(repeating: parent, count: Self.days)
  }

  func parent(of applicant: String, on day: Int) -> String? { parents[applicant]?[day] ?? nil }

  /// The applicant itself, its parent, that one's parent and so on; nil where they come round.
  func line(of applicant: String, on day: Int) -> [String]? {
    var line = [applicant]
    while let last = line.last, let next = parent(of: last, on: day) {
      if line.contains(next) { return nil }
      line.append(next)
    }
    return line
  }

  private func head(of applicant: String, on day: Int) -> String {
    line(of: applicant, on: day)?.last ?? applicant
  }

  mutating func receive(_ id: String, of applicant: String, day: Int, decided: Int64?) {
    let heads = decided == nil ? [] : [head(of: applicant, on: day)]
    grants.append(Grant(id: id, applicant: applicant, day: day, decided: decided, heads: heads))
  }

  mutating func decide(_ place: Int, _ fen: Int64) {
    grants[place].decided = fen
    grants[place].heads = [head(of: grants[place].applicant, on: grants[place].day)]
  }

  /// Whether the parents would come round to themselves on some day.
  func comesRound(_ applicant: String, to parent: String?, from day: Int?) -> Bool {
    var other = self
    other.setParent(of: applicant, to: parent, from: day)
    return other.parents.keys.contains { one in
      (0..<Self.days).contains { other.line(of: one, on: $0) == nil }
    }
  }

  private mutating func setParent(of applicant: String, to parent: String?, from day: Int?) {
    for one in (day ?? 0)..<Self.days { parents[applicant]?[one] = parent }
  }

  /// A correction where no day is given.
  mutating func move(_ applicant: String, to parent: String?, from day: Int?) {
    setParent(of: applicant, to: parent, from: day)
    for place in grants.indices where grants[place].decided != nil {
      let grant = grants[place]
      // Whoever was always a branch heads no family: what stood there stands with its head.
      if day == nil, parent != nil {
        let head = head(of: applicant, on: grant.day)
        grants[place].heads = grant.heads.map { $0 == applicant ? head : $0 }
      }
      guard grant.day >= day ?? 0, line(of: grant.applicant, on: grant.day)?.contains(applicant) == true
      else {
        continue
      }
      grants[place].heads.append(head(of: grant.applicant, on: grant.day))
    }
  }

  /// Fen by filing, and what is used by holder.
  func settled() -> (awards: [String: Int64], used: [String: Int64]) {
    var awards: [String: Int64] = [:]
    var used: [String: Int64] = [:]
    for grant in grants {
      guard let decided = grant.decided else { continue }
      awards[grant.id] = decided
      for head in Set(grant.heads) { used[head, default: 0] += decided }
    }
    for grant in grants.filter({ $0.decided == nil }).sorted(by: { ($0.day, $0.id) < ($1.day, $1.id) }) {
      let head = head(of: grant.applicant, on: grant.day)
      let award = min(50_000, max(0, 5_000_000 - used[head, default: 0]))
      awards[grant.id] = award
      used[head, default: 0] += award
    }
    return (awards, used)
  }
}
