public import CaseModel

/// What asks for a second look at a record before it is taken in or paid, and refuses nothing.
///
/// Imports tell each before the yes, the applicant's form while it is typed (`Applicant.doubts`,
/// `Filing.doubts`), the payment list beside it (`Printout.remarks`), all in the words of `DoubtWording`.
/// That a name is there already (`NameDoubt`), and that a decided record would guard nothing, are told before
/// anything comes in. Where to add one: a case, where it is found, its sentence.
public enum Doubt: Hashable, Sendable {
  // MARK: Codes

  /// The code's check digits are not those that the rest of it asks for.
  case code
  /// What stands for a code is none, by its length or its characters.
  case notCode
  /// An identity number whose last digits a spreadsheet has made zeros.
  case cutIdentity
  /// The middle of the identity number is hidden, so that it is not taken.
  case maskedCode

  // MARK: Who it is

  /// One with its code is there, so that both are counted as one.
  case sameCode(applicant: String)
  /// One of its kind and name is there: units are counted as one, persons may be one.
  case sameName(applicant: String, isUnit: Bool)
  /// A unit without a code is called like several that codes tell apart: it is counted with none of them.
  case sameNameAsSeveral(applicants: [String])
  /// One more code bears the name: a unit without one, which may have been counted with the `other`, is counted with none.
  case leavesUnit(applicant: String, other: String)

  // MARK: What guards nothing

  /// A decided filing that takes neither its once-only key nor room, so that the same could be paid again: the inputs that
  /// would have to be added.
  case guardsNothing(lacking: [String])

  // MARK: Accounts

  /// What stands for an account is none (a spreadsheet has rounded it, or it is a word), and is not taken.
  case notAccount
  /// The same, and it is kept as it came: nothing is paid to it.
  case uselessAccount
  /// An account whose last digits a spreadsheet has made zeros.
  case cutAccount
  /// A person's card whose last digit is not the one that the rest asks for.
  case cardCheck
  /// The account is in another name than the applicant's.
  case otherPayee
  /// The account is that of another applicant, whose name it is not.
  case sharedAccount(applicant: String, name: String)

  // MARK: Phones, numbers and words

  /// What stands for a phone is none, and is not taken.
  case notPhone
  /// A number of a fixed line without the zero in front.
  case phoneLostZero
  /// An application number whose check digit fails, without a reason beside it; the input.
  case numberCheck(input: String)
  /// An old application number without the zero in front; the input, and the number that it would be.
  case lostZero(input: String, ApplicationNumber)
  /// Characters that were lost on the way; the heading, or the word of the column.
  case brokenText(String)
}
