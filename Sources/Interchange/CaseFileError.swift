import CaseModel
public import JSONText

/// Why an interchange file is refused as a whole, and where.
public struct CaseFileError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case json(JSONError.Reason)
    /// The file begins with a byte order mark, which JSON does not allow.
    case byteOrderMark
    case wrongFormat(String)
    case unknownPolicy(String)
    case unknownReading(String, nearest: String?)
    case unknownOption(String, nearest: String?)
    case unknownItem(String, nearest: String?)
    /// The item asks for no such input.
    case unknownInput(String, nearest: String?)
    case unknownKind(String, nearest: String?)
    case unknownStatus(String, nearest: String?)
    case unknownApplicant(String)
    case unknownParent(String)
    /// The applicant, or the head office, was left out itself.
    case leftOut(String)
    case repeatedID(String)
    case cycleOfParents(String)
    /// Two applicants with one code; the ids of both, never the code.
    case sharedCode(String, String)
    case missing(String)
    case badDate(String)
    case badMoney(String)
    case reclaimedWithoutDecided
    case reclaimedAboveDecided
    /// The file was written from a damaged store; the first thing that is missing, in words.
    case fromDamagedStore(String)
  }

  public var reason: Reason
  public var location: JSONLocation

  public init(_ reason: Reason, location: JSONLocation) {
    self.reason = reason
    self.location = location
  }
}

extension CaseFileError.Reason {
  /// Why a text can't stand under a key.
  init(_ mistake: FieldMistake, _ key: String) {
    switch mistake {
    case .missing: self = .missing(key)
    case .badDate: self = .badDate(key)
    case .badMoney: self = .badMoney(key)
    case .unknownWord(let word, let known):
      let nearest = nearestWord(to: word, among: known)
      self = key == "kind" ? .unknownKind(word, nearest: nearest) : .unknownStatus(word, nearest: nearest)
    }
  }
}
