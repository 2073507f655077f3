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
    return own.offices.enrolled.map { office in
      var parts = ["\(office.code)  \(office.name)"]
      if office.isRetired { parts.append("已停止报送") }
      guard let writer = office.writer else { return parts.joined(separator: "  ") + "  已发入网文件，等回执" }
      guard let gathered = office.gathered else {
        return parts.joined(separator: "  ") + "  已接纳，还没有报送"
      }
      parts.append(gathered.bundle.map { "第 \($0) 号" } ?? "备份")
      parts.append("至第 \(gathered.head.sequence) 条")
      if let day = Moment.officeDay(of: gathered.at) {
        parts.append("静默 \(max(0, today.dayNumber - day.dayNumber)) 天")
      }
      if let part = joint?.parts.first(where: { $0.writer == writer.writer }) {
        let sum = part.state.coverLines.reduce(into: MoneyTotal.zero) { $0 += $1.award }
        parts.append("\(part.state.files.count) 件  \(MoneyWording.yuan(sum))")
      }
      return parts.joined(separator: "  ")
    }
  }
}
