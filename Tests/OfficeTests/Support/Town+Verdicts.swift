import Casework
import Testing

@testable import Office

/// What a city finds and rules on in tests.
extension Town {
  /// The conflicts of a kind that nobody has ruled on.
  func open(_ kind: ConflictKind) -> [OfficeConflict] {
    (city.joint?.conflicts ?? []).filter { $0.kind == kind && $0.ruling == nil }
  }

  func rule(_ conflict: OfficeConflict, _ verdict: Ruling.Verdict) throws {
    let ruling = Ruling(conflict: conflict.id, verdict: verdict, parties: conflict.parties, note: "已核")
    _ = try city.save(.offices(.rule(ruling)), by: mayor)
  }

  /// Grants of an agency, handed up by a county, gathered and committed.
  func committed(_ patents: some Sequence<Int>, _ code: String) throws -> [String] {
    let ids = try review(code, patents, of: Town.agency(code))
    try take([.handUp], ids, at: county(code), by: head(code))
    try gather(bundle(code))
    try take([.commit], ids, at: city, by: mayor)
    return ids
  }

  /// Taken back by the county with the applicant's paper, and gathered.
  func withdraw(_ ids: [String], at code: String) throws {
    let county = try county(code)
    var request = StepRequest(.withdraw, ids.map { county.state.row($0) })
    request.paper = "撤回申请书"
    _ = try county.save(.step(request), by: head(code))
    try gather(bundle(code))
  }

  /// Four grants that a county paid by itself, which the city has taken over before the county joins and is gathered.
  func copy(_ code: String) throws {
    let county = try county(code)
    let ids = try review(code, 0..<4, of: Town.agency(code))
    try take([.approve, .publish, .pay], ids, at: county, by: head(code))
    _ = try city.save(
      .importCases(applicants: county.state.people.applicants, filings: county.state.statedFilings()),
      by: mayor)
    try join(code)
    try gather(bundle(code))
  }
}

/// Why something is refused; nil where it is not.
func refusal(_ work: () throws -> Void) -> Refusal? {
  do {
    try work()
  } catch OfficeError.refused(let refusal) {
    return refusal
  } catch {
    Issue.record("\(error)")
  }
  return nil
}
