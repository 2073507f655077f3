public import Interchange

/// Sentences about the table of holidays; the place is the caller's to put before them.
public enum HolidayWording {
  public static func sentence(_ mistake: HolidayMistake) -> String {
    switch mistake.reason {
    case .json(let reason): MistakeWording.json(reason) + "。"
    case .wrongFormat(let format): "文件格式“\(format)”不是 zizhu-holidays/1。"
    case .badDate(let text): "“\(text)”不是确有其日的日期（应写成 2019-02-04）。"
    case .repeatedYear(let year): "\(year) 年写了两次。"
    case .outsideYear(let day): "\(day) 不在这一年。"
    case .endsBeforeItBegins: "放假的终日早于始日。"
    case .repeatedDay(let day): "\(day) 写了两次，或既放假又上班。"
    case .notAtWeekend(let day): "\(day) 不是周末，本来就上班，不必列为调休。"
    }
  }
}
