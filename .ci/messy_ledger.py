"""A ledger of 500 rows as an office keeps it in a spreadsheet: merged cells, hidden rows, sums, days and sums in every
dress, and some forty rows with something wrong. What each row holds is known, because it was put there."""
import csv, random
from decimal import Decimal
from xml.sax.saxutils import escape

HEADINGS = [
    "序号", "单位名称", "统一社会信用代码", "申请人类型", "所属县区", "资助项目", "申请号/专利号", "授权公告日",
    "收件日期", "拨付金额", "银行账号", "备注",
]
NUMERALS = "〇一二三四五六七八九"
STYLES = {
    "iso": '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/>'
    '<number:text>-</number:text><number:day number:style="long"/>',
    "slash": '<number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text>'
    "<number:day/>",
    "words": '<number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text>'
    "<number:day/><number:text>日</number:text>",
}


def number(serial, year=2018):
    """An application number of a utility model, with its check digit."""
    digits = f"{year}2{serial:07d}"
    check = sum(int(digit) * weight for digit, weight in zip(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])) % 11
    return digits + "." + ("X" if check == 10 else str(check))


def code(serial):
    """A unit's code of 英德, with both check digits (GB 11714, GB 32100)."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"MA9{serial:05d}"
    values = [int(c) if c.isdigit() else ord(c) - 55 for c in body]
    inner = (11 - sum(v * w for v, w in zip(values, [3, 7, 9, 10, 5, 8, 4, 2])) % 11) % 11
    text = "91441881" + body + ("X" if inner == 10 else str(inner))
    outer = (31 - sum(letters.index(c) * pow(3, place, 31) for place, c in enumerate(text)) % 31) % 31
    return text + letters[outer]


class Ledger:
    def __init__(self, seed=2019):
        self.random = random.Random(seed)
        # Cells of each row: a text, a number (int, Decimal) or a day in a style, ("day", text, style).
        self.rows = []
        # What must become of it: the result and a piece of the reason.
        self.expected = []
        self.spans = {}
        self.hidden = set()
        self.paid = Decimal(0)
        self.serial = 0
        self.fill()

    def pick(self, *values):
        return self.random.choice(values)

    # What a good row says, in some dress

    def day(self):
        month, day = self.random.randint(1, 6), self.random.randint(1, 28)
        iso = f"2019-{month:02d}-{day:02d}"
        chinese = "".join(NUMERALS[int(c)] for c in "2019")
        return self.pick(
            ("day", iso, "iso"), ("day", iso, "slash"), ("day", iso, "words"), iso, f"2019.{month}.{day}",
            f"2019/{month}/{day} 0:00", f"2019年{month}月{day}日", f"{chinese}年{NUMERALS[month]}月{day}日", f"2019{month:02d}{day:02d}",
        )

    def dressed(self, text):
        plain = text.replace(".", "")
        wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text)
        dresses = [text, "ZL" + text, f"ZL {text[:4]} {text[4]} {text[5:]}", plain, wide, text[:6] + "\u200b" + text[6:]]
        if text[-1].isdigit():
            dresses.append(Decimal(text))
        return self.random.choice(dresses)

    def money(self):
        return self.pick(1000, Decimal("1000.00"), "1,000元", "壹仟元整", "1千元", "0.1万元", "￥1,000.00", "1000")

    def good(self, name, codetext, text=None):
        self.serial += 1
        return [
            len(self.rows) + 1, name, codetext, self.pick("企业", "公司", "有限公司"), self.pick("英德市", "英德", "清远市英德市", "441881"),
            self.pick("实用新型授权", "实用新型", "实用新型专利授权资助"), self.dressed(number(self.serial)) if text is None else text,
            self.day(), ("day", "2019-07-02", "iso"), self.money(), "", self.pick("", "", "经办人已核", "含“附件”两份"),
        ]

    def take(self, row, result, reason=""):
        self.rows.append(row)
        self.expected.append((result, reason))
        if result == "读入":
            self.paid += 1000

    # The whole

    def fill(self):
        wrong = list(self.defects()) * 3
        self.random.shuffle(wrong)
        unit = 0
        while len(self.rows) < 500:
            unit += 1
            name = f"英德市第{unit}" + self.pick("陶瓷", "茶业", "机械", "电子") + "有限公司"
            own = code(unit)
            group = self.random.randint(1, 5)
            if group > 2 and self.random.random() < 0.5:
                # One cell for name, code, kind and county over several rows.
                first = len(self.rows)
                for place in range(group):
                    row = self.good(name, own)
                    if place:
                        row[1:5] = [None] * 4
                    else:
                        self.spans[first] = group
                    self.take(row, "读入")
            else:
                for _ in range(group):
                    row = self.good(name.replace("第", "第\n") if self.random.random() < 0.1 else name, own)
                    if self.random.random() < 0.05:
                        self.hidden.add(len(self.rows))
                    self.take(row, "读入")
            if wrong:
                change, reason = wrong.pop()
                row = self.good(name, own)
                change(row)
                self.take(row, "有误", reason)
            if unit % 40 == 0:
                self.take([self.pick("小计", "本页小计"), *[""] * 8, 3000, "", ""], "跳过", "合计行")
            if unit % 25 == 0:
                # The same patent once more.
                last = max(place for place, said in enumerate(self.expected) if said[0] == "读入" and self.rows[place][1])
                self.take(list(self.rows[last]), "重复", "是同一件")
            if unit % 30 == 0:
                row = self.good(f"英德市账号{unit}有限公司", code(90000 + unit))
                row[10] = self.pick(6228480012345670000, "6.22848E+18", "无", "工行英德支行")
                self.take(row, "读入", "银行账号不像账号")
        self.take(["合计", *[""] * 8, self.paid, "", ""], "跳过", "合计行")
        self.take(["制表人：某某", "", "", "", "", "", "", "", "审核：某某", "", "", ""], "跳过", "合计行")

    def defects(self):
        def put(place, value):
            return lambda row: row.__setitem__(place, value)

        yield put(6, "201820100021.5"), "校验位不符"
        yield put(6, "2.01820E+11"), "科学计数法"
        yield put(6, "申请中"), "需要申请号"
        yield put(6, "CN101973860A"), "公开（公告）号"
        yield put(6, "3223456.2"), "丢了开头的 0，应为 03223456.2"
        yield put(7, "2019-02-30"), "没有 2019 年 2 月 30 日"
        yield put(7, 43525), "日期序号（即 2019-03-01）"
        yield put(8, "去年"), "日期看不懂"
        yield put(9, -1000), "不能为负"
        yield put(9, "（1000）"), "表示负数"
        yield put(9, "一千左右"), "金额看不懂"
        yield put(2, "441881199003073000"), "像是被表格软件截断"
        yield put(1, "\ufffd\ufffd有限公司"), "认不出的字符"
        yield put(4, "火星县"), "不是本市的县区名称"
        yield put(5, "其他"), "应为以下各项之一"
        yield put(1, ""), "申请人：没有填"

    # As LibreOffice reads it

    def flat(self):
        styles = "".join(
            f'<number:date-style style:name="n-{name}">{parts}</number:date-style>'
            f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="n-{name}"/>'
            for name, parts in STYLES.items()
        )
        rows = [
            f'<table:table-cell table:number-columns-spanned="12" office:value-type="string">{self.text("英德市2019年专利资助发放台账")}'
            "</table:table-cell>",
            "<table:table-cell/>" * 9 + self.cell("单位：元"),
            "".join(map(self.cell, HEADINGS)),
        ]
        attributes = ["", "", ""]
        for place, row in enumerate(self.rows):
            span = self.spans.get(place)
            cells = [
                "<table:covered-table-cell/>" if value is None else self.cell(value, span if span and 1 <= at <= 4 else None)
                for at, value in enumerate(row)
            ]
            rows.append("".join(cells))
            attributes.append(' table:visibility="collapse"' if place in self.hidden else "")
        body = "".join(f"<table:table-row{a}>{r}</table:table-row>" for a, r in zip(attributes, rows))
        names = " ".join(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
            for name, urn in [
                ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"),
            ]
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            f'<table:table table:name="发放台账">{body}</table:table></office:spreadsheet></office:body></office:document>'
        )

    def text(self, value):
        lines = escape(value).replace("\n", "<text:line-break/>")
        return f"<text:p>{lines}</text:p>"

    def cell(self, value, span=None):
        spanned = f' table:number-rows-spanned="{span}"' if span else ""
        if isinstance(value, tuple):
            return f'<table:table-cell table:style-name="{value[2]}" office:value-type="date" office:date-value="{value[1]}"/>'
        if isinstance(value, (int, Decimal)):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        if value == "":
            return "<table:table-cell/>"
        return f'<table:table-cell{spanned} office:value-type="string">{self.text(value)}</table:table-cell>'


def differences(ledger, result):
    """How many rows of the program's answer are not what was put into them."""
    rows = list(csv.DictReader(result.read_text("utf-8-sig").splitlines(keepends=True)))
    wrong = 0
    if len(rows) != len(ledger.rows):
        print(f"workbooks: the ledger has {len(ledger.rows)} rows, {len(rows)} are answered")
        wrong += 1
    for place, ((result, reason), row) in enumerate(zip(ledger.expected, rows)):
        if row["结果"].strip() != result or reason not in row["理由"]:
            wrong += 1
            print(f"workbooks: the ledger's row {place + 4}: {row['结果']} {row['理由']!r} instead of {result} {reason!r}")
    return wrong
