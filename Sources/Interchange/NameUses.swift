/// Where an item speaks of its inputs and values: whether anything rests on them, and under which readings.
struct NameUses {
  enum Name: Hashable {
    case input(Int)
    case value(Int)
  }

  enum Place: Hashable {
    /// Whatever the readings say: the event, the amount, a condition, the key, a cap.
    case always
    /// Under one option of one reading.
    case option(reading: Int, option: Int)
    /// In a value; what rests on that value rests on this too.
    case value(Int)
    /// Where nothing depends on its being there: kept as a record, or a bound of another input.
    case record

    /// Whether an input that is needed under an option is sure to be there.
    func isCovered(by reading: Int, _ option: Int) -> Bool {
      self == .record || self == .option(reading: reading, option: option)
    }
  }

  private var uses: [(name: Name, place: Place, node: PolicyReader.Node)] = []
  /// Where names are being used now.
  var place = Place.always

  mutating func add(_ name: Name, in place: Place? = nil, at node: PolicyReader.Node) {
    uses.append((name, place ?? self.place, node))
  }

  /// For each name the places where something rests on it, in the end, with the first node that says so.
  func places(values: Int) -> [Name: [Place: PolicyReader.Node]] {
    var places: [Name: [Place: PolicyReader.Node]] = [:]
    var inside: [Int: [Name]] = [:]
    for use in uses {
      if case .value(let value) = use.place {
        inside[value, default: []].append(use.name)
      } else if places[use.name]?[use.place] == nil {
        places[use.name, default: [:]][use.place] = use.node
      }
    }
    // A value speaks only of values before it.
    for value in (0..<values).reversed() {
      guard let found = places[.value(value)] else { continue }
      for name in inside[value] ?? [] {
        places[name, default: [:]].merge(found) { first, _ in first }
      }
    }
    return places
  }
}
