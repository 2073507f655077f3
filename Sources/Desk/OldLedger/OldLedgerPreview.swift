public import CaseModel

/// Which table of an old ledger is to be read, and how.
public struct OldLedgerRequest: Hashable, Sendable {
  /// The path of the table.
  public var path: String
  /// A file that says how its columns are to be read; empty for none.
  public var mapping = ""
  /// What holds for every row, as somebody types it: `项目=实用新型授权；所属县区=英德市`.
  public var fixed = ""
  /// Which sheet of a workbook; empty where it has one.
  public var sheet = ""
  /// Whether empty names, items and days are as in the row above, as where cells were made one.
  public var fillsDown = false
  /// Why rows come before others who lose by it; empty where nobody has said.
  public var earlyReason = ""
  /// Headings that are read otherwise than their name says, with the word of what they say; empty is not read.
  public var columns: [String: String] = [:]

  public init(path: String) { self.path = path }
}

/// An old ledger as it would go in, row by row; nothing is taken in by making it.
public struct OldLedgerPreview: Sendable {
  /// A heading and what it is read as.
  public struct Column: Hashable, Sendable {
    public var heading: String
    /// The word of what it says; empty where it is not read.
    public var word: String
    /// The same for people, with an example.
    public var meaning: String

    public init(heading: String, word: String, meaning: String) {
      self.heading = heading
      self.word = word
      self.meaning = meaning
    }
  }

  /// What a column can say.
  public struct Meaning: Hashable, Sendable {
    public var word: String
    public var label: String

    public init(word: String, label: String) {
      self.word = word
      self.label = label
    }
  }

  public struct Row: Hashable, Sendable {
    public enum Kind: Int, Hashable, Sendable, CaseIterable { case wrong, repeated, taken, known, noFiling }

    public var line: Int
    public var kind: Kind
    public var result: String
    public var reason: String
    /// Whether it goes in and asks for a second look.
    public var isDoubtful: Bool
    /// Whether it stays out until somebody says why it comes before others.
    public var isEarly: Bool

    public init(
      line: Int, kind: Kind, result: String, reason: String, isDoubtful: Bool = false, isEarly: Bool = false
    ) {
      self.line = line
      self.kind = kind
      self.result = result
      self.reason = reason
      self.isDoubtful = isDoubtful
      self.isEarly = isEarly
    }

    var isBad: Bool { kind == .wrong || kind == .repeated }

    /// Those that somebody should look at come first.
    var rank: Int { isDoubtful ? Kind.taken.rawValue * 2 - 1 : kind.rawValue * 2 }
  }

  public var request: OldLedgerRequest
  /// Encoding, line of the headings, number of rows, as a sentence.
  public var about: String
  public var columns: [Column]
  public var meanings: [Meaning]
  /// What every row has to say and no column does.
  public var lacking: [String]
  /// In the order of the file.
  public var rows: [Row]
  /// Filings and applicants that would go in, and the sum of what was decided in them.
  public var filings = 0
  public var applicants = 0
  public var decided = MoneyTotal.zero

  public init(
    _ request: OldLedgerRequest, about: String, columns: [Column], meanings: [Meaning], lacking: [String],
    rows: [Row]
  ) {
    self.request = request
    self.about = about
    self.columns = columns
    self.meanings = meanings
    self.lacking = lacking
    self.rows = rows
  }

  func count(_ kind: Row.Kind) -> Int { rows.count { $0.kind == kind } }

  /// Rows that can't be taken in.
  var bad: Int { rows.count(where: \.isBad) }
  /// Rows that go in and ask for a second look.
  var doubtful: Int { rows.count(where: \.isDoubtful) }
}
