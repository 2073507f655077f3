public import CaseModel
public import Casework

/// The offices of a city, or the city of a county, as a list.
public enum OfficeListWording {
  public static func lines(_ own: OfficeState, joint: JointOffice?, today: CivilDate) -> [String] {
    if let city = own.offices.city {
      var lines = ["所属市局：\(city.name)，本局代码 \(city.office.code)"]
      if let last = own.offices.bundles.last {
        lines.append("上次报送：第 \(last.number) 号，\(MomentWording.local(last.at))")
      } else {
        lines.append("还没有报送过。")
      }
      if let taken = own.offices.taken { lines.append("上次收到的回执件：第 \(taken.number) 号") }
      return lines
    }
    guard own.offices.isCity else { return ["没有入网的局。市局用 zizhu office enrol 为县局做入网文件。"] }
    // Where there is something of theirs to look at, each is known up to the day of its own record.
    return (joint?.state.offices ?? own.offices).enrolled.map { office in
      var parts = ["\(office.code)  \(office.name)"]
      if office.isRetired { parts.append("已停止报送") }
      guard let writer = office.writer else { return parts.joined(separator: "  ") + "  已发入网文件，等回执" }
      if let gathered = office.gathered {
        parts.append(gathered.bundle.map { "第 \($0) 号" } ?? "备份")
        parts.append("至第 \(gathered.head.sequence) 条")
      } else {
        parts.append("已接纳，还没有报送")
      }
      if let day = office.silentSince { parts.append("静默 \(max(0, day.days(to: today))) 天") }
      let waiting = joint?.state.filesThatWait(of: writer.writer) ?? []
      if waiting.contains(where: { $0.reason == .damaged }) { parts.append("损坏，未计入") }
      let unopened = waiting.count { $0.reason == .unopened }
      if unopened > 0 { parts.append("打不开的 \(unopened) 份") }
      let held = waiting.filter { $0.reason != .unopened && $0.reason != .damaged }
      if !held.isEmpty { parts.append("存放 \(held.count) 份") }
      // What it has among all offices, as its report and its screen say.
      if office.gathered != nil, let part = joint?.state.part(of: office.code) {
        let sum = part.sums.byYear.values.reduce(MoneyTotal.zero) { $0 + $1.award }
        parts.append("\(part.files.count) 件  \(MoneyWording.yuan(sum))")
      }
      return ([parts.joined(separator: "  ")] + held.map { "    " + OfficesWording.sentence($0) })
        .joined(separator: "\n")
    }
  }
}
