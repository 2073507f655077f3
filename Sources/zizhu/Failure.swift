import Glibc
import Parcels
import Wording
import Workbooks

/// Why a command ends without having done its work: an exit status and a sentence for standard error. `Zizhu.main` tells it.
struct Failure: Told {
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

  var failure: Failure { self }
}

/// What goes wrong below the commands and says by itself all that there is to say: it goes through a command as it is, and
/// no command catches it to tell it.
protocol Told: Error {
  var failure: Failure { get }
}

extension WorkbookWriterError: Told {
  var failure: Failure {
    let status: Failure.Status =
      switch self {
      case .notInstalled: .libraryMissing
      case .tooManyRows: .badInput
      case .notWritten: .cannotWrite
      }
    return Failure(status, WorkbookWording.sentence(self))
  }
}

extension ParcelError: Told {
  var failure: Failure { Failure(.badInput, ParcelWording.sentence(self)) }
}

extension KeyWordsError: Told {
  var failure: Failure { Failure(.badInput, ParcelWording.sentence(self)) }
}
