import CaseModel
public import Casework
public import Interchange
public import Parcels
public import SubsidyRules

/// Sentences about files between a city and its offices, as they are made and taken.
public enum ExchangeWording {
  // MARK: - Enrolling

  public static func enrolled(_ office: EnrolledOffice, _ fingerprint: String, _ file: String) -> String {
    """
    入网文件已写到 \(file)，给 \(office.name)（\(office.code)）。
    本局指纹：\(fingerprint)
    请把指纹写在随附的函上，县局加入时核对；文件和函分开送更稳妥。

    """
  }

  public static func offered(_ enrolment: OfficesFile.Enrolment, _ fingerprint: String) -> String {
    let link = enrolment.link
    return """
      市局：\(link.name)
      给：\(link.office.name)（\(link.office.code)）
      市局指纹：\(fingerprint)
      加入以后：政策 \(enrolment.policies.count) 份和口径以市局的为准；初审过的申报上报市局，由市局核定、拨付；加入以前已审定的仍由本局办完。
      请与函上的指纹核对；无误再加 --confirm --out 回执文件。

      """
  }

  public static func joined(_ link: CityLink, _ fingerprint: String, _ file: String) -> String {
    """
    已加入\(link.name)，代码 \(link.office.code)。
    入网回执已写到 \(file)，请交市局接纳。
    本局指纹：\(fingerprint)
    请把指纹写在随附的函上。

    """
  }

  /// The keys for the safe: two lines that can be typed again.
  public static func keys(_ signing: KeyWords, _ opening: KeyWords) -> String {
    """
    签名密钥（第一行）：
    \(signing.groups.joined(separator: " "))
    开启密钥（第二行）：
    \(opening.groups.joined(separator: " "))
    抄在纸上锁进保险柜，不要拍照、不要存成文件。谁有这两行，谁就能冒充本局、打开给本局的文件。

    """
  }

  // MARK: - Bundles

  /// The cover sheet of a bundle (交接单).
  public static func cover(
    _ lines: [CoverLine], office: OfficeState, number: Int, head: String, isSealed: Bool
  ) -> String {
    var text = "交接单  \(office.office?.name ?? "")  第 \(number) 号\n"
    text += "送：\(office.offices.city?.name ?? "")\n"
    text += cover(lines, office.policy)
    text += "日志头：\(head)\n"
    text += isSealed ? "已签名，已加密：只有市局能打开。\n" : "已签名，没有加密：谁拿到谁都能看，请妥善保管。\n"
    return text
  }

  /// The lines of a cover and their sums; items go by their names where the policy is known.
  public static func cover(_ lines: [CoverLine], _ policy: Policy?) -> String {
    var text = ""
    for line in lines {
      let label = policy?.item(line.item)?.label ?? line.item
      text += "  \(label)  \(line.filings) 件  \(MoneyWording.yuan(line.award))\n"
    }
    let filings = lines.reduce(0) { $0 + $1.filings }
    let sum = lines.reduce(into: MoneyTotal.zero) { $0 += $1.award }
    return text + "  合计  \(filings) 件  \(MoneyWording.yuan(sum))\n"
  }

  /// What anybody can see of a file between offices.
  public static func head(
    kind: ParcelKind, isSealed: Bool, signer: String, office: String?, number: Int?, from: String?,
    to: String?
  ) -> String {
    var text =
      "\(ParcelWording.label(kind))\(number.map { "  第 \($0) 号" } ?? "")\(office.map { "  \($0)" } ?? "")\n"
    if let to { text += kind == .reply ? "市局日志至：\(to)\n" : "自：\(from ?? "开头")\n至：\(to)\n" }
    text += "签名：\(signer)，完好\n" + (isSealed ? "已加密\n" : "没有加密\n")
    return text
  }

  // MARK: - Offices that stop

