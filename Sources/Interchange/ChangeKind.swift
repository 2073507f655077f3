import Casework

/// The names of changes in the journal, one for each case of `Change`; those of casework have their own
/// (`CaseworkLine.Kind`).
enum ChangeKind: String, CaseIterable {
  case founded
  case operatorAdded = "operator-added"
  case applicantEntered = "applicant-entered"
  case applicantChanged = "applicant-changed"
  case filingReceived = "filing-received"
  case filingChanged = "filing-changed"
  case filingTakenOver = "filing-taken-over"
  case readingChosen = "reading-chosen"
  case policyAdopted = "policy-adopted"
  case policyJoined = "policy-joined"
  case policyWithdrawn = "policy-withdrawn"
  case snapshotAnchored = "snapshot-anchored"

  /// Nil for a change of casework.
  init?(of change: Change) {
    switch change {
    case .founded: self = .founded
    case .operatorAdded: self = .operatorAdded
    case .applicantEntered: self = .applicantEntered
    case .applicantChanged: self = .applicantChanged
    case .filingReceived: self = .filingReceived
    case .filingChanged: self = .filingChanged
    case .filingTakenOver: self = .filingTakenOver
    case .readingChosen: self = .readingChosen
    case .policyAdopted: self = .policyAdopted
    case .policyJoined: self = .policyJoined
    case .policyWithdrawn: self = .policyWithdrawn
    case .snapshotAnchored: self = .snapshotAnchored
    case .stepped, .papersTicked, .factsChanged, .operatorRetired, .pinSet, .pinCleared,
      .codeMissed, .pinsMissed, .aloneAllowed, .newsEntered, .recordEntered, .recordChanged, .recordStruck,
      .yearSealed, .yearUnsealed, .periodSet, .personsTold, .offices:
      return nil
    }
  }
}
