/// A protection zone (保护范围) or construction-control zone (建设控制地带) of a relic.
public struct Zone: Hashable, Sendable {
  /// What the zone is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// 保护范围: no building but for the relic.
    case protection
    /// 建设控制地带: building under conditions.
    case control
  }

  /// What the shape is worth.
  public enum Status: String, CaseIterable, Sendable {
    /// Surveyed officially.
    case surveyed
    /// Digitised from a published text or map.
    case digitised
    /// Published in words: it has no shape, and none is drawn.
    case described
  }

  /// Protection or control.
  public let kind: Kind
  /// Surveyed, digitised or described.
  public let status: Status
  /// The extent in words.
  public let rule: String
  /// The document that announces it.
  public let instrument: String?
  /// Who says so.
  public let source: String?
}
