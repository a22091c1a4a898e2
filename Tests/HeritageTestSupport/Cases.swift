import Foundation

/// How many cases a test goes over: as many as it says, or ten times as many where `make check-long`
/// asks for them with `HERITAGE_LONG=1`.
public enum Cases {
  /// What the numbers of cases are multiplied with.
  public static let factor = ProcessInfo.processInfo.environment["HERITAGE_LONG"] == "1" ? 10 : 1

  /// A number of random cases.
  public static func count(_ usual: Int) -> Int { usual * factor }

  /// Seeds, one case each; a long check goes on with those that follow.
  public static func seeds<Seed: FixedWidthInteger>(_ usual: ClosedRange<Seed>) -> Range<Seed>
  where Seed.Stride: SignedInteger {
    usual.lowerBound..<(usual.lowerBound + (usual.upperBound - usual.lowerBound + 1) * Seed(factor))
  }
}
