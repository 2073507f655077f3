import Casework
import Desk
import Interchange
import Office
import Wording

/// Tables of records of the work register, for the desk.
extension Runner {
  mutating func readRecords(_ request: RecordsRequest) {
    let state = office.state
    guard let kind = state.recordKind(request.kind) else { return }
    do {
      let bytes = try Streams.read(Printer.place(request.path))
      let today = clock.today()
      do throws(RegisterTable.Mistake) {
        let table = try RegisterTable(
          bytes, sheet: request.sheet.isEmpty ? nil : request.sheet, kind: kind, district: request.district,
          today: today)
        let intake = try RegisterIntake(table, kind: kind, in: state)
        model.recordsRead(RecordsPreview(request, intake, leftOut: table.leftOut), state)
      } catch {
        model.recordsRefused(RegisterWording.sentence(error, kind: kind))
      }
    } catch {
      model.recordsRefused(Failure.sentence(error, in: office, or: "读不出这个文件。"))
    }
  }
}
