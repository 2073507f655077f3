import Testing

@testable import zizhu_bench

/// Figures of a store, and the table of them.
@Suite struct FigureTests {
  @Test(arguments: [
    (2.5, 1, "2.5"), (2.5, 0, "3"), (3, 2, "3.00"), (0.07, 2, "0.07"), (-1.25, 1, "-1.3"),
    (12_345, 0, "12345"),
    (0, 2, "0.00"),
  ])
  func numbersHaveAllTheirDecimals(_ value: Double, _ places: Int, _ text: String) {
    #expect(Figures.decimals(value, places) == text)
  }

  @Test func whatOneProcessWritesAnotherReads() {
    var written = Figures()
    written["save"] = 0.0005
    written["lines"] = 12
    var read = Figures()
    read.add(written.text + "a sentence with words\nopen x\n")
    #expect(read["save"] == 0.0005 && read["lines"] == 12 && read["open"] == nil)
  }

  /// 8 ms over a bare read of 2 ms are four times; 100 MB in half a second are 200 MB/s.
  @Test func timesAreSetAgainstTheirBase() {
    var figures = Figures()
    figures["bare-read"] = 0.002
    figures["open"] = 0.008
    figures["bytes"] = 100_000_000
    figures["verify"] = 0.5
    figures.addRatios()
    #expect(figures["open-ratio"] == 4 && figures["verify-speed"] == 200_000_000)
    #expect(figures["first-screen-ratio"] == nil)
  }

  @Test func theTableHasAColumnForEachStoreAndOneForGrowth() {
    var (small, large) = (Figures(), Figures())
    small["filings"] = 1000
    small["first-frame"] = 0.004
    large["filings"] = 10_000
    large["first-frame"] = 0.03
    large["bare-read"] = 0.005
    large["key"] = 0.000_105
    large["key-99"] = 0.000_250
    large.addRatios()
    large.addGrowth(since: small)
    let rows = FigureTable.text([small, large]).split(separator: "\n").map { row in
      row.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.count == FigureRow.all.count)
    #expect(rows[0] == "filings 1000 10000 last : one before")
    #expect(rows.contains("opened to first frame, ms 4.00 30.00 (6.00x) 7.50x"))
    #expect(rows.contains("a row on a list, drawn in memory, p50 / p99, us - 105 / 250"))
  }

  @Test func jsonHasEveryFigureUnderItsName() {
    var figures = Figures()
    figures["filings"] = 1000
    figures["save"] = 0.5
    let text = Figures.json([figures, Figures()]).filter { $0 != " " && $0 != "\n" }
    #expect(text == "[{\"filings\":1000,\"save\":0.5},{}]")
  }
}
