/// That somebody handled a filing in a way that keeps them from approving it or releasing its payment.
///
/// What was done is judged by the history, not by roles, and an undone step leaves its mark.
public struct Mark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Accepted the filing, or took it over with a later stage than receipt.
    case accepted
    /// Last changed an input, or the day of receipt. Entering the office's own figure where none stood is review.
    case input(String)
    /// Gave the last verdict on a paper.
    case paper(String)
    /// Renewed the applicant's facts that the decision rests on.
    case facts
    /// Last changed what the applicant is to have: took money back, proposed another amount.
    case amount
    /// Handed the filing up to the city.
    case handedUp
  }

  public var kind: Kind
  public var by: String
  public var at: String

  public init(_ kind: Kind, by: String, at: String) {
    self.kind = kind
    self.by = by
    self.at = at
  }
}

extension FiledFiling {
  /// Remembers who handled what: everybody who accepted, of all else the last, unless it stands `beside` others.
  mutating func put(_ mark: Mark, beside others: Bool = false) {
    if mark.kind == .accepted || others {
      if marks.contains(where: { $0.kind == mark.kind && $0.by == mark.by }) { return }
    } else {
      marks.removeAll { $0.kind == mark.kind }
    }
    marks.append(mark)
  }
}
