/// Whether and how a relic can be visited.
extension Field {
  static let access = Field(
    .access, .word(WordSet(Access.self)), Labels(zh: "开放状况", en: "Access"),
    Labels(zh: "能否参观，不详则空", en: "whether it can be visited, empty where not known"),
    example: "开放",
    headers: ["开放情况", "开放状态", "是否开放", "是否对外开放", "对外开放情况", "开放程度"], takesFlags: true,
    value: { FieldValue($0.visit?.access) })

  static let openingHours = Field(
    .openingHours, .text, Labels(zh: "开放时间", en: "Opening hours"),
    Labels(
      zh: "开放时间，写法依 OpenStreetMap 的 opening_hours，中文也可",
      en: "when it is open, as opening_hours of OpenStreetMap"),
    example: "Tu-Su 09:00-17:00; PH off", headers: ["开放时段", "参观时间", "开馆时间"],
    value: { FieldValue($0.visit?.hoursText) })

  static let ticket = Field(
    .ticket, .number(places: 2), Labels(zh: "票价(元)", en: "Ticket (CNY)"),
    line: Labels(zh: "票价", en: "Ticket"),
    Labels(zh: "票价，免费为0", en: "the price of a ticket, 0 where it is free"), unit: "CNY",
    example: "0", headers: ["票价", "门票", "门票价格", "门票(元)", "ticket"],
    value: { FieldValue($0.visit?.ticketYuan, places: 2) })

  static let visitMinutes = Field(
    .visitMinutes, .whole(1...1440), Labels(zh: "参观时长(分)", en: "Visit (min)"),
    line: Labels(zh: "参观时长", en: "Visit"),
    Labels(zh: "参观需要的时间", en: "how long a visit takes"), unit: "min",
    example: "45", headers: ["参观时长", "游览时长", "参观用时", "visit time"],
    value: { FieldValue($0.visit?.durationMinutes) })
}
