import CaseModel
import Casework
import Interchange
import JSONText
import Office
import SubsidyRules
import Wording

/// What the commands of the work register are told on the command line.
enum RegisterWords {
  /// A kind by its code or label.
  static func kind(_ asked: String, of state: OfficeState) throws -> RecordKind {
    let folded = TextFolding.search(asked)
    let kinds = state.recordKinds
    if let kind = kinds.first(where: {
      TextFolding.search($0.id) == folded || TextFolding.search($0.label) == folded
    }) {
      return kind
    }
    let nearest =
      nearestWord(to: asked, among: kinds.flatMap { [$0.id, $0.label] }).map { "，是不是“\($0)”" } ?? ""
    throw Failure(.usage, "没有台账类别“\(asked)”\(nearest)。请用 zizhu register kinds 查看。")
  }

  /// A county by its code or name; the office's own where none is named.
  static func district(_ asked: String?, of state: OfficeState) throws -> String {
    guard let asked else { return state.office?.district ?? "" }
    guard let code = TypedInput.district(asked, among: state.districts) else {
      throw Failure(.usage, RegisterWording.sentence(.unknownDistrict(asked)))
    }
    return code
  }

  /// Values typed as 栏=内容, each field once, by its code or label.
  static func values(_ typed: [String], _ kind: RecordKind, today: CivilDate) throws -> [Filing.Input] {
    var said: Set<String> = []
    return try typed.map { text in
      guard let mark = text.firstIndex(of: "=") else {
        throw Failure(.usage, "“\(text)”应写成 栏=内容。")
      }
      let (name, content) = (String(text[..<mark]), String(text[text.index(after: mark)...]))
      guard let field = kind.fields.first(where: { $0.rule.id == name || $0.rule.label == name }) else {
        let labels = kind.fields.map(\.rule.label).joined(separator: "、")
        throw Failure(.usage, "\(kind.label)没有“\(name)”这一栏，有：\(labels)。")
      }
      guard said.insert(field.rule.id).inserted else {
        throw Failure(.usage, "“\(field.rule.label)”写了两次，只能写一次。没有登记。")
      }
      do throws(TypedInput.Mistake) {
        return Filing.Input(field.rule.id, try TypedInput.read(content, field.rule, today: today))
      } catch {
        throw Failure(.badInput, "\(field.rule.label)：\(OldLedgerWording.words(error.reason))。没有登记。")
      }
    }
  }

  /// Saves, or fails with a sentence that calls the fields by their labels.
  static func saving(
    _ command: Command, _ office: OpenOffice, _ options: StoreOptions, _ kind: RecordKind?
  ) throws -> OpenOffice.Saved? {
    let who = try options.actor(in: office)
    do {
      let saved = try office.save(command, by: who)
      office.finish()
      return saved
    } catch {
      guard case .refused(.register(let why)) = error else { throw error }
      throw Failure(
        Refusal.register(why).status, RegisterWording.sentence(why, kind: kind))
    }
  }
}
