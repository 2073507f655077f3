public import Casework
import Cells

/// Who sits at the desk: asked at the start, changed on the way, asked again when the desk was left alone.
extension Model {
  /// Seconds without a key after which the desk locks itself: fifteen minutes.
  public static let idleLimit = 15 * 60

  /// What somebody had open when another took over.
  struct OpenForms: Sendable {
    var layers: [any Layer] = []
    var marks: Set<String> = []
    /// Where they came from; what lay over the screen there is theirs too.
    var trail: [CameFrom] = []

    /// Whether something typed would be lost with them.
    var isChanged: Bool { layers.contains(where: \.isChanged) }
  }

  private var openForms: OpenForms {
    OpenForms(layers: layers.filter { !$0.staysOnTop }, marks: selection.marks, trail: states.trail)
  }

  /// Whether the desk waits for somebody to sign in.
  public var isAskingWho: Bool { layers.last is SignInForm }

  /// Nobody has signed in yet: the desk asks first.
  public mutating func askWho(_ state: OfficeState) {
    askWho(.start, name: seat.operatorName, state)
  }

  private mutating func askWho(_ reason: SignInForm.Reason, name: String, _ state: OfficeState) {
    drop(Palette.self)
    layers.append(SignInForm(reason, name: name, asksForPINs: seat.asksForPINs, state))
  }

  /// No key came for so many seconds.
  public mutating func rested(seconds: Int, _ state: OfficeState) {
    if screen == .filings, isListOnTop { selection.chosen.lookBehind(partInSight(of: state) ?? state) }
    guard seconds >= Self.idleLimit, !seat.isDemo, !isAskingWho else { return }
    lock(state)
  }

  mutating func lock(_ state: OfficeState) {
    message = nil
    askWho(.locked, name: seat.operatorName, state)
  }

  mutating func changeOperator(_ state: OfficeState) {
    // Whoever hands the desk over at a filing that they can't go on with hands it to somebody who can.
    let isWaiting = work == nil && selection.marks.isEmpty && selection.offered.next == nil
    askWho(.change, name: (isWaiting ? nextAtDesk(state) : nil) ?? seat.operatorName, state)
  }

  /// Who takes the next step of the filing under the cursor: of those who may, somebody who has been let in here
  /// before, and of these the one with the least powers.
  private func nextAtDesk(_ state: OfficeState) -> String? {
    let may = Set(whoMayGoOn(state))
    let all = state.house.operators.filter { may.contains($0.name) }
    let known = all.filter { !seat.asksForPINs || $0.pin != nil || $0.login != nil }
    return (known.isEmpty ? all : known).min { $0.role < $1.role }?.name
  }

  /// Somebody's login or PIN was right.
  public mutating func signedIn(as name: String, _ state: OfficeState) {
    drop(SignInForm.self)
    defer { renewLists(state) }
    guard name != seat.operatorName else {
      message = Notice(.good, "\(name)，请继续。")
      return
    }
    unfinished.aside[seat.operatorName] = openForms
    let own = unfinished.aside.removeValue(forKey: name) ?? OpenForms()
    (layers, selection.marks, states.trail) = (own.layers, own.marks, own.trail)
    seat.operatorName = name
    saving.changes = []
    message = Notice(.good, "现在由\(name)办理。")
    stateChanged(state)
  }

  /// Somebody was not let in, for this reason.
  public mutating func notSignedIn(_ sentence: String) {
    change(SignInForm.self) { $0.refused() }
    message = Notice(.bad, sentence)
  }

  /// What is asked before the desk is left.
  var leavingQuestion: Question {
    let names = unfinished.aside.filter(\.value.isChanged).keys.sorted()
    return names.isEmpty ? .leaveProgram : .leaveOthers(names)
  }

  /// Whoever has not signed in leaves only a desk on which nobody has left anything.
  mutating func leaveUnsigned() -> [Effect] {
    let names =
      unfinished.aside.filter(\.value.isChanged).keys.sorted()
      + (openForms.isChanged ? [seat.operatorName] : [])
    guard !names.isEmpty else { return [.leave] }
    return warned("\(names.joined(separator: "、"))还有没保存的内容，请先由本人登录。")
  }
}
