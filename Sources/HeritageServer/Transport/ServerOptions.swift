/// What the operator of a server has set.
public struct ServerOptions: Codable, Hashable, Sendable {
  /// The path of the register.
  public var register: String
  /// The address to listen on.
  public var host: String
  /// The port; 0 for one that is free.
  public var port: Int
  /// The address under which others reach the server: `https://register.example.cn`; nil for the host that
  /// each request names, which must be one of ``allowedHosts``.
  public var publicURL: String?
  /// Hosts that a request may name besides the local ones.
  public var allowedHosts: [String]
  /// The file that holds the SHA-256 of the staff's token in hexadecimal digits; nil for a server without
  /// staff.
  public var staffTokenFile: String?
  /// How many questions are answered at the same time.
  public var readers: Int
  /// How many may wait for their turn.
  public var queue: Int
  /// How many seconds a question may take.
  public var deadline: Int
  /// The approval number of the map (审图号), printed below maps.
  public var mapApproval: String?
  /// The base maps that pages offer, as ``BaseMap/init(text:)`` reads them; none for maps without one.
  public var baseMapTexts: [String]
  /// The survey that staff review beside the register; nil for none.
  public var survey: ServedSurvey?
  /// The file of roads on which tours are planned; nil for geodesics made longer by a factor.
  public var roads: String?
  /// Whether the first page is opened in a browser once the server runs.
  public var opensBrowser: Bool
  /// The language in which whoever starts the server is told why it cannot begin: `zh` or `en`.
  public var spoken = "en"

  /// Makes options.
  public init(
    register: String, host: String = "127.0.0.1", port: Int = 8080, publicURL: String? = nil,
    allowedHosts: [String] = [], staffTokenFile: String? = nil, readers: Int = 4, queue: Int = 64,
    deadline: Int = 5, mapApproval: String? = nil, baseMapTexts: [String] = [],
    survey: ServedSurvey? = nil, roads: String? = nil, opensBrowser: Bool = false
  ) {
    self.register = register
    self.host = host
    self.port = port
    self.publicURL = publicURL
    self.allowedHosts = allowedHosts
    self.staffTokenFile = staffTokenFile
    self.readers = readers
    self.queue = queue
    self.deadline = deadline
    self.mapApproval = mapApproval
    self.baseMapTexts = baseMapTexts
    self.survey = survey
    self.roads = roads
    self.opensBrowser = opensBrowser
  }

  /// The public address without a slash at its end; nil where each request names its own.
  var publicBase: String? {
    publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }
}

extension ServerOptions {
  /// Reads what `heritage serve` hands over; what it does not say is as in ``init(register:host:port:publicURL:allowedHosts:staffTokenFile:readers:queue:deadline:mapApproval:baseMapTexts:survey:roads:opensBrowser:)``.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(register: try values.decode(String.self, forKey: .register))
    func read<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
      value = try values.decodeIfPresent(Value.self, forKey: key) ?? value
    }
    try read(.host, into: &host)
    try read(.port, into: &port)
    publicURL = try values.decodeIfPresent(String.self, forKey: .publicURL)
    try read(.allowedHosts, into: &allowedHosts)
    staffTokenFile = try values.decodeIfPresent(String.self, forKey: .staffTokenFile)
    try read(.readers, into: &readers)
    try read(.queue, into: &queue)
    try read(.deadline, into: &deadline)
    mapApproval = try values.decodeIfPresent(String.self, forKey: .mapApproval)
    try read(.baseMapTexts, into: &baseMapTexts)
    survey = try values.decodeIfPresent(ServedSurvey.self, forKey: .survey)
    roads = try values.decodeIfPresent(String.self, forKey: .roads)
    try read(.opensBrowser, into: &opensBrowser)
    try read(.spoken, into: &spoken)
  }
}

/// A survey that is laid beside the register for staff to review.
public struct ServedSurvey: Codable, Hashable, Sendable {
  /// The paths of its tables.
  public var files: [String]
  /// What it is called: 四普.
  public var name: String
  /// The file of the decisions, a table that `heritage reconcile --decisions` reads; it is made when the first
  /// is taken.
  public var decisions: String
  /// The date of the survey; nil where each decision has its own.
  public var date: String?
  /// The datum of its coordinates; nil where the tables say it.
  public var datum: String?

  /// Lays a survey beside the register.
  public init(
    files: [String], name: String, decisions: String, date: String? = nil, datum: String? = nil
  ) {
    self.files = files
    self.name = name
    self.decisions = decisions
    self.date = date
    self.datum = datum
  }
}
