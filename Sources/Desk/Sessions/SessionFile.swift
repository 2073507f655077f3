public import CaseModel
public import Cells

// A recorded session, as text in UTF-8:
//
//     zizhu-session 1
//     screen 24 80
//     today 2020-03-27
//
//     0.0 <F2>
//     1.3 dlsq
//     2.1 <Tab>
//     3.4 <Paste "a\tb\n">
//
// After the blank line stands a line for each event: seconds since the beginning, a space, and the event in the
// notation of sessions (`Event+Notation`). Typing that goes into one field without another key in between is one
// line. Whatever names or numbers somebody is invented (`Disguise`): the file holds nobody's data.

/// A session that was recorded at a desk.
public struct SessionFile: Sendable {
  public var rows: Int
  public var columns: Int
  public var today: CivilDate
  public var events: [Event]

  private static let format = "zizhu-session 1"

  /// The lines before the first event.
  static func head(rows: Int, columns: Int, today: CivilDate) -> String {
    "\(format)\nscreen \(rows) \(columns)\ntoday \(today)\n\n"
  }

  /// Why a file can't be replayed.
  public enum Mistake: Error, Hashable, Sendable {
    case notASession
    /// The line that can't be read, from 1.
    case line(Int)
  }

  public static func read(_ text: String) throws(Mistake) -> SessionFile {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4, lines[0] == format, lines[3].isEmpty else { throw .notASession }
    let size = lines[1].split(separator: " ")
    guard size.count == 3, size[0] == "screen", let rows = Int(size[1]), let columns = Int(size[2]),
      (1...1000).contains(rows), (1...1000).contains(columns)
    else { throw .line(2) }
    guard lines[2].hasPrefix("today "), let today = CivilDate(String(lines[2].dropFirst(6))) else {
      throw .line(3)
    }
    var events: [Event] = []
    for (number, line) in lines.enumerated().dropFirst(4) where !line.isEmpty {
      guard let space = line.firstIndex(of: " "), Double(line[..<space]) != nil,
        let read = try? Event.parse(line[line.index(after: space)...])
      else { throw .line(number + 1) }
      events += read
    }
    return SessionFile(rows: rows, columns: columns, today: today, events: events)
  }
}
