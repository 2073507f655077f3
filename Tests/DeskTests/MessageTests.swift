import Casework
import Testing

@testable import Desk

/// What the desk says where something can't be done: each message once, with what to do instead.
@Suite struct MessageTests {
  @Test(
    arguments: [
      ("<F2>dl<C-t>", "请先选好项目和申请人，再录入列表。"),
      (Scene.cutGrant + "<C-t><C-y><F8>", "还没有可以保存的行。"),
      ("4<F5>", "请先在待办或申报里选一件申报。"), ("4<F6>", "请先在待办或申报里选一件申报。"),
      ("4<F4>", "请先在待办或申报里选一件申报。"),
      ("<F3>分所<Tab>6<Tab>8<Tab><Tab><Tab><Tab><Tab><Tab>不存在<Tab>", "没有找到这个代理机构，请改一改；没有录入过的，请先录入总部。"),
      ("[[3<End><Enter><F8>", "这里没有要保存的内容。"),
      ("<F4><F8>", "没有保存：还没有核对任何一项材料。"),
      ("<F2>不存在的项目<Tab>", "没有这样的项目，请改一改，或按 F4 列出全部项目。"),
      ("<F2>dlsq<Tab>不存在<Tab>", "没有找到这个申请人，请改一改，或按 F3 录入新申请人。"),
      ("<F2><Tab><Tab><Tab><Tab>", "请先选项目。"),
      ("<F2><F8>", "还没有保存：请先填好项目、申请人和收件日期。"),
      ("<F2>dlsq<Tab>ydfs<Tab>3月<F8>", "还没有保存：收件日期：日期看不懂，请写成 20190301。"),
      ("<F3><F8>", "请填写名称。请选择类型。请选择所在地区。"), ("<F3>分所<Tab>6<Tab>8<F8>", "分支机构请选择总部。"),
      ("  <F10>", "已取消标记。"),
      ("<C-b><F8>", "没有登记：请填好情形。"), ("<C-b>2<F8>", "没有登记：请填好号码。"),
      ("<C-b>2<Tab>201710197068.7<F8>", "没有登记：请写明文书。"),
      ("<C-b>2<Tab>201710197068.7<Tab>决定书<Tab><Tab>A999<F8>", "没有登记：没有编号为\"A999\"的申请人。"),
      (
        "<C-b>2<Tab>201710197068.7<Tab>决定书<Tab><Tab>13807639753<F8>", "没有登记：没有编号为\"1380*******\"的申请人。"
      ),
      (
        "<C-b>2<Tab>201710197068.7<Tab>决定书<Tab><Backspace><Backspace><Backspace>x<F8>",
        "没有登记：文书日期：还差日，请写成 20190301。"
      ),
      ("<C-b>2<Tab>201710197068.7<Tab>决定书<Tab><C-u><F8>", "没有登记：请填好文书日期。"),
      ("<C-b>9<F8>", "没有登记：情形：请填编号 1 到 3、名称或拼音首字母。"),
      ("<F5><Backspace><Backspace>x<F8>", "没有办理。办理日期：日期看不懂，请写成 20190301。"),
      ("<F6><Enter><Tab>12345<F8>", "没有办理。期限：请写日期，或 1 到 999 的工作日数。"),
      ("<C-f><F8>", "这里没有要保存的内容。"), ("<C-f>201710197068.7<F8>", "这里没有要保存的内容。"),
      ("<C-o><Enter>", "演示，请继续。"),
      ("6<F7>没有的<Enter><F2>", "请先选一个类别，再登记。"),
      // Withdrawn: nothing comes after it, but it may be taken back.
      ("3<F6><Down><Down><Enter><Tab>申请人撤回<F8><F5>", "这一件现为\"撤回\"，没有您可以办的下一步。其他办理请按 F6。"),
    ])
  func isSaid(_ script: String, _ message: String) throws {
    let said = try DeskSession.demo(script).message
    #expect(said == message)
  }

  @Test(
    "A code that fails says which character should stand where",
    arguments: [
      // GB 32100: the right last character of 91441802MAK82HHF9 is 5.
      ("1", "91441802MAK82HHF96", "代码校验不符：第 18 位应为 5，请核对"), ("1", "441802600012345", "这是旧版 15 位工商注册号"),
      ("1", "91441802MAK82HHI95", "不会出现，可能是 1"), ("1", "9144", "统一社会信用代码应为 18 位，现有 4 位"),
      // GB 11643: the example of the standard ends in X; nobody was born on the 30th of February.
      ("7", "110105194912310025", "身份证号校验不符：按前 17 位，末位应为 X"), ("7", "441881900307001", "这是 15 位的旧身份证号"),
      ("7", "441881199002300018", "身份证号里的生日 1990 年 2 月 30 日不存在"),
      ("7", "441881202103070018", "身份证号里的生日晚于今天"), ("7", "44188119900307A018", "身份证号第 15 位不应是这个字符"),
    ])
  func codes(kind: String, code: String, sentence: String) throws {
    let session = try DeskSession.demo("<F3>甲<Tab>\(kind)<Tab>1<Tab>\(code)", rows: 30, columns: 110)
    #expect(
      session.screen.filter { !$0.isWhitespace }.contains(sentence.filter { !$0.isWhitespace }),
      "\(session.screen)")
  }

  /// A disk that is full keeps a draft from being written, or the day's backup, in the moment after a save that stands:
  /// the clerk must still read that it was saved.
  @Test("That a save succeeded stays in front of whatever goes wrong beside it, until the next key")
  func savedStays() throws {
    var session = try DeskSession.demo("<F3>连州市试验有限公司<Tab>1<Tab>连州<F8>")
    let saved = session.message
    #expect(saved.hasPrefix("已保存申请人 "))
    for _ in 0..<3 { session.model.tell(Notice(.bad, "草稿没有写到磁盘上，请尽快保存：磁盘已满。")) }
    #expect(session.message == saved + "草稿没有写到磁盘上，请尽快保存：磁盘已满。")
    try session.press("<Down>")
    session.model.tell(Notice(.bad, "草稿没有写到磁盘上，请尽快保存：磁盘已满。"))
    #expect(session.message == "草稿没有写到磁盘上，请尽快保存：磁盘已满。")
  }

  @Test("An applicant who is not found says how to enter one")
  func notFound() throws {
    let session = try DeskSession.demo("<F2>dlsq<Tab>不存在的公司", rows: 30, columns: 110)
    #expect(session.screen.contains("没有录入过的，按 F3 录入，保存后回到这里。"))
  }
}
