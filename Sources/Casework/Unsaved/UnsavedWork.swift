/// What somebody was typing and had not saved, as text of fields: enough to go on where they stopped.
public struct UnsavedWork: Hashable, Sendable {
  public var filing: UnsavedForm?
  /// Lies over the filing that it began as.
  public var list: UnsavedList?
  /// Lies over the filing.
  public var applicant: UnsavedForm?
  /// A record of the work register; its kind stands among what was chosen.
  public var record: UnsavedForm?
  /// The receipt number that another machine gave the filing, whose history does not count.
  public var receipt: String?

  public init(
    filing: UnsavedForm? = nil, list: UnsavedList? = nil, applicant: UnsavedForm? = nil,
    record: UnsavedForm? = nil, receipt: String? = nil
  ) {
    self.filing = filing
    self.list = list
    self.applicant = applicant
    self.record = record
    self.receipt = receipt
  }

  public var isEmpty: Bool { self == UnsavedWork() }
}

/// The fields of a form.
public struct UnsavedForm: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var id: String
    public var text: String

    public init(_ id: String, _ text: String) {
      self.id = id
      self.text = text
    }
  }

  /// A record that is being changed, and how it was seen.
  public struct Amended: Hashable, Sendable {
    public var id: String
    public var revision: Int
    /// In fen; 0 for an applicant.
    public var award: Int64

    public init(id: String, revision: Int, award: Int64 = 0) {
      self.id = id
      self.revision = revision
      self.award = award
    }
  }

  /// Nil where something new is entered.
  public var amended: Amended?
  /// What was looked up, by field: the id of what was chosen.
  public var chosen: [Field]
  public var fields: [Field]
  /// What was found of the papers of a filing.
  public var ticks: [PaperTick]
  /// The place of the field that has the cursor.
  public var focus: Int

  public init(
    amended: Amended? = nil, chosen: [Field], fields: [Field], ticks: [PaperTick] = [], focus: Int
  ) {
    self.amended = amended
    self.ticks = ticks
    self.chosen = chosen
    self.fields = fields
    self.focus = focus
  }

  public func text(_ id: String) -> String? { fields.first { $0.id == id }?.text }
  public func choice(_ id: String) -> String? { chosen.first { $0.id == id }?.text }
}

/// The rows of a list of filings; the first holds what stands for all.
public struct UnsavedList: Hashable, Sendable {
  /// The ids of the inputs, in the order of the cells.
  public var columns: [String]
  public var rows: [[String]]
  public var row: Int
  public var column: Int

  public init(columns: [String], rows: [[String]], row: Int, column: Int) {
    self.columns = columns
    self.rows = rows
    self.row = row
    self.column = column
  }
}
