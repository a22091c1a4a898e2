/// Joins chains that meet end to end, with nothing else there, and are used alike: five in one, as a rule.
struct ChainMerging {
  private(set) var merged: [NetworkBuilder.Chain] = []
  private let pieces: [NetworkBuilder.Chain]
  private var isDone: [Bool]
  /// The pieces that end at each corner, each twice where it is a loop.
  private var ends: [UInt32: [Int]] = [:]
  private let barriers: Set<UInt32>

  init(_ pieces: [NetworkBuilder.Chain], barriers: Set<UInt32>) {
    (self.pieces, self.barriers) = (pieces, barriers)
    isDone = [Bool](repeating: false, count: pieces.count)
    for (index, piece) in pieces.enumerated() {
      for corner in [piece.corners[0], piece.corners[piece.corners.count - 1]] {
        ends[corner, default: []].append(index)
      }
    }
    for index in pieces.indices where !isDone[index] {
      let piece = pieces[index]
      if !isJoint(piece.corners[0]) {
        follow(index, piece)
      } else if !isJoint(piece.corners[piece.corners.count - 1]) {
        follow(index, piece.reversed)
      }
    }
    // What is left are rings without a junction.
    for index in pieces.indices where !isDone[index] { follow(index, pieces[index]) }
  }

  /// Whether two pieces that are used alike meet at a corner, and nothing else.
  private func isJoint(_ corner: UInt32) -> Bool {
    guard let here = ends[corner], here.count == 2, here[0] != here[1], !barriers.contains(corner)
    else { return false }
    let (first, second) = (pieces[here[0]], pieces[here[1]])
    guard first.kind == second.kind else { return false }
    let incoming = first.corners[first.corners.count - 1] == corner ? first : first.reversed
    let outgoing = second.corners[0] == corner ? second : second.reversed
    return incoming.uses == outgoing.uses
  }

  /// Takes a piece and all that follow it without a junction.
  private mutating func follow(_ index: Int, _ piece: NetworkBuilder.Chain) {
    var (chain, last) = (piece, index)
    isDone[index] = true
    while let corner = chain.corners.last, isJoint(corner), corner != chain.corners[0],
      let next = ends[corner]?.first(where: { $0 != last }), !isDone[next]
    {
      let piece = pieces[next]
      let oriented = piece.corners[0] == corner ? piece : piece.reversed
      chain.corners += oriented.corners.dropFirst()
      isDone[next] = true
      last = next
    }
    merged.append(chain)
  }
}
