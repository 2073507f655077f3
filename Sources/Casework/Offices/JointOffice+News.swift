import CaseModel
import SubsidyRules

extension JointOffice {
  /// Bad news that reaches filings of an office and that it is not known to have, as the city tells it there: with that
  /// office's own applicants whose filings count the application, and nobody else's. Source: offices.md, Persons.
  public func untoldNews(of writer: String) -> [News] {
    guard let part = parts.firstIndex(where: { $0.writer == writer }), part > 0 else { return [] }
    let office = parts[part]
    let district = parts[0].office
    let known = Set(office.state.books.news.compactMap(\.origin))
    let untold = state.books.news.filter { news in
      if let origin = news.origin { return origin.office != office.office && !known.contains(origin) }
      return !known.contains(.init(office: district, id: news.id, isCity: true))
    }
    let reached = state.filings(restingOn: untold)
    return untold.compactMap { news in
      let own = (reached[news.id] ?? []).filter { state.origin(of: $0.filing)?.filing.writer == writer }
      guard !own.isEmpty else { return nil }
      let counting = own.filter { $0.reach != .claim }.compactMap { resting in
        state.origin(of: resting.filing).flatMap { office.state.file($0.filing.id)?.filing.applicant }
      }
      return news.told(by: district, Set(counting).sorted())
    }
  }
}

extension OfficeState {
  /// Every filing that rests on what some news is about, by the news' ids: one look through all for all of them.
  func filings(restingOn all: [News]) -> [String: [Resting]] {
    guard !all.isEmpty else { return [:] }
    var byNumber: [String: [News]] = [:]
    for news in all {
      let number =
        news.kind == .insuranceCancelled
        ? TextFolding.unique(news.number) : News.application(news.number).map { "\($0.digits)" } ?? ""
      byNumber[number, default: []].append(news)
    }
    var claiming: [String: Set<Int>] = [:]
    var families: [String: Set<String>] = [:]
    for news in all {
      let counting =
        news.applicants + (News.application(news.number).map { applicants(listing: $0) } ?? [])
      families[news.id] = Set(counting.map(family))
    }
    for number in files.indices {
      let (filing, received) = files.statement(number)
      guard let item = policy.item(filing.item) else { continue }
      var numbers = filing.applications(item).map { "\($0.digits)" }
      if case .text(let text)? = filing.input("policyNumber") { numbers.append(TextFolding.unique(text)) }
      for news in numbers.flatMap({ byNumber[$0] ?? [] }) where news.isAbout(filing, item) {
        claiming[news.id, default: []].insert(number)
        families[news.id, default: []].formUnion(received.heads)
      }
    }
    var counting: [String: [News]] = [:]
    for news in all where !CountRule.of(news.kind).isEmpty {
      for head in families[news.id] ?? [] { counting[head, default: []].append(news) }
    }
    var found = claiming.mapValues { numbers in
      numbers.sorted().map { Resting(filing: files.id(of: $0), reach: .claim) }
    }
    guard !counting.isEmpty else { return found }
    for number in files.indices {
      let heads = Set(files.statement(number).received.heads)
      var asked: Set<String> = []
      for news in heads.flatMap({ counting[$0] ?? [] }) where asked.insert(news.id).inserted {
        guard claiming[news.id]?.contains(number) != true,
          let application = News.application(news.number),
          let inputs = counts(of: files[number], in: CountRule.of(news.kind), application)
        else { continue }
        found[news.id, default: []].append(
          Resting(filing: files.id(of: number), reach: .counts(inputs)))
      }
    }
    return found
  }
}
