import CaseModel
import Casework
import JSONText

/// What a city tells its offices beside verdicts, in lines and in replies.
///
///     {"change":"holidays-told","holidays":[{"year":2020,"off":["2020-01-01"],"work":["2020-01-19"]}]}
///     {"change":"news-told","news":[{"office":"441800","city":true,"id":"N1","kind":"…","number":"…","day":"…","paper":"…","note":"…","applicants":["…"],"by":"…","at":"…"}]}
///
/// News has `id` as the office that entered it calls it, `by` and `at` as that office's journal has them; `city` stands
/// where that is the city. Applicants are the reader's own.
extension OfficesLine {
  static func write(_ holidays: WorkCalendar, into writer: inout JSONWriter) {
    writer.objects("holidays", holidays.years.sorted(by: { $0.key < $1.key })) { writer, each in
      let (number, year) = each
      writer.member("year", number)
      writer.texts("off", year.off.sorted().map(\.description))
      writer.texts("work", year.work.sorted().map(\.description))
    }
  }

  static func holidays(_ record: CaseworkRecord) throws(JSONError) -> WorkCalendar {
    var years: [Int: WorkCalendar.Year] = [:]
    for year in try record.records("holidays") {
      years[try year.number("year")] = WorkCalendar.Year(
        off: try year.days("off"), work: try year.days("work"))
    }
    return WorkCalendar(years)
  }

  static func write(_ news: [News], into writer: inout JSONWriter) {
    writer.objects("news", news) { writer, news in
      writer.member("office", news.origin?.office ?? "")
      if news.origin?.isCity == true { writer.member("city", true) }
      writer.member("id", news.origin?.id ?? news.id)
      writer.member("kind", news.kind.rawValue)
      writer.member("number", news.number)
      writer.member("day", news.day.description)
      writer.member("paper", news.paper)
      writer.member("note", news.note)
      writer.texts("applicants", news.applicants)
      writer.member("by", news.by)
      writer.member("at", news.at)
    }
  }

  static func news(_ record: CaseworkRecord) throws(JSONError) -> [News] {
    var all: [News] = []
    for one in try record.records("news") {
      let news = News(
        id: try one.text("id"), kind: try one.word("kind", News.Kind.self), number: try one.text("number"),
        day: try one.day("day"), paper: try one.text("paper"), note: try one.optionalText("note"),
        applicants: try one.texts("applicants"))
      all.append(
        news.told(
          from: .init(office: try one.text("office"), id: news.id, isCity: try one.flag("city")),
          by: try one.text("by"), at: try one.text("at")))
    }
    return all
  }
}

extension CaseworkRecord {
  /// Days under a key.
  fileprivate func days(_ name: StaticString) throws(JSONError) -> Set<CivilDate> {
    var days: Set<CivilDate> = []
    for text in try texts(name) {
      guard let day = CivilDate(text) else { throw try expected("YYYY-MM-DD", name) }
      days.insert(day)
    }
    return days
  }
}
