public import Casework

/// Why somebody is not let in under a name, and what to do.
public enum SignInWording {
  public static func sentence(_ refusal: SignInRefusal) -> String {
    switch refusal {
    case .unknownOperator(let name): "没有名为“\(name)”的操作员。请用 --as 指明，或请主管添加。"
    case .retired(let name): "操作员“\(name)”已停用，不能以其名义办理。"
    case .otherLogin(let name): "操作员“\(name)”绑定了另一个系统登录名，不能以其名义办理。"
    case .pinNeeded(let name): "操作员“\(name)”设有 PIN，请输入 PIN，或用 --pin-fd 指明从哪里读。"
    case .wrongPIN(let name): "“\(name)”的 PIN 不对，没有办理。忘记 PIN 时，请主管清除后由本人重设。"
    case .pinUnset(let name): "操作员“\(name)”还没有设 PIN。请由本人第一次登录时设定（zizhu operator pin --as \(name)）。"
    case .weakPIN: "PIN 至少 6 位，不能只是一个字符的重复。"
    }
  }
}
