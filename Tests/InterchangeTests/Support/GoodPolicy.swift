/// A small policy without mistakes, from which each broken one of the gallery is made by one change.
enum GoodPolicy {
  static let text = """
    {
      "format": "zizhu-policy/1",
      "id": "lianzhou-2021-5",
      "title": "连州市专利资助办法",
      "document": "连府办〔2021〕5号",
      "signed": "2021-03-01",
      "periods": [
        {"from": "2021-01-01", "to": "2021-02-28", "article": "closing", "warning": "retroactive"},
        {"from": "2021-03-01", "to": "2023-12-31", "article": "closing"}
      ],
      "districts": ["441882", "GXQ"],
      "readings": [
        {
          "id": "share-base", "articles": ["2"], "label": "发明占比的基数", "question": "以总量还是以增量为基数？",
          "options": [{"id": "total", "label": "总量"}, {"id": "increment", "label": "增量"}],
          "choice": "total", "reason": "主语是总量"
        }
      ],
      "caps": [
        {
          "id": "fee-year", "article": "1", "label": "代理费年度限额", "items": ["agency-fee"],
          "holder": ["applicant", {"type": "number"}], "window": "year",
          "limit": {"by": {"type": "number"}, "cases": {"invention": "9000元", "utility": "3000元"}},
          "order": "received", "remainder": "reduce"
        }
      ],
      "papers": [{"id": "form", "label": "申请表", "original": true}],
      "items": [
        {
          "id": "agency-fee", "article": "1", "label": "代理费",
          "who": ["enterprise", "individual"],
          "inputs": [
            {"id": "number", "label": "专利申请号", "kind": "application-number"},
            {"id": "paidOn", "label": "付款日期", "kind": "date"},
            {"id": "fee", "label": "代理费", "kind": "money"}
          ],
          "event": "paidOn", "since": "2021-02-01", "until": "2022-12-31",
          "conditions": [
            {"among": {"value": {"type": "number"}, "of": ["invention", "utility"]}, "reason": "patent-type"},
            {"compare": ["fee", ">", "500元"], "reason": "condition"}
          ],
          "amount": {
            "share": {"of": "fee", "rate": {"by": "kind", "cases": {"enterprise": "50%", "individual": "80%"}}},
            "ceiling": "6000元"
          },
          "once": ["number"],
          "papers": [{"id": "invoice", "label": "发票", "copies": 1}]
        },
        {
          "id": "growth", "article": "2", "label": "申请增量",
          "who": ["enterprise"],
          "inputs": [
            {"id": "year", "label": "年度", "kind": "year"},
            {"id": "filings", "label": "当年申请", "kind": "count"},
            {"id": "filingsBefore", "label": "上年申请", "kind": "count"},
            {"id": "inventions", "label": "当年发明", "kind": "count", "atMost": "filings"},
            {"id": "inventionsBefore", "label": "上年发明", "kind": "count", "neededUnder": {"reading": "share-base", "option": "increment"}}
          ],
          "values": [
            {"id": "increase", "label": "增量", "of": {"subtract": ["filings", "filingsBefore"]}},
            {"id": "inventionIncrease", "label": "发明增量", "of": {"subtract": ["inventions", "inventionsBefore"]}}
          ],
          "event": {"last-day": "year"}, "mayFollowReceipt": true,
          "conditions": [
            {
              "reading": "share-base",
              "options": {
                "total": [{"share": {"part": "inventions", "compare": ">=", "rate": "20%", "whole": "filings"}, "reason": "share-too-low"}],
                "increment": [{"share": {"part": "inventionIncrease", "compare": ">=", "rate": "20%", "whole": "increase"}, "reason": "share-too-low"}]
              }
            }
          ],
          "amount": {"tiers": {"of": "increase", "rows": [{"atLeast": 10, "amount": "10000元"}, {"over": 50, "amount": "30000元"}]}},
          "once": ["applicant", "year"],
          "papers": [{"id": "list", "label": "申请清单", "copies": 1}]
        },
        {
          "id": "certificate", "article": "3", "label": "贯标认证",
          "who": ["enterprise"],
          "inputs": [
            {"id": "certifiedOn", "label": "认证日期", "kind": "date"},
            {"id": "level", "label": "等级", "kind": "choice", "record": true, "options": [{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}]},
            {"id": "approvedAmount", "label": "核准金额", "kind": "money", "from": "office"},
            {"id": "basis", "label": "核准依据", "kind": "text", "from": "office", "record": true}
          ],
          "event": "certifiedOn",
          "amount": {"paid": "approvedAmount", "ceiling": "50000元"},
          "once": ["applicant"],
          "papers": [{"id": "certificate", "label": "认证证书", "copies": 1}]
        }
      ],
      "articles": [
        {"article": "1", "title": "代理费"}, {"article": "2", "title": "增量"}, {"article": "3", "title": "贯标"},
        {"article": "4", "title": "培训", "record": "日期、人数"}
      ]
    }
    """
}
