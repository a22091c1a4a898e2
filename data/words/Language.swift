/// The languages in which labels are printed.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}
