import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// What the form says of another reading, where that would make something else of the filing.
@Suite struct OtherReadingTests {
  // 第2条: 200 of 100 last year are 100 more; 40 inventions are 20 % of 200.
  private static let growth = "<F2>dlzl<Tab>飞霞岭知识产权代理有限公司<Tab><Tab>2020<Tab>200<Tab>100<Tab>40<Tab>"

  @Test("Both options come to the same: nothing is said of that reading")
  func same() throws {
    // 40 - 20 = 20 inventions more are 20 % of 100.
    let form = try #require(try DeskSession.demo(Self.growth + "20").model.filing)
    #expect(form.live?.decision.award.description == "20000.00")
    #expect(!form.outlook.otherwise.contains { $0.reading.id == "share-base" })
  }

  @Test("By the increase the share is too low: what that would come to stands beside the award")
  func shareBase() throws {
    let session = try DeskSession.demo(Self.growth + "21", rows: 30, columns: 120)
    let other = try #require(session.model.filing?.outlook.otherwise.first { $0.reading.id == "share-base" })
    #expect(other.decision.outcome == .refused)
    #expect(session.screen.contains("20,000.00 元"))
    #expect(session.screen.contains("发明占比的基数\"如按") || session.screen.contains("发明占比的基数”如按"))
  }

  @Test("A second year under the reading that pays once: the ledger counts too")
  func growthOnce() throws {
    // 第6条: this enterprise of the demo was paid for its increase of 2018; 80 more in 2020 are 100 000.
    let session = try DeskSession.demo(
      "<F2>zlsqzl<Tab>凤城岭电子<Tab><Tab>2020<Tab>130<Tab>50<Tab>30", rows: 30, columns: 120)
    let other = try #require(session.model.filing?.outlook.otherwise.first { $0.reading.id == "growth-once" })
    #expect(session.model.filing?.live?.decision.award.description == "100000.00")
    #expect(other.decision.reasons.map(\.code) == ["duplicate:441802-2019-000003"])
  }
}
