public import CaseModel
import Casework
import SubsidyRules

/// What claim lines come to when they are settled one after another by the ledger of the desk: what engines are held
/// against.
public struct ClaimsLedger: Sendable {
  public private(set) var names: [FilingName] = []
  private var sheet = ClaimSheet()
  private var ledger = Ledger()

  public init() {}

  /// What settling gives a filing.
  public struct Award: Hashable, Sendable {
    public var award: Money
    /// The filing that holds the once-only key already.
    public var holder: FilingName?

    public init(award: Money, holder: FilingName?) {
      self.award = award
      self.holder = holder
    }
  }

  /// Takes in the lines of a file.
  public mutating func read(_ bytes: [UInt8]) throws(ClaimLineError) {
    var lines: [Range<Int>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
        lines.append(start..<index)
        start = index + 1
      }
    }
    lines.append(start..<bytes.count)
    let pieces = inParallel(lines.count) { [lines] numbers in
      [
        Result { () throws(ClaimLineError) -> (names: [FilingName], sheet: ClaimSheet) in
          var (names, sheet): ([FilingName], ClaimSheet) = ([], ClaimSheet())
          for number in numbers where !lines[number].isEmpty {
            do throws(ClaimLineError) {
              var reader = ClaimLineReader(bytes, in: lines[number])
              let (name, claim) = try reader.read()
              names.append(name)
              sheet.append(claim)
            } catch {
              throw ClaimLineError(reason: error.reason, line: number + 1)
            }
          }
          return (names, sheet)
        }
      ]
    }
    for piece in pieces {
      let (names, sheet) = try piece.get()
      self.names += names
      self.sheet.append(sheet)
    }
  }

  /// Settles what was taken in.
  public mutating func settle() { ledger = Ledger(sheet) }

  /// Two lines of one filing; nil where every filing stands once.
  public var repeated: FilingName? {
    var seen: Set<FilingName> = []
    return names.first { !seen.insert($0).inserted }
  }

  /// What the line of a number is given.
  public func award(_ number: Int) -> Award {
    let settlement = ledger.settlement(number)
    // A decided filing keeps its award, whoever else has its key.
    let holder = settlement.flatMap { $0.isServed ? nil : $0.holder }
    return Award(award: settlement?.award ?? .zero, holder: holder.map(Self.name))
  }

  // MARK: - One text for a name

  /// A filing's id with its writer behind: in bytes it is ordered by id, then by writer.
  static func ledgerID(_ name: FilingName) -> String { name.id + "\u{0}" + name.writer }

  private static func name(_ text: String) -> FilingName {
    let parts = text.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
    return FilingName(writer: parts.count > 1 ? String(parts[1]) : "", id: parts.first.map(String.init) ?? "")
  }
}
