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
    for (place, one) in read.enumerated() {
      if read.prefix(place).contains(where: { $0.0.name == one.0.name && $0.0.code != one.0.code }) {
        note(.repeatedLabel(one.0.name), one.1)
      }
      guard let within = one.0.liesIn, !read.contains(where: { $0.0.code == within && $0.0.liesIn == nil })
      else {
        continue
      }
      _ = noteUnknown(within, one.1, among: read.map(\.0.code).filter { $0 != one.0.code })
    }
    return read.map(\.0)
  }

  private func district(_ node: Node) -> District? {
    if case .string = node.tree.value {
      guard let code = districtCode(node) else { return nil }
      // A zone that a file gives no name, and a code that the table lacks, goes by the code.
      return District(country: code) ?? District(code: code, name: code)
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
    let isOfficial = code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
    let isZone = (2...6).contains(code.utf8.count) && code.utf8.allSatisfy { (65...90).contains($0) }
    if !isOfficial, !isZone { note(.badDistrict, node) }
    return code
  }
}
