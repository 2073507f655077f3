/// What characters of other shapes stand for: the compatibility mappings of Unicode 15 (NFKC, upper case) for
/// letters, figures, signs and ideographs that come in Chinese text.
///
/// The standard library has no NFKC, and Foundation's brings all of ICU. Full-width ASCII is reckoned in `TextFolding`.
enum CompatibilityTable {
  /// What a character stands for; nil for one that stands for itself.
  static func meaning(of scalar: Unicode.Scalar) -> String? { meanings[scalar.value] }

  private static let meanings: [UInt32: String] = {
    var meanings: [UInt32: String] = [:]
    for run in text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
      let words = run.split(separator: " ")
      guard let first = words.first.flatMap({ UInt32($0, radix: 16) }) else { continue }
      for (place, word) in words.dropFirst().enumerated() { meanings[first + UInt32(place)] = String(word) }
    }
    return meanings
  }()

  /// Runs of characters that follow one another: the first one's number, then what each stands for.
  private static let text = """
    AA A| B2 2 3| B5 Μ| B9 1 O| BC 1⁄4 1⁄2 3⁄4| 132 IJ IJ| 13F L· L·| 149 ʼN| 17F S
    1C4 DŽ DŽ DŽ LJ LJ LJ NJ NJ NJ| 1F1 DZ DZ DZ| 2070 0 I
    2074 4 5 6 7 8 9 + − = ( ) N 0 1 2 3 4 5 6 7 8 9 + − = ( )| 2090 A E O X Ə H K L M N P S T
    2100 A/C A/S C °C| 2105 C/O C/U Ɛ| 2109 °F G H H H H Ħ I I L L| 2115 N NO| 2119 P Q R R R
    2120 SM TEL TM| 2124 Z| 2126 Ω| 2128 Z| 212A K Å B C| 212F E E F| 2133 M O א ב ג ד I
    213B FAX Π Γ Γ Π ∑| 2145 D D E I J
    2150 1⁄7 1⁄9 1⁄10 1⁄3 2⁄3 1⁄5 2⁄5 3⁄5 4⁄5 1⁄6 5⁄6 1⁄8 3⁄8 5⁄8 7⁄8 1⁄ I II III IV V VI VII VIII
    2168 IX X XI XII L C D M I II III IV V VI VII VIII IX X XI XII L C D M| 2189 0⁄3
    2460 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 (1) (2) (3) (4) (5) (6) (7) (8) (9) (10)
    247E (11) (12) (13) (14) (15) (16) (17) (18) (19) (20) 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12.
    2494 13. 14. 15. 16. 17. 18. 19. 20. (A) (B) (C) (D) (E) (F) (G) (H) (I) (J) (K) (L) (M) (N) (O)
    24AB (P) (Q) (R) (S) (T) (U) (V) (W) (X) (Y) (Z) A B C D E F G H I J K L M N O P Q R S T U V W X
    24CE Y Z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z 0| 2E9F 母| 2EF3 龟
    2F00 一 丨 丶 丿 乙 亅 二 亠 人 儿 入 八 冂 冖 冫 几 凵 刀 力 勹 匕 匚 匸 十 卜 卩 厂 厶 又 口
    2F1E 囗 土 士 夂 夊 夕 大 女 子 宀 寸 小 尢 尸 屮 山 巛 工 己 巾 干 幺 广 廴 廾 弋 弓 彐 彡 彳
    2F3C 心 戈 戶 手 支 攴 文 斗 斤 方 无 日 曰 月 木 欠 止 歹 殳 毋 比 毛 氏 气 水 火 爪 父 爻 爿
    2F5A 片 牙 牛 犬 玄 玉 瓜 瓦 甘 生 用 田 疋 疒 癶 白 皮 皿 目 矛 矢 石 示 禸 禾 穴 立 竹 米 糸
    2F78 缶 网 羊 羽 老 而 耒 耳 聿 肉 臣 自 至 臼 舌 舛 舟 艮 色 艸 虍 虫 血 行 衣 襾 見 角 言 谷
    2F96 豆 豕 豸 貝 赤 走 足 身 車 辛 辰 辵 邑 酉 釆 里 金 長 門 阜 隶 隹 雨 靑 非 面 革 韋 韭 音
    2FB4 頁 風 飛 食 首 香 馬 骨 高 髟 鬥 鬯 鬲 鬼 魚 鳥 鹵 鹿 麥 麻 黃 黍 黑 黹 黽 鼎 鼓 鼠 鼻 齊
    2FD2 齒 龍 龜 龠| 3036 〒| 3038 十 卄 卅| 309F より| 30FF コト
    3192 一 二 三 四 上 中 下 甲 乙 丙 丁 天 地 人
    3200 (ᄀ) (ᄂ) (ᄃ) (ᄅ) (ᄆ) (ᄇ) (ᄉ) (ᄋ) (ᄌ) (ᄎ) (ᄏ) (ᄐ) (ᄑ) (ᄒ) (가) (나) (다) (라)
    3212 (마) (바) (사) (아) (자) (차) (카) (타) (파) (하) (주) (오전) (오후)
    3220 (一) (二) (三) (四) (五) (六) (七) (八) (九) (十) (月) (火) (水) (木) (金) (土) (日) (株)
    3232 (有) (社) (名) (特) (財) (祝) (労) (代) (呼) (学) (監) (企) (資) (協) (祭) (休) (自) (至)
    3244 問 幼 文 箏
    3250 PTE 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 ᄀ ᄂ ᄃ ᄅ ᄆ ᄇ ᄉ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ
    326E 가 나 다 라 마 바 사 아 자 차 카 타 파 하 참고 주의 우
    3280 一 二 三 四 五 六 七 八 九 十 月 火 水 木 金 土 日 株 有 社 名 特 財 祝 労 秘 男 女 適 優
    329E 印 注 項 休 写 正 上 中 下 左 右 医 宗 学 監 企 資 協 夜 36 37 38 39 40 41 42 43 44 45 46
    32BC 47 48 49 50 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 HG ERG EV LTD ア イ ウ エ オ
    32D5 カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ
    32F3 ヤ ユ ヨ ラ リ ル レ ロ ワ ヰ ヱ ヲ 令和 アパート アルファ アンペア アール イニング インチ
    3306 ウォン エスクード エーカー オンス オーム カイリ カラット カロリー ガロン ガンマ ギガ ギニー
    3312 キュリー ギルダー キロ キログラム キロメートル キロワット グラム グラムトン クルゼイロ
    331B クローネ ケース コルナ コーポ サイクル サンチーム シリング センチ セント ダース デシ ドル
    3327 トン ナノ ノット ハイツ パーセント パーツ バーレル ピアストル ピクル ピコ ビル ファラッド
    3333 フィート ブッシェル フラン ヘクタール ペソ ペニヒ ヘルツ ペンス ページ ベータ ポイント
    333E ボルト ホン ポンド ホール ホーン マイクロ マイル マッハ マルク マンション ミクロン ミリ
    334A ミリバール メガ メガトン メートル ヤード ヤール ユアン リットル リラ ルピー ルーブル レム
    3356 レントゲン ワット 0点 1点 2点 3点 4点 5点 6点 7点 8点 9点 10点 11点 12点 13点 14点 15点
    3368 16点 17点 18点 19点 20点 21点 22点 23点 24点 HPA DA AU BAR OV PC DM DM2 DM3 IU 平成 昭和
    337D 大正 明治 株式会社 PA NA ΜA MA KA KB MB GB CAL KCAL PF NF ΜF ΜG MG KG HZ KHZ MHZ GHZ THZ ΜL
    3396 ML DL KL FM NM ΜM MM CM KM MM2 CM2 M2 KM2 MM3 CM3 M3 KM3 M∕S M∕S2 PA KPA MPA GPA RAD RAD∕S
    33AF RAD∕S2 PS NS ΜS MS PV NV ΜV MV KV MV PW NW ΜW MW KW MW KΩ MΩ A.M. BQ CC CD C∕KG CO. DB GY
    33CA HA HP IN KK KM KT LM LN LOG LX MB MIL MOL PH P.M. PPM PR SR SV WB V∕M A∕M 1日 2日 3日 4日
    33E4 5日 6日 7日 8日 9日 10日 11日 12日 13日 14日 15日 16日 17日 18日 19日 20日 21日 22日 23日
    33F7 24日 25日 26日 27日 28日 29日 30日 31日 GAL
    F900 豈 更 車 賈 滑 串 句 龜 龜 契 金 喇 奈 懶 癩 羅 蘿 螺 裸 邏 樂 洛 烙 珞 落 酪 駱 亂 卵 欄
    F91E 爛 蘭 鸞 嵐 濫 藍 襤 拉 臘 蠟 廊 朗 浪 狼 郎 來 冷 勞 擄 櫓 爐 盧 老 蘆 虜 路 露 魯 鷺 碌
    F93C 祿 綠 菉 錄 鹿 論 壟 弄 籠 聾 牢 磊 賂 雷 壘 屢 樓 淚 漏 累 縷 陋 勒 肋 凜 凌 稜 綾 菱 陵
    F95A 讀 拏 樂 諾 丹 寧 怒 率 異 北 磻 便 復 不 泌 數 索 參 塞 省 葉 說 殺 辰 沈 拾 若 掠 略 亮
    F978 兩 凉 梁 糧 良 諒 量 勵 呂 女 廬 旅 濾 礪 閭 驪 麗 黎 力 曆 歷 轢 年 憐 戀 撚 漣 煉 璉 秊
    F996 練 聯 輦 蓮 連 鍊 列 劣 咽 烈 裂 說 廉 念 捻 殮 簾 獵 令 囹 寧 嶺 怜 玲 瑩 羚 聆 鈴 零 靈
    F9B4 領 例 禮 醴 隸 惡 了 僚 寮 尿 料 樂 燎 療 蓼 遼 龍 暈 阮 劉 杻 柳 流 溜 琉 留 硫 紐 類 六
    F9D2 戮 陸 倫 崙 淪 輪 律 慄 栗 率 隆 利 吏 履 易 李 梨 泥 理 痢 罹 裏 裡 里 離 匿 溺 吝 燐 璘
    F9F0 藺 隣 鱗 麟 林 淋 臨 立 笠 粒 狀 炙 識 什 茶 刺 切 度 拓 糖 宅 洞 暴 輻 行 降 見 廓 兀 嗀
    FA10 塚| FA12 晴| FA15 凞 猪 益 礼 神 祥 福 靖 精 羽| FA20 蘒| FA22 諸| FA25 逸 都
    FA2A 飯 飼 館 鶴 郞 隷 侮 僧 免 勉 勤 卑 喝 嘆 器 塀 墨 層 屮 悔 慨 憎 懲 敏 既 暑 梅 海 渚 漢
    FA48 煮 爫 琢 碑 社 祉 祈 祐 祖 祝 禍 禎 穀 突 節 練 縉 繁 署 者 臭 艹 艹 著 褐 視 謁 謹 賓 贈
    FA66 辶 逸 難 響 頻 恵 𤋮 舘
    FA70 並 况 全 侀 充 冀 勇 勺 喝 啕 喙 嗢 塚 墳 奄 奔 婢 嬨 廒 廙 彩 徭 惘 慎 愈 憎 慠 懲 戴 揄
    FA8E 搜 摒 敖 晴 朗 望 杖 歹 殺 流 滛 滋 漢 瀞 煮 瞧 爵 犯 猪 瑱 甆 画 瘝 瘟 益 盛 直 睊 着 磌
    FAAC 窱 節 类 絛 練 缾 者 荒 華 蝹 襁 覆 視 調 諸 請 謁 諾 諭 謹 變 贈 輸 遲 醙 鉶 陼 難 靖 韛
    FACA 響 頋 頻 鬒 龜 𢡊 𢡄 𣏕 㮝 䀘 䀹 𥉉 𥳐 𧻓 齃 龎| FB00 FF FI FL FFI FFL ST ST
    FE10 , 、 。 : ; ! ? 〖 〗 ...| FE30 .. — – _ _ ( ) { } 〔 〕 【 】 《 》 〈 〉 「 」 『 』
    FE47 [ ]| FE4D _ _ _ , 、 .| FE54 ; : ? ! — ( ) { } 〔 〕 # & * + - < > =| FE68 \\ $ % @
    FF5F ⦅ ⦆ 。 「 」 、 ・ ヲ ァ ィ ゥ ェ ォ ャ ュ ョ ッ ー ア イ ウ エ オ カ キ ク ケ コ サ シ ス
    FF7E セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ
    FF9C ワ ン| FFE0 ¢ £ ¬| FFE4 ¦ ¥ ₩| FFE8 │ ← ↑ → ↓ ■ ○| 1F100 0. 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    1F110 (A) (B) (C) (D) (E) (F) (G) (H) (I) (J) (K) (L) (M) (N) (O) (P) (Q) (R) (S) (T) (U) (V)
    1F126 (W) (X) (Y) (Z) 〔S〕 C R CD WZ
    1F130 A B C D E F G H I J K L M N O P Q R S T U V W X Y Z HV MV SD SS PPV WC| 1F16A MC MD MR
    1F190 DJ
    2F800 丽 丸 乁 𠄢 你 侮 侻 倂 偺 備 僧 像 㒞 𠘺 免 兔 兤 具 𠔜 㒹 內 再 𠕋 冗 冤 仌 冬 况 𩇟 凵
    2F81E 刃 㓟 刻 剆 割 剷 㔕 勇 勉 勤 勺 包 匆 北 卉 卑 博 即 卽 卿 卿 卿 𠨬 灰 及 叟 𠭣 叫 叱 吆
    2F83C 咞 吸 呈 周 咢 哶 唐 啓 啣 善 善 喙 喫 喳 嗂 圖 嘆 圗 噑 噴 切 壮 城 埴 堍 型 堲 報 墬 𡓤
    2F85A 売 壷 夆 多 夢 奢 𡚨 𡛪 姬 娛 娧 姘 婦 㛮 㛼 嬈 嬾 嬾 𡧈 寃 寘 寧 寳 𡬘 寿 将 当 尢 㞁 屠
    2F878 屮 峀 岍 𡷤 嵃 𡷦 嵮 嵫 嵼 巡 巢 㠯 巽 帨 帽 幩 㡢 𢆃 㡼 庰 庳 庶 廊 𪎒 廾 𢌱 𢌱 舁 弢 弢
    2F896 㣇 𣊸 𦇚 形 彫 㣣 徚 忍 志 忹 悁 㤺 㤜 悔 𢛔 惇 慈 慌 慎 慌 慺 憎 憲 憤 憯 懞 懲 懶 成 戛
    2F8B4 扝 抱 拔 捐 𢬌 挽 拼 捨 掃 揤 𢯱 搢 揅 掩 㨮 摩 摾 撝 摷 㩬 敏 敬 𣀊 旣 書 晉 㬙 暑 㬈 㫤
    2F8D2 冒 冕 最 暜 肭 䏙 朗 望 朡 杞 杓 𣏃 㭉 柺 枅 桒 梅 𣑭 梎 栟 椔 㮝 楂 榣 槪 檨 𣚣 櫛 㰘 次
    2F8F0 𣢧 歔 㱎 歲 殟 殺 殻 𣪍 𡴋 𣫺 汎 𣲼 沿 泍 汧 洖 派 海 流 浩 浸 涅 𣴞 洴 港 湮 㴳 滋 滇 𣻑
    2F90E 淹 潮 𣽞 𣾎 濆 瀹 瀞 瀛 㶖 灊 災 灷 炭 𠔥 煅 𤉣 熜 𤎫 爨 爵 牐 𤘈 犀 犕 𤜵 𤠔 獺 王 㺬 玥
    2F92C 㺸 㺸 瑇 瑜 瑱 璅 瓊 㼛 甤 𤰶 甾 𤲒 異 𢆟 瘐 𤾡 𤾸 𥁄 㿼 䀈 直 𥃳 𥃲 𥄙 𥄳 眞 真 真 睊 䀹
    2F94A 瞋 䁆 䂖 𥐝 硎 碌 磌 䃣 𥘦 祖 𥚚 𥛅 福 秫 䄯 穀 穊 穏 𥥼 𥪧 𥪧 竮 䈂 𥮫 篆 築 䈧 𥲀 糒 䊠
    2F968 糨 糣 紀 𥾆 絣 䌁 緇 縂 繅 䌴 𦈨 𦉇 䍙 𦋙 罺 𦌾 羕 翺 者 𦓚 𦔣 聠 𦖨 聰 𣍟 䏕 育 脃 䐋 脾
    2F986 媵 𦞧 𦞵 𣎓 𣎜 舁 舄 辞 䑫 芑 芋 芝 劳 花 芳 芽 苦 𦬼 若 茝 荣 莭 茣 莽 菧 著 荓 菊 菌 菜
    2F9A4 𦰶 𦵫 𦳕 䔫 蓱 蓳 蔖 𧏊 蕤 𦼬 䕝 䕡 𦾱 𧃒 䕫 虐 虜 虧 虩 蚩 蚈 蜎 蛢 蝹 蜨 蝫 螆 䗗 蟡 蠁
    2F9C2 䗹 衠 衣 𧙧 裗 裞 䘵 裺 㒻 𧢮 𧥦 䚾 䛇 誠 諭 變 豕 𧲨 貫 賁 贛 起 𧼯 𠠄 跋 趼 跰 𠣞 軔 輸
    2F9E0 𨗒 𨗭 邔 郱 鄑 𨜮 鄛 鈸 鋗 鋘 鉼 鏹 鐕 𨯺 開 䦕 閷 𨵷 䧦 雃 嶲 霣 𩅅 𩈚 䩮 䩶 韠 𩐊 䪲 𩒖
    2F9FE 頋 頋 頩 𩖶 飢 䬳 餩 馧 駂 駾 䯎 𩬰 鬒 鱀 鳽 䳎 䳭 鵧 𪃎 䳸 𪄅 𪈎 𪊑 麻 䵖 黹 黾 鼅 鼏 鼖
    2FA1C 鼻 𪘀
    """
}
