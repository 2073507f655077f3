import Casework
import Testing

@Suite struct PinyinTableTests {
  @Test("Lines in any order; what is no line is passed over, and the last of two lines is meant")
  func reads() {
    let table = PinyinTable(
      tsv: Array("# 清\tno\n重\tzhong chong\n\n清\tqin\nx\ny\ta\tb\n〇\tling\n清\tqing\n\ttab\n女\tnv".utf8))
    #expect(table.readings(of: "重") == ["zhong", "chong"])
    #expect(table.readings(of: "清") == ["qing"])
    #expect(table.readings(of: "女") == ["nv"])
    #expect(table.readings(of: "〇") == ["ling"])
    for scalar: Unicode.Scalar in ["x", "y", "a", "市", "\u{10FFFF}"] {
      #expect(table.readings(of: scalar) == [])
    }
    #expect(PinyinTable().readings(of: "清") == [])
  }
}
