import Foundation
import HeritageRegistry
import TourPlanner

/// The travel that the command line asks for: assumed, from a table, or from a server.
struct TourTravel {
  /// The model.
  let model: any TravelModel
  private let path: String?

  /// The travel of some options; a table is read here, a server is asked later.
  init(_ options: TravelOptions) throws {
    path = options.matrix
    if let path = options.matrix {
      let text = String(decoding: try InputFile.bytes(path), as: UTF8.self)
      do {
        model = try MatrixTravel(csv: text)
      } catch {
        throw TourTravel.failure(error, path: path)
      }
    } else if let server = options.osrm {
      model = try OSRMTravel(
        server, timeout: options.osrmTimeout ?? 10, mode: options.mode ?? .drive)
    } else {
      do {
        model = try GeodesicTravel(
          mode: options.mode ?? .drive, kilometresPerHour: options.speed, detour: options.detour)
      } catch {
        throw Failure("\(error)", hint: nil, status: .usage)
      }
    }
  }

  /// The travel between places.
  func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    do {
      return try model.matrix(of: places)
    } catch let error as TravelError {
      throw TourTravel.failure(error, path: path)
    } catch let error as TravelMatrixError {
      throw Failure("the travel is not sound: \(error)", hint: nil, status: .badData)
    }
  }

  /// The seconds that a metre of geodesic takes, for a first choice among many relics.
  var secondsPerMetre: Double {
    guard let model = model as? GeodesicTravel else { return 1.4 / (40 / 3.6) }
    return model.detour / (model.kilometresPerHour / 3.6)
  }

  private static func failure(_ error: TravelError, path: String?) -> Failure {
    Failure(
      (path.map { "\($0): " } ?? "") + "\(error)",
      hint: path == nil
        ? nil
        : "give rows of from,to,seconds,metres, or a square of seconds headed by the codes; "
          + "it needs every relic, start and end",
      status: .badData)
  }

  /// What the travel takes for granted, in a language.
  func assumption(in language: Language) -> String {
    switch model {
    case let model as GeodesicTravel:
      let mode = ["drive": ("驾车", "drive"), "cycle": ("骑车", "cycle"), "walk": ("步行", "walk")]
      let word = mode[model.mode.rawValue]?.0 ?? ""
      return language == .en
        ? "\(model.assumption.prefix(1).uppercased())\(model.assumption.dropFirst())."
        : "行程时间是假设：大地线距离 × \(model.detour)，时速 \(model.kilometresPerHour) 公里（\(word)）；"
          + "不计路网、路况和停车。"
    case let model as OSRMTravel:
      return language == .en
        ? "Travel times are those of the OSRM server \(model.server), asked for its profile "
          + "\(model.profile), without traffic."
        : "行程时间取自 OSRM 服务器 \(model.server)（所问方式 \(model.profile)），不计路况。"
    default:
      return language == .en
        ? "Travel times are those of the table \(path ?? "")." : "行程时间取自给定的表 \(path ?? "")。"
    }
  }
}
