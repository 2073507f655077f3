public import CaseModel
public import Casework
public import Cells

/// Turns the events of a session into the lines of its file, with invented data in the place of people's.
///
/// What is typed into a field that can hold somebody's data is replaced as a whole, so that a number keeps its check:
/// the last line stays open, and is written again with each piece of typing until another key comes.
///
/// `--record` and `--replay` of the desk and the demo: `Event`s in, what is anybody's replaced by `Disguise`,
/// out the file that `SessionFile` describes and reads, and from it the same `Model.update`.
public struct SessionRecorder {
  private let disguise: Disguise
  /// The typing of the line that is open, and when it began.
  private var open: (text: String, at: Int)?

  public init(_ disguise: Disguise) { self.disguise = disguise }

  public func head(rows: Int, columns: Int, today: CivilDate) -> Addition {
    Addition(replacesLast: false, text: SessionFile.head(rows: rows, columns: columns, today: today))
  }

  /// What an event adds to the file.
  public struct Addition: Equatable {
    /// Whether the text takes the place of the last line.
    public var replacesLast: Bool
    public var text: String
  }

  /// Takes in an event before the desk does; `milliseconds` have gone by since the session began.
  public mutating func take(_ event: Event, on desk: Model, at milliseconds: Int) -> Addition {
    switch event {
    // A space by itself is a key in many places.
    case .text(let text) where text != " " || desk.typing == .personal:
      let before = open
      let all = (before?.text ?? "") + text
      let began = before?.at ?? milliseconds
      open = (all, began)
      return Addition(replacesLast: before != nil, text: line(.text(typed(all, desk)), began))
    case .paste(let text):
      open = nil
      return Addition(replacesLast: false, text: line(.paste(paste(text, desk)), milliseconds))
    default:
      open = nil
      return Addition(replacesLast: false, text: line(event, milliseconds))
    }
  }

  private func typed(_ text: String, _ desk: Model) -> String {
    if desk.typing == .secret { return String(repeating: "0", count: text.count) }
    // No day and no amount is longer: it is something else in the wrong field.
    return desk.typing == .plain && Self.digits(text) <= 8 ? text : disguise.text(text)
  }

  private static func digits(_ text: String) -> Int { text.reduce(0) { $0 + ($1.isWholeNumber ? 1 : 0) } }

  /// A paste goes cell by cell; days, amounts and words of a list are nobody's.
  private func paste(_ text: String, _ desk: Model) -> String {
    if desk.typing == .secret { return String(repeating: "0", count: text.count) }
    var result = ""
    var cell = ""
    for character in text {
      if character == "\t" || character.isNewline {
        result += self.cell(cell, desk) + String(character)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return result + self.cell(cell, desk)
  }

  private func cell(_ cell: String, _ desk: Model) -> String {
    if case .success = CivilDate.typed(cell, today: desk.device.today) { return cell }
    if case .success = YesNo.typed(cell) { return cell }
    if case .success = Money.typed(cell), Self.digits(cell) <= 8 { return cell }
    return disguise.text(cell)
  }

  private func line(_ event: Event, _ milliseconds: Int) -> String {
    "\(milliseconds / 1000).\(milliseconds % 1000 / 100) \(event.notation)\n"
  }
}
