import Interchange
import JSONText
import Wording

/// Reads a file, and gives a mistake in it its sentence: where it is, what it is, and what was not done because of it.
///
/// - Parameters:
///   - file: as it was named; `-` is standard input.
///   - outcome: as 没有读入任何内容。
func fileFailures<Value>(in file: String, _ outcome: String, _ read: () throws -> Value) throws -> Value {
  func failure(_ place: JSONLocation, _ mistake: String) -> Failure {
    Failure(.badInput, "\(file == "-" ? "标准输入" : file):\(place)：\(mistake)\(outcome)")
  }
  do { return try read() } catch let error as CaseFileError {
    throw failure(error.location, MistakeWording.sentence(error))
  } catch let error as JSONError {
    throw failure(error.location, MistakeWording.sentence(error))
  }
}
