/// Lines of a later form than the store's.
extension Journal {
  /// Raises the store's form in `store.json` before a line that needs it is written; a program that does not know the
  /// form finds it out before it reads the line.
  ///
  /// Only within a transaction, under its lock. Throws `notSaved` where the disk did not take the file (the journal is
  /// as before), `identityDamaged`, or `readOnly` where a later program has raised the form further meanwhile.
  public func raise(to form: Int) throws(JournalError) {
    guard identity.version < form else { return }
    let bytes = try inJournal { () throws(FileError) in try folder.read(StoreLayout.identity) }
    guard let found = StoreIdentity(bytes), found.store == identity.store, found.writer == identity.writer,
      let raised = StoreIdentity.raised(bytes, to: form)
    else { throw .identityDamaged }
    guard found.version <= StoreIdentity.currentVersion else {
      let reason = ReadOnlyReason.newerFormat(version: found.version)
      readOnly = reason
      throw .readOnly(reason)
    }
    if found.version < form {
      do throws(FileError) {
        try folder.replace(StoreLayout.identity, with: raised)
      } catch {
        if error.operation == .sync { readOnly = .syncFailed(error) }
        throw .notSaved(error)
      }
    }
    identity.version = max(found.version, form)
  }
}
