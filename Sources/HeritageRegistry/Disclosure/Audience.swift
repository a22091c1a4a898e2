/// Who reads a register.
///
/// The choice is made once, below every query.
public enum Audience: String, CaseIterable, Hashable, Sendable {
  /// Anybody: sensitive positions are generalised or absent.
  case `public`
  /// The heritage bureau: positions as they are known.
  case staff
}
