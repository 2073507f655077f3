import CaseModel
import Glibc
import Interchange
import Office
import SubsidyRules
import Wording

/// The results next to every boundary that somebody has confirmed, kept beside a policy file.
extension PolicyCommand.Check {
  private var path: String { file + KeptBoundaries.ending }

  func keepBoundaries(of policy: Policy, by name: String) throws {
    guard file != "-" else { throw Failure(.usage, "从标准输入读的政策文件旁不能存结果，请写文件名。") }
    guard !TextFolding.isBlank(name) else {
      throw Failure(.usage, "--confirmed-by 要写明是谁确认的。")
    }
    let bytes = Array(KeptBoundaries(policy, confirmedBy: name, day: try day()).text.utf8)
    if access(path, F_OK) == 0 { try NewFile.fill(bytes, path) } else { try NewFile.write(bytes, to: path) }
    try Streams.write("已保存 \(name) 确认的结果：\(path)\n")
  }

  /// Holds the policy against what was confirmed, where something is kept.
  func compareBoundaries(of policy: Policy) throws {
    guard file != "-", access(path, F_OK) == 0 else { return }
    guard let kept = KeptBoundaries(String(decoding: try Streams.read(path), as: UTF8.self)) else {
      throw Failure(.badInput, "读不懂确认过的结果。文件：\(path)")
    }
    guard kept.policy == policy.id else {
      throw Failure(.badInput, "确认过的是政策 \(kept.policy) 的结果，这份是 \(policy.id)。文件：\(path)")
    }
    let differences = kept.differences(from: policy)
    guard !differences.isEmpty else {
      return try Streams.write("与 \(kept.confirmedBy) 于 \(kept.day) 确认的结果相同。\n")
    }
    let list = differences.map { "  " + $0 }.joined(separator: "\n")
    throw Failure(
      .badInput,
      "与 \(kept.confirmedBy) 于 \(kept.day) 确认的结果不同：\n\(list)\n确是有意改动的，请再对照原文，用 --confirmed-by 重新确认。"
    )
  }

  private func day() throws -> CivilDate { try today.map { try typedDay($0, "--today") } ?? Clock().today() }
}
