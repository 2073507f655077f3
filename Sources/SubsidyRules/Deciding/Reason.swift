/// Why a filing is not paid in full, as a code; prose about it is made elsewhere.
public enum Reason: Hashable, Sendable {
  case missing(String)
  case invalid(String)
  case applicantKind
  case notLocal
  case outsideValidity
  case eventAfterReceived
  case numberAfterEvent
  case patentType
  case condition(String)
  case belowThreshold
  case shareTooLow
  case window
  /// Another item's award must come first.
  case neededAward
  /// The filing that holds the once-only key.
  case duplicate(String)
  case cap(String)

  /// The code that files and scripts use.
  public var code: String {
    switch self {
    case .missing(let input): "missing:" + input
    case .invalid(let input): "invalid:" + input
    case .applicantKind: "applicant-kind"
    case .notLocal: "not-local"
    case .outsideValidity: "outside-validity"
    case .eventAfterReceived: "event-after-received"
    case .numberAfterEvent: "number-after-event"
    case .patentType: "patent-type"
    case .condition(let input): "condition:" + input
    case .belowThreshold: "below-threshold"
    case .shareTooLow: "share-too-low"
    case .window: "window"
    // No input has this name.
    case .neededAward: "condition:needs"
    case .duplicate(let filing): "duplicate:" + filing
    case .cap(let cap): "cap:" + cap
    }
  }
}

extension Reason {
  /// The reason of a code; nil where there is none.
  public init?(code: String) {
    let plain: [Reason] = [
      .applicantKind, .notLocal, .outsideValidity, .eventAfterReceived, .numberAfterEvent, .patentType,
      .belowThreshold, .shareTooLow, .window, .neededAward,
    ]
    if let known = plain.first(where: { $0.code == code }) {
      self = known
      return
    }
    guard let colon = code.firstIndex(of: ":") else { return nil }
    let subject = String(code[code.index(after: colon)...])
    switch code[..<colon] {
    case "missing": self = .missing(subject)
    case "invalid": self = .invalid(subject)
    case "condition": self = .condition(subject)
    case "duplicate": self = .duplicate(subject)
    case "cap": self = .cap(subject)
    default: return nil
    }
  }
}

/// Something a person should look at although it does not change the award.
public enum Warning: Hashable, Sendable {
  /// The event lies before the policy was signed; it may be applied to it.
  case retroactive
  /// One condition holds under one option of this reading and fails under another.
  case readingDiffers(String)

  public var code: String {
    switch self {
    case .retroactive: "retroactive"
    case .readingDiffers(let reading): "reading-differs:" + reading
    }
  }
}

extension Warning {
  /// The warning of a code; nil where there is none.
  public init?(code: String) {
    let prefix = "reading-differs:"
    if code == Warning.retroactive.code {
      self = .retroactive
    } else if code.hasPrefix(prefix) {
      self = .readingDiffers(String(code.dropFirst(prefix.count)))
    } else {
      return nil
    }
  }
}

/// What a filing comes to.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  case pay, reduced, exhausted, refused, incomplete, decided, closed

  /// Whether the filing takes its once-only key and room under its caps.
  public var isServed: Bool {
    switch self {
    case .pay, .reduced, .exhausted, .decided: true
    case .refused, .incomplete, .closed: false
    }
  }
}
