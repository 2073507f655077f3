public import CaseModel
public import Casework
public import Interchange

/// What the desk holds of its own: the screen, the focus, what is being typed. The office's state is not in it.
public struct Model: Sendable {
  public enum Screen: Int, Sendable, CaseIterable {
    case worklist = 1
    case applicants = 2
    case filings = 3
    case caps = 4
    case totals = 5
    case register = 6
    case policy = 7
    case journal = 8
    /// A city's alone.
    case offices = 9
  }

  public var screen = Screen.worklist
  /// The working year.
  public var year: Int
  public var message: Notice?
  public var device: Device
  public var seat: Seat
  var states = ScreenStates()
  /// By reference: a model is handed on several times with each key, and its lists are made anew as a whole.
  private var made = Boxed(Lists())
  var search = Searching()
  var selection = Selection()
  /// What lies over the screen, the uppermost last.
  var layers: [any Layer] = []
  var saving = Saving()
  public var unfinished = Unfinished()

  public init(
    office state: OfficeState, operatorName: String, today: CivilDate, isDemo: Bool, rows: Int, columns: Int
  ) {
    year = state.latestYear ?? today.year
    device = Device(today: today, rows: rows, columns: columns)
    seat = Seat(operatorName: operatorName, isDemo: isDemo)
    renewLists(state)
    wasDrawn()
  }

  var lists: Lists { _read { yield made.value } }

  mutating func renewLists(_ whole: OfficeState) {
    if let part = partLookedAt(of: whole) { renewLists(of: part) } else { renewLists(of: whole) }
  }

  private mutating func renewLists(of state: OfficeState) {
    seat.isCity = state.offices.isCity
    seat.isCounty = state.offices.city != nil
    if screen == .offices, !seat.isCity { screen = .worklist }
    let source = Lists.Source.now(for: self, state)
    if lists.source != source {
      var lists = lists
      lists.renew(from: source, for: self, state)
      made = Boxed(lists)
    }
    // Rows of other screens are made anew when they are shown, and their choices found among these.
    screen.parts.hold(&self)
    selection.renew(chosenNumber, operatorName: seat.operatorName, state)
  }

  /// What is chosen is a record: in a list that was made anew its row is looked up again.
  mutating func hold(_ parts: some ScreenParts, _ rows: some RandomAccessCollection<RecordKey>) {
    let height = parts.height(self)
    states[keyPath: parts.list].hold(rows, height: height)
  }
}

/// A line for the clerk at the bottom of the screen.
public struct Notice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case good, warning, bad }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What the desk wants done outside of itself.
public enum Effect: Sendable {
  /// Where another's save has made it another thing than what the clerk saw, nothing is saved.
  case save(Command, expecting: Expected? = nil)
  /// To be made this desk's own, and then gone on with.
  case takeDraft(LeftBehind)
  case discardDraft(LeftBehind)
  /// Lays a document out as text; `printed` shows it.
  case print(PrintedDocument)
  /// Puts a document into a file of that name or path.
  case write(PrintedDocument, PrintedDocument.Format, name: String)
  /// Checks a name's login and PIN; a name that has neither yet gets this PIN.
  case signIn(name: String, pin: String?, code: String?)
  /// What stood before the last change of a record is to be found out.
  case findUndo(String)
  /// The last change of a record is to be taken back.
  case undo(String)
  /// Reads the whole story of a filing or applicant; `story` shows it.
  case readStory(String)
  /// Reads an old ledger's table; `ledgerRead` shows what would become of it.
  case readOldLedger(OldLedgerRequest)
  /// Reads a table of records of the work register; `recordsRead` shows what would be entered.
  case readRecords(RecordsRequest)
  /// Keeps what somebody said of columns for the office's next table.
  case keepColumns(OldLedgerMapping)
  /// Takes in the table that was read last, where it is still the one.
  case takeOldLedger(OldLedgerRequest)
  /// Works out what each verdict on a conflict would move; `weighed` shows it.
  case weigh(String)
  /// Reads a file between offices and says what taking it in would come to; `exchangeRead` shows it.
  case readExchange(ExchangeRequest)
  /// Writes a file between offices, or takes the one that was read last in, where it is still the one.
  case exchange(ExchangeRequest)
  /// Puts a text on the clipboard of the terminal.
  case copy(String)
  case redraw
  case useMouse(Bool)
  case suspend
  case leave
}
