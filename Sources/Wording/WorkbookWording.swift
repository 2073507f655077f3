public import Workbooks

/// What is said of workbooks that can't be read or written.
public enum WorkbookWording {
  public static func sentence(_ error: WorkbookError) -> String {
    switch error {
    case .broken(let part):
      part.isEmpty ? "工作簿不完整或已损坏，打不开。请用 WPS 或 Excel 重新另存一份。" : "工作簿里的 \(part) 不完整或已损坏。请用 WPS 或 Excel 重新另存一份。"
    case .noWorkbook: "这是一个压缩包，里面没有工作簿。"
    case .openDocument: "这是 OpenDocument 表格（.ods）。请在 LibreOffice 或 WPS 里另存为 .xlsx 或“CSV UTF-8”再导入。"
    case .tooLarge(let limit):
      switch limit {
      case .rows: "工作表超过 1048576 行。"
      case .columns: "工作表超过 200 列，请删去用不到的列。"
      case .cells: "工作表的格子太多（连同空格超过 1600 万格），请删去右边多余的栏，或分成几份。"
      case .sheets: "工作簿超过 64 张表。"
      case .unpacked: "工作簿展开后超过 512 MB，请分成几份。"
      case .ratio: "工作簿的压缩比不正常（展开后超过 200 倍），可能有害，没有读。"
      }
    case .hostile(let part): "工作簿里的 \(part) 带有自定义的实体，可能有害，没有读。"
    case .unknownSheet(let name): "工作簿里没有“\(name)”这张表。"
    }
  }

  public static func sentence(_ error: WorkbookWriterError) -> String {
    switch error {
    case .notInstalled(let package):
      "没有安装写工作簿的程序库。请装软件包 \(package)（sudo apt install \(package)；别的系统找名称以 libxlsxwriter 开头的），或改存 CSV。"
    case .tooManyRows: "行数超过工作表的 1048576 行，没有写。请改存 CSV，或按年度分开。"
    case .notWritten: "工作簿没有写成，请核对临时文件夹（TMPDIR，默认 /tmp）的权限和磁盘空间。"
    }
  }
}
