import CaseModel
import Casework

/// When something was done, as clocks in China show it.
public enum MomentWording {
  /// `2019-04-01 09:30` of a UTC moment; one that can't be read stands as it is.
  public static func local(_ at: String) -> String {
    guard let day = Moment.officeDay(of: at), let hour = Int(at.dropFirst(11).prefix(2)) else { return at }
    let local = String((hour + 8) % 24)
    return "\(day) \(local.count < 2 ? "0" : "")\(local):\(at.dropFirst(14).prefix(2))"
  }
}
