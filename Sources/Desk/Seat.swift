public import CaseModel
public import Interchange

/// The device that the desk is on: its clock, its terminal, and where it prints and writes files.
public struct Device: Sendable {
  public var today: CivilDate
  /// The time of day as the title shows it; empty where it is not known.
  public var time = ""
  /// The device's clock in UTC, `YYYY-MM-DDThh:mm:ssZ`.
  public var at: String
  public var rows: Int
  public var columns: Int
  /// Whether the terminal sends what the mouse does, and can't select text meanwhile.
  public var isMouseUsed = false
  /// What it offers for printing.
  public var outlets: PrintOutlets = []
  /// The folder that the last printed file went into; empty for the user's own.
  public var printFolder = ""
  /// Where files between offices lay last; empty before the first.
  public var exchangeFolder = ""

  init(today: CivilDate, rows: Int, columns: Int) {
    self.today = today
    at = "\(today)T00:00:00Z"
    (self.rows, self.columns) = (rows, columns)
  }
}

/// Who sits at the desk, and in what kind of office.
public struct Seat: Sendable {
  public var operatorName: String
  /// Why nothing can be saved, as a sentence; nil where saving works.
  public var readOnly: String?
  /// Whether everything entered is thrown away at the end.
  public var isDemo: Bool
  /// Whether names without a login set a PIN when they first sign in.
  public var asksForPINs = true
  /// What the office has said of columns of its tables.
  public var columnsKept = OldLedgerMapping()
  /// What stands on the message line while nothing else is to be said.
  public var standingMessage: Notice?
  /// The office of a city that alone is looked at.
  var oneOffice: OneOffice?
  /// Whether the office gathers others, and whether it has joined a city.
  var isCity = false
  var isCounty = false

  init(operatorName: String, isDemo: Bool) { (self.operatorName, self.isDemo) = (operatorName, isDemo) }
}
