/// What has become of a relic that does not simply exist any more where it was.
///
/// Gone is not off the map: the site of a destroyed relic stays protected (Law on the Protection of Cultural
/// Relics, article 33), and so it stays in every answer. What was revoked, merged or split is registered no
/// longer and is left out of answers unless it is asked for.
public enum RelicState: String, Vocabulary {
  /// 迁移: it was moved and stands elsewhere.
  case moved
  /// 消失: its body is gone.
  case destroyed
  /// 拟撤销: its revocation is proposed.
  case revocationProposed = "revocation_proposed"
  /// 撤销: it is no registered relic any more.
  case revoked
  /// 合并: it is part of another relic's entry.
  case merged
  /// 拆分: it has become several entries.
  case split

  /// What messages call it.
  public static var noun: Labels { Labels(zh: "存续状态", en: "state") }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .moved: Labels(zh: "已迁移", en: "moved")
    case .destroyed: Labels(zh: "已消失", en: "destroyed")
    case .revocationProposed: Labels(zh: "拟撤销", en: "revocation proposed")
    case .revoked: Labels(zh: "已撤销", en: "revoked")
    case .merged: Labels(zh: "已合并", en: "merged")
    case .split: Labels(zh: "已拆分", en: "split")
    }
  }

  /// Other spellings in tables.
  public var spellings: [String] {
    switch self {
    case .moved: ["迁移", "异地迁建"]
    case .destroyed: ["消失", "灭失"]
    case .revocationProposed: []
    case .revoked: ["撤销"]
    case .merged: ["合并", "并入"]
    case .split: ["拆分"]
    }
  }

  /// Whether the relic is registered no longer.
  public var isFormer: Bool { [.revoked, .merged, .split].contains(self) }
}
