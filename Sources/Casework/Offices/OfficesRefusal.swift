/// Why something between offices is not done; prose about it is made elsewhere.
public enum OfficesRefusal: Hashable, Sendable {
  /// The office has joined a city already.
  case joinedAlready(String)
  /// A city joins no other.
  case isCity
  /// A county enrols nobody.
  case isCounty
  /// The code has an office that writes already; a second machine needs a letter.
  case codeTaken(String)
  case badLetter(String)
  case unknownOffice(String)
  /// The district is none of the policy's.
  case unknownDistrict(String)
  /// The office that enrols is the district's own.
  case ownDistrict(String)
  /// An office goes by its name on every cover and reply.
  case officeNameMissing
  /// The enrolment is for another district than the office's own.
  case otherDistrict(enrolled: String, own: String)
  /// The city's new enrolment gives the office another letter than it has numbered by until now.
  case otherLetter(enrolled: String, own: String)
  /// The answer names no enrolment of this city.
  case unknownEnrolment
  /// The writer is admitted already, as the office of a code.
  case writerTaken(String)
  /// A trial store among real ones, or the other way round.
  case trialDiffers
  /// The city's choice of readings and policies holds here.
  case cityChooses
  /// What was handed up or approved elsewhere is not taken over by the office itself.
  case takeOverAtCity(String)
  /// The office writes no more.
  case retired(String)
  /// The reply is older than the last one taken.
  case olderReply(number: Int, last: Int)
  case notJoined
  /// No conflict of this id is open.
  case unknownConflict(String)
  /// The verdict is none for such a conflict.
  case unfitVerdict(String)
  /// The tail that was named is none of the fork's; those that can be kept.
  case tailNotHere(String, kept: [String])
  /// Nothing of the tail can be read any more: the file that held it.
  case tailLost(String, file: String)
  /// Money of the filing has gone out: it comes back before it is taken out.
  case paidAlready(String)
  /// The record is another office's, which alone changes it.
  case keptBy(String)
  /// The city was restored, and its offices have steps of so many of its saves that it lacks.
  case verdictsLost(Int, offices: [String])
  /// Records that would still be one person, because of these others.
  case linkedThrough([String], others: [String])
  /// The reply was written before the city was restored.
  case replyBeforeRestore(number: Int)
  /// Whether this name is one person with another is for somebody else to say.
  case ownEyes(String)
  /// The filing is none of the conflict's.
  case notAParty(String)
}
