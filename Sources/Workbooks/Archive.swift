import CArchives
import Glibc

/// A ZIP archive in memory, read by minizip; every part is checked against its size and sum.
final class Archive {
  struct Part {
    var name: String
    var size: UInt64
    var packed: UInt64
    var place: unz64_file_pos
  }

  private(set) var parts: [Part] = []
  private let memory: MemoryFile
  private var file: unzFile?
  /// What was unpacked so far, in bytes.
  private var unpacked = 0
  private let isOurs: Bool

  /// - Parameter isOurs: made by this program just now, so that no limit need guard against it.
  init(_ bytes: [UInt8], isOurs: Bool = false) throws(WorkbookError) {
    self.isOurs = isOurs
    memory = MemoryFile(bytes)
    var functions = MemoryFile.functions
    functions.opaque = Unmanaged.passUnretained(memory).toOpaque()
    file = unzOpen2_64(nil, &functions)
    guard let file else { throw .broken(part: "") }
    var result = unzGoToFirstFile(file)
    while result == UNZ_OK {
      var info = unz_file_info64()
      var name = [CChar](repeating: 0, count: 512)
      guard unzGetCurrentFileInfo64(file, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK else {
        throw .broken(part: "")
      }
      var place = unz64_file_pos()
      guard unzGetFilePos64(file, &place) == UNZ_OK, parts.count < 10_000 else { throw .broken(part: "") }
      let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      parts.append(
        Part(name: text, size: info.uncompressed_size, packed: info.compressed_size, place: place))
      result = unzGoToNextFile(file)
    }
    guard result == UNZ_END_OF_LIST_OF_FILE else { throw .broken(part: "") }
  }

  deinit { if let file { unzClose(file) } }

  /// A part by its name, whatever case its letters have; a leading stroke is no part of it.
  func part(_ name: String) -> Part? {
    let wanted = name.hasPrefix("/") ? String(name.dropFirst()) : name
    return parts.first { $0.name == wanted }
      ?? parts.first { $0.name.lowercased() == wanted.lowercased() }
  }

  /// Unpacks a part and gives it piece by piece; false from `take` stops it.
  func read(_ part: Part, _ take: (UnsafeRawBufferPointer) -> Bool) throws(WorkbookError) {
    var place = part.place
    guard let file, unzGoToFilePos64(file, &place) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else {
      throw .broken(part: part.name)
    }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { piece.deallocate() }
    var size = 0
    while true {
      let count = unzReadCurrentFile(file, piece.baseAddress, UInt32(piece.count))
      guard count >= 0 else {
        unzCloseCurrentFile(file)
        throw .broken(part: part.name)
      }
      guard count > 0 else { break }
      size += Int(count)
      unpacked += Int(count)
      let isOverRatio =
        size > WorkbookLimits.plain && UInt64(size) / UInt64(WorkbookLimits.ratio) > max(part.packed, 1)
      guard isOurs || unpacked <= WorkbookLimits.unpacked && !isOverRatio else {
        unzCloseCurrentFile(file)
        throw .tooLarge(isOverRatio ? .ratio : .unpacked)
      }
      guard take(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)])) else {
        unzCloseCurrentFile(file)
        return
      }
    }
    // Closing compares the sum.
    guard unzCloseCurrentFile(file) == UNZ_OK else { throw .broken(part: part.name) }
  }
}

/// Bytes that minizip reads as a file.
private final class MemoryFile {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static func of(_ opaque: UnsafeMutableRawPointer?) -> MemoryFile? {
    opaque.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(_ buffer: UnsafeMutableRawPointer?, _ size: UInt) -> UInt {
    guard let buffer, place < bytes.count else { return 0 }
    let count = min(Int(clamping: size), bytes.count - place)
    UnsafeMutableRawBufferPointer(start: buffer, count: count).copyBytes(from: bytes[place..<place + count])
    place += count
    return UInt(count)
  }

  private func seek(_ offset: UInt64, _ origin: Int32) -> Int {
    let offset = Int(truncatingIfNeeded: offset)
    let (base, isKnown) =
      switch origin {
      case SEEK_SET: (0, true)
      case SEEK_CUR: (place, true)
      case SEEK_END: (bytes.count, true)
      default: (0, false)
      }
    let (next, overflows) = base.addingReportingOverflow(offset)
    guard isKnown, !overflows, (0...bytes.count).contains(next) else { return -1 }
    place = next
    return 0
  }

  static var functions: zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { opaque, _, _ in
        MemoryFile.of(opaque)?.place = 0
        return opaque
      },
      zread_file: { opaque, _, buffer, size in MemoryFile.of(opaque)?.read(buffer, size) ?? 0 },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { opaque, _ in UInt64(MemoryFile.of(opaque)?.place ?? 0) },
      zseek64_file: { opaque, _, offset, origin in MemoryFile.of(opaque)?.seek(UInt64(offset), origin) ?? -1
      },
      zclose_file: { _, _ in 0 }, zerror_file: { _, _ in 0 }, opaque: nil)
  }
}
