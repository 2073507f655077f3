import CaseModel
import Wording

extension Field {
  /// Which characters can be typed into a field; what is pasted or copied is kept as it stands and said to be wrong.
  enum Mask: Hashable, Sendable {
    case any
    /// Letters, digits and what joins them, as in codes, telephone numbers and accounts.
    case code
  }

  /// Numbers in words, as stamped papers have them.
  private static let words = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"

  /// What of some characters that came at once can be typed here, as if they had come one by one.
  func fitting(_ typed: String) -> String { typed.filter { refusal(of: String($0)) == nil } }

  /// Why something can't be typed here, as a sentence; nil where it can.
  func refusal(of typed: String) -> String? {
    let allowed: String
    let what: String
    switch kind {
    case .date: (allowed, what) = ("-./:()年月日号今昨前明天星期周 " + Self.words, "日期，如 20190301、2019.3.1、今天")
    case .money: (allowed, what) = (",，.。¥￥人民币元圆块角毛分整正 " + Self.words, "金额，如 3000、3,000.50、1.5万")
    case .count: (allowed, what) = (",， " + Self.words, "数字")
    case .year: (allowed, what) = ("年度 " + Self.words, "年份，如 2019")
    case .applicationNumber: (allowed, what) = ("./-·() ", "号码")
    case .text where mask == .code: (allowed, what) = ("-/+*.#() ", "字母和数字")
    case .text, .flag, .choice: return nil
    }
    let takesLetters = kind == .applicationNumber || mask == .code
    let isFit = typed.allSatisfy { character in
      let folded = TextFolding.search(String(character))
      return folded.allSatisfy { part in
        ("0"..."9").contains(part) || allowed.contains(part) || takesLetters && ("A"..."Z").contains(part)
      } || allowed.contains(character)
    }
    return isFit ? nil : "\(name)：这里只能填\(what)。"
  }
}
