import Casework

/// What was begun and lies open, but not on this screen.
public struct Unfinished: Sendable {
  /// What others had open who worked here before.
  var aside: [String: Model.OpenForms] = [:]
  /// What desks of this operator left behind and nobody has taken up yet, the latest first.
  var leftBehind: [LeftBehind] = []
  /// Who has which records open at other desks: names by record.
  public var openAtOthers: [String: [String]] = [:]
}
