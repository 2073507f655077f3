import Testing

/// A bar of keys, as it stands on the screen after a script, and what each of its keys does.
struct Bar: CustomTestStringConvertible, Sendable {
  /// A key of a bar, how it is pressed, and what must stand on the screen afterwards.
  struct Press: Sendable {
    let name: String
    let keys: String
    let shows: String
    /// What must no longer stand there.
    var hides: String?

    init(_ name: String, _ keys: String, shows: String, hides: String? = nil) {
      self.name = name
      self.keys = keys
      self.shows = shows
      self.hides = hides
    }
  }

  let testDescription: String
  let script: String
  let presses: [Press]
  /// The office of the demo city whose desk it is; nil of the demo office.
  let place: String?

  init(_ name: String, in place: String? = nil, _ script: String, _ presses: [Press]) {
    testDescription = name
    self.place = place
    self.script = script
    self.presses = presses
  }

  func session() throws -> DeskSession {
    try place.map { try DeskSession.inCity($0, script) } ?? DeskSession.demo(script)
  }
}

/// Every bar that the desk shows.
extension Bar {
  static let newFiling = Press("F2", "<F2>", shows: " 新申报       演示")
  static let newApplicant = Press("F3", "<F3>", shows: " 新申请人     演示")
  static let find = Press("F7", "<F7>甲", shows: "查找 甲")
  static let help = Press("F1", "<F1>", shows: "Enter 从不保存")
  static let screens = Press("1-8", "7", shows: " 7 条款       演示")
  static let palette = Press("Ctrl-P", "<C-p>xsq", shows: " 命令         演示")
  static let next = Press("Ctrl-N", "<C-n>", shows: "请录下一件")
  static let theirFilings = Press("Enter", "<Enter>", shows: " 3 申报       演示")
  static let year = Press("[ ]", "[", shows: "2019年度")
  static let leave = Press("F10", "<F10>", shows: "要离开吗")
  static let list = Press("Ctrl-T", "<C-t>", shows: " 列表录入     演示")
  static let closeList = Press("Esc", "<Esc>", shows: "F10 返回", hides: "关闭列表")

  static let sortNames = Press("左右", "<Right>", shows: "名称+")
  static let turnNames = Press("+-", "<Right>+", shows: "名称-")

  static let print = Press("F9", "<F9>", shows: "年度限额表")
  static let open = Press("Enter", "<Enter>", shows: "修改申报")
  static let amend = Press("F4", "<F4>", shows: "修改申请人")
  static let papers = Press("F4", "<F4>", shows: "应交")
  static let step = Press("F5", "<F5>", shows: "可以受理")
  static let aside = Press("F6", "<F6>", shows: "通知补正")
  static let mark = Press("空格", " ", shows: "已标记 1 件")

  static let all = onScreens + onForms + onOverlays + inCity
}
