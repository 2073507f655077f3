public import CaseModel
import SubsidyRules

extension OfficeState {
  /// The bad news that stands against what a filing rests on; nil where there is none.
  public func news(against filing: Filing) -> News? {
    guard !books.news.isEmpty, let item = policy.item(filing.item) else { return nil }
    return books.news.first { $0.isAbout(filing, item) }
  }

  /// The bad news that leaves less of another office's filing than it comes to, since it counts what the news is about; nil
  /// where there is none, or where that office had put its counts right before it handed the filing up.
  ///
  /// What an office decides itself has its counts put right by the save that enters the news. Source: offices.md, Persons.
  func news(holding file: FiledFiling) -> News? {
    guard let office = origin(of: file.filing.id)?.office else { return nil }
    let handedUp = file.history.last {
      if case .stepped(let taken) = $0.deed { taken.step == .handUp } else { false }
    }?.at
    return books.news.first { news in
      guard let application = News.application(news.number),
        counts(of: file, in: CountRule.of(news.kind), application) != nil
      else { return false }
      let isPutRight = self.books.news.contains { other in
        other.origin?.office == office && other.isSame(as: news) && handedUp.map { other.at < $0 } ?? false
      }
      guard !isPutRight else { return false }
      return consequences(of: news).rows.contains {
        $0.filing == file.filing.id && $0.reach != .claim && $0.after < $0.before
      }
    }
  }

  /// The bad news by which a step was taken that names it, and what else the step's note says; nil of a note that names
  /// none. A county's step names news by that county's number.
  public func news(namedBy step: StepTaken, of file: FiledFiling) -> (news: News, note: String)? {
    guard !books.news.isEmpty, let end = step.note.firstIndex(of: " ") else { return nil }
    let id = step.note[..<end]
    let entry = file.history.lastIndex { $0.deed == .stepped(step) }
    // By what the city took a step at a county's filing, the city tells.
    if offices.city != nil, let entry, !house.operators.contains(where: { $0.name == file.history[entry].by })
    {
      let told = books.news.first { $0.origin.map { $0.isCity && $0.id == id } ?? false }
      return told.map { ($0, String(step.note[step.note.index(after: end)...])) }
    }
    let origin = origin(of: file.filing.id)
    let office = origin.flatMap { origin in
      entry.map(origin.isOfCity) == true ? nil : origin.office
    }
    let named = books.news.first {
      $0.origin?.office == office && ($0.origin?.id ?? $0.id) == id
    }
    return named.map { ($0, String(step.note[step.note.index(after: end)...])) }
  }
}

extension OfficeState {
  /// The last bad news that the office entered itself.
  public var lastOwnNews: News? { books.news.last { $0.origin == nil } }

  /// Bad news that the city has told a county of, and that nobody there has entered and acted on yet.
  public var newsToEnter: [News] {
    guard offices.city != nil else { return [] }
    return books.news.filter { told in
      told.origin != nil && !books.news.contains { $0.origin == nil && $0.isSame(as: told) }
    }
  }
}

extension News {
  /// Whether it is of one kind with other news, and about the same thing.
  func isSame(as other: News) -> Bool {
    guard kind == other.kind else { return false }
    switch kind {
    case .abnormalApplication, .patentInvalid:
      return Self.application(number)?.digits == Self.application(other.number)?.digits
    case .insuranceCancelled: return TextFolding.unique(number) == TextFolding.unique(other.number)
    }
  }

  /// Whether a filing claims for the very thing that the news is about.
  func isAbout(_ filing: Filing, _ item: Item) -> Bool {
    switch kind {
    case .abnormalApplication, .patentInvalid:
      guard let number = Self.application(number) else { return false }
      return filing.applications(item).contains { $0.digits == number.digits }
    case .insuranceCancelled:
      guard case .text(let text)? = filing.input("policyNumber") else { return false }
      return TextFolding.unique(text) == TextFolding.unique(number)
    }
  }

  /// An application number in any dress; a wrong check digit does not keep it from being found.
  public static func application(_ text: String) -> ApplicationNumber? {
    switch ApplicationNumber.read(text) {
    case .number(let number), .wrongCheck(let number): number
    default: nil
    }
  }
}

extension Filing {
  /// The application numbers that stand in the filing.
  func applications(_ item: Item) -> [ApplicationNumber] {
    item.inputs.compactMap { rule in
      guard rule.kind == .applicationNumber, case .text(let text)? = input(rule.id) else { return nil }
      return News.application(text)
    }
  }
}
