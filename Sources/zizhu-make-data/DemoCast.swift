import CaseModel

/// Who appears in the demo: invented units and persons of all kinds, from every district.
enum DemoCast {
  struct Role {
    var name: String
    var kind: ApplicantKind
    var district: String
    /// The role number of the head office, from 1.
    var parent: Int?
    /// The first two characters of the credit code where the kind does not tell them.
    var codeKind: String?
  }

  /// In the order of their ids: the first is A001.
  static let roles = agencies + enterprises + others + persons

  private static let agencies = [
    Role(name: "清远市北江专利代理事务所（普通合伙）", kind: .agency, district: "441802"),
    Role(name: "清远市北江专利代理事务所英德分所", kind: .agencyBranch, district: "441881", parent: 1),
    Role(name: "清远市北江专利代理事务所连州分所", kind: .agencyBranch, district: "441882", parent: 1),
    Role(name: "广东飞霞岭知识产权代理有限公司", kind: .agency, district: "441803"),
    Role(name: "广东飞霞岭知识产权代理有限公司阳山分公司", kind: .agencyBranch, district: "441823", parent: 4),
    Role(name: "清远市湟川专利代理有限公司", kind: .agency, district: "441882"),
    Role(name: "广州粤禾专利商标代理有限公司", kind: .agency, district: "440106"),
    Role(name: "广州粤禾专利商标代理有限公司清远分公司", kind: .agencyBranch, district: "GXQ", parent: 7),
    Role(name: "佛冈县观音山专利代理事务所（特殊普通合伙）", kind: .agency, district: "441821"),
    Role(name: "佛冈县观音山专利代理事务所连山分所", kind: .agencyBranch, district: "441825", parent: 9),
  ]

  private static let enterprises =
    [
      ("清远市禾雀陶瓷有限公司", "441802"), ("广东凤城岭电子科技有限公司", "441802"), ("清远市洛洲精密五金有限公司", "441802"),
      ("清远市玉带包装制品有限公司", "441802"), ("清远市青瓦建材有限公司", "441802"), ("清远市峡江纺织有限公司", "441802"),
      ("广东百禾岭生物医药（清远）有限公司", "GXQ"), ("广东云栖石新材料(清远)股份有限公司", "GXQ"),
      ("清远华岭智能装备有限公司", "GXQ"), ("广东龙埔岭半导体材料有限公司", "GXQ"), ("清远市雄岚铝合金科技有限公司", "GXQ"),
      ("清远市笔架峰茶业有限公司", "441803"), ("清远市太和古洞文具有限公司", "441803"), ("广东滨江云纸业有限公司", "441803"),
      ("清远市玄贞皮具有限公司", "441803"), ("佛冈县汤泉设备制造有限公司", "441821"), ("佛冈县冠南岭塑胶制品有限公司", "441821"),
      ("广东迳头高岭土科技有限公司", "441821"), ("阳山县七拱香芋食品有限公司", "441823"), ("阳山县贤令水电设备有限公司", "441823"),
      ("广东岭背石材有限公司", "441823"), ("连山吉田丝苗米业有限公司", "441825"), ("连山鹿鸣关生态农业有限公司", "441825"),
      ("连南瑶山野蜂蜂业有限公司", "441826"), ("连南三排瑶绣工艺品有限公司", "441826"), ("英德市浈阳红茶机械有限公司", "441881"),
      ("英德市碧落水泥装备有限公司", "441881"), ("英德市连江竹木制品有限公司", "441881"), ("广东英石轩园林景观工程有限公司", "441881"),
      ("英德市横石塘硅业有限公司", "441881"), ("连州市星子菜心食品有限公司", "441882"), ("连州市保安玻璃纤维有限公司", "441882"),
      ("连州市地下河光学仪器有限公司", "441882"), ("广东东陂腊味机械有限公司", "441882"), ("清远市北部生态旅游装备集团有限公司", "441800"),
      ("清远市粤北山区特色农产品精深加工与冷链物流装备工程技术研究开发及成果转化服务有限责任公司", "441800"),
      ("广州市沙湾岭电器有限公司", "440113"),
    ].map { Role(name: $0, kind: .enterprise, district: $1) }
    + [Role(name: "连州市西岸山茶油专业合作社", kind: .enterprise, district: "441882", codeKind: "93")]

  private static let others = [
    Role(name: "清城区阿强模具加工店", kind: .soleTrader, district: "441802"),
    Role(name: "英德市黎溪镇好运农机修理部", kind: .soleTrader, district: "441881"),
    Role(name: "连南瑶族自治县三江镇瑶家银饰店", kind: .soleTrader, district: "441826"),
    Role(name: "佛冈县龙山镇明记竹器厂", kind: .soleTrader, district: "441821"),
    Role(name: "阳山县青莲镇老陈木器加工场", kind: .soleTrader, district: "441823"),
    Role(name: "清远粤北技工学院", kind: .institution, district: "441800"),
    Role(name: "连州市丘陵农业科学研究所", kind: .institution, district: "441882"),
    Role(name: "清新区滨江中医院", kind: .institution, district: "441803"),
    Role(name: "英德市红茶技术推广中心", kind: .institution, district: "441881"),
    Role(name: "清远市陶瓷行业知识产权协会", kind: .association, district: "441802", codeKind: "51"),
    Role(name: "连山壮族瑶族自治县有机稻行业协会", kind: .association, district: "441825", codeKind: "51"),
    Role(name: "佛冈县青少年科技创新中心", kind: .association, district: "441821", codeKind: "52"),
    Role(name: "清远高新区众创空间服务中心", kind: .association, district: "GXQ", codeKind: "52"),
  ]

  private static let persons =
    [
      ("曾令禾", "441802"), ("单文岚", "441802"), ("仇若溪", "441803"), ("\u{2CB4E}小禾", "441881"),
      ("李\u{31350}安", "441882"), ("盘志坚", "441826"), ("房春岭", "441826"), ("韦国栋", "441825"),
      ("欧阳静禾", "GXQ"), ("解子墨", "441821"), ("梁秋岚", "441823"), ("黄树根", "441881"), ("冯晓岚", "441802"),
      ("何永岭", "441800"), ("邓予禾", "441803"), ("罗岚娟", "441882"),
    ].map { Role(name: $0, kind: .individual, district: $1) }
}
