import Casework
import Journal
public import Parcels

/// The office's keys as they go to the safe and come back: no backup holds them.
extension OpenOffice {
  /// What the office signs and opens with, as digits for a paper; a supervisor's.
  public func keysForTheSafe(by who: SignedIn) throws(OfficeError) -> (signing: KeyWords, opening: KeyWords) {
    try requireSupervisor(who)
    let keys = try keys()
    return (KeyWords(keys.signing), KeyWords(keys.opening))
  }

  /// Puts keys back into a store that has none, as one that was restored from a backup; a supervisor's.
  public func put(_ keys: OfficeKeys, by who: SignedIn) throws(OfficeError) {
    try requireSupervisor(who)
    try officeErrors { try keys.put(journal.folder) }
  }

  func requireSupervisor(_ who: SignedIn) throws(OfficeError) {
    guard own.house.operators.first(where: { $0.name == who.name })?.role == .supervisor else {
      throw .refused(.roleTooLow(needed: .supervisor))
    }
  }
}
