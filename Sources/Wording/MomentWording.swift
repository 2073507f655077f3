import Casework

/// When something was done, as clocks in China show it.
public enum MomentWording {
  /// `2019-04-01 09:30` of a UTC moment; one that can't be read stands as it is.
  public static func local(_ at: String) -> String { Moment.officeTime(of: at) }
}
