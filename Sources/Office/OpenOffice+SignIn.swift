import Casework

extension OpenOffice {
  /// Lets somebody in under a name: by the system's login that it is bound to, by its PIN, or both where it has both.
  ///
  /// A name that has neither yet gets the PIN given here: its owner sets it at the first sign-in, nobody else before.
  /// Only where nobody else works on the store may its one name do without.
  public func signIn(
    _ name: String, login: String, pin: String?, cost: PINCost = .standard
  ) throws(OfficeError) -> SignedIn {
    guard let known = state.operators.first(where: { $0.name == name }) else {
      throw .notSignedIn(.unknownOperator(name))
    }
    guard !known.isRetired else { throw .notSignedIn(.retired(name)) }
    guard known.login == nil || known.login == login else { throw .notSignedIn(.otherLogin(name)) }
    if let key = known.pin {
      guard let pin else { throw .notSignedIn(.pinNeeded(name)) }
      guard PIN.fits(pin, key) else { throw .notSignedIn(.wrongPIN(name)) }
      return SignedIn(name: name)
    }
    let who = SignedIn(name: name)
    if known.login != nil || state.operators.count == 1 { return who }
    guard let pin else { throw .notSignedIn(.pinUnset(name)) }
    try setPIN(pin, by: who, cost: cost)
    return who
  }

  /// Sets one's own PIN.
  public func setPIN(_ pin: String, by who: SignedIn, cost: PINCost = .standard) throws(OfficeError) {
    let key: PINKey
    do throws(SignInRefusal) {
      key = try PIN.key(of: pin, cost: cost)
    } catch {
      throw .notSignedIn(error)
    }
    let old = state.operators.first { $0.name == who.name }?.pin
    _ = try save(.setPIN(key, replacing: old), by: who)
  }
}
