import CaseModel
import Casework
import Desk
import Glibc
import Interchange
import Office
import Papers
import SubsidyRules
import Wording

/// An old ledger's table as it was read against an office, before anything is taken in.
struct OldLedgerTable {
  let sheet: OldLedgerSheet
  let rows: [OldLedgerRow]
  let plan: OldLedgerPlan
  /// One for each record of the sheet.
  let outcomes: [OldLedgerOutcome]
  let repeats: Bool

  /// Nil where `progress` stopped it.
  ///
  /// - Parameters:
  ///   - office: at a city, all offices against which rows that come in undecided are held.
  ///   - reason: why rows come before others who lose by it; empty where nobody says.
  init?(
    _ sheet: OldLedgerSheet, _ office: OpenOffice, repeats: Bool, today: CivilDate,
    earlyReason reason: String, progress: (Int) -> Bool
  ) {
    let intake = OldLedgerIntake(sheet, policy: office.own.policy, today: today, progress: progress)
    if intake.isStopped { return nil }
    self.sheet = sheet
    self.repeats = repeats
    var rows = intake.rows
    func plan() -> OldLedgerPlan {
      office.own.plan(oldLedger: rows, repeats: repeats, today: today) {
        office.plan(applicants: $0, filings: $1)
      }
    }
    var planned = plan()
    while TextFolding.isReason(reason), !planned.early.isEmpty {
      for place in rows.indices where planned.early.contains(rows[place].line) {
        rows[place].filing.overrides.append(.init(Filing.receipt, reason: reason))
      }
      planned = plan()
    }
    (self.rows, self.plan) = (rows, planned)
    outcomes = intake.outcomes(planned)
  }

  /// Whether every row goes in or is in already.
  var isWhole: Bool { !outcomes.contains { $0.kind == .wrong || $0.kind == .repeated } }

  var command: Command { .takeOldLedger(rows, repeats: repeats, seen: plan) }

  /// The table again, each row with what became of it.
  func result(_ words: OldLedgerWording, isTaken: Bool) -> LongTable {
    var result = OldLedgerResult(sheet)
    for (record, outcome) in zip(sheet.records, outcomes) {
      result.add(record, words.answer(outcome, isTaken: isTaken))
    }
    let (columns, rows) = (result.columns, result.rows)
    return LongTable(
      title: "导入结果",
      columns: columns.map { .init("", $0.heading, isNumber: $0.content == .money) }, count: rows.count
    ) { number in
      ReportTable.Row(
        rows[number].enumerated().map { place, text in
          Self.cell(text, columns.indices.contains(place) ? columns[place].content : .text)
        })
    }
  }

  /// A sum or a day as such where it is plainly one, else the text as it was.
  private static func cell(_ text: String, _ content: OldLedgerSheet.Content) -> ReportTable.Cell {
    switch content {
    case .text: .text(text)
    case .money: Money(text).map { .money(MoneyTotal($0)) } ?? .text(text)
    case .day: CivilDate(text).map { .day($0) } ?? .text(text)
    }
  }
}

/// How a table's columns are to be read, from what somebody asked for.
struct OldLedgerChoices {
  let policy: Policy
  private(set) var mapping: OldLedgerMapping

  /// - Parameter kept: what the office has said of columns before; a file and what is asked for now come before it.
  init(_ policy: Policy, kept: OldLedgerMapping, mappingFile path: String?) throws {
    self.policy = policy
    mapping = kept
    guard let path else { return }
    let bytes = try Streams.read(path)
    do throws(OldLedgerMappingMistake) {
      let file = try OldLedgerMapping.read(bytes, inputs: policy.items.flatMap { $0.inputs.map(\.id) })
      mapping.add(file)
      mapping.fixed = file.fixed
    } catch {
      throw Failure(.badInput, "\(path):\(error.location)：\(OldLedgerWording.sentence(error))")
    }
  }

  /// A heading is read as something, or with an empty name not at all.
  mutating func read(_ heading: String, as name: String) throws {
    mapping.read(heading, as: name.isEmpty ? nil : try column(name))
  }

  /// Something holds for all rows: `项目=实用新型授权`.
  mutating func fix(_ asked: String, option: String) throws {
    let (name, text) = try Self.parts(asked, of: option)
    mapping.fix(try column(name), text)
  }

  /// What was said of these headings.
  func said(of headings: some Sequence<String>) -> OldLedgerMapping {
    let headings = Set(headings)
    return OldLedgerMapping(columns: mapping.columns.filter { headings.contains($0.heading) })
  }

  static func parts(_ asked: String, of option: String) throws -> (String, String) {
    guard let mark = asked.lastIndex(of: "=") ?? asked.lastIndex(of: "＝") else {
      throw Failure(.usage, "\(option) 应写成 名称=内容。")
    }
    return (String(asked[..<mark]), String(asked[asked.index(after: mark)...]))
  }

  private func column(_ name: String) throws -> OldLedgerColumn {
    if let column = OldLedgerMapping.column(named: name, of: policy) { return column }
    let known = OldLedgerColumn.all(inputs: []).map(\.word).joined(separator: "、")
    throw Failure(.usage, "没有“\(name)”这一栏。可写栏目的中文名称，或 \(known)、input.授权公告日 等。")
  }

  func sheet(
    _ bytes: [UInt8], named file: String, sheet: String?, fillingDown: Bool
  ) throws -> OldLedgerSheet {
    do throws(OldLedgerSheet.Mistake) {
      return try OldLedgerSheet(
        bytes, policy: policy, mapping: mapping, sheet: sheet, fillingDown: fillingDown)
    } catch {
      throw Failure(.badInput, "\(OldLedgerWording.sentence(error))没有读入任何内容。文件：\(file)")
    }
  }
}
