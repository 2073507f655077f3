import JSONText
public import Parcels
import Tar

/// Sentences about the files that go between a city and its offices.
public enum ParcelWording {
  /// What people call a parcel.
  public static func label(_ kind: ParcelKind) -> String {
    switch kind {
    case .enrolment: "入网件"
    case .answer: "入网回执"
    case .bundle: "报送件"
    case .reply: "回执件"
    case .recovery: "恢复件"
    }
  }

  /// Why a file is not read or not written, and what to do.
  ///
  /// What stands in the file itself, such as the name of a kind that is not known, is not said again.
  public static func sentence(_ error: ParcelError) -> String {
    switch error {
    case .foreign: "这不是市县之间的往来文件（入网件、报送件、回执件等），没有读入。请核对文件名。"
    case .newerFormat, .unknownKind: "文件由更新版本的程序写成，没有读入。请升级程序后再读。"
    case .unknownSuite: "文件用了本程序不认识的加密或签名办法，没有读入。请升级程序后再读。"
    case .cut(let count): "文件不完整，只有 \(count) 字节，没有读入。请重新拷贝，仍不行的请对方重新写一份。"
    case .damaged(let place): "文件损坏\(words(place))，没有读入。请重新拷贝，仍不行的请对方重新写一份。"
    case .badHead(let error):
      "文件头 HEAD.json 写得不对（第 \(error.location.line) 行第 \(error.location.column) 字），没有读入。请双方升级程序，请对方重新写一份。"
    case .otherSigner: "签名不是登记的那把密钥的，没有读入。请核对文件是谁送来的；对方换过密钥的，请先重新入网。"
    case .badSignature: "签名对不上，文件损坏或被人改过，没有读入。请查明经手人，并请对方重新写一份。"
    case .keyNeeded: "文件已加密，这里没有打开它的密钥。请在收件单位的数据库里打开。"
    case .otherRecipient: "文件不是加密给本单位的，打不开。请核对是否拿错；本单位换过密钥的，请对方重新写一份。"
    case .sealMismatch: "文件头与内容不符，一个说已加密，一个没有加密：被人拆开过，没有读入。请查明经手人，并请对方重新写一份。"
    case .badMember(.tooLarge(let path)): "\(path) 太大，放不进文件，没有写出。请联系维护人员。"
    case .badMember(.repeated(let path)): "\(path) 在文件里重复，没有写出。请联系维护人员。"
    case .badMember(.badPath(let path)), .reservedPath(let path): "文件里不能有名为“\(path)”的内容，没有写出。请改名后再试。"
    case .badMember, .notMade: "加密或签名没有成功，没有写出。请再试一次，仍不行的请联系维护人员。"
    }
  }

  /// Why what was typed from the paper in the safe is not the key, and what to look at.
  public static func sentence(_ error: KeyWordsError) -> String {
    switch error {
    case .notDigits: "这里只能有数字，请照纸上的数字输入，各组之间空一格。"
    case .wrongGroups(let groups): "第 \(groups.map(String.init).joined(separator: "、")) 组与校验数字不符，请对照纸上核对。"
    case .groupCount(let count): "应有 \(KeyWords.groupCount) 组，现有 \(count) 组，请核对是否漏了或多了。"
    case .notThisKey: "各组都对，合起来却不是这把密钥：请核对各组的次序，以及是不是这一把密钥的纸。"
    }
  }

  private static func words(_ place: ParcelError.Place) -> String {
    var words: [String] = []
    if let member = place.member { words.append(member) }
    if let chunk = place.chunk { words.append("第 \(chunk) 块") }
    if let offset = place.offset { words.append("从第 \(offset + 1) 字节起") }
    return words.isEmpty ? "" : "（\(words.joined(separator: "，"))）"
  }
}
