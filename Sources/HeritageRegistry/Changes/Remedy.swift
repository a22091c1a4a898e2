/// What would mend a problem by another choice of whoever reads the file.
///
/// A library knows the choice; how it is made, by an option or on a page, is said by whoever asks.
public enum Remedy: Hashable, Sendable {
  /// The datum of the coordinates is to be declared.
  case declareDatum
  /// The datum of a code is to be declared, if a hypothesis about the numbers holds.
  case declareDatumIfSo(String)
  /// One of the two datums that the headers name is to be declared.
  case declareOneDatum
  /// No datum is to be declared where the coordinates are WGS 84.
  case leaveDatumToWGS84
  /// No datum is to be declared beside the one in the header.
  case leaveDatumToHeader
  /// Coordinates in other columns, of another datum, are to be read.
  case chooseOtherCoordinates
  /// Both columns of a pair are to be named, by the keys of their fields.
  case nameBoth(String, String)
  /// One of several sets of coordinates is to be chosen.
  case choosePosition
  /// The column of a field is to be named.
  case nameColumn(field: String)
  /// The serial numbers below a header may be taken for the codes.
  case takeSerialNumbers(header: String)
  /// Areas and lines may give their centres for points.
  case takeCentres
  /// The codes may be made of several columns: the batch, and the number in it.
  case composeCode([String])
  /// One of two columns of a field is to be chosen.
  case chooseColumn(field: String, header: String)
  /// The field of a column is to be named; `near` is a header that is known.
  case nameField(header: String, near: String?)
  /// The columns of the name and the code are to be named.
  case nameHeaders
  /// A hidden sheet is to be named.
  case nameSheet(String)
  /// No sheet is to be named.
  case nameNoSheet
  /// An export for staff is to be imported.
  case importForStaff
  /// An export for staff is to be made, or the position left out.
  case exportPositionForStaff
  /// An export for staff is to be made, or the column left out.
  case exportColumnForStaff
  /// A relic outside the county is to be let in.
  case allowOutside
}
