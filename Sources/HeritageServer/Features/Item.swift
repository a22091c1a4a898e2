import HeritageFormats
import HeritageRegistry

/// One feature of a collection.
enum Item {
  static func response(
    _ collection: FeatureCollection, _ id: String, _ inquiry: Inquiry
  ) throws -> WebResponse {
    try inquiry.check(parameters: ["f", "lang", "crs"])
    let offered: [MediaType] = [.geojson, .html, .json]
    let format = try inquiry.format(of: offered)
    let system = try ReferenceSystem("crs", of: inquiry.request)
    if format == .html, collection.isRelics {
      return try RelicPage.response(id, inquiry)
    }
    var links = inquiry.selfLinks(format == .json ? .geojson : format, of: [.geojson, .html])
    links.append(
      Link("collection", inquiry.address("/collections/\(collection.name)"), .json))
    let bytes = try bytes(of: collection, id, system, links, inquiry)
    var response =
      format == .html
      ? DataPage.response(JSONTextPage(title: id, bytes: bytes), inquiry)
      : WebResponse(type: (format == .json ? MediaType.json : .geojson).header, bytes)
    response.set("Link", links.header)
    response.set("Content-Crs", "<\(system.rawValue)>")
    return response
  }

  private static func bytes(
    of collection: FeatureCollection, _ id: String, _ system: ReferenceSystem, _ links: [Link],
    _ inquiry: Inquiry
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    if collection.isRelics {
      let dossier = try inquiry.registry.dossier(id)
      // The register forgives a name in place of a code; an address does not.
      guard dossier.site.code == id else {
        throw RegistryError.siteNotFound(code: id.bounded, nearest: [dossier.site.code])
      }
      try FeatureEncoder.whole(system).write(
        DossierHit(dossier), members: [.init("links", links.value)], to: &bytes)
    } else {
      guard let feature = try collection.listed(for: inquiry).first(where: { $0.id == id }) else {
        throw WebFault.noSuchItem(collection: collection.name, id: id.bounded)
      }
      JSONText.append(
        feature.value(
          collection.properties, keys: nil, system: system, skips: false, links: links), to: &bytes)
    }
    bytes.append(0x0A)
    return bytes
  }
}
