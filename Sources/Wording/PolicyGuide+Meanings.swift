/// What the keys and words of a policy file mean.
extension PolicyGuide {
  static let policy = [
    "format": "写 \"zizhu-policy/1\"", "id": "政策编号，英文字母、数字、- 和 _", "title": "文件名称", "document": "文号",
    "signed": "签发日", "periods": "适用的期间，按先后，不留空档", "districts": "本地的区划", "readings": "口径，没有的写 []",
    "caps": "几件合计的限额，没有的写 []", "papers": "各项目都要的材料，或 {\"checked-before\": \"accept\", \"list\": […]}",
    "items": "资助的项目", "articles": "条文的编号和标题", "register": "工作台账的记录种类",
    "feeCeiling": "连同其他资助超过实缴官费的要不要提醒，不要的写 false", "replaces": "代替哪份政策，写它的编号",
  ]
  static let period = [
    "from": "起始日，含当日", "to": "终止日，含当日", "article": "依据的条文，附则写 closing", "warning": "可以参照执行的写 retroactive",
    "note": "说明",
  ]
  static let district = [
    "code": "六位区划代码；没有代码的功能区用二至六个大写字母", "name": "名称", "former": "以前的代码", "liesIn": "功能区所在的区划",
  ]
  static let item = [
    "id": "项目编号", "article": "条文编号", "label": "项目名称", "who": "可以申报的申请人类型", "inputs": "填报栏",
    "event": "计算日：资助认定在哪一天",
    "amount": "金额怎样算", "once": "什么只资助一次：applicant、family、填报栏、算出的值的编号", "papers": "本项目的材料", "values": "算出的值",
    "conditions": "条件", "mayFollowReceipt": "可以在计算日之前收件的写 true", "since": "本项目自哪天起", "until": "本项目到哪天止",
    "needs": "要先有哪个项目的资助，写前面一个项目的编号；那个项目的 once 里的栏，本项目要有同名同种类的",
    "unexpressed": "规则不能表达的条文，金额由人核定；单个条件不能表达的，写在 conditions 里", "continues": "与前一份政策的项目合并计次，写“政策编号/项目编号”",
  ]
  static let input = [
    "id": "编号", "label": "名称", "kind": "种类，见下", "hint": "填写提示", "unit": "单位，如 件",
    "from": "由谁填写：applicant（申请人）或 office（本局）",
    "options": "choice 的选项", "range": "count 的范围 [小, 大]", "atMost": "不超过另一栏，写它的编号",
    "neededUnder": "只在某口径的某选项下必填",
    "record": "只作记录的写 true",
  ]
  static let inputKinds = [
    "date": "日期", "money": "金额", "flag": "是或否", "text": "文字", "year": "年度", "count": "数", "choice": "选项",
    "application-number": "专利申请号",
  ]
  static let value = ["id": "编号", "label": "名称", "of": "怎样算"]
  static let operations = [
    "type": "申请号的专利类型。例：{\"type\": \"number\"}", "year": "日期或申请号的年度。例：{\"year\": \"grantedOn\"}",
    "later": "两个日期中较晚的。例：{\"later\": [\"grantedOn\", \"paidOn\"]}",
    "last-day": "某年度的最后一天。例：{\"last-day\": \"year\"}",
    "day": "某年度的某一天。例：{\"day\": [\"05-01\", \"year\"]}",
    "after":
      "自某日起的期限届满的那一天：当日不算，没有相应日的取当月最后一天；期限写成 90天、6个月、1年。例：{\"after\": [\"paidOn\", \"6个月\"]}",
    "annuity": "日期落入的年费年度。例：{\"annuity\": [\"grantedOn\", \"paidOn\"]}",
    "add": "数或金额相加。例：{\"add\": [\"fee\", \"2000元\"]}",
    "subtract": "数或金额相减，金额不低于零。例：{\"subtract\": [\"fee\", \"paidByOthers\"]}",
    "least": "最低的（从低）。例：{\"least\": [\"fee\", \"3000元\"]}",
    "most": "最高的（就高）。例：{\"most\": [\"fee\", \"500元\"]}",
    "share": "金额的比例，或按部分占总数的比例，舍去不足一分的。例：{\"share\": [\"fee\", \"80%\"]}",
    "times": "金额乘以数。例：{\"times\": [\"500元\", \"grants\"]}",
    "steps": "超过起点后每满多少的个数。例：{\"steps\": [\"grants\", 10, 5]}",
    "tiers":
      "达到的最高一档，都没达到的为零。例：{\"tiers\": {\"of\": \"grants\", \"rows\": [{\"atLeast\": 10, \"amount\": \"5000元\"}]}}",
  ]
  static let amounts = [
    "fixed": "定额。例：{\"fixed\": \"3000元\"}", "paid": "填报的或算出的金额。例：{\"paid\": \"fee\", \"ceiling\": \"5000元\"}",
    "share": "金额的比例。例：{\"share\": {\"of\": \"fee\", \"rate\": \"50%\"}}",
    "tiers":
      "按数量或金额分档，取最高一档；atLeast 是以上，over 是超过。例：{\"tiers\": {\"of\": \"grants\", \"rows\": [{\"atLeast\": 5, \"amount\": \"30000元\"}, {\"over\": 10, \"amount\": \"50000元\"}]}}",
    "steps":
      "超过起点后每满多少给多少。例：{\"steps\": {\"of\": \"grants\", \"beyond\": 10, \"every\": 5, \"each\": \"2000元\"}}",
  ]
  static let tests = [
    "compare": "比较：= != < <= > >=。例：{\"compare\": [\"grants\", \">=\", 5], \"reason\": \"below-threshold\"}",
    "among":
      "属于几种情形。例：{\"among\": {\"value\": {\"type\": \"number\"}, \"of\": [\"invention\"]}, \"reason\": \"patent-type\"}",
    "share":
      "部分占总数的比例。例：{\"share\": {\"part\": \"grants\", \"compare\": \">=\", \"rate\": \"20%\", \"whole\": \"filings\"}, \"reason\": \"share-too-low\"}",
    "any":
      "几个条件满足一个。例：{\"any\": [{\"compare\": [\"grants\", \">=\", 5]}, {\"compare\": [\"filings\", \">=\", 50]}], \"reason\": \"below-threshold\"}",
  ]
  static let reasons = [
    "condition": "某一栏不符合条件", "patent-type": "专利类型不符", "below-threshold": "未达门槛", "share-too-low": "占比不足",
    "window": "不在年限或申报期内",
  ]
  static let cap = [
    "id": "限额编号", "article": "条文编号", "label": "限额名称", "items": "合计哪些项目",
    "holder": "谁共用：applicant、family、某一栏或某个值；[] 为全市",
    "window": "year（每年）或 validity（有效期内）",
    "limit": "金额或件数“5件”；按情形不同的，某种情形没有限额的写 \"none\"；各项目不同的写 {\"by\": \"item\", \"cases\": {\"项目编号\": …}}",
    "order": "谁先得：received（按收件先后）、{\"earliest\": 日期}（按某一天先后）或 {\"highest\": 数或金额}（从高到低，用于名额和排名）",
    "remainder": "reduce：余额不足的核减；difference：每件各按自己的额度，减去已得的（升级补差、各项合计不重复）",
    "closes":
      "order 不是 received 时，到哪天为止不再有人排到前面，此前不能审定，如 {\"day\": [\"03-31\", {\"add\": [{\"year\": \"event\"}, 1]}]}",
    "continues": "与前一份政策的限额共用，写“政策编号/限额编号”",
    "same-day": "同一天收件的谁先得：id（按编号，不写也是）或 lot（抽签：按上一年度封存的链值和编号计算，市局按封存时各局的链值，封存以前不能审定）",
  ]
  static let reading = [
    "id": "口径编号", "articles": "涉及的条文", "label": "口径名称", "question": "哪里有两种读法", "options": "选项，各有 id 和 label",
    "choice": "现行的选项", "reason": "为什么这样选",
  ]
  static let paper = [
    "id": "材料编号", "label": "材料名称", "copies": "份数", "original": "交原件的写 true", "optional": "不一定要的写 true",
  ]
  static let unexpressed = ["clause": "原文", "reason": "为什么不能表达"]
  static let confirmation = [
    "id": "编号，由本局填是或否的一栏", "label": "名称", "clause": "原文", "reason": "为什么不能表达",
  ]
  static let article = ["article": "条文编号", "title": "标题", "record": "没有直接资助标准的，记录什么"]
}
