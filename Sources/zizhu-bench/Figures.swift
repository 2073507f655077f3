import CaseModel
import JSONText

/// Named figures of one store: seconds, bytes, counts and ratios.
struct Figures {
  private var values: [String: Double] = [:]

  subscript(_ name: String) -> Double? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Reads lines of a name, a blank and a number, as `text` writes them.
  mutating func add(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, let value = Double(parts[1]) { values[String(parts[0])] = value }
    }
  }

  var text: String { values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined() }

  // MARK: - Derived

  /// Adds each figure's ratio to what it is set against, and speeds.
  mutating func addRatios() {
    for row in FigureRow.all + FigureRow.city {
      guard let base = row.base.flatMap({ values[$0] }), let value = values[row.name], base > 0 else {
        continue
      }
      values[row.name + "-ratio"] = value / base
    }
    for name in ["verify", "verify-chain"] {
      if let bytes = values["bytes"], let time = values[name], time > 0 {
        values[name + "-speed"] = bytes / time
      }
    }
  }

  /// Adds how many times the same figure of a smaller store each one is.
  mutating func addGrowth(since smaller: Figures) {
    for row in FigureRow.all where row.unit.grows {
      guard let value = values[row.name], let before = smaller[row.name], before > 0 else { continue }
      values[row.name + "-growth"] = value / before
    }
  }

  // MARK: - Out

  static func json(_ stores: [Figures]) -> String {
    var writer = JSONWriter(layout: .indented)
    writer.objects(stores) { writer, figures in
      for (name, value) in figures.values.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        writer.raw(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value))
      }
    }
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A number with so many decimals, none of them left out.
  static func decimals(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((value * scale).rounded())
    guard places > 0 else { return String(rounded) }
    let digits = abs(rounded).padded(to: places + 1)
    return (rounded < 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
  }
}
