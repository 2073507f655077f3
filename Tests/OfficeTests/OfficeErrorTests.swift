import Casework
import Journal
import Testing

@testable import Office

/// A failure keeps its name: none is told as another.
@Suite struct OfficeErrorTests {
  private struct Odd: Error {}

  private func told(_ error: any Error) -> OfficeError? {
    do throws(OfficeError) {
      return try officeErrors { throw error }
    } catch {
      return error
    }
  }

  @Test func aFileThatFailsIsToldAsAFile() {
    guard case .journal(.file(let told))? = told(FileError(.write, "inbox/a", code: 28)) else {
      Issue.record("told as something else")
      return
    }
    #expect(told.file == "inbox/a" && told.code == 28)
  }

  /// Of what nobody has foreseen only the kind is told, never that there is no store.
  @Test func whatIsUnforeseenIsToldByItsKind() {
    guard case .unforeseen("Odd")? = told(Odd()) else {
      Issue.record("told as something else")
      return
    }
  }

  @Test func aRefusalStaysOne() {
    guard case .refused(.unknownFiling("F1"))? = told(Refusal.unknownFiling("F1")) else {
      Issue.record("told as something else")
      return
    }
  }
}
