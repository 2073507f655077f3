/// Why somebody is not let in under a name; prose about it is made elsewhere.
public enum SignInRefusal: Error, Hashable, Sendable {
  case unknownOperator(String)
  case retired(String)
  /// The name is bound to another login of the system.
  case otherLogin(String)
  /// The name has a PIN, and none was given.
  case pinNeeded(String)
  case wrongPIN(String)
  /// The name has neither login nor PIN yet: its owner sets one at the first sign-in.
  case pinUnset(String)
  /// The name sets its first PIN with the one-time code that its supervisor was shown.
  case codeNeeded(String)
  /// No code was ever given out for the name.
  case codeMissing(String)
  /// Not the code; so many tries are left.
  case wrongCode(String, left: Int)
  /// Too many wrong ones, or its days are over.
  case codeOver(String)
  /// Too many wrong PINs lately: so many seconds are to pass before the next try.
  case waiting(String, seconds: Int)
  /// In a store that several logins share a login alone neither approves nor pays.
  case pinNeededHere(String)
  /// Too short, or one character over and over.
  case weakPIN
}
