extension Collection<String> {
  /// The first names of many, so that a sentence stays one, and where a unit is given how many there are: 甲、乙 等 5 件.
  public func few(_ most: Int, counted unit: String? = nil) -> String {
    let all = unit.map { " \(count) \($0)" } ?? ""
    return prefix(most).joined(separator: "、") + (count > most ? " 等" + all : "")
  }
}
