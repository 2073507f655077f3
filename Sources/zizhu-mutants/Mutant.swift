import JSONText

/// The policy file with one thing changed.
struct Mutant {
  /// What sort of thing is changed, in the order in which a report tells of them.
  enum Kind: String, CaseIterable {
    case figure = "figures ±1"
    case leastUnit = "figures ± one fen or 0.01 %"
    case comparison = "comparisons strict or inclusive"
    case day = "days ±1"
    case condition = "conditions dropped"
    case cap = "caps and ceilings dropped or shared otherwise"
    case reading = "readings chosen otherwise"
    case key = "once-only keys"
    case applicant = "applicants and districts"
    case event = "events and values"
    case input = "inputs"
    case code = "reasons and warnings"
  }

  var kind: Kind
  /// The article of the item or cap that the change is in; `closing` for the periods, `all` for what every item shares.
  var article: String
  /// Where in the file, as the policy reader writes it.
  var path: String
  /// What stands there now instead of what.
  var change: String
  var tree: JSONTree

  var line: String { "article \(article)  \(path)  \(change)" }
}
