import JSONText
import Office
import Wording

/// Why a file between two offices is not made or not taken, as a sentence and an exit status.
enum ExchangeSentence {
  static func status(_ error: ExchangeError) -> Failure.Status {
    switch error {
    case .gatherMoved, .fileMoved: .busy
    case .noKeys, .nothingGathered: .notFound
    default: .badInput
    }
  }

  static func sentence(_ error: ExchangeError) -> String {
    switch error {
    case .parcel(let error): ParcelWording.sentence(error)
    case .otherKind(let kind, let needed):
      "这是\(ParcelWording.label(kind))，这里要的是\(ParcelWording.label(needed))，请核对文件。"
    case .content(let member, let error):
      "文件里的 \(member) 读不出来" + (error.map { "（\($0.location)）" } ?? "") + "，没有办理。请对方重新做一份。"
    case .fingerprintDiffers: "输入的指纹与文件里的不同，没有办理。请与对方核对函上的指纹；若指纹无误，文件可能被换过。"
    case .noKeys:
      "本库还没有密钥：市局先用 zizhu office enrol，县局先用 zizhu office join。恢复来的库里没有密钥：照保险柜里的纸用 zizhu office keys --take 输回来；纸也没有的，用 zizhu office new-keys 做新的，请市局照办。"
    case .noKeysOfOffice(let code): "\(code) 是照备份收下的，没有入网，没有密钥可以封。它的记录就是交来的那份备份，请用那份备份恢复。"
    case .nothingGathered(let code): "还没有收到过 \(code) 的报送件，没有可以还给它的记录。"
    case .unknownWriter: "这份文件不是已接纳的局做的，没有收。请先入网，或核对是哪个局的文件。"
    case .otherKeys(let code):
      "这份报送件写明是 \(code) 做的，但不是用它现在的密钥签的，没有收。它换过密钥的，是换以前做的：请它重新做一份（zizhu bundle），内容不会少；没有换过的，可能是别人冒名做的，请核对来历。"
    case .otherOffice(let code): "这份回执件里有别的局的申报，不是给 \(code) 的，没有收。"
    case .acknowledgedMissing(let sequence):
      "市局收到的第 \(sequence) 条记录不在本库，本库不是当时报送的那一份（旧备份？）。请与市局联系，不要继续报送。"
    case .backupOfJoined(let code): "\(code) 已经入网，要它的报送件（zizhu bundle），不收没有签名的备份。"
    case .otherHead: "备份的日志头不是所输入的，没有收下。请照那个局纸上的日志头核对；对不上的，请那个局重新备份。"
    case .coverWithoutFile(let office):
      "交接单里有 \(office)，这次却没有它的新报送件可收（没有给出、已经收过、要先存放，或打不开），无从核对，什么都没有收。请把交接单同它的报送件一起给出，或去掉这一项。"
    case .gatherMoved: "看过以后，别的机器又汇总过，没有收。请重新查看。"
    case .fileMoved(let name): "看过以后，文件“\(name)”读不出来了，或换成了另一份，没有收。请重新查看。"
    }
  }
}
