import CaseModel
import Casework
import Seeded

/// An invented office of any size: applicants, and filings that each went through about five changes.
///
/// The same seed gives the same office. Filings are spread over the policy's life, 2018-07 to 2020-12; old ones
/// are paid, the last months' wait at every stage.
struct InventedOffice {
  static let clerks = ["李经办", "王复核", "陈主管"]

  let applicants: [Applicant]
  /// In the order of receipt.
  private(set) var stories: [FilingStory] = []

  private let heads: [String: String]
  private var random: SeededNumbers
  private var serials: [String: Int] = [:]
  /// What has been given under each shared cap: to a family of agencies by year of grant (art. 2), to a unit by
  /// year of payment (art. 12).
  private var given: [String: Int64] = [:]
  private var serial = 0

  private let district: String

  /// - Parameters:
  ///   - district: of the office, in front of its numbers.
  ///   - place: of the office among several, from 0: each has applicants and patents of its own.
  init(filings count: Int, seed: UInt64, district: String, place: Int) {
    self.district = district
    random = SeededNumbers(seed: seed + UInt64(place))
    serial = place * count
    let people = InventedApplicants(
      count / 12, district: district, before: place * max(20, count / 12), &random)
    applicants = people.all
    heads = Dictionary(uniqueKeysWithValues: people.all.map { ($0.id, $0.parent ?? $0.id) })
    stories.reserveCapacity(count)
    let firstDay = CivilDate(year: 2018, month: 7, day: 9)?.dayNumber ?? 0
    let lastDay = CivilDate(year: 2020, month: 12, day: 30)?.dayNumber ?? 0
    for number in 0..<count {
      let day = firstDay + (lastDay - firstDay) * number / max(1, count)
      guard let received = CivilDate(dayNumber: day) else { continue }
      stories.append(story(received, people, daysLeft: lastDay - day))
    }
  }

  private mutating func story(
    _ received: CivilDate, _ people: InventedApplicants, daysLeft: Int
  ) -> FilingStory {
    let event = received.adding(days: -random.number(9...75)) ?? received
    let (item, who, inputs, amount) = claim(event, people)
    let start = "\(district)-\(received.year)-"
    serials[start, default: 0] += 1
    let filing = Filing(
      id: start + serials[start, default: 0].padded(to: 6), item: item, applicant: who.id, received: received,
      inputs: inputs)
    let family = heads[who.id] ?? who.id
    var award = amount
    let cap: (holder: String, limit: Int64)? =
      item == "agency-grant" ? (family, 5_000_000) : item == "insurance" ? (who.id, 1_000_000) : nil
    if let cap {
      let key = "\(item)/\(cap.holder)/\(event.year)"
      award = min(amount, cap.limit - given[key, default: 0])
      given[key, default: 0] += award
    }
    let facts = FactsAtReceipt(kind: who.kind, district: who.district, family: family)
    // The day's work of the last months is not done yet.
    let steps = daysLeft > 150 ? 5 : min(5, daysLeft / 30)
    let payee = Payment.Payee(name: who.name, bank: who.bank ?? "", account: who.account ?? "")
    return FilingStory(
      filing: filing, facts: facts, award: Money(fen: award), payee: payee, steps: steps, &random)
  }

  private typealias Claim = (item: String, who: Applicant, inputs: [Filing.Input], fen: Int64)

  private mutating func claim(_ event: CivilDate, _ people: InventedApplicants) -> Claim {
    let enterprise = people.all[random.one(of: people.enterprises)]
    switch random.number(1...100) {
    case ...40:
      return ("utility-grant", enterprise, patent(2, event, on: "grantedOn"), 100_000)
    case ...55:
      return ("design-grant", enterprise, patent(3, event, on: "grantedOn"), 30_000)
    case ...70:
      return ("invention-examination", enterprise, patent(1, event, on: "enteredOn"), 300_000)
    case ...92:
      let agency = people.all[random.one(of: people.agencies)]
      let type = random.one(of: [1, 2, 2, 2, 3])
      let inputs =
        patent(type, event, on: "grantedOn") + [
          .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
        ]
      return ("agency-grant", agency, inputs, [50_000, 20_000, 10_000][type - 1])
    default:
      let premium = Int64(random.number(2000...20_000))
      let inputs: [Filing.Input] = [
        .init("policyNumber", .text("PZ" + random.digits(12))),
        .init("invoiceNumber", .text(random.digits(8))),
        .init("premiumPaid", .text(Money(fen: premium * 100).description)),
        .init("paidOn", .text(event.description)),
      ]
      return ("insurance", enterprise, inputs, premium * 30)
    }
  }

  private mutating func patent(_ type: Int, _ event: CivilDate, on day: String) -> [Filing.Input] {
    // Each number once: a counter behind the year and the type.
    serial += 1
    let digits = UInt64((event.year - 1) * 100_000_000 + type * 10_000_000 + serial % 10_000_000)
    let number = ApplicationNumber(digits: digits, count: 12)
    return [
      .init("applicationNumber", .text(number?.description ?? "")), .init(day, .text(event.description)),
    ]
  }
}

extension InventedOffice {
  /// A filing that might come in next: a grant that an agency handled, under the yearly cap. Another one for each
  /// number; nil in an office without an agency.
  static func draft(in state: OfficeState, number: Int) -> Filing? {
    let agencies = state.people.applicants.lazy.filter { $0.kind == .agency }
    guard let agency = agencies.dropFirst(number % 20).first ?? agencies.first,
      let patent = ApplicationNumber(digits: 2020_2900_0000 + UInt64(number), count: 12),
      let received = CivilDate(year: 2020, month: 12, day: 31)
    else { return nil }
    return Filing(
      id: "", item: "agency-grant", applicant: agency.id, received: received,
      inputs: [
        .init("applicationNumber", .text(patent.description)), .init("grantedOn", .text("2020-12-01")),
        .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
      ])
  }
}

/// One filing with what happens to it after receipt.
struct FilingStory {
  /// As received.
  var filing: Filing
  var facts: FactsAtReceipt
  /// Days after receipt on which each step comes.
  var steps: [(days: Int, step: StepTaken)] = []

  init(
    filing: Filing, facts: FactsAtReceipt, award: Money, payee: Payment.Payee, steps count: Int,
    _ random: inout SeededNumbers
  ) {
    self.filing = filing
    self.facts = facts
    var days = 0
    for step in [Step.accept, .review, .approve, .publish, .pay].prefix(count) {
      days += random.number(4...30)
      let detail: StepTaken.Detail =
        switch step {
        case .approve: .approval(Approval(amount: award))
        case .pay: .payment(Payment(amount: award, payee: payee))
        default: .none
        }
      let day = filing.received.adding(days: days) ?? filing.received
      let paper = step == .publish ? "公示 \(day.year)-\(day.month)" : ""
      steps.append((days, StepTaken(step, day: day, paper: paper, detail: detail)))
    }
  }
}
