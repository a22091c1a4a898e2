/// A check that was saved: the question, the answer, and what they were made of.
public struct CheckRecord: Hashable, Sendable {
  /// The number by which the register knows it; nil for one that is not written yet.
  public var number: Int?
  /// When it was made: ISO 8601, UTC, to the second.
  public let madeAt: String
  /// Who made it; nil where nobody said.
  public let madeBy: String?
  /// The question.
  public let request: CheckRequest
  /// The program that made it, with its version.
  public let program: String
  /// The schema of the register then.
  public let schemaVersion: Int
  /// The digest of all that the check looked at.
  public let dataDigest: String
  /// The answer.
  public let verdict: CheckAnswer.Verdict
  /// The answer in full, as JSON.
  public let answerJSON: String
  /// The digest of ``answerJSON``.
  public let digest: String

  /// A check as it was read.
  package init(
    number: Int?, madeAt: String, madeBy: String?, request: CheckRequest, program: String,
    schemaVersion: Int, dataDigest: String, verdict: CheckAnswer.Verdict, answerJSON: String,
    digest: String
  ) {
    (self.number, self.madeAt, self.madeBy) = (number, madeAt, madeBy)
    (self.request, self.program, self.schemaVersion) = (request, program, schemaVersion)
    (self.dataDigest, self.verdict) = (dataDigest, verdict)
    (self.answerJSON, self.digest) = (answerJSON, digest)
  }

  /// A check that is to be saved.
  public init(
    _ answer: CheckAnswer, madeAt: String, madeBy: String?, program: String, schemaVersion: Int
  ) {
    let json = answer.json
    self.init(
      number: nil, madeAt: madeAt, madeBy: madeBy, request: answer.request, program: program,
      schemaVersion: schemaVersion, dataDigest: answer.dataDigest, verdict: answer.verdict,
      answerJSON: json, digest: SHA256.hex(of: Array(json.utf8)))
  }
}
