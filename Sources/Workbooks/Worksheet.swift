/// One sheet of a workbook: its rows that hold something, as they are shown.
public struct Worksheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// Counted from 1, as the program shows it.
    public var number: Int
    public var isHidden: Bool
    /// From column A on; nothing behind the last one that holds something.
    public var cells: [String]
  }

  /// Cells that were made one; what stands in it stands in the first.
  public struct Merge: Hashable, Sendable {
    public var rows: ClosedRange<Int>
    /// Counted from 0.
    public var columns: ClosedRange<Int>
  }

  public var name: String
  public var rows: [Row] = []
  public var merges: [Merge] = []

  public init(name: String) { self.name = name }

  public var hiddenRows: Int { rows.count(where: \.isHidden) }
}
