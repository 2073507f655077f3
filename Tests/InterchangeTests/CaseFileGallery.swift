import Interchange
import Testing
import Wording

/// Why an interchange file is refused, each as one change of the good one; nothing of it is read in.
@Suite("Interchange files: what is refused, and where")
struct CaseFileGallery {
  static let shapes: [BrokenText] = [
    .init(#""format": "zizhu-cases/1","#, "", at: "{\n  \n", "缺少“format”。"),
    .init(
      #""format": "zizhu-cases/1""#, #""format": ▸"zizhu-cases/2""#, "文件格式“zizhu-cases/2”不是 zizhu-cases/1。"),
    .init(#""format": "zizhu-cases/1""#, #""format": ▸1"#, "这里应为文字（写在双引号里），却是数字。"),
    .init(#""policy": "lianzhou-2021-5","#, "", at: "{\n  \"format\"", "缺少“policy”。"),
    .init(#""policy": "lianzhou-2021-5""#, #""policy": ▸"lianzhou-2021-6""#, "找不到政策“lianzhou-2021-6”。"),
    .init(
      #""policy": "lianzhou-2021-5","#, #""policy": "lianzhou-2021-5", ▸"polici": 1,"#,
      "没有“polici”这个键，是不是“policy”。"),
    .init(#""policy": "lianzhou-2021-5","#, #""policy": "lianzhou-2021-5", ▸"policy": "x","#, "键“policy”重复。"),
    .init(
      #"{"share-base": "increment"}"#, #"{▸"share-bas": "increment"}"#, "没有口径“share-bas”，是不是“share-base”。"),
    .init(
      #"{"share-base": "increment"}"#, #"{"share-base": ▸"incremental"}"#,
      "口径没有选项“incremental”，是不是“increment”。"),
    .init(
      #"{"share-base": "increment"}"#, #"{"share-base": "increment", ▸"share-base": "total"}"#,
      "键“share-base”重复。"),
    .init(#"{"share-base": "increment"}"#, #"{"share-base": ▸true}"#, "这里应为文字（写在双引号里），却是 true 或 false。"),
    .init(#""applicants": ["#, #""applicants": ▸{}, "filing": ["#, "这里应为列表（[…]），却是一组键和值（{…}）。"),
    .init(#""id": "F1","#, #""id": "F1""#, at: #""item": "agency-fee""#, "这里应为 , 或 }。"),
    .init(#""fee": "2000""#, #""fee": ▸2000."#, "数字写法不对。"),
    .init(#""overrides": {"number": "原件如此"}"#, "\"overrides\": {\"number\": \"原件▸\n如此\"}", "文字中有控制字符。"),
    .init(#""phone": null"#, #""phone": ▸nil"#, "这里应有一个值。"),
  ]

  static let applicants: [BrokenText] = [
    .init(#""id": "E1", "name""#, #""name""#, at: #"{"name""#, "缺少“id”。"),
    .init(#""id": "E1", "name""#, #""id": "  ", "name""#, at: #"{"id": "  ""#, "缺少“id”。"),
    .init(#""id": "E1", "name""#, #""id": ▸17, "name""#, "这里应为文字（写在双引号里），却是数字。"),
    .init(#""id": "A2", "name""#, #""id": "A1", "name""#, at: #"{"id": "A1", "name": "甲代理"#, "编号“A1”重复。"),
    .init(#""kind": "enterprise", "#, "", at: #"{"id": "E1""#, "缺少“kind”。"),
    .init(#""kind": "enterprise""#, #""kind": ▸"enterprize""#, "没有申请人类型“enterprize”，是不是“enterprise”。"),
    .init(#""district": "GXQ", "#, "", at: #"{"id": "E1""#, "缺少“district”。"),
    .init(#""parent": "A1""#, #""parent": ▸"A9""#, "没有编号为“A9”的总部。"),
    .init(#""parent": "A1""#, #""parent": ▸"A2""#, "“A2”的总部关系成了环。"),
    .init(#""code": "91441882MA4UQ1L83C""#, #""parent": ▸"A2""#, "“A1”的总部关系成了环。"),
    .init(
      #""parent": "A1"}"#, #""parent": "A1", "code": "９１441882ma4uq1l83c"}"#, at: #"{"id": "A2""#,
      "“A1”与“A2”的代码相同。"),
    .init(#""phone": null"#, #"▸"fon": null"#, "没有“fon”这个键。"),
    .init(#""phone": null"#, #""phone": ▸7633"#, "这里应为文字（写在双引号里），却是数字。"),
  ]

  static let filings: [BrokenText] = [
    .init(
      #""id": "F2", "item""#, #""id": "F1", "item""#,
      at: "{\n      \"id\": \"F1\", \"item\": \"certificate\"", "编号“F1”重复。"),
    .init(#""id": "F2", "item""#, #""id": null, "item""#, at: "{\n      \"id\": null", "缺少“id”。"),
    .init(#""item": "agency-fee", "#, "", at: "{\n      \"id\": \"F1\"", "缺少“item”。"),
    .init(#""item": "agency-fee""#, #""item": ▸"agency-free""#, "没有项目“agency-free”，是不是“agency-fee”。"),
    .init(
      #""applicant": "E1", "received": "2021-06-01""#, #""received": "2021-06-01""#,
      at: "{\n      \"id\": \"F1\"", "缺少“applicant”。"),
    .init(
      #""applicant": "E1", "received": "2021-06-01""#, #""applicant": ▸"E7", "received": "2021-06-01""#,
      "没有编号为“E7”的申请人。"),
    .init(#""received": "2021-06-01", "#, "", at: "{\n      \"id\": \"F1\"", "缺少“received”。"),
    .init(#""received": "2021-06-01""#, #""received": ▸"2021-6-1""#, "“received”不是确有其日的日期（应写成 2019-04-01）。"),
    .init(
      #""received": "2021-06-01""#, #""received": ▸"2021-06-31""#, "“received”不是确有其日的日期（应写成 2019-04-01）。"),
    .init(#""received": "2021-06-01""#, #""received": ▸20210601"#, "这里应为文字（写在双引号里），却是数字。"),
    .init(#""status": "accepted""#, #""status": ▸"accept""#, "没有状态“accept”，是不是“accepted”。"),
    .init(#""fee": "2000"}"#, #""fee": "2000", ▸"fees": "1"}"#, "该项目没有“fees”这一栏，是不是“fee”。"),
    .init(#""fee": "2000"}"#, #""fee": "2000", ▸"fee": "1"}"#, "键“fee”重复。"),
    .init(#""overrides": {"number""#, #""overrides": {▸"numbr""#, "该项目没有“numbr”这一栏，是不是“number”。"),
    .init(
      #""overrides": {"number": "原件如此"}"#, #""overrides": {"number": ▸true}"#,
      "这里应为文字（写在双引号里），却是 true 或 false。"),
    .init(#""decided": "500.00""#, #""decided": ▸500"#, "这里应为文字（写在双引号里），却是数字。"),
    .init(#""decided": "500.00""#, #""decided": ▸"500元""#, "“decided”不是金额（应写成“500.00”这样的文字）。"),
    .init(#""decided": "500.00", "#, "", at: #""500.00""#, "有追回金额而没有核定金额。"),
    .init(#""decided": "500.00""#, #""decided": "499.99""#, at: #""500.00""#, "追回金额大于核定金额。"),
    .init(#""status": "accepted","#, #""status": "accepted", ▸"state": 1,"#, "没有“state”这个键，是不是“status”。"),
    .init(#""inputs": {"certifiedOn": "2021-05-01"}"#, #""inputs": ▸[]"#, "这里应为一组键和值（{…}），却是列表（[…]）。"),
  ]

  @Test("The file", arguments: shapes)
  func wrongShape(broken: BrokenText) throws { try check(broken) }

  @Test("Applicants", arguments: applicants)
  func wrongApplicant(broken: BrokenText) throws { try check(broken) }

  @Test("Filings", arguments: filings)
  func wrongFiling(broken: BrokenText) throws { try check(broken) }

  private func check(_ broken: BrokenText) throws {
    let mistake = try broken.mistake(in: GoodCases.text)
    let bytes = mistake.bytes
    let error = #expect(throws: CaseFileError.self) { try GoodCases.read(bytes) }
    let said = error.map { "\($0.location) \(MistakeWording.sentence($0))" }
    #expect(try said == mistake.expected())
  }

  @Test("A byte order mark, an empty file, text behind the end, and bytes of GB18030")
  func encoding() {
    let good = Array(GoodCases.text.utf8)
    #expect(said([0xEF, 0xBB, 0xBF] + good) == "1:1 文件开头有字节顺序标记（BOM），请另存为不带 BOM 的 UTF-8。")
    #expect(said([]) == "1:1 文件没有写完就结束了。")
    #expect(said(good + Array(" {}".utf8)) == "21:3 结尾之后还有内容。")
    #expect(
      said(Array("{\"policy\":\"".utf8) + [0xC1, 0xAC] + Array("\"}".utf8))
        == "1:12 不是 UTF-8 文字，请把文件另存为 UTF-8。")
    #expect(said(good) == nil)
  }

  private func said(_ bytes: [UInt8]) -> String? {
    do {
      _ = try GoodCases.read(bytes)
      return nil
    } catch let error as CaseFileError {
      return "\(error.location) \(MistakeWording.sentence(error))"
    } catch {
      return "\(error)"
    }
  }
}
