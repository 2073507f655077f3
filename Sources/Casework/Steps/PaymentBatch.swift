public import CaseModel

/// A payment batch (拨付批次): the list by which the treasury is asked to pay, under its own number.
///
/// What it asks for stands in the filings' stories (`BatchEntry`), which nothing takes out again.
///
/// The state keeps only which filings stand under which number; what became of each row is worked out
/// (`OfficeState.rows(of:)`). While a filing waits in one, no step is taken that would change what is to be
/// paid (`Step.leavesBatch`), and `pay` pays what is listed or nothing. The fund by the days of payment is
/// `spending(of:)`; what approvals would overdraw is `overdrafts`, from the rows alone.
public struct PaymentBatch: Hashable, Sendable, Identifiable {
  /// What it is found by: its number, and behind `@` what tells it from another of that number.
  public internal(set) var id: String
  /// `441881-P2019-001`: the number that the office gives, as its papers bear it.
  public var number: String
  /// Whose it is, where several offices are looked at together: what commands call the office; nil of one's own.
  public internal(set) var office: String?
  /// When it was made: UTC. One save makes one batch, so that an office's number and this tell every two apart: before
  /// machines had letters, or after a city was restored, one number may have been given twice.
  public var at: String
  /// The files of the office that it lists, by their numbers, in the order of the list.
  public var numbers: [Int]

  public init(id: String? = nil, number: String, office: String? = nil, at: String, numbers: [Int]) {
    self.id = id ?? number
    (self.number, self.office, self.at) = (number, office, at)
    self.numbers = numbers
  }

  /// Whether it is the batch of an office under a number that was made at a moment.
  func isOf(_ office: String?, _ number: String, at moment: String) -> Bool {
    self.number == number && self.office == office && at == moment
  }

  /// The same as it stands among all offices.
  func among(all office: OfficePart, _ placement: Placement, isCity: Bool) -> PaymentBatch {
    PaymentBatch(
      number: number, office: isCity ? nil : office.office, at: at,
      numbers: numbers.compactMap(placement.number))
  }
}

/// What a batch lists of a filing, and when it was made.
struct Batched {
  var entry: BatchEntry
  var at: String
}

/// What a batch asks to be paid for one filing, frozen as it stood when the batch was made.
public struct BatchEntry: Hashable, Sendable {
  public var batch: String
  /// With the account, and the part that is to be set off.
  public var payment: Payment

  public init(batch: String, payment: Payment) {
    self.batch = batch
    self.payment = payment
  }
}

/// A row of a batch, with what became of it.
public struct BatchRow: Hashable, Sendable {
  public enum Fate: Hashable, Sendable {
    /// Not paid yet.
    case open
    case paid(CivilDate, paper: String)
    /// Paid, and sent back by the bank.
    case returned(CivilDate)
    /// Taken out before it was paid.
    case takenOut
  }

  public var filing: String
  /// As it was listed.
  public var payment: Payment
  /// The legal day of the batch, and who made it.
  public var day: CivilDate
  public var by: String
  /// When the line was made, in UTC.
  public var at: String
  public var fate: Fate
}

extension FiledFiling {
  /// The entry of the batch in which the filing waits to be paid; nil where it waits in none.
  public var openBatch: BatchEntry? { standing.isOver ? nil : openBatch(after: steps) }

  private func openBatch(after steps: [Held]) -> BatchEntry? {
    for held in steps.reversed() {
      switch held.step.detail {
      case .batched(let entry): return entry
      case .payment: return nil
      default: continue
      }
    }
    return nil
  }

  /// What a batch lists of the filing; nil where it does not stand in it.
  func row(of batch: PaymentBatch) -> BatchRow? {
    for (index, entry) in history.enumerated() {
      guard case .stepped(let step) = entry.deed, case .batched(let listed) = step.detail,
        listed.batch == batch.number, entry.at == batch.at
      else { continue }
      return BatchRow(
        filing: filing.id, payment: listed.payment, day: step.day, by: entry.by, at: entry.at,
        fate: fate(ofEntry: index))
    }
    return nil
  }

  /// What became of a listing that stands at a place of the history.
  private func fate(ofEntry index: Int) -> BatchRow.Fate {
    let steps = steps
    guard let place = steps.firstIndex(where: { $0.entry == index }) else { return .takenOut }
    let later = steps[(place + 1)...]
    guard let paid = later.firstIndex(where: { if case .payment = $0.step.detail { true } else { false } })
    else { return standing.isOver ? .takenOut : .open }
    // Of what came after only what happened to this payment.
    for held in later[(paid + 1)...] {
      switch held.step.detail {
      case .bounced: return .returned(held.step.day)
      case .payment: return .paid(later[paid].step.day, paper: later[paid].step.paper)
      default: continue
      }
    }
    return .paid(later[paid].step.day, paper: later[paid].step.paper)
  }
}

extension OfficeState {
  public func batch(_ id: String) -> PaymentBatch? { books.batches.last { $0.id == id } }

  /// What a batch lists, in its order, as it stood when it was made, with what became of each.
  public func rows(of batch: PaymentBatch) -> [BatchRow] {
    batch.numbers.compactMap { files[$0].row(of: batch) }
  }

  /// The filings of a batch that wait to be paid.
  public func openFilings(of batch: PaymentBatch) -> [String] {
    rows(of: batch).filter { $0.fate == .open }.map(\.filing)
  }

  /// The batch in which a filing waits, by what it is found by; nil where it waits in none.
  public func openBatch(of file: FiledFiling) -> PaymentBatch? {
    guard let entry = file.openBatch, let number = files.number(of: file.filing.id) else { return nil }
    return books.batches.last { $0.number == entry.batch && $0.numbers.contains(number) }
  }

  /// Keeps under which number a filing was listed by a save of a moment.
  mutating func take(_ entry: BatchEntry, of filing: String, at moment: String) {
    guard let number = files.number(of: filing) else { return }
    countSerial(of: entry.batch)
    if let place = books.batches.lastIndex(where: { $0.isOf(nil, entry.batch, at: moment) }) {
      books.batches[place].numbers.append(number)
    } else {
      keep(PaymentBatch(number: entry.batch, at: moment, numbers: [number])) { $0 }
    }
  }

  /// Keeps a batch; of a number that is there already, under another name: as its office would call it, else counted.
  mutating func keep(_ batch: PaymentBatch, other: (String) -> String) {
    var batch = batch
    let taken = Set(books.batches.lazy.filter { $0.number == batch.number }.map(\.id))
    if taken.contains(batch.id) { batch.id = other(batch.number) }
    var count = 2
    while taken.contains(batch.id) {
      batch.id = "\(batch.number)@\(count)"
      count += 1
    }
    books.batches.append(batch)
  }
}
