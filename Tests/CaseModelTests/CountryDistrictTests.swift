import CaseModel
import Testing

/// Districts by name: one of a full name, several of a short one, and those that are no longer.
struct CountryDistrictTests {
  /// 鼓楼区 of 南京, 徐州, 福州 and 开封; 朝阳区 of 北京 and 长春 (GB/T 2260).
  @Test(arguments: [
    ("鼓楼区", ["320106", "320302", "350102", "410204"]), ("朝阳区", ["110105", "220104"]), ("清城区", ["441802"]),
    ("英德市", ["441881"]), ("连山壮族瑶族自治县", ["441825"]), ("无此区", []), ("", []),
  ])
  func `A short name may be several districts`(name: String, codes: [String]) {
    #expect(Country.codes(named: name) == codes)
  }

  @Test(arguments: [
    ("清远市清城区", "441802" as String?), ("南京市鼓楼区", "320106"), ("北京市朝阳区", "110105"), ("清远市", "441800"),
    ("清城区", nil), ("清远市鼓楼区", nil),
  ])
  func `A full name is one`(name: String, code: String?) {
    #expect(Country.code(named: name) == code)
    #expect(code == nil || Country.codes(named: name) == [code].compactMap(\.self))
  }

  /// identifiers.md, Districts.
  @Test(arguments: [
    ("441800", "清远市", [String]()), ("441802", "清城区", []), ("441803", "清新区", ["441811", "441827"]),
    ("441821", "佛冈县", []), ("441823", "阳山县", []), ("441825", "连山壮族瑶族自治县", []),
    ("441826", "连南瑶族自治县", []), ("441881", "英德市", ["441822"]), ("441882", "连州市", ["441824"]),
  ])
  func `The city's districts with the codes that they bore`(code: String, name: String, former: [String])
    throws
  {
    let district = try #require(District(country: code))
    #expect(district.name == name && district.formerCodes.sorted() == former)
  }

  @Test(arguments: ["441827", "441811", "441822", "441824"])
  func `A code of before is no district of today, and says which it is now`(code: String) {
    #expect(District(country: code) == nil)
    #expect(Country.table.entry(code)?.isRetired == true)
    let districts = ["441803", "441881", "441882"].compactMap { District(country: $0) }
    #expect(districts.named(by: code) == nil && districts.meant(by: code) != nil)
  }

  @Test func `Only a code of six digits that ends in 00 is a city's`() {
    for (code, isCity) in [
      ("441800", true), ("440000", true), ("441802", false), ("GXQ", false), ("00", false),
    ] {
      #expect(District(code: code, name: "").isCity == isCity, "\(code)")
    }
  }

  @Test func `A former code that a district states itself is found before the country's`() {
    let own = [
      District(code: "GXQ", name: "高新区", formerCodes: ["441827"]), District(code: "441803", name: "清新区"),
    ]
    #expect(own.meant(by: "441827")?.code == "GXQ")
    #expect(own.meant(by: "441811")?.code == "441803")
    #expect(own.meant(by: "") == nil && own.meant(by: "4418") == nil)
  }
}
