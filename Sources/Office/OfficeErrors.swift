import Casework
import Journal
import Parcels

/// Runs work on a store and gives its failures as the office's.
func officeErrors<Value>(_ work: () throws -> Value) throws(OfficeError) -> Value {
  do {
    return try work()
  } catch let error as OfficeError {
    throw error
  } catch let error as JournalError {
    throw .journal(error)
  } catch let error as FileError {
    throw .journal(.file(error))
  } catch let error as ParcelError {
    throw .exchange(.parcel(error))
  } catch let refusal as Refusal {
    throw .refused(refusal)
  } catch {
    throw .unforeseen(String(describing: type(of: error)))
  }
}
