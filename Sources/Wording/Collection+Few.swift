extension Collection<String> {
  /// The first names of many, so that a sentence stays one, and where a unit is given how many there are: 甲、乙 等 5 件.
  public func few(_ most: Int, counted unit: String? = nil) -> String {
    let all = unit.map { " \(count) \($0)" } ?? ""
    return prefix(most).joined(separator: "、") + (count > most ? " 等" + all : "")
  }
}

extension Collection where Element: CaseIterable & Hashable {
  /// How many there are of each, in the order of its kinds, those left out of which there is none: 核定 3，退回 1.
  public func counted(_ label: (Element) -> String) -> String {
    let counts = reduce(into: [Element: Int]()) { $0[$1, default: 0] += 1 }
    return Element.allCases.compactMap { kind in counts[kind].map { "\(label(kind)) \($0)" } }
      .joined(separator: "，")
  }
}
