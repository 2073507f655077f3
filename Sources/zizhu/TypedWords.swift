import ArgumentParser
import CaseModel
import JSONText
import Journal

/// What reads a word of a closed list on the command line, for an argument's `transform`; of a word that is none of them
/// it says which there are.
///
/// - Parameter what: what the words are of, as in 没有步骤“…”.
func closedWord<Word: RawRepresentable<String> & CaseIterable & Sendable>(
  _ what: String
) -> @Sendable (String) throws -> Word {
  { text in
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let nearest = nearestWord(to: text, among: known).map { "，是不是“\($0)”" } ?? ""
    throw ValidationError("没有\(what)“\(text)”\(nearest)。可用的有：\(known.joined(separator: "、"))。")
  }
}

/// The head of a journal as it was written down once.
func typedHead(_ text: String) throws -> JournalHead {
  if let head = JournalHead(text) { return head }
  throw Failure(.usage, "--head 的写法不对，应照原样填写从前的链头。")
}

/// A day as an option gives it.
func typedDay(_ text: String, _ option: String) throws -> CivilDate {
  if let day = CivilDate(text) { return day }
  throw Failure(.usage, "\(option)“\(text)”不是日期，应写成 2019-04-01。")
}
