/// The ids and labels of an item's inputs, or of its values: finding one takes as long among thousands as among a few.
struct LabelTable {
  /// In the order of the file.
  private(set) var ids: [String] = []
  private var places: [String: [Int]] = [:]
  private var labelled: [String: String] = [:]

  mutating func add(_ id: String, label: String) {
    places[id, default: []].append(ids.count)
    if labelled[label] == nil { labelled[label] = id }
    ids.append(id)
  }

  /// The place of what bears an id first; nil where nothing does.
  func place(of id: String) -> Int? { places[id]?.first }

  /// The places of all that bear an id, of which a sound file has one at most.
  func places(of id: String) -> [Int] { places[id] ?? [] }

  /// What bears a label first.
  func id(labelled label: String) -> String? { labelled[label] }
}
