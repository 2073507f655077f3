public import JSONText
public import Parcels

/// Why a file between two offices is not made or not taken.
public enum ExchangeError: Error, Sendable {
  case parcel(ParcelError)
  /// Another kind of file was asked for.
  case otherKind(ParcelKind, needed: ParcelKind)
  /// What the file says inside can't be read, or a part is missing.
  case content(member: String, JSONError?)
  /// The digits typed from paper are those of other keys.
  case fingerprintDiffers(Fingerprint)
  /// The store has no keys, which are made by enrolling or joining.
  case noKeys
  /// The office came with a backup and has no keys: nothing can be sealed to it.
  case noKeysOfOffice(String)
  /// Nothing of the office has come yet.
  case nothingGathered(String)
  /// The file is of no office that was admitted here.
  case unknownWriter
  /// The file names an office as its maker and is not signed with the keys by which it is known now.
  case otherKeys(String)
  /// The file is for another office than this one.
  case otherOffice(String)
  /// Not everything behind the acknowledged record is here: the store is not the one that wrote it.
  case acknowledgedMissing(sequence: Int)
  /// An unsigned backup in the name of an office that has joined.
  case backupOfJoined(String)
  /// An unsigned backup has another head than the one that was typed from its office's paper.
  case otherHead
  /// A cover was typed of an office of which nothing new is taken in: there is nothing to hold it against.
  case coverWithoutFile(String)
  /// Somebody gathered since the rehearsal.
  case gatherMoved
  /// A file to be taken in is not there any more as it was looked at.
  case fileMoved(String)
}
