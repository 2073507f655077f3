import CaseModel
import JSONText
import SubsidyRules

extension PolicyReader {
  /// The districts that count as local: the code alone, whose name the country's table has, or an object with the name
  /// they go by here, codes they bore before and where a zone lies.
  func districts(_ node: Node?) -> [District] {
    let read = array(node).compactMap { element in
      district(element).map { ($0, element) }
    }
    checkUnique(read.map { ($0.0.code, $0.1) }) { .repeatedWord($0) }
    let whole = Set(read.map(\.0).filter { $0.liesIn == nil }.map(\.code))
    var named: [String: String] = [:]
    for (one, element) in read {
      let first = named[one.name] ?? one.code
      named[one.name] = first
      if first != one.code { note(.repeatedLabel(one.name), element) }
      guard let within = one.liesIn, !whole.contains(within) else { continue }
      _ = noteUnknown(within, element, among: read.map(\.0.code).filter { $0 != one.code })
    }
    return read.map(\.0)
  }

  private func district(_ node: Node) -> District? {
    if case .string = node.tree.value {
      guard let code = districtCode(node) else { return nil }
      if let known = District(country: code) { return known }
      if isOfficial(code) { remark(.unlistedDistrict(code), node) }
      // A zone that a file gives no name, and a code that the table lacks, goes by the code.
      return District(code: code, name: code)
    }
    guard let object = object(node, PolicyWords.district) else {
      return nil
    }
    let former = object["former"].map { array($0).compactMap { districtCode($0) } } ?? []
    let name = text(object["name"])
    let liesIn = object["liesIn"].flatMap { districtCode($0) }
    guard let code = object["code"].flatMap({ districtCode($0) }), let name else { return nil }
    let known = District(country: code)?.formerCodes ?? []
    return District(
      code: code, name: name, formerCodes: former + known.filter { !former.contains($0) }, liesIn: liesIn)
  }

  /// Six digits of GB/T 2260, or a short word of capitals for a zone that has no code of its own.
  private func districtCode(_ node: Node) -> String? {
    guard let code = text(node) else { return nil }
    let isZone = (2...6).contains(code.utf8.count) && code.utf8.allSatisfy { (65...90).contains($0) }
    if !isOfficial(code), !isZone { note(.badDistrict(code, codes: Country.codes(named: code)), node) }
    return code
  }

  /// Whether it looks like a code of GB/T 2260.
  private func isOfficial(_ code: String) -> Bool {
    code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
  }
}
