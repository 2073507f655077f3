/// A row of the table: which figure it shows, and how.
struct FigureRow {
  enum Unit {
    case count, bytes, megabytes, milliseconds, microseconds, speed

    /// Whether a larger store has more of it, or takes more.
    var grows: Bool {
      switch self {
      case .megabytes, .milliseconds, .microseconds: true
      case .count, .bytes, .speed: false
      }
    }

    var suffix: String {
      switch self {
      case .count: ""
      case .bytes: ", bytes"
      case .megabytes: ", MB"
      case .milliseconds: ", ms"
      case .microseconds: ", us"
      case .speed: ", MB/s"
      }
    }

    func shown(_ value: Double) -> String {
      switch self {
      case .count, .bytes: Figures.decimals(value, 0)
      case .megabytes: Figures.decimals(value / 1e6, 1)
      // Of what takes less than a hundred milliseconds, hundredths are of interest.
      case .milliseconds: Figures.decimals(value * 1e3, value < 0.1 ? 2 : 0)
      case .microseconds: Figures.decimals(value * 1e6, value < 1e-4 ? 1 : 0)
      case .speed: Figures.decimals(value / 1e6, 0)
      }
    }
  }

  var name: String
  var label: String
  var unit: Unit
  /// Shown behind it.
  var second: String?
  /// What it is set against.
  var base: String?

  static let all =
    [
      FigureRow(name: "filings", label: "filings", unit: .count),
      FigureRow(name: "lines", label: "lines in the journal", unit: .count),
      FigureRow(name: "bytes", label: "journal", unit: .megabytes),
      FigureRow(name: "snapshot-bytes", label: "snapshot", unit: .megabytes),
      FigureRow(name: "bare-read", label: "bare read of the journal", unit: .milliseconds),
      FigureRow(name: "sqlite", label: "sqlite3: sums by item and year", unit: .milliseconds),
      FigureRow(name: "open", label: "opened from the snapshot", unit: .milliseconds, base: "bare-read"),
      FigureRow(name: "first-frame", label: "opened to first frame", unit: .milliseconds, base: "bare-read"),
      FigureRow(
        name: "first-screen", label: "zizhu: start to first screen", unit: .milliseconds, base: "sqlite"),
      FigureRow(name: "empty-first-screen", label: "zizhu: the same, empty store", unit: .milliseconds),
      FigureRow(name: "ready", label: "ledger and search ready", unit: .milliseconds, base: "bare-read"),
      FigureRow(
        name: "open-by-replay", label: "opened without a snapshot", unit: .milliseconds, base: "bare-read"),
      FigureRow(name: "keep-snapshot", label: "snapshot written", unit: .milliseconds),
      FigureRow(name: "settle", label: "all decided anew", unit: .milliseconds),
      FigureRow(name: "draft", label: "live decision of a draft", unit: .microseconds),
      FigureRow(
        name: "key", label: "a row on a list, drawn in memory", unit: .microseconds, second: "key-99"),
      FigureRow(
        name: "echo", label: "key: bare echo of it", unit: .milliseconds, second: "echo-99"),
    ] + keys + [
      FigureRow(name: "keys-worklist-rows-bytes", label: "drawn for a row on the worklist", unit: .bytes),
      FigureRow(name: "keys-filings-rows-bytes", label: "drawn for a row of the filings", unit: .bytes),
      FigureRow(name: "bare-append", label: "bare write + fdatasync of a line", unit: .microseconds),
      FigureRow(name: "save", label: "one save", unit: .microseconds, base: "bare-append"),
      FigureRow(name: "verify-chain", label: "chain verified", unit: .milliseconds, base: "bare-read"),
      FigureRow(name: "look", label: "links and policies looked at", unit: .milliseconds, base: "bare-read"),
      FigureRow(name: "verify-chain-speed", label: "chain verified", unit: .speed),
      FigureRow(name: "verify", label: "zizhu verify", unit: .milliseconds, base: "bare-read"),
      FigureRow(name: "verify-speed", label: "zizhu verify", unit: .speed),
      FigureRow(name: "print", label: "zizhu print cap-sheet", unit: .milliseconds),
      FigureRow(name: "export", label: "zizhu export", unit: .milliseconds),
      FigureRow(name: "export-bytes", label: "interchange file", unit: .megabytes),
      FigureRow(
        name: "workbook-written", label: "zizhu export --format xlsx, a cell", unit: .microseconds),
      FigureRow(
        name: "workbook-memory", label: "memory of zizhu export --format xlsx", unit: .megabytes),
      FigureRow(name: "workbook-read", label: "workbook read, a cell", unit: .microseconds),
      FigureRow(name: "workbook-read-memory", label: "most memory of reading it", unit: .megabytes),
      FigureRow(name: "import", label: "zizhu import", unit: .milliseconds),
      FigureRow(name: "assess", label: "zizhu assess --no-trace", unit: .milliseconds),
      FigureRow(name: "assess-memory", label: "memory of zizhu assess", unit: .megabytes),
      FigureRow(name: "memory-first-frame", label: "memory at the first frame", unit: .megabytes),
      FigureRow(name: "memory-ready", label: "memory when ready", unit: .megabytes),
      FigureRow(name: "desk-memory", label: "most memory of the desk, checking", unit: .megabytes),
    ]

  /// Through a terminal, from a key to the last byte; against a program that only echoes.
  private static let keys = KeyScript.all.map { script in
    let name = "keys-" + script.name
    return FigureRow(
      name: name, label: "key: " + script.label, unit: .milliseconds, second: name + "-99",
      base: "echo")
  }

  /// Of a city with counties.
  static let city = [
    FigureRow(name: "city-filings", label: "filings of all counties", unit: .count),
    FigureRow(name: "gather-read", label: "first bundles: bare read", unit: .milliseconds),
    FigureRow(
      name: "gather-first", label: "first bundles gathered", unit: .milliseconds, base: "gather-read"),
    FigureRow(name: "gather-memory", label: "most memory of that", unit: .megabytes),
    FigureRow(name: "bundle", label: "a county's changes bundled", unit: .milliseconds),
    FigureRow(name: "bundle-bytes", label: "that bundle", unit: .bytes),
    FigureRow(name: "city-open", label: "city opened", unit: .milliseconds),
    FigureRow(name: "city-first-frame", label: "city opened to first frame", unit: .milliseconds),
    FigureRow(name: "city-ready", label: "ledger and search ready", unit: .milliseconds),
    FigureRow(name: "city-memory", label: "most memory of that", unit: .megabytes),
    FigureRow(
      name: "city-key", label: "a row on a list, drawn in memory", unit: .microseconds, second: "city-key-99"),
    FigureRow(name: "gather-more", label: "one more bundle, conflicts known", unit: .milliseconds),
    FigureRow(name: "city-save", label: "one save of the city, offices joined", unit: .milliseconds),
  ]
}
