import CaseModel
import Seeded

/// The applicants of an invented office: agencies with branches, units and persons of every district.
struct InventedApplicants {
  private(set) var all: [Applicant] = []
  private(set) var agencies: [Int] = []
  private(set) var enterprises: [Int] = []

  private static let districts = [
    "441800", "441802", "441803", "441821", "441823", "441825", "441826", "441881", "441882", "GXQ",
  ]
  private static let words = [
    "北江", "飞霞", "禾雀", "凤城", "洛洲", "玉带", "青瓦", "峡江", "云栖", "华岭", "龙埔", "雄岚", "笔架", "滨江", "汤泉",
    "冠南", "迳头", "七拱", "贤令", "岭背", "吉田", "鹿鸣", "瑶山", "三排", "浈阳", "碧落", "连江", "英石", "星子", "东陂",
  ]
  private static let trades = ["陶瓷", "电子科技", "精密五金", "包装制品", "建材", "生物医药", "智能装备", "铝合金", "茶业", "纸业", "光学仪器"]
  private static let surnames = ["陈", "李", "黄", "梁", "邓", "朱", "曾", "单", "欧阳", "盘"]

  /// The office that they came to, and how many of other offices have codes before them.
  private let district: String
  private let before: Int

  /// - Parameters:
  ///   - count: at least twenty.
  ///   - district: of the office that they came to.
  ///   - before: so many applicants of other offices have codes before them.
  init(_ count: Int, district office: String, before: Int, _ random: inout SeededNumbers) {
    self.district = office
    self.before = before
    let agencyCount = max(4, count / 40)
    for number in 1...max(20, count) {
      let district = random.one(of: Self.districts)
      let word = random.one(of: Self.words) + random.one(of: Self.words)
      var applicant: Applicant
      switch number {
      case ...agencyCount:
        // Every third one is a branch of an agency before it.
        let parent = number % 3 == 0 ? all[random.number(0...(number - 2) / 3 * 3)] : nil
        let head = parent.flatMap { $0.parent == nil ? $0.id : $0.parent }
        applicant = Applicant(
          id: id(number), name: "\(word)专利代理事务所" + (head == nil ? "" : "分所"),
          kind: head == nil ? .agency : .agencyBranch, district: district, parent: head)
        agencies.append(number - 1)
      case _ where random.chance(75):
        applicant = Applicant(
          id: id(number), name: "清远市\(word)\(random.one(of: Self.trades))有限公司", kind: .enterprise,
          district: district)
        enterprises.append(number - 1)
      default:
        let name = random.one(of: Self.surnames) + String(word.prefix(2))
        applicant = Applicant(id: id(number), name: name, kind: .individual, district: district)
      }
      fill(&applicant, number, &random)
      all.append(applicant)
    }
  }

  private func fill(_ applicant: inout Applicant, _ number: Int, _ random: inout SeededNumbers) {
    let place = applicant.district == "GXQ" ? "441802" : applicant.district
    if applicant.kind == .individual {
      applicant.code = Self.residentID(place, before + number)
    } else {
      applicant.code = Self.creditCode(place, before + number)
      applicant.contact = random.one(of: Self.surnames) + "会计"
    }
    applicant.phone = "1380763" + random.digits(4)
    applicant.bank = "中国农业银行清远支行"
    applicant.account = "44" + random.digits(15)
  }

  private func id(_ number: Int) -> String { "\(district)-A" + number.padded(to: 5) }

  /// A credit code that nobody else has, with both its check characters right.
  private static func creditCode(_ district: String, _ number: Int) -> String {
    var text = Array("91\(district)MA\((number % 1_000_000).padded(to: 6))00")
    for _ in 0..<3 {
      guard case .wrongCheck(_, let mistakes) = CreditCode.read(String(text)) else { break }
      for mistake in mistakes { text[mistake.part == .inner ? 16 : 17] = mistake.expected }
    }
    return String(text)
  }

  /// An identity number that nobody else has, with its check right.
  private static func residentID(_ district: String, _ number: Int) -> String {
    let year = 1950 + number / 336_000 % 50
    let (month, day) = (number / 28_000 % 12 + 1, number / 1000 % 28 + 1)
    let body = "\(district)\(year)\(month.padded(to: 2))\(day.padded(to: 2))\((number % 1000).padded(to: 3))"
    let reading = ResidentID.read(body + "0", today: .lastDay(of: 2020) ?? .first)
    guard case .wrongCheck(_, let check) = reading else { return body + "0" }
    return body + String(check)
  }
}
