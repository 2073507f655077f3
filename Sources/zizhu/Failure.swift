import Glibc
import Wording
import Workbooks

/// Why a command ends without having done its work: an exit status and a sentence for standard error. `Zizhu.main` tells it.
struct Failure: Error {
  /// The statuses that scripts can count on.
  enum Status: Int32, CaseIterable {
    case usage = 64
    case badInput = 65
    case notFound = 66
    case libraryMissing = 69
    case defect = 70
    case cannotWrite = 73
    case readOrWriteFailed = 74
    case busy = 75
    case notAllowed = 77

    var meaning: String {
      switch self {
      case .usage: "命令写得不对"
      case .badInput: "输入的内容有误"
      case .notFound: "没有这个文件或数据库"
      case .libraryMissing: "没有安装所需的库"
      case .defect: "程序本身的缺陷"
      case .cannotWrite: "不能写"
      case .readOrWriteFailed: "读写失败"
      case .busy: "正忙：十秒内没有轮到，或别人的保存使这一次作废，请再试"
      case .notAllowed: "无权：这位操作员不能这样办"
      }
    }
  }

  var status: Status
  /// Long numbers in what it echoes are masked.
  let sentence: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = EchoedDigits.masked(sentence)
  }
}

/// Makes a workbook; one that can't be written is a failure with its sentence.
func workbook(_ make: @autoclosure () throws -> [UInt8]?) throws -> [UInt8] {
  do { return try make() ?? [] } catch let error as WorkbookWriterError { throw Failure(error) }
}

extension Failure {
  init(_ error: WorkbookWriterError) {
    let status: Status =
      switch error {
      case .notInstalled: .libraryMissing
      case .tooManyRows: .badInput
      case .notWritten: .cannotWrite
      }
    self.init(status, WorkbookWording.sentence(error))
  }
}
