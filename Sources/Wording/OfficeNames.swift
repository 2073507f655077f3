import CaseModel
public import Casework

/// What the offices of a city are called where there is little room, and in full.
public enum OfficeNames {
  /// What commands call the office whose journal a writer's is; the city's own where it is no other's.
  public static func code(ofWriter writer: String, in state: OfficeState) -> String {
    state.offices.office(ofWriter: writer)?.code ?? state.office?.district ?? ""
  }

  /// An office in a column: `英德`, a second machine `英德B`, the city itself `市局`.
  public static func short(_ code: String, in state: OfficeState) -> String {
    guard let office = state.offices.office(code) else {
      return code == state.office?.district ? "市局" : code
    }
    var name = Labels.district(office.district, among: state.districts)
    // A zone is named after its city, which says nothing here.
    let city = Labels.district(state.office?.district ?? "", among: state.districts)
    if let core = ends.contains(city.last ?? " ") ? city.dropLast() : nil, !core.isEmpty,
      name.hasPrefix(core),
      name.count > core.count + 1
    {
      name.removeFirst(core.count)
    }
    let isPlain = name.count <= 4 && name.count > 2 && name.last.map(ends.contains) == true
    let core = isPlain ? String(name.dropLast()) : name.count > 4 ? String(name.prefix(2)) : name
    return core + (office.letter ?? "")
  }

  /// An office as its papers name it.
  public static func full(_ code: String, in state: OfficeState) -> String {
    state.offices.office(code)?.name ?? state.office?.name ?? code
  }

  /// Several in one column, as many as there is sense in naming.
  public static func several(_ codes: [String], in state: OfficeState) -> String {
    let names = codes.map { short($0, in: state) }
    return names.count > 3
      ? names.prefix(2).joined(separator: "、") + " 等 \(names.count) 局" : names.joined(separator: "、")
  }

  private static let ends: Set<Character> = ["市", "区", "县", "旗"]
}
