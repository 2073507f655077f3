public import Casework
import Cells

/// Who sits at the desk: asked at the start, changed on the way, asked again when the desk was left alone.
extension Model {
  /// Seconds without a key after which the desk locks itself: fifteen minutes.
  public static let idleLimit = 15 * 60

  /// What somebody had open when another took over.
  struct OpenForms: Sendable {
    var filing: FilingForm?
    var listEntry: ListEntry?
    var applicantForm: ApplicantForm?
    var overlay: (any Overlay)?
    var marks: Set<String> = []

    /// Whether something typed would be lost with them.
    var isChanged: Bool {
      filing?.isChanged == true || listEntry?.isChanged == true || applicantForm?.isChanged == true
        || overlay?.isChanged == true
    }
  }

  /// Whether the desk waits for somebody to sign in.
  public var isAskingWho: Bool { signIn != nil }

  /// Nobody has signed in yet: the desk asks first.
  public mutating func askWho(_ state: OfficeState) {
    signIn = SignInForm(.start, name: operatorName, asksForPINs: asksForPINs, state)
  }

  /// No key came for so many seconds.
  public mutating func rested(seconds: Int, _ state: OfficeState) {
    if screen == .filings, isListOnTop { chosen.lookBehind(state) }
    guard seconds >= Self.idleLimit, !isDemo, signIn == nil else { return }
    lock(state)
  }

  mutating func lock(_ state: OfficeState) {
    palette = nil
    message = nil
    signIn = SignInForm(.locked, name: operatorName, asksForPINs: asksForPINs, state)
  }

  mutating func changeOperator(_ state: OfficeState) {
    palette = nil
    // Whoever hands the desk over at a filing that they can't go on with hands it to somebody who can.
    let isWaiting =
      overlay == nil && filing == nil && applicantForm == nil && marks.isEmpty && offered.next == nil
    let next = isWaiting ? nextAtDesk(state) : nil
    signIn = SignInForm(.change, name: next ?? operatorName, asksForPINs: asksForPINs, state)
  }

  /// Who takes the next step of the filing under the cursor: of those who may, somebody who has been let in here
  /// before, and of these the one with the least powers.
  private func nextAtDesk(_ state: OfficeState) -> String? {
    let may = Set(whoMayGoOn(state))
    let all = state.operators.filter { may.contains($0.name) }
    let known = all.filter { !asksForPINs || $0.pin != nil || $0.login != nil }
    return (known.isEmpty ? all : known).min { $0.role < $1.role }?.name
  }

  /// Somebody's login or PIN was right.
  public mutating func signedIn(as name: String, _ state: OfficeState) {
    signIn = nil
    defer { renewLists(state) }
    guard name != operatorName else {
      message = Notice(.good, "\(name)，请继续。")
      return
    }
    aside[operatorName] = OpenForms(
      filing: filing, listEntry: listEntry, applicantForm: applicantForm, overlay: overlay, marks: marks)
    let own = aside.removeValue(forKey: name) ?? OpenForms()
    (filing, listEntry, applicantForm) = (own.filing, own.listEntry, own.applicantForm)
    (overlay, marks) = (own.overlay, own.marks)
    question = nil
    operatorName = name
    ownChanges = []
    message = Notice(.good, "现在由\(name)办理。")
    stateChanged(state)
  }

  /// Somebody was not let in, for this reason.
  public mutating func notSignedIn(_ sentence: String) {
    signIn?.refused()
    message = Notice(.bad, sentence)
  }

  /// What is asked before the desk is left.
  var leavingQuestion: Question {
    let names = aside.filter(\.value.isChanged).keys.sorted()
    return names.isEmpty ? .leaveProgram : .leaveOthers(names)
  }

  /// Whoever has not signed in leaves only a desk on which nobody has left anything.
  private mutating func leaveUnsigned() -> [Effect] {
    let open = OpenForms(filing: filing, listEntry: listEntry, applicantForm: applicantForm, overlay: overlay)
    let names = aside.filter(\.value.isChanged).keys.sorted() + (open.isChanged ? [operatorName] : [])
    guard !names.isEmpty else { return [.leave] }
    message = Notice(.warning, "\(names.joined(separator: "、"))还有没保存的内容，请先由本人登录。")
    return []
  }

  mutating func pressInSignIn(_ key: Key) -> [Effect] {
    if key == .control("q") { return leaveUnsigned() }
    if key == .control("l") { return [.redraw] }
    if signIn?.reason == .change, key == .escape || key == .f(10) {
      signIn = nil
      return []
    }
    switch signIn?.press(key) {
    case .signsIn(let name, let pin, let code)?: return [.signIn(name: name, pin: pin, code: code)]
    case .stays(let notice)?: message = notice
    case nil: break
    }
    return []
  }
}
