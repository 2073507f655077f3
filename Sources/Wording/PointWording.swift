public import Casework

/// One thing that an applicant has to correct, as a notice says it.
public enum PointWording {
  public static func sentence(_ point: CorrectionPoint, _ words: CaseWords) -> String {
    switch point {
    case .missingInput(let input): "缺少“\(words.input(input))”"
    case .invalidInput(let input): "“\(words.input(input))”填写有误"
    case .remark(let text): text
    case .paper(let paper, let fault): "\(words.paper(paper))：\(fault.words)"
    }
  }

  static func list(_ points: [CorrectionPoint], _ words: CaseWords) -> String {
    points.map { sentence($0, words) }.joined(separator: "；")
  }
}

extension PaperFault {
  var words: String {
    switch self {
    case .missing: "没有提交"
    case .copies(let have, let need): "应交 \(need) 份，只有 \(have) 份"
    case .original: "应出示原件"
    case .failing(let why): why.isEmpty ? "不符合要求" : why
    }
  }
}
