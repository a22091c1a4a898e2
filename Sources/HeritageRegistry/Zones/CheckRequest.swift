import Foundation
public import Geodesy

/// A project that is to be checked: where it lies, and what is said of it.
public struct CheckRequest: Hashable, Sendable {
  /// The name of the project; nil for none.
  public var project: String?
  /// The file that the outline is from, without its folder.
  public var file: String
  /// The digest of that file's bytes, 64 hexadecimal digits.
  public var sha256: String
  /// The code of the datum in which the outline was written.
  public var datum: String
  /// The outline in the plane of ``projection``.
  public var outline: PlaneArea
  /// The Gauss–Krüger zone in whose plane everything is measured.
  public var projection: GaussKruger
  /// How far the outline may be off.
  public var accuracy: Length
  /// Whether it is large infrastructure (大型基本建设工程); nil where nobody was asked.
  public var isLargeWorks: Bool?
  /// Whether land is let or a tract developed for it (土地出让、成片开发); nil where nobody was asked.
  public var isLandTransfer: Bool?
  /// What the file declares its area to be, as it is written.
  public var declaredArea: String?
  /// How many kinds of parts of the file may be ground and were not read.
  public var unreadParts: Int

  /// A project.
  public init(
    project: String? = nil, file: String, sha256: String, datum: String, outline: PlaneArea,
    projection: GaussKruger, accuracy: Length = .metres(Self.usualAccuracy),
    isLargeWorks: Bool? = nil, isLandTransfer: Bool? = nil, declaredArea: String? = nil,
    unreadParts: Int = 0
  ) {
    (self.project, self.file, self.sha256, self.datum) = (project, file, sha256, datum)
    (self.outline, self.projection, self.accuracy) = (outline, projection, accuracy)
    (self.isLargeWorks, self.isLandTransfer) = (isLargeWorks, isLandTransfer)
    (self.declaredArea, self.unreadParts) = (declaredArea, unreadParts)
  }

  /// How far an outline is taken to be off where nobody says it: what a survey of boundaries may be.
  public static let usualAccuracy = 0.1

  /// A circle around a position: its corners lie on the ellipsoid at the radius, and what the circle has beyond
  /// the straight lines between them counts as what the outline may be off.
  ///
  /// - Parameters:
  ///   - centre: The centre of the circle.
  ///   - radius: Its radius.
  ///   - accuracy: How far the centre may be off.
  ///   - name: What the answer calls the outline.
  ///   - projection: The plane in which areas are measured.
  public init(
    circleAround centre: Coordinate, radius: Length,
    accuracy: Length = .metres(Self.usualAccuracy), name: String, projection: GaussKruger
  ) {
    let ring = (0...Self.corners).map { step in
      projection.point(
        Geodesic.position(
          from: centre, bearing: 360 - 360 * Double(step % Self.corners) / Double(Self.corners),
          distance: radius))
    }
    // A hundredth more, as a metre of the plane is longer by less than that far from its meridian.
    let beyond = 1.01 * radius.metres * (1 - cos(.pi / Double(Self.corners)))
    self.init(
      file: name, sha256: SHA256.hex(of: Array(name.utf8)), datum: Datum.wgs84.code,
      outline: PlaneArea([PlaneArea.Polygon(exterior: ring)]), projection: projection,
      accuracy: .metres(accuracy.metres + beyond))
  }

  /// So many stand for a circle: they leave out 0.04 m where the radius is 500 m.
  private static let corners = 256
}
