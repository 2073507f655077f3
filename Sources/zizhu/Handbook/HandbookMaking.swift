import Folders
import CaseModel
import Casework
import Cells
import Desk
import Office
import Papers
import Wording

/// The handbook: its screens are those of the demo office, drawn as the desk draws them.
struct HandbookMaking {
  let data: DataFolder

  func html() throws -> String {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let (office, clock) = try Demo.office(data, in: scratch.path)
    let (state, today) = (office.state, clock.today())
    func desk(_ keys: [Event]) -> Model {
      var model = Model(
        office: state, operatorName: Demo.clerk, today: today, isDemo: true, rows: 24, columns: 80)
      for key in keys { _ = model.update(key, state) }
      return model
    }
    let (worklist, filing) = (desk([]), desk(Self.cutGrant))
    let step = desk([.key(.f(5))])
    let pages: [(String, Model)] = [
      ("待办", worklist), ("申请人", desk([.text("2")])), ("申报", desk([.text("3")])),
      ("限额", desk([.text("4")])), ("工作台账", desk([.text("6")])), ("新申报", filing),
      ("新申请人", desk([.key(.f(3))])), ("列表录入", desk(Self.cutGrant + [.key(.control("t"))])), ("办下一步", step),
      ("材料核对", desk([.key(.f(4))])), ("打印", desk([.key(.f(9))])),
    ]
    let handbook = Handbook(
      version: ProgramVersion.number, policy: state.policy, worklist: Self.picture(worklist.view(state)),
      filing: Self.picture(filing.view(state)), step: Self.picture(step.view(state)),
      filingNumber: state.files.last?.filing.id ?? "",
      places: Model.places.map { .init($0.key, $0.label) },
      side: Step.allCases.filter { !Self.straight.contains($0) }.map { StepLabels.label($0) }.joined(
        separator: "、"),
      keyPages: pages.map { title, model in
        .init(title: title, keys: model.keys(state).map { .init($0.key, $0.label) })
      }, everywhere: Model.keysEverywhere,
      statuses: Failure.Status.allCases.map { .init(String($0.rawValue), $0.meaning) })
    return try handbook.html(TemplateFolders.own(data))
  }

  private static let straight: [Step] = [.accept, .review, .approve, .publish, .pay]

  /// A utility model of a branch whose head office has 100.00 left of the year's cap.
  private static let cutGrant: [Event] = {
    func typed(_ text: String) -> [Event] { text.map { .text(String($0)) } }
    let tab = Event.key(.tab)
    return [.key(.f(2))] + typed("dlsq") + [tab] + typed("ydfs") + [tab, tab] + typed("ZL 2018 2 0123456.0")
      + [tab] + typed("20190615") + [tab] + typed("y") + [tab] + typed("y")
  }()

  // MARK: - Screens

  /// Rows of stretches that look alike, the empty end of each left out.
  static func picture(_ grid: Grid) -> Handbook.Picture {
    (0..<grid.rows).map { row in
      var runs: [Handbook.Run] = []
      for cell in grid.cells(inScreenRow: row) {
        guard let (text, isWide) = sign(of: cell) else { continue }
        let style = name(of: cell.style)
        if !isWide, let last = runs.last, !last.isWide, last.style == style {
          runs[runs.count - 1].text += text
        } else {
          runs.append(.init(text, isWide: isWide, style: style))
        }
      }
      return runs.isEmpty ? [.init(" ", isWide: false, style: "normal")] : runs
    }
  }

  private static func sign(of cell: Cell) -> (text: String, isWide: Bool)? {
    switch cell.content {
    case .narrow(let scalar): (String(scalar), false)
    case .wide(let scalar): (String(scalar), true)
    case .continuation: nil
    case .line(let shape): (String(shape == .vertical ? "│" : Character(shape.ascii)), false)
    case .bar(let part): (String(part.scalar), false)
    }
  }

  private static func name(of style: Style) -> String {
    switch style {
    case .title: "title"
    case .selected, .fieldSelected, .fieldFocused: "selected"
    case .strong, .heading, .keyName, .match: "strong"
    case .bad, .fieldWrong: "bad"
    case .warning, .barUsed: "warning"
    case .good: "good"
    case .dim, .barEmpty, .frame: "dim"
    default: "normal"
    }
  }
}
