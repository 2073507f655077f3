import Seeded
import Testing

@testable import Cells

struct GridPropertyTests {
  @Test(
    "For any text every row is as wide as the screen and no cell is half a character",
    arguments: [UInt64(1), 20_190_301, .random(in: 0 ... .max)])
  func everyRowIsWhole(seed: UInt64) {
    var generator = SeededNumbers(seed: seed)
    for round in 0..<60 {
      var grid = Grid(
        rows: Int.random(in: 1...12, using: &generator), columns: Int.random(in: 1...30, using: &generator))
      for _ in 0..<12 { draw(into: &grid, using: &generator, depth: 0) }
      let place = "seed \(seed), round \(round)"
      for row in 0..<grid.screenRows {
        #expect(
          Text.columns(of: grid.plainText(ofScreenRow: row)) == grid.screenColumns, "\(place), row \(row)")
        expectWhole(Array(grid.cells(inScreenRow: row)), "\(place), row \(row)")
      }
      #expect(grid.cells(inScreenRow: grid.screenRows - 1).last == .blank(), "\(place)")
      #expect(grid.plainText.split(separator: "\n").count == grid.screenRows, "\(place)")
    }
  }

  private func draw(into grid: inout Grid, using generator: inout SeededNumbers, depth: Int) {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let (row, column) = (number(-2...12), number(-5...32))
    let width = number(0...1) == 0 ? nil : number(-1...20)
    let text = SampleText.random(using: &generator)
    switch number(0...7) {
    case 0: grid.writeWrapped(text, row: row, column: column, width: width)
    case 1:
      grid.frame(Area(row: row, column: column, rows: number(0...8), columns: number(0...20)), title: text)
    case 2: grid.bar(row: row, column: column, width: width ?? 5, used: number(0...9), waiting: 3, of: 20)
    case 3: grid.restyle(row: row, column: column, width: width, style: .bad)
    case 4 where depth < 3:
      let area = Area(row: row, column: column, rows: number(0...8), columns: number(0...20))
      grid.within(area) { pane in
        for _ in 0..<3 { draw(into: &pane, using: &generator, depth: depth + 1) }
      }
    default:
      let alignment = [Alignment.left, .right][number(0...1)]
      grid.write(text, row: row, column: column, width: width, style: .good, alignment: alignment)
    }
  }

  private func expectWhole(_ cells: [Cell], _ place: String) {
    for (index, cell) in cells.enumerated() {
      switch cell.content {
      case .wide(let scalar):
        #expect(CharacterWidth(of: scalar) == .two, "\(place)")
        #expect(index + 1 < cells.count && cells[index + 1].content == .continuation, "\(place)")
        #expect(index + 1 < cells.count && cells[index + 1].style == cell.style, "\(place)")
      case .continuation:
        guard index > 0, case .wide = cells[index - 1].content else {
          Issue.record("half a character at column \(index), \(place)")
          continue
        }
      case .narrow(let scalar): #expect(CharacterWidth(of: scalar) == .one, "\(place)")
      case .line, .bar: break
      }
    }
  }
}
