/// Numbers in words, as stamped papers and receipts have them: 叁仟, 三千, 一万五, 二〇一九.
enum ChineseNumeral {
  /// The digits of a whole number in words, without leading zeros; nil where it is none, or too long.
  ///
  /// Words with units are added up (壹万陆仟肆佰零玖); figures one after another stand for themselves (二〇一九).
  static func value(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 24 else { return nil }
    if scalars.allSatisfy({ digits[$0] != nil }) {
      guard scalars.count <= 12 else { return nil }
      return scalars.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    // What 亿 and 万 have closed, and the figures since.
    var (hundredMillions, tenThousands) = (nil as Int?, nil as Int?)
    var (group, digit) = (0, nil as Int?)
    var lastUnit = Int.max
    // What a digit may follow without 零 between: nothing, or 十. 一万五 is fifteen thousand to most, and to some not.
    var isPlain = true
    for scalar in scalars {
      if let value = digits[scalar] {
        guard digit == nil || digit == 0 else { return nil }
        if digit == 0 { isPlain = true }
        digit = value
      } else if let unit = units[scalar] {
        // 十二 is 一十二.
        guard digit != 0 || unit == 10, unit < lastUnit else { return nil }
        group += (digit ?? (unit == 10 && group == 0 ? 1 : 0)) * unit
        guard digit != nil || unit == 10 else { return nil }
        (digit, lastUnit, isPlain) = (nil, unit, unit == 10)
      } else if let large = largeUnits[scalar] {
        let part = group + (digit ?? 0)
        if large == 10_000 {
          guard tenThousands == nil, part > 0 else { return nil }
          tenThousands = part * large
        } else {
          let above = (tenThousands ?? 0) + part
          guard hundredMillions == nil, above > 0 else { return nil }
          (hundredMillions, tenThousands) = (above * large, nil)
        }
        (group, digit, lastUnit, isPlain) = (0, nil, .max, false)
      } else {
        return nil
      }
    }
    guard digit == nil || isPlain else { return nil }
    return (hundredMillions ?? 0) + (tenThousands ?? 0) + group + (digit ?? 0)
  }

  /// The same with every run of words as figures: 二〇一九年三月 becomes 2019年3月.
  static func inFigures(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var figures: [Unicode.Scalar] = []
    var run: [Unicode.Scalar] = []
    func end() {
      if let value = value(run) {
        figures.append(contentsOf: String(value).unicodeScalars)
      } else {
        figures.append(contentsOf: run)
      }
      run = []
    }
    for scalar in scalars {
      if isWord(scalar) {
        run.append(scalar)
      } else {
        end()
        figures.append(scalar)
      }
    }
    end()
    return figures
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    digits[scalar] != nil || units[scalar] != nil || largeUnits[scalar] != nil
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "壹": 1, "弌": 1, "二": 2, "贰": 2, "貳": 2, "两": 2, "兩": 2, "三": 3, "叁": 3,
    "參": 3, "叄": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
  ]
  private static let units: [Unicode.Scalar: Int] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
  ]
  private static let largeUnits: [Unicode.Scalar: Int] = [
    "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
  ]
}
