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

  // MARK: - What is told

  private struct Row {
    var name: String
    var label: String
    var unit: Unit
    /// What it is set against.
    var base: String?
  }

  private enum Unit { case count, megabytes, milliseconds, microseconds, speed }

  private static let rows = [
    Row(name: "filings", label: "filings", unit: .count),
    Row(name: "lines", label: "lines in the journal", unit: .count),
    Row(name: "bytes", label: "journal, MB", unit: .megabytes),
    Row(name: "snapshot-bytes", label: "snapshot, MB", unit: .megabytes),
    Row(name: "bare-read", label: "bare read of the journal, ms", unit: .milliseconds),
    Row(name: "open", label: "open from the snapshot, ms", unit: .milliseconds, base: "bare-read"),
    Row(name: "first-frame", label: "open to first frame, ms", unit: .milliseconds, base: "bare-read"),
    Row(name: "ready", label: "ledger and search ready, ms", unit: .milliseconds, base: "bare-read"),
    Row(name: "open-by-replay", label: "open without a snapshot, ms", unit: .milliseconds, base: "bare-read"),
    Row(name: "settle", label: "decide all anew, ms", unit: .milliseconds),
    Row(name: "keep-snapshot", label: "write the snapshot, ms", unit: .milliseconds),
    Row(name: "verify-chain", label: "verify the chain, ms", unit: .milliseconds, base: "bare-read"),
    Row(name: "verify-chain-speed", label: "verify the chain, MB/s", unit: .speed),
    Row(name: "verify", label: "verify all, ms", unit: .milliseconds, base: "bare-read"),
    Row(name: "verify-speed", label: "verify all, MB/s", unit: .speed),
    Row(name: "bare-append", label: "bare write + fdatasync of a line, us", unit: .microseconds),
    Row(name: "save", label: "one save, us", unit: .microseconds, base: "bare-append"),
    Row(name: "key", label: "one key on a list, p50, us", unit: .microseconds),
    Row(name: "key-99", label: "one key on a list, p99, us", unit: .microseconds),
    Row(name: "draft", label: "live decision of a draft, us", unit: .microseconds),
    Row(name: "memory-first-frame", label: "memory at the first frame, MB", unit: .megabytes),
    Row(name: "memory-ready", label: "memory when ready, MB", unit: .megabytes),
  ]

  /// Adds each figure's ratio to what it is set against, and speeds.
  mutating func addRatios() {
    for row in Self.rows {
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

  // MARK: - Out

  static func json(_ tables: [Figures]) -> String {
    var writer = JSONWriter(layout: .indented)
    writer.array { writer in
      for table in tables {
        writer.element()
        writer.object { writer in
          for (name, value) in table.values.sorted(by: { $0.key < $1.key }) {
            writer.key(name)
            writer.raw(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value))
          }
        }
      }
    }
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A column for each store; behind a figure how many times its base it is.
  static func table(_ tables: [Figures]) -> String {
    let width = 20
    var text = ""
    for row in rows {
      text += row.label + String(repeating: " ", count: max(1, 38 - row.label.count))
      for table in tables {
        var cell = table.values[row.name].map { shown($0, row.unit) } ?? "-"
        if let ratio = table.values[row.name + "-ratio"] { cell += " (\(decimals(ratio, 2))x)" }
        text += String(repeating: " ", count: max(1, width - cell.count)) + cell
      }
      text += "\n"
    }
    return text
  }

  private static func shown(_ value: Double, _ unit: Unit) -> String {
    switch unit {
    case .count: String(Int(value))
    case .megabytes: decimals(value / 1e6, 1)
    case .milliseconds: decimals(value * 1e3, 1)
    case .microseconds: decimals(value * 1e6, 1)
    case .speed: decimals(value / 1e6, 0)
    }
  }

  /// A number with so many decimals, none of them left out.
  static func decimals(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((value * scale).rounded())
    guard places > 0 else { return String(rounded) }
    let digits = padded(abs(rounded), places + 1)
    return (rounded < 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
  }
}