  /// What is still on its way to and from an office that is to write no more, before it is told so.
  public static func retiring(_ code: String, _ state: OfficeState, untold: [CityStep]) -> String {
    guard let office = state.offices.office(code) else { return "" }
    var text = "\(office.name)（\(code)）\n"
    if let gathered = office.gathered {
      text += "最后一次汇总：\(MomentWording.local(gathered.at))，到它的第 \(gathered.head.sequence) 条记录；以后报送的不再收。\n"
      text += "它手里可能还有没报送的记录：请先让它写最后一份报送件（zizhu bundle），汇总以后再停。\n"
    } else {
      text += "还没有收到过它的报送件，以后报送的也不再收。\n"
    }
    let held = state.joint.waitingFiles.count { $0.writer == office.writer?.writer }
    if held > 0 { text += "存放着它的文件 \(held) 份，停报以后不会计入；请先补齐或裁定。\n" }
    if !untold.isEmpty {
      let counts = untold.map(\.step.step).counted { StepLabels.label($0) }
      text += "还没有证实它收到的：\(counts)。请先写回执件（zizhu reply \(code)），收到它的下一份报送件再停。\n"
    }
    let open = state.files.indices.filter { number in
      state.files.rows[number].stage.isOpen && state.office(of: state.files.id(of: number)) == code
    }
    if !open.isEmpty {
      text +=
        "没办完的申报 \(open.count) 件，停报以后各步由市局办理：\(open.lazy.map(state.files.id).few(5))\n"
    }
    return text
  }

  /// What a city has written for an office that lost its store.
  public static func recovery(_ code: String, _ last: Int, _ fingerprint: String, _ file: String) -> String {
    """
    \(code) 的恢复件：\(file)，到它的第 \(last) 条记录。
    请连同写有市局指纹的函交给县局：\(fingerprint)
    县局恢复：zizhu restore \(file) 新文件夹 --fingerprint 指纹，照保险柜里的纸输入两把密钥。
    此后旧盘上第 \(last) 条以后的记录再送来，不直接收，先存放着待裁定。

    """
  }

  /// What restoring a backup of a city or of one of its counties comes to, before it is done; nil of any other store.
  public static func restoring(_ offices: OfficesBook) -> String? {
    if let city = offices.city {
      let code = city.office.code
      let sent = offices.bundles.last.map { "备份里最后报送的是第 \($0.number) 号；" } ?? ""
      return "这是已加入\(city.name)的县局（\(code)）的备份，\(sent)此后又报送过的，恢复出来的与市局收到的会分成两支，市局裁定以前都不计入。"
        + "请先问市局；旧机器坏了、丢了的，请不要用备份，请市局写恢复件（zizhu office recover \(code)），用它恢复。旧机器还在用的，不要两台都用。"
    }
    guard offices.isCity else { return nil }
    return "这是市局的备份，有 \(offices.enrolled.count) 个局。备份以后的核定、退回、裁定不在里面：恢复后请先汇总各局的报送件（zizhu gather），"
      + "再收回各局回执里记着的决定（zizhu office recall），收回以前不能核定。旧机器上的市局不要再用。"
  }

  /// What a city that was restored lacks, and would take in again.
  public static func lost(_ steps: [CityStep], _ office: OfficeState) -> String {
    guard !steps.isEmpty else { return "各局收下的决定，本库里都有，不用收回。\n" }
    let rows = steps.map { step in
      let name = office.offices.office(ofWriter: step.filing.writer)?.name ?? ""
      let since = office.joint.lostVerdicts.offices.flatMap(\.untold).filter { $0.filing == step.filing }
      let labels = since.map { StepLabels.label($0.step.step) }.joined(separator: "、")
      let warning = since.isEmpty ? "" : "（恢复以后本局又办过：\(labels)；收回后请逐件核对）"
      return "  \(name)  \(line(of: step))  \(step.by) \(MomentWording.local(step.at))\(warning)\n"
    }
    return "各局收下的回执里有、本库里没有的决定 \(steps.count) 步：\n" + rows.joined()
  }

  static func line(of step: CityStep) -> String {
    let amount = step.step.amount.map { "  \(MoneyWording.yuan($0))" } ?? ""
    // A note of several lines would look like further rows.
    let words = step.step.note.split(whereSeparator: \.isNewline).joined(separator: " ")
    let note = words.isEmpty ? "" : "（\(words)）"
    return "\(step.filing.id)  \(StepLabels.label(step.step.step))  \(step.step.day)\(amount)\(note)"
  }
}
