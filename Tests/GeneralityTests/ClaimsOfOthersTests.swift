import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// Claim lines of policies that running sums can't settle: each says so itself, and whoever settles refuses it by line.
@Suite("Claims of policies that no running sum settles")
struct ClaimsOfOthersTests {
  /// The lines of a policy's cases by filing, as they are written, and the policy.
  private func lines(_ name: String, _ chosen: Policy? = nil) throws -> [String: String] {
    let policy = try chosen ?? SmallPolicies.policy(name)
    let cases = try SmallPolicies.cases(name, policy)
    let source = ClaimSource(policy)
    let facts = FactsOfApplicants(cases.applicants)
      .named(by: HolderNames(cases.applicants, units: Units()), writer: "-")
    return Dictionary(
      cases.filings.map { filing in
        let bytes = source.pieces(of: source.batch(of: [filing], facts), by: []).first?.values.first ?? []
        return (filing.id, String(decoding: bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Why a ledger of claim lines refuses the second of two, the first being one that it takes.
  private func refusal(of line: String?) throws -> ClaimLineError? {
    let plain = try #require(try lines("guangzhou")["fees"])
    let line = try #require(line)
    var ledger = ClaimsLedger()
    do throws(ClaimLineError) {
      try ledger.read(Array((plain + line).utf8))
      return nil
    } catch {
      #expect(error.line == 2)
      return error
    }
  }

  /// Article 2 of `quota`: two pieces a year, in the order of receipt.
  @Test("A limit in pieces is no sum")
  func pieces() throws {
    let policy = try SmallPolicies.policy("quota")
    let line = try #require(try lines("quota")["soft"])
    #expect(
      line.contains(
        #""cap":"two-each","holder":"name:enterprise 甲乙科技有限公司A","year":2021,"limit":"2.00","unit":"pieces","order":"received""#
      ), "\(line)")
    #expect(line.hasPrefix(#"{"v":1,"#))
    let error = try #require(try refusal(of: line))
    #expect(error.reason == .unknownWay("unit", "pieces"))
    #expect(MistakeWording.sentence(error) == "的“unit”是“pieces”，这样的限额还不能这样结算")
    #expect(policy.settling == .oneAtATime(cap: "three"))
    #expect(SettlingWording.sentence(policy.settling, policy).contains("由本程序结算"))
  }

  /// The same quota in money, so that the order alone is another.
  @Test("A quota in the order of certificates is served by no day of receipt")
  func earliest() throws {
    let text = try SmallPolicies.text("Policies/quota.json")
    let inMoney = try PolicyFile.read(
      Array(text.replacing(#""limit": "3件""#, with: #""limit": "10000元""#).utf8)
    ).get()
    let line = try #require(try lines("quota", inMoney)["april"])
    #expect(line.contains(#""limit":"10000.00","unit":"money","order":"earliest""#), "\(line)")
    #expect(try refusal(of: line)?.reason == .unknownWay("order", "earliest"))
  }

  /// 芜湖: ten awards of 100 000 are a limit of 1 000 000, by the number of grants.
  @Test("A ranking is served by no day of receipt")
  func highest() throws {
    let line = try #require(try lines("wuhu")["member-11"])
    #expect(line.contains(#""limit":"1000000.00","unit":"money","order":"highest""#), "\(line)")
    #expect(try refusal(of: line)?.reason == .unknownWay("order", "highest"))
  }

  /// 宣州: the third year's part needs the grant's. What needs nothing is a line like every other.
  @Test("A claim that needs another award is of a form of its own")
  func needs() throws {
    let lines = try lines("xuanzhou")
    let third = try #require(lines["third"])
    #expect(third.hasPrefix(#"{"v":2,"#) && third.contains(#""needs":"grant|"#), "\(third)")
    let error = try #require(try refusal(of: third))
    #expect(error.reason == .version(2))
    #expect(MistakeWording.sentence(error) == "是第 2 版的格式，这个版本的程序还不认识")
    let first = try #require(lines["first"])
    #expect(first.hasPrefix(#"{"v":1,"#) && !first.contains("needs"))
    #expect(try refusal(of: first) == nil)
    let policy = try SmallPolicies.policy("xuanzhou")
    #expect(policy.settling == .oneByOne(item: "instalment"))
  }

  /// What is refused asks for nothing, and can be settled with the others.
  @Test("A line that asks for nothing is taken whatever its policy")
  func nothingAsked() throws {
    #expect(try refusal(of: try lines("wuhu")["nine"]) == nil)
    #expect(try refusal(of: try lines("xuanzhou")["third-early"]) == nil)
  }
}
