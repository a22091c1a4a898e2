public import HeritageRegistry
public struct WorkbookExport: ExportWriter {
  public init(path: String, _ options: ExportOptions) throws {}
  public mutating func write(_ dossiers: [SiteDossier]) throws {}
  public mutating func finish() throws {}
  public var remarks: [String] { [] }
}
