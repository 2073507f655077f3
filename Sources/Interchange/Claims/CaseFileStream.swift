public import CaseModel
public import Casework
import JSONText
public import SubsidyRules

/// Reads a case file whose applicants stand before its filings piece by piece, so that a file of a million filings
/// takes no more memory than its applicants and some thousands of filings.
///
/// Feed it with `take` until the file ends, then ask `end`. It reads nothing that `CaseFile.read` would refuse, and
/// says of no mistake where it is: whoever is told `.unfit` reads the file as a whole, which tells.
public struct CaseFileStream {
  /// The file is in another order, or something in it is wrong.
  public struct Unfit: Error {}

  /// Known once the filings begin.
  public private(set) var policy: Policy?
  /// By what holders are called in claims.
  public private(set) var facts = FactsOfApplicants([])

  private let find: (String) -> Policy?
  private var applicants: Set<String> = []
  private var ids: Set<String> = []
  private var scan = Scan()
  /// What was read and not used yet.
  private var bytes: [UInt8] = []
  private var elements: [[UInt8]] = []

  /// Where in the file the reading is.
  private struct Scan {
    enum Part { case head, filings, tail }
    var part = Part.head
    /// How far `bytes` were looked at.
    var place = 0
    var depth = 0
    var isInString = false
    var isEscaped = false
    var stringStart = 0
    var key: Range<Int>?
    var elementStart: Int?
    /// Whether the next thing is a comma or the end, since an element came.
    var isBehindElement = false
    var hasComma = false
  }

  public init(policy find: @escaping (String) -> Policy?) { self.find = find }

  /// Takes in the next bytes and gives the filings that are whole by now.
  public mutating func take(_ more: [UInt8]) throws(Unfit) -> [Filing] {
    bytes += more
    if scan.part == .head { try scanHead() }
    if scan.part == .filings { try scanFilings() }
    return try filings()
  }

  /// Ends the file.
  public func end() throws(Unfit) {
    let rest = bytes[scan.place...].filter { $0 > 0x20 }
    guard scan.part == .tail, rest == [UInt8(ascii: "}")] else { throw Unfit() }
  }

  // MARK: - Before the filings

  private mutating func scanHead() throws(Unfit) {
    while scan.place < bytes.count {
      let byte = bytes[scan.place]
      scan.place += 1
      if passString(byte) { continue }
      switch byte {
      case UInt8(ascii: "\""):
        scan.isInString = true
        scan.stringStart = scan.place
      case UInt8(ascii: "{"): scan.depth += 1
      case UInt8(ascii: "["):
        if scan.depth == 1, let key = scan.key, bytes[key].elementsEqual("filings".utf8) {
          return try beginFilings()
        }
        scan.depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): scan.depth -= 1
      default: break
      }
    }
  }

  /// Whether the byte belongs to a string.
  private mutating func passString(_ byte: UInt8) -> Bool {
    guard scan.isInString else { return false }
    if scan.isEscaped {
      scan.isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      scan.isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      scan.isInString = false
      if scan.part == .head, scan.depth == 1 { scan.key = scan.stringStart..<scan.place - 1 }
    }
    return true
  }

  /// What stands before the filings is a case file without any.
  private mutating func beginFilings() throws(Unfit) {
    let head = Array(bytes[..<scan.place]) + Array("]}".utf8)
    let file: CaseFile
    do { file = try CaseFile.read(head, policy: find) } catch { throw Unfit() }
    policy = file.policy
    let units = Units(file.applicants)
    facts = FactsOfApplicants(file.applicants, units: units)
      .named(by: HolderNames(file.applicants, units: units), writer: "-")
    applicants = Set(file.applicants.map(\.id))
    scan.part = .filings
    scan.depth = 0
    drop()
  }

  private mutating func drop() {
    bytes.removeFirst(scan.place)
    scan.place = 0
  }

  // MARK: - The filings

  private mutating func scanFilings() throws(Unfit) {
    if scan.elementStart != nil { scanElement() }
    while scan.place < bytes.count {
      let byte = bytes[scan.place]
      scan.place += 1
      if byte <= 0x20 {
        continue
      } else if byte == UInt8(ascii: "]"), scan.isBehindElement || !scan.hasComma {
        scan.part = .tail
        return drop()
      } else if byte == UInt8(ascii: ","), scan.isBehindElement {
        (scan.isBehindElement, scan.hasComma) = (false, true)
      } else if byte == UInt8(ascii: "{"), !scan.isBehindElement {
        (scan.elementStart, scan.depth) = (scan.place - 1, 1)
        scanElement()
      } else {
        throw Unfit()
      }
    }
    guard let start = scan.elementStart else { return drop() }
    bytes.removeFirst(start)
    (scan.elementStart, scan.place) = (0, bytes.count)
  }

  /// Goes on to the end of the element, or of what there is of it.
  private mutating func scanElement() {
    var (place, depth, isInString, isEscaped) = (scan.place, scan.depth, scan.isInString, scan.isEscaped)
    bytes.withUnsafeBufferPointer { bytes in
      while depth > 0, place < bytes.count {
        let byte = bytes[place]
        place += 1
        if isEscaped {
          isEscaped = false
        } else if isInString {
          isEscaped = byte == UInt8(ascii: "\\")
          isInString = byte != UInt8(ascii: "\"")
        } else if byte == UInt8(ascii: "\"") {
          isInString = true
        } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
          depth += 1
        } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
          depth -= 1
        }
      }
    }
    (scan.place, scan.depth, scan.isInString, scan.isEscaped) = (place, depth, isInString, isEscaped)
    guard depth == 0, let start = scan.elementStart else { return }
    elements.append(Array(bytes[start..<place]))
    (scan.elementStart, scan.isBehindElement) = (nil, true)
  }

  private mutating func filings() throws(Unfit) -> [Filing] {
    guard let policy else { return [] }
    let (texts, applicants) = (elements, applicants)
    elements.removeAll(keepingCapacity: true)
    let read = inParallel(texts.count) { numbers in
      numbers.compactMap { number -> Filing? in
        guard let filing = try? CaseFile.readFiling(texts[number], policy: policy), !filing.id.isEmpty,
          applicants.contains(filing.applicant),
          filing.asReceived.map({ applicants.isSuperset(of: $0.heads) }) ?? true
        else { return nil }
        return filing
      }
    }
    guard read.count == texts.count, read.allSatisfy({ ids.insert($0.id).inserted }) else { throw Unfit() }
    return read
  }
}
