import CaseModel
import SubsidyRules

/// The words that offices write into cells, and what they stand for.
enum OldLedgerWords {
  static func stage(_ text: String) -> Stage? {
    let word = TextFolding.search(text)
    if let stage = Stage(rawValue: word.lowercased()) { return stage }
    return stages.first { $0.words.contains(word) }?.stage
  }

  static func kind(_ text: String) -> ApplicantKind? {
    let word = TextFolding.search(text)
    if let kind = ApplicantKind(rawValue: word.lowercased()) { return kind }
    return kinds.first { $0.words.contains(word) }?.kind
  }

  /// The code of a district, by code or name, with or without province and city in front and the rank behind; the
  /// whole city also by what offices call its own level (市直).
  static func district(_ text: String, among own: [District]) -> String? {
    var word = TextFolding.search(text)
    if let district = own.meant(by: word) { return district.code }
    let country = Country.table
    // Six digits that no district has or had are a slip: they would make the applicant a stranger without a word.
    if word.utf8.count == 6, word.utf8.allSatisfy({ (48...57).contains($0) }) {
      return country.entry(word) == nil ? nil : word
    }
    let city = own.first(where: \.isCity)
    if let first = own.first, let province = country.fullName(first.code.prefix(2) + "0000"),
      word.hasPrefix(province), word != province
    {
      word.removeFirst(province.count)
    }
    if let city, ["市直", "市本级", "市级"].contains(word) || names(ofCity: city).contains(word) {
      return city.code
    }
    let cityName = city?.name ?? own.first.flatMap { country.fullName($0.code.prefix(4) + "00") }
    let whole = word
    if let cityName, word.hasPrefix(cityName), word != cityName { word.removeFirst(cityName.count) }
    return own.first { !$0.isCity && names(of: $0, in: cityName).contains(word) }?.code
      ?? Country.code(named: whole)
  }

  /// The items that a text may name: the one of this id or label, else those whose label has all characters of the
  /// text in their order, or the text all of the label's (实用新型专利授权资助 is 实用新型授权).
  ///
  /// Of an item that several policies have the newest stands for all: the event tells which it is.
  static func items(_ text: String, of policy: Policy) -> [Item] {
    let word = TextFolding.search(text)
    guard !word.isEmpty else { return [] }
    if let exact = policy.items.first(where: {
      TextFolding.search($0.name) == word || TextFolding.search($0.label) == word
    }) {
      return [exact]
    }
    var names: Set<String> = []
    return policy.items.filter { item in
      let label = TextFolding.search(item.label)
      return (isPart(word, of: label) || isPart(label, of: word)) && names.insert(item.name).inserted
    }
  }

  /// Whether the characters of one text stand in another in the same order.
  private static func isPart(_ part: String, of text: String) -> Bool {
    var rest = text[...]
    for character in part {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  private static func names(ofCity city: District) -> [String] {
    let short = String(city.name.dropLast())
    return [city.name, short, city.name + "本级", city.name + "直"]
  }

  /// 英德 and 英德市; 连山 and 连山县 for 连山壮族瑶族自治县; 高新区 for the zone of 清远.
  private static func names(of district: District, in city: String?) -> [String] {
    let name = district.name
    guard district.code.utf8.count == 6 else {
      let short = city.map { String($0.dropLast()) } ?? ""
      let bare = !short.isEmpty && name.hasPrefix(short) ? String(name.dropFirst(short.count)) : name
      guard bare.hasSuffix("高新区") else { return [name, bare] }
      let before = bare.dropLast(3)
      return [name, bare, before + "高新技术产业开发区", short + before + "高新技术产业开发区"]
    }
    let short = String(name.count > 2 ? name.prefix(2) : name[...])
    return [name, short, short + "县", short + "自治县"] + (name.count > 3 ? [String(name.dropLast())] : [])
  }

  private static let stages: [(stage: Stage, words: [String])] = [
    (.received, ["收件", "已收件", "待受理", "登记"]), (.correction, ["补正", "补正中", "待补正"]),
    (.accepted, ["受理", "已受理"]), (.reviewed, ["初审", "已初审", "初审通过"]),
    (.approved, ["审定", "已审定", "已核定", "核定", "批准", "已批准", "审批通过", "同意"]),
    (.published, ["公示", "已公示", "公示中"]),
    (.paid, ["拨付", "已拨付", "已拨款", "已发放", "已支付", "已付款", "已付", "已到账"]),
    (.reclaimed, ["追回", "已追回", "已退回"]),
    (.rejected, ["不予资助", "不予受理", "不予支持", "不通过", "未通过", "驳回", "否决"]),
    (.withdrawn, ["撤回", "已撤回", "撤销", "放弃"]),
  ]

  private static let kinds: [(kind: ApplicantKind, words: [String])] = [
    (.enterprise, ["企业", "公司", "有限公司", "工矿企业"]), (.soleTrader, ["个体工商户", "个体户", "个体"]),
    (.institution, ["事业单位", "院校", "学校", "高校", "大专院校", "科研单位", "科研院所", "事业单位/院校", "机关团体"]),
    (.association, ["社会组织", "社团", "民非", "协会", "社会团体", "民办非企业"]),
    (.agency, ["专利代理机构", "代理机构"]), (.agencyBranch, ["代理分支机构", "分支机构", "代理分所", "分所"]),
    (.individual, ["个人", "自然人"]),
  ]
}
