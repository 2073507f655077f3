import CaseModel

/// Puts invented data in the place of people's: of the same kind and length, right where it was right, and the same
/// for the same text each time.
///
/// What stands for what follows from a number that only the office's store knows: nobody gets the one from the other.
/// A Chinese character becomes one whose pinyin begins with the same letter, so that initials find what they found.
public struct Disguise: Sendable {
  /// A number that follows from a text, as good as random for whoever does not know the store.
  private let noise: @Sendable (String) -> UInt64
  private let pinyin: PinyinTable
  /// Invented names are made of these, by the letter that their pinyin begins with.
  private let stock: [Character: [Unicode.Scalar]]

  private static let characters: [Unicode.Scalar] = Array(
    """
    安昂奥白柏贝本碧斌采苍灿昌晨成程诚川春达丹德东栋端恩尔帆方芳飞丰枫福刚高歌冠光广桂国海涵瀚昊和荷恒宏\
    华嘉坚江杰金晶景静康可坤宽兰朗乐磊黎力良林龙隆露茂梅美铭牧南宁诺欧盘鹏平浦齐启强青清泉荣如瑞润森山尚\
    深盛石书舒松腾天田庭同望维文武希夏贤祥晓欣新兴轩学雅言阳怡宜银英永勇友宇玉源远云泽展长哲振正志中卓子
    """.filter { !$0.isNewline }.unicodeScalars)

  public init(pinyin: PinyinTable, noise: @escaping @Sendable (String) -> UInt64) {
    self.pinyin = pinyin
    self.noise = noise
    var stock: [Character: [Unicode.Scalar]] = [:]
    for scalar in Self.characters {
      guard let initial = pinyin.readings(of: scalar).first?.first else { continue }
      stock[initial, default: []].append(scalar)
    }
    self.stock = stock
  }

  /// The text with everything in it replaced: numbers as wholes, other characters one by one.
  public func text(_ text: String) -> String {
    var result = ""
    var run: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if CodeRun.canHold(scalar) {
        run.append(scalar)
      } else {
        result += code(run)
        run = []
        result.unicodeScalars.append(character(scalar))
      }
    }
    return result + code(run)
  }

  private func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.properties.isIdeographic else { return scalar }
    let initial = pinyin.readings(of: scalar).first?.first
    let kin = initial.flatMap { stock[$0] } ?? Self.characters
    // Nobody's own character is left standing, where there is another.
    let choices = kin.contains(scalar) && kin.count > 1 ? kin.filter { $0 != scalar } : kin
    return choices[Int(noise(String(scalar)) % UInt64(choices.count))]
  }

  /// A run of letters, digits and what stands between them.
  private func code(_ run: [Unicode.Scalar]) -> String {
    guard !run.isEmpty else { return "" }
    let old = CodeRun(run)
    // Initials say nothing about anybody, and find what they are to find.
    if old.isShortWord { return String(String.UnicodeScalarView(run)) }
    var draw = Draw(seed: noise(old.bare))
    return old.dressed(InventedNumber.like(old.bare, &draw))
  }
}

/// Numbers that follow from one.
struct Draw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 up to but not with `bound`.
  mutating func next(_ bound: Int) -> Int {
    // Weyl sequence and mixing as in SplitMix64 (Steele, Lea, Flood 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }
}
