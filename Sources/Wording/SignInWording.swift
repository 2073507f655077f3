public import Casework

/// Why somebody is not let in under a name, and what to do.
public enum SignInWording {
  /// That wrong PINs were typed under a name since it last signed in.
  public static func missed(_ count: Int) -> String { "您上次登录以后，有人用您的姓名输错过 \(count) 次 PIN。若不是您本人，请告诉主管。" }

  /// That the device's clock lies oddly to the last save.
  public static func sentence(_ jump: ClockJump) -> String {
    let moments = "上一次保存在 \(MomentWording.local(jump.before))，本机时钟现在是 \(MomentWording.local(jump.after))"
    return jump.isBack ? "本机时钟走到了上一次保存之前，请先校准：\(moments)。" : "与上一次保存相隔不止一天，请核对时钟：\(moments)。"
  }

  public static func sentence(_ refusal: SignInRefusal) -> String {
    switch refusal {
    case .unknownOperator(let name): "没有名为“\(name)”的操作员。请用 --as 指明，或请主管添加。"
    case .retired(let name): "操作员“\(name)”已停用，不能以其名义办理。"
    case .otherLogin(let name): "操作员“\(name)”绑定了另一个系统登录名，不能以其名义办理。"
    case .pinNeeded(let name): "操作员“\(name)”设有 PIN，请输入 PIN，或用 --pin-fd 指明从哪里读。"
    case .wrongPIN(let name): "“\(name)”的 PIN 不对，没有办理。忘记 PIN 时，请主管清除后由本人重设。"
    case .pinUnset(let name): "操作员“\(name)”还没有设 PIN。请由本人第一次登录时设定（zizhu operator pin --as \(name)）。"
    case .codeNeeded(let name):
      "“\(name)”第一次登录，请输入主管当面交给您的一次性码和自己定的 PIN（脚本用 --code-fd 和 --pin-fd）。"
    case .codeMissing(let name):
      "“\(name)”还没有 PIN，也没有一次性码。请主管用 zizhu operator pin --clear \(name) 取一个，当面交给本人。"
    case .wrongCode(let name, let left) where left > 0: "“\(name)”的一次性码不对，没有登录；还可以试 \(left) 次。"
    case .wrongCode(let name, _), .codeOver(let name):
      "“\(name)”的一次性码已作废（输错 5 次或超过 14 天）。请主管用 zizhu operator pin --clear \(name) 另取一个。"
    case .waiting(let name, let seconds): "“\(name)”的 PIN 刚才多次输错，请过 \(seconds) 秒再试。"
    case .pinNeededHere(let name): "几个登录名共用的数据库里，审定和拨付除登录名外还要 PIN。请先用 zizhu operator pin --as \(name) 设定。"
    case .weakPIN: "PIN 至少 6 位，不能只是一个字符的重复。"
    }
  }
}
