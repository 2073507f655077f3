import Casework
import Interchange
import Journal
import Synchronization
import Threads

/// What a store's saves are taken into, one after another.
protocol SaveTaker: Sendable {
  mutating func take(_ transaction: Transaction) throws(OfficeError)
}

/// Takes saves in beside whoever reads them: a batch is folded while the next is read from the journal.
final class Intake<Taker: SaveTaker>: Sendable {
  private struct Progress: Sendable {
    var taker: Taker
    var failure: OfficeError?
  }

  private let progress: Mutex<Progress>
  /// Folds one batch, no more waits: a journal is larger than what is kept of it.
  private let beside = Beside()

  init(_ taker: Taker) { progress = Mutex(Progress(taker: taker, failure: nil)) }

  /// Takes the next saves in, in their order; behind a failure none is.
  func take(_ transactions: [Transaction]) {
    guard !transactions.isEmpty else { return }
    beside.start { [self] in
      progress.withLock { progress in
        guard progress.failure == nil else { return }
        do throws(OfficeError) {
          for transaction in transactions { try progress.taker.take(transaction) }
        } catch {
          progress.failure = error
        }
      }
    }
  }

  /// Works on what everything so far was taken into; throws what a save failed with.
  func whenTaken<Value: Sendable>(
    _ work: (inout Taker) throws(OfficeError) -> Value
  ) throws(OfficeError) -> Value {
    beside.finish()
    return try progress.withLock { progress throws(OfficeError) in
      if let failure = progress.failure { throw failure }
      return try work(&progress.taker)
    }
  }
}

extension OpenOffice {
  /// What records say, read on as many cores as there are.
  static func transactions(_ records: [JournalRecord]) -> [Result<Transaction, TransactionError>] {
    let read = TransactionLine.read(records) { ($0.bytes, $0.payload) }
    return zip(records, read).map { record, result in
      result.map { transaction in
        var transaction = transaction
        (transaction.epoch, transaction.sequence) = (record.position.epoch, record.position.sequence)
        return transaction
      }
    }
  }
}
