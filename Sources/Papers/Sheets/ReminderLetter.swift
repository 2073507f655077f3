public import CaseModel

/// Reminder 催报函 to an office that has not sent its work for long, or one of whose bundles is missing.
public struct ReminderLetter: Hashable, Sendable {
  public var name: String
  public var code: String
  /// The last bundle that was taken in, and when; nil where there was none.
  public var last: Last?
  /// Files that lie in the city's store and wait for what is missing, a sentence each.
  public var missing: [String]
  public var issued: CivilDate

  public struct Last: Hashable, Sendable {
    /// Nil of a backup.
    public var number: Int?
    public var day: CivilDate
    /// The day of the office's last record that is there, from which the days of silence are counted.
    public var recorded: CivilDate
    public var silent: Int
    /// Up to which record of the office's journal everything is there.
    public var sequence: Int
  }
}

extension ReminderLetter: Sheet {
  static let fields: [TemplateField<ReminderLetter>] = [
    .text("name", "受函的局") { $0.name },
    .text("code", "受函的局的代码") { $0.code },
    .flag("isNever", "还没有收到过报送件") { $0.last == nil },
    .text("last", "最后收到的是第几号报送件；备份没有号") { $0.last?.number.map(String.init) },
    .text("lastDay", "最后一次收下的日期") { $0.last?.day.onPaper },
    .text("recorded", "收到的最后一条记录的日期") { $0.last?.recorded.onPaper },
    .text("silent", "最后一条记录距今天数") { $0.last.map { String($0.silent) } },
    .text("sequence", "收到第几条记录为止") { $0.last.map { String($0.sequence) } },
    .list("missing", "存放着等补齐的报送件，每份一句", NumberedLine.fields) { NumberedLine.all($0.missing) },
    .text("issued", "发函日期") { $0.issued.onPaper },
  ]
}
