/// Where an ordered list of stops starts, or where it ends.
///
/// Three choices for the start and three for the end make nine kinds of order:
///
/// | start ╲ end   | `.anywhere`          | `.place(b)`           | `.otherEnd`              |
/// |---------------|----------------------|-----------------------|--------------------------|
/// | `.anywhere`   | open, both ends free | open, ends at b       | closed, starts anywhere  |
/// | `.place(a)`   | open, starts at a    | open, from a to b     | closed, from a back to a |
/// | `.otherEnd`   | closed               | closed, from b to b   | closed                   |
///
/// A place may be one of the stops or not: an inn where the day starts is no stop. From a place to
/// the same place is a closed tour.
public enum TourEnd: Hashable, Sendable {
  /// At whichever stop makes the order shortest.
  case anywhere
  /// At this place of the travel matrix.
  case place(Int)
  /// Where the tour's other end is, so that it is closed.
  case otherEnd
}
