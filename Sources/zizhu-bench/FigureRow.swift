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

  init(_ name: String, _ label: String, _ unit: Unit, second: String? = nil, base: String? = nil) {
    (self.name, self.label, self.unit) = (name, label, unit)
    (self.second, self.base) = (second, base)
  }

  static let all = opened + keys + worked

  private static let opened: [FigureRow] = [
    .init("filings", "filings", .count),
    .init("lines", "lines in the journal", .count),
    .init("bytes", "journal", .megabytes),
    .init("snapshot-bytes", "snapshot", .megabytes),
    .init("bare-read", "bare read of the journal", .milliseconds),
    .init("sqlite", "sqlite3: sums by item and year", .milliseconds),
    .init("open", "opened from the snapshot", .milliseconds, base: "bare-read"),
    .init("first-frame", "opened to first frame", .milliseconds, base: "bare-read"),
    .init("first-screen", "zizhu: start to first screen", .milliseconds, base: "sqlite"),
    .init("empty-first-screen", "zizhu: the same, empty store", .milliseconds),
    .init("ready", "ledger and search ready", .milliseconds, base: "bare-read"),
    .init("open-by-replay", "opened without a snapshot", .milliseconds, base: "bare-read"),
    .init("keep-snapshot", "snapshot written", .milliseconds),
    .init("settle", "all decided anew", .milliseconds),
    .init("draft", "live decision of a draft", .microseconds),
    .init("key", "a row on a list, drawn in memory", .microseconds, second: "key-99"),
    .init("echo", "key: bare echo of it", .milliseconds, second: "echo-99"),
  ]

  private static let worked: [FigureRow] = [
    .init("keys-worklist-rows-bytes", "drawn for a row on the worklist", .bytes),
    .init("keys-filings-rows-bytes", "drawn for a row of the filings", .bytes),
    .init("bare-append", "bare write + fdatasync of a line", .microseconds),
    .init("save", "one save", .microseconds, base: "bare-append"),
    .init("verify-chain", "chain verified", .milliseconds, base: "bare-read"),
    .init("look", "links and policies looked at", .milliseconds, base: "bare-read"),
    .init("verify-chain-speed", "chain verified", .speed),
    .init("verify", "zizhu verify", .milliseconds, base: "bare-read"),
    .init("verify-speed", "zizhu verify", .speed),
    .init("print", "zizhu print cap-sheet", .milliseconds),
    .init("export", "zizhu export", .milliseconds),
    .init("export-bytes", "interchange file", .megabytes),
    .init("workbook-written", "zizhu export --format xlsx, a cell", .microseconds),
    .init("workbook-memory", "memory of zizhu export --format xlsx", .megabytes),
    .init("workbook-read", "workbook read, a cell", .microseconds),
    .init("workbook-read-memory", "most memory of reading it", .megabytes),
    .init("import", "zizhu import", .milliseconds),
    .init("assess", "zizhu assess --no-trace", .milliseconds),
    .init("assess-memory", "memory of zizhu assess", .megabytes),
    .init("memory-first-frame", "memory at the first frame", .megabytes),
    .init("memory-ready", "memory when ready", .megabytes),
    .init("desk-memory", "most memory of the desk, checking", .megabytes),
  ]

  /// Through a terminal, from a key to the last byte; against a program that only echoes.
  private static let keys = KeyScript.all.map { script in
    let name = "keys-" + script.name
    return FigureRow(name, "key: " + script.label, .milliseconds, second: name + "-99", base: "echo")
  }

  /// Of a city with counties.
  static let city: [FigureRow] = [
    .init("city-filings", "filings of all counties", .count),
    .init("gather-read", "first bundles: bare read", .milliseconds),
    .init("gather-first", "first bundles gathered", .milliseconds, base: "gather-read"),
    .init("gather-memory", "most memory of that", .megabytes),
    .init("bundle", "a county's changes bundled", .milliseconds),
    .init("bundle-bytes", "that bundle", .bytes),
    .init("city-open", "city opened", .milliseconds),
    .init("city-first-frame", "city opened to first frame", .milliseconds),
    .init("city-ready", "ledger and search ready", .milliseconds),
    .init("city-memory", "most memory of that", .megabytes),
    .init("city-key", "a row on a list, drawn in memory", .microseconds, second: "city-key-99"),
    .init("gather-more", "one more bundle, conflicts known", .milliseconds),
    .init("city-save", "one save of the city, offices joined", .milliseconds),
  ]
}
