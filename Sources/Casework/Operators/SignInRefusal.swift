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
  /// Too short, or one character over and over.
  case weakPIN
}
