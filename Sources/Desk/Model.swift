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
  public var today: CivilDate
  /// The time of day as the title shows it; empty where it is not known.
  public var time = ""
  /// The device's clock in UTC, `YYYY-MM-DDThh:mm:ssZ`.
  public var at: String
  public var operatorName: String
  /// Why nothing can be saved, as a sentence; nil where saving works.
  public var readOnly: String?
  /// Whether everything entered is thrown away at the end.
  public var isDemo: Bool
  /// Whether names without a login set a PIN when they first sign in.
  public var asksForPINs = true
  public var rows: Int
  public var columns: Int
  public var message: Notice?
  /// What stands on the message line while nothing else is to be said.
  public var standingMessage: Notice?
  /// Who has which records open at other desks: names by record.
  public var openAtOthers: [String: [String]] = [:]
  /// What this device offers for printing.
  public var outlets: PrintOutlets = []
  /// The folder that the last printed file went into; empty for the user's own.
  public var printFolder = ""
  /// What the office has said of columns of its tables.
  public var columnsKept = OldLedgerMapping()
  /// What a save that succeeded said, until the next key: whatever else is told meanwhile stands behind it.
  var savedMessage: Notice?
  /// Whether the terminal sends what the mouse does, and can't select text meanwhile.
  public var isMouseUsed = false

  var worklist = WorklistState()
  var applicants = ListState()
  var caps = CapsState()
  var filings = FilingsState()
  var totals = TotalsState()
  var register = RegisterState()
  var policy = ListState()
  /// What is searched for among the articles.
  var policyQuery = LineEditor()
  var journal = JournalState()
  var offices = OfficesState()
  /// The office of a city that alone is looked at.
  var oneOffice: OneOffice?
  /// Whether the office gathers others, and whether it has joined a city.
  private(set) var isCity = false
  private(set) var isCounty = false
  /// Where files between offices lay last; empty before the first.
  public var exchangeFolder = ""
  var lists = Lists()
  /// By which column each list is sorted.
  var orders = ListOrders()
  /// What is searched for on the applicants screen, and whether typing goes into the search field of the screen.
  var query = LineEditor()
  var isSearching = false
  /// Whether a row of a list that is only near to what was typed has been chosen.
  var isNearChosen = false
  /// Screens that were left by looking behind a figure, the last one last.
  var trail: [CameFrom] = []

  /// What the screen drawn last highlights, and whether the list has moved on since.
  var seen: SeenChoice?
  var isSlipped = false

  /// Filings that a step or a paper is for, all together.
  var marks: Set<String> = []
  /// The filing under the cursor.
  var chosen = ChosenFiling()
  /// What can be done with them, or with the one under the cursor.
  var offered = Offered()

  /// What lies over the screen, the uppermost last.
  var layers: [any Layer] = []
  /// Whether what is worked on waits for its save to come back.
  var isSaving = false
  /// What others had open who worked here before.
  var aside: [String: OpenForms] = [:]
  /// What desks of this operator left behind and nobody has taken up yet, the latest first.
  var leftBehind: [LeftBehind] = []
  /// What was saved at this desk, the latest last.
  var ownChanges: [OwnChange] = []
  /// The filing saved last on this desk, whose values can be copied.
  var lastFiling: Filing?
  /// The key that has just saved something, until another comes; and whether the one that is being worked on is the
  /// same again: it may still be held down, and nothing more is saved by it without a question.
  var savedWith: Request?
  var isRepeated = false

  public init(
    office state: OfficeState, operatorName: String, today: CivilDate, isDemo: Bool, rows: Int, columns: Int
  ) {
    year = state.latestYear ?? today.year
    self.today = today
    at = "\(today)T00:00:00Z"
    self.operatorName = operatorName
    self.isDemo = isDemo
    self.rows = rows
    self.columns = columns
    renewLists(state)
    wasDrawn()
  }

  mutating func renewLists(_ whole: OfficeState) {
    let state = looking(at: whole)
    isCity = state.offices.isCity
    isCounty = state.offices.city != nil
    if screen == .offices, !isCity { screen = .worklist }
    var lists = lists
    lists.renew(for: self, state)
    self.lists = lists
    for screen in Screen.allCases { screen.parts.hold(&self) }
    chosen.renew(chosenNumber, state)
    offered.renew(chosen: chosen, marks: marks, operatorName: operatorName, state)
  }

  /// What is chosen is a record: in a list that was made anew its row is looked up again.
  mutating func hold(_ parts: some ScreenParts, _ rows: some RandomAccessCollection<RecordKey>) {
    let height = parts.height(self)
    self[keyPath: parts.list].hold(rows, height: height)
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
