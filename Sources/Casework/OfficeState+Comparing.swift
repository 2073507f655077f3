import CaseModel

extension OfficeState {
  /// Whether another state knows the same and has worked out the same; in which order it came to it plays no part.
  public func agrees(with other: OfficeState) -> Bool { differing(from: other).isEmpty }

  /// The parts in which another state differs, by their names here.
  public func differing(from other: OfficeState) -> [String] {
    var parts = KeptPart.all.filter { !$0.agree(self, other) }.map(\.name)
    if Set(given.policies.keys) != Set(other.given.policies.keys) { parts.append("given.policies") }
    if awards != other.awards { parts.append("sums.byYear") }
    if !files.agree(with: other.files) { parts.append("files") }
    return parts
  }

  /// The same state in the place of another: with what whoever opened that one brought along, and a version of its
  /// own, so that no list made from the other stays.
  public func following(_ other: OfficeState) -> OfficeState {
    var state = self
    state.given.calendar = other.given.calendar
    state.given.tariff = other.given.tariff
    state.folded.version = Swift.max(version, other.version) + 1
    return state
  }

  /// The years in which anything is paid.
  private var awards: [Int: Totals] { sums.byYear.filter { $0.value.award > .zero } }
}
