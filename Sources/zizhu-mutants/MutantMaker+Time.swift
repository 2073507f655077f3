import CaseModel
import JSONText

extension MutantMaker {
  /// The first day of the first period and the last of the last; where two periods meet is for `borders`.
  mutating func periods(_ path: TreePath) {
    let all = root["periods"]?.elements ?? []
    if path.steps.last == .place(0) { moves(in: path + "from") }
    if path.steps.last == .place(all.count - 1) { moves(in: path + "to") }
    if self[path + "warning"] != nil { add(.code, dropping: path + "warning") }
  }

  /// The day of signing alone.
  mutating func signing() { moves(in: TreePath() + "signed") }

  /// Where a period follows another, both of its sides move, and the day of signing with them where it is the same.
  mutating func borders() {
    let all = root["periods"]?.elements ?? []
    for place in all.indices.dropFirst() {
      let path = TreePath() + "periods" + place + "from"
      for days in [-1, 1] {
        guard let next = day(path, plus: days),
          let last = day(TreePath() + "periods" + (place - 1) + "to", plus: days)
        else { continue }
        var tree = root.editing(path) { _ in .text(next) }
        tree = tree.editing(TreePath() + "periods" + (place - 1) + "to") { _ in .text(last) }
        if root["signed"]?.text == self[path]?.text {
          tree = tree.editing(TreePath() + "signed") { _ in .text(next) }
        }
        add(.day, path, "\(told(self[path])) -> \(next), with the day before it", tree)
      }
    }
  }

  private func day(_ path: TreePath, plus days: Int) -> String? {
    self[path]?.text.flatMap { CivilDate($0) }?.adding(days: days)?.description
  }
}
