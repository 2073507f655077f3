public import CaseModel
public import Casework
public import JSONText

// What stands in the lines between a city and its offices, and in their files, as objects.
//
// What a city tells its offices beside verdicts:
//
//     {"change":"holidays-told","holidays":[{"year":2020,"off":["2020-01-01"],"work":["2020-01-19"]}]}
//     {"change":"news-told","news":[{"office":"441800","city":true,"id":"N1","kind":"…","number":"…","day":"…","paper":"…","note":"…","applicants":["…"],"by":"…","at":"…"}]}
//
// News has `id` as the office that entered it calls it, `by` and `at` as that office's journal has them; `city` stands
// where that is the city. Applicants are the reader's own.

extension WorkCalendar: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    let years = try [ToldYear](json: &reader).map { ($0.year, Year(off: Set($0.off), work: Set($0.work))) }
    self.init(Dictionary(years) { $1 })
  }

  public func write(into writer: inout JSONWriter) {
    years.sorted { $0.key < $1.key }
      .map { ToldYear(year: $0.key, off: $0.value.off.sorted(), work: $0.value.work.sorted()) }
      .write(into: &writer)
  }

  private struct ToldYear: JSONShaped {
    var year: Int
    var off: [CivilDate]
    var work: [CivilDate]

    static let shape = JSONShape<ToldYear>(
      ToldYear.init(year:off:work:), .needed("year", \.year), .assumed("off", [], \.off),
      .assumed("work", [], \.work))
  }
}

/// News as a city tells it.
struct ToldNews: JSONShaped, Equatable {
  var office: String
  var isCity: Bool
  /// With the id that it has there.
  var news: News
  var by: String
  var at: String

  static let shape = JSONShape<ToldNews>(
    ToldNews.init(office:isCity:news:by:at:), .needed("office", \.office), .spared("city", false, \.isCity),
    .among(\.news), .needed("by", \.by), .needed("at", \.at))
}

extension ToldNews {
  init(_ news: News) {
    self.init(
      office: news.origin?.office ?? "", isCity: news.origin?.isCity == true, news: news, by: news.by,
      at: news.at)
    self.news.id = news.origin?.id ?? news.id
  }

  /// The news as the office keeps it.
  var asTold: News { news.told(from: .init(office: office, id: news.id, isCity: isCity), by: by, at: at) }
}

extension EnrolledOffice: JSONShaped {
  public static let shape = JSONShape<EnrolledOffice>(
    EnrolledOffice.init(name:district:letter:enrolment:), .needed("name", \.name),
    .needed("district", \.district), .optional("letter", \.letter), .needed("enrolment", \.enrolment))
}

extension OfficeWriter: JSONShaped {
  public static let shape = JSONShape<OfficeWriter>(
    OfficeWriter.init(store:writer:signing:opening:isTrial:), .needed("store", \.store),
    .needed("writer", \.writer), .needed("signing", \.signing), .needed("opening", \.opening),
    .spared("trial", false, \.isTrial))
}

extension CityLink: JSONShaped {
  public static let shape = JSONShape<CityLink>(
    CityLink.init(name:city:office:), .needed("name", \.name), .needed("city", \.city),
    .needed("office", \.office))
}

extension LineName: JSONShaped {
  public static let shape = JSONShape<LineName>(
    LineName.init(epoch:sequence:link:), .needed("epoch", \.epoch), .needed("sequence", \.sequence),
    .needed("link", \.link))
}

extension GatheredHead: JSONShaped {
  public static let shape = JSONShape<GatheredHead>(
    GatheredHead.init(writer:head:segment:size:bundle:file:cover:), .needed("writer", \.writer),
    .needed("head", \.head), .needed("segment", \.segment), .needed("size", \.size),
    .optional("bundle", \.bundle), .needed("file", \.file), .needed("cover", \.cover))
}

extension PartedHistory: JSONShaped {
  public static let shape = JSONShape<PartedHistory>(
    PartedHistory.init(writer:after:known:other:bundle:file:), .needed("writer", \.writer),
    .optional("after", \.after), .needed("known", \.known), .needed("other", \.other),
    .optional("bundle", \.bundle), .needed("file", \.file))
}

extension CoverLine: JSONShaped {
  public static let shape = JSONShape<CoverLine>(
    CoverLine.init(item:filings:award:), .needed("item", \.item), .needed("filings", \.filings),
    .needed("award", \.award))
}

extension OfficeRecord: JSONShaped {
  public static let shape = JSONShape<OfficeRecord>(
    OfficeRecord.init(writer:id:), .needed("writer", \.writer), .needed("id", \.id))
}

extension Basis: JSONShaped {
  public static let shape = JSONShape<Basis>(
    Basis.init(filing:applicant:rules:), .needed("filing", \.filing), .needed("applicant", \.applicant),
    .needed("rules", \.rules))
}

extension YearClose: JSONShaped {
  public static let shape = JSONShape<YearClose>(
    YearClose.init(year:seal:note:), .needed("year", \.year), .needed("seal", \.seal),
    .spared("note", "", \.note))
}
