import Boundaries

/// Which fields of a layer say what of its roads.
struct LayerFields {
  /// What a field may say, in the order in which it is reported.
  static let roles = ["class", "speed", "oneway", "level"]

  /// The fields in which some line of the layer has a text, in the order in which they are met.
  let all: [String]
  /// The fields that say something; of those of one role the first counts that has a text.
  let read: [RoadReading.Field]
  private let columns: [String: [String]]

  private static let names: [String: [String]] = [
    "class": [
      "HIGHWAY", "FCLASS", "技术等级", "公路技术等级", "道路等级", "公路等级", "等级", "JSDJ", "DLDJ", "LXDJ", "CLASS",
      "TYPE",
    ],
    "speed": ["MAXSPEED", "SPEED", "限速", "限制速度", "时速", "XSSD", "SJSD", "设计时速", "设计速度"],
    "oneway": ["ONEWAY", "单向", "DXTX"],
    "level": ["BRIDGE", "TUNNEL", "LAYER", "桥梁", "隧道", "层"],
  ]

  /// Looks for the fields of a layer.
  ///
  /// - Parameters:
  ///   - lines: What the fields of each line say.
  ///   - map: Which field says what, where somebody has said it.
  init(_ lines: some Sequence<[Plot.Property]>, map: [String: String]) {
    var (all, seen): ([String], Set<String>) = ([], [])
    for line in lines {
      for property in line where seen.insert(property.key).inserted {
        all.append(property.key)
      }
    }
    var columns: [String: [String]] = [:]
    for role in Self.roles {
      let names = map[role].map { [$0] } ?? Self.names[role] ?? []
      columns[role] = names.compactMap { name in
        all.first { $0.uppercased() == name.uppercased() } ?? all.first { Self.isCut($0, of: name) }
      }
    }
    (self.all, self.columns) = (all, columns)
    read = Self.roles.flatMap { role in
      (columns[role] ?? []).map { RoadReading.Field(role: role, name: $0) }
    }
  }

  /// What a line says; nil where it says nothing.
  func value(_ role: String, of properties: [Plot.Property]) -> String? {
    (columns[role] ?? []).lazy.compactMap { name in
      properties.first { $0.key == name }?.value
    }.first
  }

  /// Whether a field is the one of a name that was too long for a shapefile, which has room for ten bytes: 技术等 of
  /// 技术等级 in UTF-8.
  static func isCut(_ field: String, of name: String) -> Bool {
    guard field.count < name.count, name.uppercased().hasPrefix(field.uppercased()) else {
      return false
    }
    // A character of Chinese takes three bytes in UTF-8 and two in GBK: what is left of it was taken away.
    let bytes = field.utf8.count
    let bytesOfGBK = field.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    return (8...10).contains(bytes) || (9...10).contains(bytesOfGBK)
  }
}
