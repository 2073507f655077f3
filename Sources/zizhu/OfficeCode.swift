import Casework
import Office
import Wording

extension OpenOffice {
  /// The code of the office that somebody has typed: as it stands, or with `@` and the first digits of its writer, by which
  /// an office without a letter is told from others of its district. One that is not known is given back as it is.
  ///
  /// Throws where a district's bare code may mean several machines, and lists them.
  func officeCode(_ typed: String) throws -> String {
    let parts = typed.split(separator: "@", maxSplits: 1).map(String.init)
    let all = own.offices.enrolled.filter { $0.district == parts.first }
    if parts.count == 2 {
      let named = all.filter { $0.code == parts[0] && $0.writer?.writer.hasPrefix(parts[1]) == true }
      return named.first?.code ?? typed
    }
    guard all.count > 1, all.contains(where: { $0.district == typed }) else { return typed }
    let lines = all.map { office in
      let code =
        office.letter == nil ? office.writer.map { "\(typed)@\($0.writer.prefix(4))" } ?? typed : office.code
      let state = office.isRetired ? "（已停止报送）" : office.gathered == nil ? "（还没有报送）" : ""
      return "  \(code)  \(office.name)\(state)\n"
    }
    throw Failure(.usage, "\(typed) 有 \(all.count) 台机器，请写明是哪一台：\n" + lines.joined())
  }
}
