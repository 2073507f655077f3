public import Casework
import Journal

extension OpenOffice {
  /// Lets somebody in under a name: by the system's login that it is bound to, by its PIN, or both where it has both.
  ///
  /// A name that has neither yet gets the PIN given here, with the one-time code that its supervisor was shown; on a
  /// trial store without. Only where nobody else works on the store may its one name do without.
  public func signIn(
    _ name: String, login: String, pin: String?, code: String? = nil, cost: PINCost = .standard
  ) throws(OfficeError) -> SignedIn {
    // Before a line of the sign-in itself makes the clock's day the last one.
    let jump = clockJump
    var who = try letIn(name, login: login, pin: pin, code: code, cost: cost)
    who.clockJump = jump
    return who
  }

  private func letIn(
    _ name: String, login: String, pin: String?, code: String?, cost: PINCost
  ) throws(OfficeError) -> SignedIn {
    guard let known = state.house.operators.first(where: { $0.name == name }) else {
      throw .notSignedIn(.unknownOperator(name))
    }
    guard !known.isRetired else { throw .notSignedIn(.retired(name)) }
    guard known.login == nil || known.login == login else { throw .notSignedIn(.otherLogin(name)) }
    if let key = known.pin {
      guard let pin else { throw .notSignedIn(.pinNeeded(name)) }
      return try signIn(name, pin, key)
    }
    let who = SignedIn(name: name)
    if known.login != nil || state.house.operators.count == 1 || !asksForPINs { return who }
    if state.needsCode(known) {
      guard known.code != nil else { throw .notSignedIn(.codeMissing(name)) }
      guard pin != nil, code != nil else { throw .notSignedIn(.codeNeeded(name)) }
    }
    guard let pin else { throw .notSignedIn(.pinUnset(name)) }
    try setPIN(pin, by: who, code: code, cost: cost)
    return who
  }

  /// By a PIN that is there; wrong ones are counted, and from the third on each makes the next wait longer.
  private func signIn(_ name: String, _ pin: String, _ key: PINKey) throws(OfficeError) -> SignedIn {
    let lock = WrongPINs(journal.folder, of: name).lock()
    defer { withExtendedLifetime(lock) {} }
    var wrong = WrongPINs(journal.folder, of: name)
    let wait = wrong.wait(now: clock.epoch())
    guard wait == 0 else { throw .notSignedIn(.waiting(name, seconds: wait)) }
    guard PIN.fits(pin, key) else {
      wrong.missed(now: clock.epoch())
      throw .notSignedIn(.wrongPIN(name))
    }
    guard wrong.count > 0 else { return SignedIn(name: name) }
    let who = SignedIn(name: name, missedPINs: wrong.count)
    // A store that can't be written to lets people in to read; the number waits.
    if (try? save(.notePINsMissed(wrong.count), by: who)) != nil { wrong.forget() }
    return who
  }

  /// Sets one's own PIN; the first one with the one-time code, where the name needs it.
  public func setPIN(
    _ pin: String, by who: SignedIn, code: String? = nil, cost: PINCost = .standard
  ) throws(OfficeError) {
    let key: PINKey
    do throws(SignInRefusal) {
      key = try PIN.key(of: pin, cost: cost)
    } catch {
      throw .notSignedIn(error)
    }
    let known = state.house.operators.first { $0.name == who.name }
    if let known, asksForCode(known) { try check(code, of: known) }
    _ = try save(.setPIN(key, replacing: known?.pin), by: who)
  }

  /// How the device's clock lies to the last save; nil where nothing is odd about it.
  public var clockJump: ClockJump? { state.clockJump(at: clock.now()) }

  // MARK: - One-time codes

  /// Whether a name's first PIN takes a one-time code: where no login says who they are, and in a store that several
  /// logins share also there, for anybody but its founder.
  public func asksForCode(_ known: Operator) -> Bool {
    state.needsCode(known)
      || isForLogins(known) && known.pin == nil && state.house.operators.first?.name != known.name
  }

  private func isForLogins(_ known: Operator) -> Bool {
    known.login != nil && journal.identity.isShared && state.office?.isTrial != true
  }

  private func check(_ code: String?, of known: Operator) throws(OfficeError) {
    guard let kept = known.code else { throw .notSignedIn(.codeMissing(known.name)) }
    guard !kept.isVoid, !kept.isOver(on: state.dutyDay(at: clock.moment())) else {
      throw .notSignedIn(.codeOver(known.name))
    }
    guard let code else { throw .notSignedIn(.codeNeeded(known.name)) }
    guard PIN.fits(code, kept.key) else {
      try append([.codeMissed(name: known.name)])
      let missed =
        state.house.operators.first { $0.name == known.name }?.code?.missed ?? OneTimeCode.mostMissed
      throw .notSignedIn(.wrongCode(known.name, left: max(0, OneTimeCode.mostMissed - missed)))
    }
  }

  /// Adds a name; gives the one-time code that it sets its first PIN with, where it needs one. Nothing but its key is
  /// kept.
  public func add(
    _ added: Operator, by who: SignedIn, cost: PINCost = .standard
  ) throws(OfficeError) -> String? {
    let isAsked = state.office?.isTrial != true && (added.login == nil || journal.identity.isShared)
    let code = isAsked ? try PIN.code(cost: cost) : nil
    let known = Operator(name: added.name, role: added.role, login: added.login, code: code?.key)
    _ = try save(.addOperator(known), by: who)
    return code?.digits
  }

  /// Takes a forgotten PIN away; gives the one-time code that its owner sets another with, where they need one.
  public func clearPIN(
    of name: String, note: String, by who: SignedIn, cost: PINCost = .standard
  ) throws(OfficeError) -> String? {
    let known = state.house.operators.first { $0.name == name }
    let isAsked = state.office?.isTrial != true && (known?.login == nil || journal.identity.isShared)
    let code = isAsked ? try PIN.code(cost: cost) : nil
    _ = try save(.clearPIN(name, note: note, code: code?.key), by: who)
    return code?.digits
  }

  /// A login says who somebody is no better than a PIN does, where users may be mapped: beside others' logins it
  /// neither approves nor pays without one.
  func checkPIN(of who: SignedIn, for command: Command) throws(OfficeError) {
    guard journal.identity.isShared, case .step(let request) = command,
      StageRule.of(request.step).needs.contains(.otherEyes)
    else { return }
    let known = state.house.operators.first { $0.name == who.name }
    guard known?.pin == nil else { return }
    throw .notSignedIn(.pinNeededHere(who.name))
  }
}
