"""What pages say around an article, by reason and language: the words of `furniture`.

Each phrase is a regular expression on a line in small letters with straight apostrophes and single spaces,
without signs at its edges. `WHOLE` must be the line, `OPENING` begin a short one, `ANYWHERE` stand in a line
of up to a few sentences: only what no article says of its subject.
"""

Phrases = dict[str, dict[str, tuple[str, ...]]]

# Lines of nothing but these words offer to share, print or save.
SHARING_WORDS: dict[str, str] = {
    "*": "facebook twitter x linkedin whatsapp pinterest reddit telegram tumblr flipboard messenger instagram"
    " youtube tiktok threads bluesky mastodon xing pocket snapchat line kakao kakaotalk kakaostory band vk vkontakte"
    " viber weibo wechat qq qzone email e-mail mail e mail link url rss sms signal google news truth social"
    " gettr parler digg stumbleupon koo mix naver blog hatena note pinboard teams skype",
    "en": "share sharing tweet post print save copy link this article story page on via to by and or copied bookmark listen"
    " like follow us send a friend pin it more options subscribe gift read later clipboard"
    " text resize font size close open menu view all shares",
    "de": "teilen drucken merken speichern kopieren senden empfehlen auf bei per artikel twittern vorlesen"
    " weiterleiten pinnen versenden mailen link drucken anhören merkliste",
    "fr": "partager imprimer enregistrer copier envoyer sur par le lien lien l'article cet article tweeter"
    " sauvegarder écouter offrir offrir courriel courrier",
    "es": "compartir imprimir guardar copiar enviar en por enlace el la nota artículo este tuitear"
    " escuchar escucha correo electrónico vía comparte",
    "pt": "compartilhar partilhar imprimir salvar copiar enviar no na por link ouvir guardar",
    "it": "condividi stampa salva copia invia su per tramite link ascolta regala preferiti",
    "nl": "deel delen afdrukken bewaar bewaren opslaan kopieer kopiëren via op link artikel e-mailen reageer",
    "zh": "分享 分享到 转发 微信 微博 朋友圈 复制 复制链接 打印 收藏 点赞 微信好友 扫一扫 字号 大 中 小 列印 收听",
    "ja": "シェア シェアする ツイート ポスト 印刷 保存 コピー リンクをコピー はてなブックマーク 共有 送る ブックマーク",
    "ko": "공유 공유하기 인쇄 프린트 스크랩 저장 복사 주소복사 url복사 카카오톡 페이스북 트위터 네이버 블로그 밴드 이메일 메일"
    " 글자크기 좋아요 기사 기사공유 북마크 가",
    "ru": "поделиться печать распечатать сохранить скопировать ссылку ссылка вконтакте одноклассники твитнуть"
    " фейсбук твиттер телеграм отправить",
    "ar": "شارك مشاركة طباعة حفظ نسخ الرابط فيسبوك تويتر واتساب تلغرام لينكدإن انشر بريد إلكتروني",
    "pl": "udostępnij drukuj zapisz kopiuj link wyślij tweetnij",
    "sv": "dela skriv ut spara kopiera länk tipsa",
    "tr": "paylaş yazdır kaydet kopyala bağlantıyı gönder tweetle",
}

# Words that stand in such lines too, and alone offer nothing, or something else.
BESIDE_SHARING = """
    comment comments kommentieren kommentare commenter commentaires comentar comentarios commenta commenti 评论 댓글
    skomentuj réagir reacties news more options read later view all open close a friend send like menu text font size
    this story article page post by to via on and or line link url google x mail rss blog band mix copy copied
    auf bei per artikel senden lien le sur par cet en por enlace la nota este no na su tramite op 大 中 小 가 기사 送る
    naver qq teams us it pin gift shares
"""

WHOLE: Phrases = {
    "share": {
        "en": (
            r"(?:check out|i thought you|you might like|i found) (?:this|an?) (?:article|story|post)\b.{0,80}|sent from my .{2,30}|tap to .{2,80}|open in (?:the )?app|read in app",
            r"(?:please )?share (?:this|the)(?: \w+)?(?: (?:on|with|via|by) .{1,40})?",
            r"share (?:on|via|with|to|by) .{1,30}",
            r"(?:click to )?(?:share|print|email|post) (?:on|this|to) .{1,30}\(opens in (?:a )?new window\)",
            r"(?:click to )?(?:share|print|email)\b.{0,40}\(opens in (?:a )?new window\)",
            r"\d[\d.,]*k? (?:shares?|views?|likes?|reads?|reactions?)",
            r"(?:follow|like|join|find) us(?: on .{1,60})?",
            r"(?:copy|copied)(?: the)? link(?: copied)?(?: to (?:the )?clipboard)?",
            r"link copied!?|copied to clipboard|like this|like loading|loading",
            r"(?:save|bookmark)(?: this)?(?: (?:article|story|post))?(?: for later)?",
            r"(?:print|email|download)(?: this)?(?: (?:article|story|page|post|pdf))",
            r"(?:send|recommend) (?:this )?to a friend|email to a friend|gift (?:this )?article",
            r"listen(?: to (?:this|the) (?:article|story))?(?:[ :·(]+\d+[: ]*(?:min(?:utes?)?|\d\d)?\)?)?",
            r"forwarded(?: many times)?|(?:begin )?forwarded message|original message|proudly powered by .{2,30}|for immediate release|end of document|load-date:.{0,40}|length: \d+ words|section: .{0,60}|(?:wc|pd|sn|sc|pg|la|cy|lp|td|hd|co|an|in|ns|re|ipd|pub|ct|by|clm|se|et)|document \w{10,}|posted (?:on|in|by) .{2,80}|(?:subject|betreff|objet|asunto|to|an|cc|sent|gesendet) ?: .{1,120}|language: \w+|body",
            r"printer[- ]friendly(?: version)?|print version|reuse (?:this )?content|view (?:as )?pdf|download (?:as )?pdf|cite this|permalink",
            r"(?:increase|decrease|reset|change) (?:font|text)(?: size)?|text size|font size|a ?a ?a?",
            r"(?:add|make|set|choose) .{1,40} (?:a |as )?(?:a |your )?preferred source(?: on google)?",
            r"follow .{2,40} on google news|google news",
            r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?:[ -]read)?",
            r"(?:est(?:imated)?\.? )?read(?:ing)?(?: time)?[: ]+\d+ ?min(?:ute)?s?(?: read)?",
            r"less than a minute|\d+ mins? \d+ secs?",
        ),
        "de": (
            r"(?:diesen |den )?(?:artikel|beitrag|seite|text)(?: \w+)? (?:teilen|drucken|merken|speichern|vorlesen|anhören|empfehlen|weiterempfehlen|verschenken|kommentieren|hören)(?: \w+)?",
            r"(?:teilen|drucken|mailen|twittern|posten) (?:sie|auf|via|per|bei).{0,40}",
            r"(?:auf|per|via|über|bei) (?:facebook|twitter|x|whatsapp|linkedin|e-mail|mail|xing)(?: .{0,20})?(?:teilen|versenden|empfehlen|senden)",
            r"(?:link|url) kopier(?:en|t)|folgen sie uns(?: auf .{1,50})?|folge uns .{1,40}|merken|zur merkliste(?: hinzufügen)?",
            r"(?:lesezeit|lesedauer)[: ]*(?:ca\.? )?\d+ ?min(?:uten?)?\.?|\d+ ?min(?:uten?)?\.?(?: lesezeit| lesedauer)|schriftgröße",
            r"teilen (?:sie )?(?:diesen|den) (?:artikel|beitrag)(?: .{0,20})?|artikel als pdf|zur startseite|zum seitenanfang|nach oben",
        ),
        "fr": (
            r"partage[rz](?: (?:cet|l'|cette|sur|via|par)).{0,40}|suivez[- ]nous(?: sur .{1,50})?",
            r"(?:imprimer|écouter|enregistrer|offrir|sauvegarder|commenter|envoyer)(?: (?:cet|l'|la|cette)).{0,25}|lire plus tard",
            r"copier le lien|lien copié|temps de lecture[ :]*\d+ ?min(?:utes?)?\.?|(?:lecture )?\d+ ?min(?:utes?)?\.?(?: de lecture)?|lecture[: ]+\d+ ?min(?:utes?)?\.?",
            r"\d+ (?:partages|réactions?)",
        ),
        "es": (
            r"comparti[rd](?: (?:este|en|la|el|esta|vía|por)).{0,40}|comparte(?: (?:este|en|la|el|esta)).{0,40}|síguenos(?: en .{1,50})?|siga a .{1,30} en .{1,30}",
            r"(?:imprimir|escuchar|guardar|copiar|enviar)(?: (?:este|el|la|esta|artículo|noticia|enlace)).{0,25}|leer más tarde",
            r"(?:copiar (?:el )?)?enlace copiado|tiempo de lectura[ :]*\d+ ?min(?:utos?)?\.?|\d+ ?min(?:utos?)?\.?(?: de)? lectura|lectura[: ]+\d+ ?min(?:utos?)?\.?|\d+ compartidos",
        ),
        "zh": (
            r"(?:分享|转发)(?:到|至|给|本文|文章|此文|这篇文章|按钮|按鈕).{0,14}|(?:扫|掃)(?:描|一扫|码|碼).{0,24}|复制(?:本文)?链接|字[号號体體]?[：: ]*(?:[大中小特超标准] ?){0,5}",
            r"(?:阅读|閱讀|预计阅读|阅读时间|阅读时长)(?:时间|時間|时长|量|数)?[：:约 ]*\d+ ?(?:分钟|分鐘|次)?|\d+ ?分钟(?:阅读|读完)|关注我们.{0,14}|关注公众号.{0,14}|(?:加|加入)收藏|打印本页|关闭窗口|(?:浏览|阅读|点击)(?:量|数|次数)?[：: ]*\d+",
        ),
        "pt": (
            r"(?:compartilhe|partilhe|compartilhar|partilhar)(?: .{0,40})?|siga[- ](?:nos|o|a)(?: .{1,40})?|tempo de leitura[ :]*\d+ ?min(?:utos?)?|\d+ ?min(?:utos?)?(?: de)? leitura|copiar link",
        ),
        "it": (
            r"condividi(?: (?:su|questo|l'|via|con)).{0,40}|seguici(?: su .{1,50})?|tempo di lettura[ :]*\d+ ?min(?:uti)?|\d+ ?min(?:uti)? di lettura|copia link|ascolta (?:l'|questo ).{0,20}",
        ),
        "nl": (
            r"deel (?:dit|deze|via|op)(?: .{0,40})?|volg ons(?: op .{1,50})?|leestijd[ :]*\d+ ?min(?:uten|uut)?|\d+ ?min(?:uten|uut)? leestijd|lees (?:voor|later)|link kopiëren|luister naar (?:dit|het) artikel",
        ),
        "ja": (
            r"この記事を(?:シェア|共有|印刷|保存|ツイート|ブックマーク|友達に送る).{0,10}|フォロー(?:する|してください)?|文字サイズ.{0,10}|記事を(?:印刷|保存|シェア)(?:する)?|シェアする|約?\d+分で読めます|いいね！?",
        ),
        "ko": (
            r"(?:이 )?기사(?:를)? ?(?:공유|저장|스크랩|인쇄|추천)(?:하기)?|글자 ?크기.{0,14}|본문 글씨.{0,14}|\d+분 읽기|구독하기?|좋아요 ?\d*|댓글 ?\d*|(?:기사 ?)?(?:듣기|읽어주기)|url ?복사|(?:카카오톡|페이스북|트위터)(?:에|으로)? ?(?:공유|보내기).{0,4}|공유하기",
        ),
        "ru": (
            r"поделиться(?: .{0,30})?|скопировать ссылку|читать \d+ мин\.?|время (?:чтения|на чтение)[: ]*\d+ ?мин.{0,4}|подписывайтесь на (?:нас|наш).{0,60}|мы в (?:соцсетях|telegram|вконтакте|дзен).{0,20}",
        ),
        "ar": (
            r"شارك(?: (?:هذا|على|المقال|الخبر|عبر)).{0,30}|تابعنا(?: على .{1,40})?|انسخ الرابط|تم نسخ الرابط|(?:مدة|وقت) القراءة.{0,20}",
        ),
        "pl": (
            r"udostępnij(?: .{0,30})?|obserwuj nas.{0,40}|czas czytania.{0,15}|\d+ min(?:ut[ay]?)? czytania",
        ),
        "sv": (
            r"dela (?:artikeln|på|via|med)(?: .{0,30})?|följ oss(?: .{0,40})?|lästid.{0,12}|spara artikel|lyssna på artikeln",
        ),
        "tr": (r"(?:bu )?haberi? paylaş(?: .{0,20})?|bizi takip edin.{0,30}|okuma süresi.{0,14}",),
    },
    "advert": {
        "*": (
            r"ad|ads|\[ad\]|adv|advert(?:s|isements?|isements?|ising|orial)?|sponsored(?: content| by .{1,40}| links?)?|promoted(?: by .{1,30}| content)?|promotion|paid (?:content|post|partnership|advertisement)|partner content|brand ?content",
        ),
        "en": (
            r"(?:sponsored|advertisement|promoted) ?[·|:–-].{0,80}|(?:a )?(?:message|word) from (?:our )?(?:sponsors?|partners?).{0,40}|presented by .{2,50}",
            r"(?:story|article|content) continues (?:below|after)(?: (?:the |this )?(?:ad(?:vertisement)?|video|promo|photo|gallery|image))?",
            r"(?:continue reading|keep reading|scroll)(?: (?:below|after|down|on|to continue))*(?: (?:the |this )?(?:ad(?:vertisement)?|main content|story))?(?: with content)?",
            r"skip (?:past )?(?:this )?(?:ad(?:vertisement)?|advert).{0,25}|(?:report|remove|hide|close)(?: this)? ads?|why (?:am i seeing )?this ad|(?:go|try) ad-free.{0,30}",
            r"(?:this )?ad(?:vertisement)? will (?:end|close) in.{0,20}|special offers?(?: banner)?|(?:your|place your) ad here|advertise(?: with us| here)?|from our (?:partners?|sponsors?)|(?:in )?association with .{2,40}|affiliate links?|shop now|buy now|learn more|order now|book now|best offers?|(?:banner|ad) (?:placeholder|slot)|sponsor message|message from our sponsor",
        ),
        "de": (
            r"anzeigen?|werbung|- ?anzeige ?-|werbeanzeige|advertorial|gesponsert(?: von .{1,40})?|sponsored post|ende der (?:anzeige|werbung)|(?:nach|unter) der (?:anzeige|werbung) weiterlesen|(?:der )?(?:artikel|text|beitrag) (?:geht|wird) (?:nach|unter|hier) .{0,30}(?:weiter|fortgesetzt)|weiter nach der (?:anzeige|werbung)|(?:anzeige|werbung) (?:überspringen|schließen|entfernen)|in kooperation mit .{2,40}|bezahlter inhalt|partnerangebote?|jetzt (?:kaufen|bestellen|sichern)|hier (?:weiterlesen|klicken)",
        ),
        "fr": (
            r"publicités?|annonces?|contenu sponsorisé|sponsorisé(?: par .{1,40})?|la suite (?:de l'article )?après (?:cette|la) publicité|(?:passer|fermer|masquer) la publicité|publi-?(?:reportage|rédactionnel|information)|communiqué(?: partenaire)?|contenus? partenaires?|(?:en )?partenariat avec .{2,40}|en savoir plus",
        ),
        "es": (
            r"publicidad|anuncios?|contenido patrocinado|patrocinado(?: por .{1,40})?|continúa (?:leyendo|después|tras) .{0,40}|sigue leyendo(?: .{0,30})?|(?:la noticia|el artículo) continúa .{0,40}|espacio publicitario|publirreportaje|cerrar (?:anuncio|publicidad)|saltar (?:anuncio|publicidad)",
        ),
        "zh": (
            r"广告|廣告|广告位(?:招租)?|推广|推廣|赞助(?:内容|商)?|贊助|(?:广告|廣告)(?:之后|之後|後)?(?:继续|繼續)?(?:阅读|閱讀)?|(?:请|請)(?:继续|繼續)往下(?:阅读|閱讀).{0,5}|特约|商业推广|内容推广",
        ),
        "pt": (
            r"publicidade|anúncios?|conteúdo patrocinado|patrocinado|continua (?:após|depois) .{0,30}|continue lendo.{0,20}|leia mais após .{0,30}",
        ),
        "it": (
            r"pubblicità|annunci(?:o)?|contenut[oi] sponsorizzat[oi]|(?:l'articolo )?(?:continua|prosegue) (?:dopo|sotto) .{0,30}|sponsorizzato",
        ),
        "nl": (
            r"advertenties?|reclame|(?:artikel|tekst|verhaal) gaat (?:verder|door) (?:onder|na) .{0,40}|lees verder (?:onder|na) .{0,40}|gesponsord|partnerbijdrage",
        ),
        "ja": (r"広告|pr|スポンサー(?:リンク|ド)?|提供|［?pr］?|記事(?:は)?広告の(?:後|あと)に続きます",),
        "ko": (r"광고|ad ?광고|스폰서(?: 링크)?|협찬|\[?광고\]?",),
        "ru": (
            r"реклама(?: на .{1,30})?|на правах рекламы|партнёрский материал|партнерский материал|продолжение (?:после|ниже|следует) .{0,20}|новости партн[её]ров",
        ),
        "ar": (r"إعلانات?|اعلانات?|محتوى (?:برعاية|مموّل|ممول)|يستمر .{0,15}بعد الإعلان",),
        "pl": (
            r"reklama|artykuł sponsorowany|(?:dalsza część|ciąg dalszy) .{0,40}|materiał (?:sponsorowany|partnera|promocyjny)",
        ),
        "sv": (
            r"annons(?:er)?|artikeln fortsätter (?:efter|under) .{0,20}|sponsrat innehåll|i samarbete med .{2,40}",
        ),
        "tr": (r"reklam(?:lar)?|haberin devamı(?: .{0,20})?|sponsorlu içerik",),
        "da": (r"annonce|artiklen fortsætter (?:efter|under) .{0,20}|reklame",),
        "no": (r"annonse|artikkelen fortsetter (?:etter|under) .{0,20}|reklame",),
    },
    "newsletter": {
        "en": (
            r"(?:is |was )?(?:this |the )?e-?mail .{0,60}(?:display|view).{0,60}|.{0,40}view (?:it |this |this e-?mail )?in (?:your )?browser|forwarded this (?:e-?mail|message|newsletter).{0,80}|you(?:'re| are) receiving this .{0,140}|(?:unsubscribe|manage (?:your )?preferences|update your preferences)\b.{0,100}",
            r"sign up (?:for|to) .{2,120}|(?:you're|you are) reading (?:the|a) free .{0,100}|thanks for reading\b.{0,120}|.{2,80} is a reader-supported .{0,200}|get smarter.{0,40}|(?:upgrade|become) to .{0,20}(?:paid|member).{0,40}",
            r"(?:subscribe|sign ?up|register)(?: (?:now|here|today|free|for free))?|newsletters?|our newsletters?|(?:sign ?up|subscribe)(?: \w+){0,3} (?:for|to) (?:our|the|my|this|your)? ?.{0,60}(?:newsletter|updates|briefing|inbox|alerts|email|channel|podcast|emails)s?.{0,40}",
            r"(?:enter )?your (?:e-?mail)(?: address)?|e-?mail address|(?:get|receive) .{0,90}(?:inbox|newsletter|by e-?mail|alerts?|notifications?)(?: .{0,30})?|stay (?:informed|up to date|in the loop|connected|tuned).{0,60}|(?:join|download|get|try) (?:our|the) (?:app|channel|telegram|whatsapp|free app).{0,50}|(?:turn on|enable|allow|get) (?:desktop |push )?notifications.{0,40}|never miss (?:a|an|our) .{0,40}|thank you for (?:subscribing|signing up).{0,30}|(?:no spam|unsubscribe).{0,40}|(?:i agree|by signing up|by clicking|by subscribing|by providing).{0,200}|daily briefing|morning briefing|privacy notice.{0,120}",
        ),
        "de": (
            r"(?:jetzt )?(?:abonnieren|anmelden|registrieren|bestellen)|(?:zum |unser |unseren |der )?newsletter(?: .{0,40})?|(?:melden sie sich|jetzt|hier|kostenlos) .{0,40}(?:newsletter|anmelden|abonnieren|app).{0,40}|(?:ihre |deine )?e-?mail-?adresse(?: eingeben)?|.{0,60}(?:newsletter|push-nachrichten|eilmeldungen).{0,40}(?:abonnieren|anmelden|bestellen|erhalten|aktivieren)",
        ),
        "fr": (
            r"(?:je )?m'(?:abonne|inscri(?:s|re))(?: .{0,40})?|s'abonner(?: .{0,40})?|abonnez-vous(?: .{0,60})?|inscrivez-vous .{0,80}|(?:notre |la |nos )?(?:newsletters?|lettres? d'information)(?: .{0,50})?|(?:votre )?(?:adresse )?(?:e-?mail|mail|courriel)|recevez .{0,80}",
        ),
        "es": (
            r"suscr[ií]b(?:ete|ase|irse|irme)(?: .{0,70})?|(?:nuestr[oa]s? |el )?(?:bolet[ií]n|boletines|newsletter)(?: .{0,50})?|(?:tu |su )?(?:correo electrónico|e-?mail)|recib[ea] .{0,80}(?:correo|noticias|bolet[ií]n).{0,40}|reg[ií]strate(?: .{0,40})?|ap[uú]ntate(?: .{0,50})?|únete a .{0,50}",
        ),
        "zh": (
            r"(?:立即|免费)?(?:订阅|訂閱)(?:我们|我們|电子报|電子報|新闻|通讯|邮件|頻道|频道|本站)?.{0,14}|(?:输入|填写|請輸入)?(?:您的|你的)?(?:电子邮箱|邮箱|電郵|电邮|电子邮件)(?:地址)?|下载(?:客户端|app|應用).{0,14}|(?:欢迎|請)?(?:关注|加入)(?:我们|我们的|微信).{0,20}|(?:注册|登录|登陆|登入)",
        ),
        "pt": (
            r"(?:assine|inscreva-se|cadastre-se|subscreva)(?: .{0,70})?|(?:a nossa |nossa )?newsletter(?: .{0,40})?|receba .{0,80}|(?:seu|o seu) e-?mail",
        ),
        "it": (
            r"iscriviti(?: .{0,70})?|abbonati(?: .{0,60})?|(?:la nostra )?newsletter(?: .{0,40})?|ricevi .{0,80}|(?:la tua )?e-?mail",
        ),
        "nl": (
            r"(?:meld je|schrijf je|schrijf u|meld u) (?:nu |hier )?(?:aan|in)(?: .{0,70})?|aanmelden(?: .{0,40})?|nieuwsbrief(?: .{0,40})?|ontvang .{0,80}|(?:je |uw )?e-?mailadres",
        ),
        "ja": (
            r"(?:メール(?:マガジン|アドレス)|メルマガ|ニュースレター)(?:.{0,24})?|(?:無料)?会員登録(?:.{0,14})?|.{0,20}(?:登録|購読)(?:する|はこちら)|アプリ(?:を)?ダウンロード.{0,10}",
        ),
        "ko": (
            r"(?:뉴스레터|이메일|메일링).{0,24}|(?:무료 )?(?:구독|회원가입)(?:하기|신청)?|앱 다운로드|.{0,20}구독(?:하세요|신청|하기)|.{0,14}채널 추가.{0,10}",
        ),
        "ru": (
            r"подпи(?:шитесь|саться)(?: .{0,70})?|(?:наша )?рассылка(?: .{0,30})?|(?:ваш )?(?:e-?mail|электронная почта)",
        ),
        "ar": (
            r"اشترك(?: .{0,60})?|النشرة (?:البريدية|الإخبارية).{0,40}|بريدك الإلكتروني|البريد الإلكتروني",
        ),
        "pl": (r"zapisz się(?: .{0,60})?|newsletter(?: .{0,40})?|(?:twój )?(?:adres )?e-?mail",),
        "sv": (r"prenumerera(?: .{0,50})?|nyhetsbrev(?: .{0,40})?|(?:din )?e-?post(?:adress)?",),
        "tr": (r"abone ol(?:un)?(?: .{0,40})?|bülten(?:imize)?(?: .{0,40})?|e-?posta(?: adresiniz)?",),
    },
    "cookie": {
        "en": (
            r"(?:accept|reject|allow|manage|decline|refuse)(?: all)?(?: (?:cookies?|preferences|choices|settings|consent|optional|and close|necessary))*|cookie (?:settings|policy|preferences|notice|consent)|(?:we value )?your privacy(?: (?:choices|matters|is important to us))?|got it|i (?:agree|accept|understand)|necessary only|do not sell .{0,40}|privacy (?:policy|settings|preferences|center)",
        ),
        "de": (
            r"(?:alle(?:n)? )?(?:cookies? )?(?:akzeptieren|ablehnen|zustimmen|zulassen)(?: und (?:weiter|schließen).{0,14})?|(?:cookie-?|datenschutz-?|privatsphäre-?)(?:einstellungen|richtlinie|hinweis|erklärung)?|nur notwendige.{0,14}|einstellungen(?: verwalten)?|einverstanden|datenschutz|mehr erfahren",
        ),
        "fr": (
            r"(?:tout |j')?(?:accepter?|refuser?)(?: (?:tout|les cookies|et fermer|et continuer))*|(?:gérer|paramétrer|personnaliser) (?:les |mes )?(?:cookies|choix|préférences)|continuer sans accepter|politique de (?:confidentialité|cookies)|j'accepte",
        ),
        "es": (
            r"(?:acepto|aceptar|rechazar|configurar)(?: (?:todo|todas|las|cookies|y continuar|y cerrar))*|(?:política|configuración|preferencias) de (?:cookies|privacidad)|solo necesarias",
        ),
        "zh": (
            r"(?:接受|拒绝|同意|允许)(?:所有|全部)?(?:cookies?)?|(?:cookie|隐私|隱私)(?:设置|政策|設定|声明)|我(?:同意|接受|知道了)",
        ),
        "pt": (
            r"(?:aceitar|rejeitar|recusar)(?: (?:tudo|todos|cookies|os|e continuar))*|política de (?:cookies|privacidade)",
        ),
        "it": (
            r"(?:accett[ao]|rifiuta|gestisci)(?: (?:tutti?|i|cookie|e chiudi|preferenze))*|(?:informativa|impostazioni) (?:sui|sulla|dei) .{0,14}",
        ),
        "nl": (
            r"(?:cookies )?(?:accepteren|weigeren|akkoord)|(?:cookie-?|privacy-?)(?:instellingen|beleid|verklaring)",
        ),
        "ja": (
            r"(?:すべて)?(?:同意する|拒否する|許可する|受け入れる)|cookie(?:の)?(?:設定|ポリシー)|プライバシーポリシー",
        ),
        "ko": (r"(?:모두 )?(?:동의|거부|허용)(?:하기)?|쿠키 ?(?:설정|정책)|개인정보(?: ?처리방침)?",),
        "ru": (
            r"(?:принять|отклонить|согласен)(?: вс[её])?|политика (?:cookie|конфиденциальности)|хорошо|понятно",
        ),
    },
    "comments": {
        "en": (
            r"(?:leave|post|add|write|submit|join) (?:a |your |the )?(?:reply|comment|response|conversation|discussion|comments)(?: .{0,40})?|comments?(?: ?\(?\d+\)?| section| policy| are closed| off)?|\d+ (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{0,120})?|cancel reply|reply|report(?: abuse| comment)?|(?:view|show|read|see|load|hide)(?: (?:all|more|the))* (?:\d+ )?(?:comments?|replies)|(?:log|sign) in (?:to|or) .{0,60}|no comments(?: yet)?|be the first to (?:comment|reply).{0,30}|(?:name|email|e-mail|website|comment|save my name.{0,90}) ?\*?|notify me of .{0,60}|type your comment.{0,30}|what do you think.{0,60}|have your say|join the (?:conversation|discussion|debate).{0,50}|newest|oldest|most (?:liked|voted)|sort by.{0,20}|recommend \d*|upvote|downvote|(?:\d+ )?likes?|flag|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|says",
        ),
        "de": (
            r"(?:einen |ihr(?:en)? |dein(?:en)? )?kommentare?(?: (?:schreiben|hinterlassen|verfassen|abgeben|lesen|anzeigen|ansehen|\(?\d+\)?|abschicken))*|\d+ kommentare?|schreiben sie (?:einen|den ersten) kommentar.{0,20}|diskutieren sie mit.{0,30}|antwort(?:en)?(?: (?:schreiben|abbrechen|verfassen))?|schreibe einen kommentar.{0,30}|(?:alle |mehr )?kommentare (?:anzeigen|lesen|laden)|melden|leserkommentare|diskussion",
        ),
        "fr": (
            r"(?:laissez?r?|ajouter|poster|écrire|rédiger) (?:un|votre) (?:commentaire|réponse|avis).{0,30}|commentaires?(?: ?\(?\d+\)?)?|\d+ commentaires?|répondre|réagi(?:r|ssez).{0,40}|signaler(?: .{0,20})?|(?:voir|lire|afficher) (?:tous )?les (?:\d+ )?commentaires|annuler la réponse|soyez le premier à .{0,30}|vos réactions|contribuer",
        ),
        "es": (
            r"(?:dej[ae]|deja(?:r)?|escrib[ea]|añad[ea]|publica(?:r)?) (?:un|tu|su) (?:comentario|respuesta|opinión).{0,30}|comentarios?(?: ?\(?\d+\)?)?|\d+ comentarios?|responder|denunciar|ver (?:todos )?los (?:\d+ )?comentarios|sé el primero en .{0,30}|cancelar (?:la )?respuesta|únete a la conversación|participa.{0,30}|comenta(?: .{0,24})?",
        ),
        "zh": (
            r"(?:发表|發表|查看|写|寫|添加|我要|全部|最新|热门|网友|更多)?(?:评论|評論|留言|跟贴|跟帖|回复|回覆)(?:[（(]?\d+[)）]?)?(?:条|區|区)?|\d+ ?(?:条|則|个)(?:评论|評論|留言)|举报|点赞|我来说两句.{0,14}|文明上网.{0,24}|暂无评论.{0,10}",
        ),
        "pt": (
            r"(?:deixe|escreva|publique|faça) (?:um|o seu|seu) comentário.{0,30}|comentários?(?: ?\(?\d+\)?)?|\d+ comentários?|responder|denunciar",
        ),
        "it": (
            r"(?:lascia|scrivi|aggiungi|pubblica) un commento.{0,30}|commenti?(?: ?\(?\d+\)?)?|\d+ commenti|rispondi|segnala",
        ),
        "nl": (
            r"(?:plaats|geef|schrijf|laat) (?:een )?(?:reactie|reacties).{0,30}|reacties?(?: ?\(?\d+\)?)?|\d+ reacties?|reageer(?: .{0,20})?|beantwoorden",
        ),
        "ja": (
            r"コメント(?:を(?:書く|残す|投稿する|見る)|する|欄|一覧)?(?:[（(]?\d+[)）]?)?|返信(?:する)?|通報(?:する)?",
        ),
        "ko": (
            r"댓글(?: ?(?:쓰기|달기|보기|등록|남기기|입력|작성|목록))?(?: ?[（(]?\d+[)）]?)?(?:개)?|답글(?: ?쓰기)?|신고(?:하기)?|첫 댓글.{0,14}|전체 댓글.{0,14}",
        ),
        "ru": (
            r"(?:оставить |написать |все |добавить )?комментари[ийяев]+(?: ?\(?\d+\)?)?|\d+ комментари[ийяев]+|ответить|пожаловаться|обсудить",
        ),
        "ar": (r"(?:أضف|اترك|اكتب) (?:تعليق(?:ا|اً|ك)?|ردا).{0,24}|(?:ال)?تعليقات(?: ?\(?\d+\)?)?|رد",),
        "pl": (r"(?:dodaj |napisz |zostaw )?komentarz(?:e|y)?(?: ?\(?\d+\)?)?|odpowiedz|zgłoś",),
        "sv": (r"(?:skriv |lämna )?(?:en )?kommentar(?:er|era)?(?: ?\(?\d+\)?)?|svara|anmäl",),
        "tr": (r"yorum(?:lar)?(?: (?:yap|yaz|ekle))?(?: ?\(?\d+\)?)?|yanıtla",),
    },
    "related": {
        "en": (
            r"(?:read|see|watch|view|learn|find out|discover|explore)(?: also| next| more| too| this)+(?: (?:about|on|here|stories|articles|from|in|at|coverage|news) ?.{0,60})?|also read|more (?:from|on|in|about|like|stories|news|articles|coverage|to read|for you|headlines|videos|opinion|top)(?: .{0,60})?|more|related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|coverage|links?|reading|items?|videos?|tags?|companies|:)+)?|(?:most|top) (?:read|popular|viewed|stories|news|shared|commented|recent|trending|picks|headlines|watched|discussed|headlines)(?: .{0,30})?|popular(?: (?:now|posts|stories|articles|news))?|trending(?: (?:now|stories|topics|news|on .{1,20}))?|(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed|want to read)|recommended(?: (?:for you|stories|articles|reading|videos|by .{1,20}))?|editor'?s'? (?:picks?|choice)|up next|next (?:article|story|post|up)|previous (?:article|story|post)|don't miss(?: .{0,30})?|in case you missed it|latest(?: (?:news|stories|posts|articles|headlines|videos|updates|from .{1,40}|in .{1,30}))?|recent (?:posts?|news|stories|articles|comments)|around the web|from (?:the|our) (?:web|archives?|network)|further reading|elsewhere on .{1,30}|what to read next|explore more.{0,40}|keep reading|continue reading|read next|read this next|dig deeper|go deeper|get more .{1,40}|breaking news|top stories|in this (?:story|article|topic)|on this (?:story|topic)|news in brief|watch(?: now| live| below| the video.{0,30})?|see all(?: .{0,30})?|view all(?: .{0,30})?|show more|load more|see more(?: .{0,30})?|back to top|explore more on (?:these topics|this topic)|(?:tags?|topics?|filed under|categories|category|keywords|posted in|tagged(?: as| with)?|labels|subjects?|companies|regions|sections)(?: ?:.{0,200})?|key ?words?)",
        ),
        "de": (
            r"(?:lesen sie (?:auch|hier|mehr|dazu|außerdem|weiter|jetzt)|lies auch|auch interessant|das könnte (?:sie|dich|ihnen|dir) auch (?:interessieren|gefallen)|mehr (?:zum thema|zu diesem thema|zum artikel|dazu|artikel|nachrichten|von|aus|aktuelles|meldungen|lesen|anzeigen|laden|videos|über|zu|news)(?: .{0,50})?|mehr|zum thema|weitere (?:artikel|meldungen|nachrichten|themen|beiträge|news|informationen|links)(?: .{0,50})?|weiterlesen|meistgelesen(?:e.{0,20})?|meist (?:gelesen|geklickt|kommentiert).{0,20}|am meisten gelesen|beliebt(?:este)?(?: .{0,20})?|aktuell(?:e (?:nachrichten|meldungen|artikel|videos))?|empfehlungen(?: .{0,30})?|empfohlen(?:e.{0,30})?|verwandte (?:artikel|themen|beiträge)|passend zum (?:thema|artikel)|schlagworte?|stichworte?|schlagwörter|themen|tags?|neueste (?:artikel|beiträge|nachrichten|meldungen)|top-?(?:themen|artikel|news|meldungen)|nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)|nicht verpassen|siehe auch|hintergrund(?:e)? zum thema|ressort|startseite|aus dem ressort.{0,20}|dossier|eilmeldung|newsticker|kurzmeldungen)(?: ?:.{0,160})?",
        ),
        "fr": (
            r"(?:(?:à|a) (?:lire|voir|écouter|découvrir|consulter)(?: aussi| également| ensuite| sur .{1,40})*|lire (?:aussi|également|plus|la suite|l'article|notre .{1,40})|voir aussi|sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|articles? (?:liés?|similaires?|associés?|connexes?|recommandés?|suivant|précédent|les plus lus)|(?:les )?(?:plus|articles) (?:lus?|populaires|récents|partagés|commentés)(?: .{0,30})?|plus (?:d'articles|d'infos?|d'actualités?|de .{1,30}|sur ce sujet)|nos (?:derniers|dernières|autres) .{1,30}|derni(?:ers|ères) (?:articles|actualités|infos|nouvelles|vidéos)(?: .{0,30})?|recommandé(?:s)?(?: pour vous)?|vous aimerez aussi|(?:cela|ça) (?:peut|pourrait) (?:aussi )?vous intéresser.{0,20}|en ce moment|à la une|l'essentiel|mots?[- ]clés?|th[eè]mes?|sujets?|rubriques?|étiquettes?|tags?|en direct|le fil info|tout voir|voir (?:plus|tout))(?: ?:.{0,160})?",
        ),
        "es": (
            r"(?:(?:lea?|lee|ve|vea|mir[ae]|te|puedes?|puede) (?:también|además|más|leer|ver|interesar)(?: .{0,60})?|lea también|lee también|también te puede interesar|te puede interesar|te recomendamos|ver también|más (?:noticias|información|sobre|en|de|leíd[oa]s|vist[oa]s|artículos|popular(?:es)?)(?: .{0,40})?|(?:lo|las|los) más (?:leíd[oa]s?|vist[oa]s?|popular(?:es)?|comentad[oa]s?|reciente)(?: .{0,20})?|(?:noticias|artículos|contenidos?|temas|notas) (?:relacionad[oa]s?|recientes|similares|destacad[oa]s)|relacionad[oa]s?|últimas (?:noticias|publicaciones)|recomendad[oa]s?(?: para ti)?|no te pierdas|etiquetas|temas|archivado en|en portada|siguiente (?:artículo|noticia)|(?:artículo|noticia) anterior|sigue leyendo|ver (?:más|todo|todas))(?: ?:.{0,160})?",
        ),
        "zh": (
            r"(?:相关|相關|延伸|更多|推荐|推薦|热门|熱門|最新|精彩|编辑|編輯|猜你|大家都在|今日|往期|关联|您可能|你可能|下一篇|上一篇|点击|进入|查看|返回)(?:阅读|閱讀|文章|新闻|新聞|报道|報道|報導|链接|連結|推荐|推薦|内容|專題|专题|话题|話題|标签|视频|资讯|消息|推送|精选|喜欢|看|喜歡|更多|全文|首页|顶部|感兴趣|也喜欢|排行|頭條|头条)*(?:的(?:文章|内容|新闻))?(?:[：:].{0,100})?|(?:标签|標籤|关键词|關鍵字|关键字|分类|栏目|tags?)(?:[：: ].{0,100})?|(?:阅读|点击)排行.{0,6}|新闻排行.{0,6}|上一篇.{0,60}|下一篇.{0,60}|阅读更多.{0,20}|另(?:见|請參閱).{0,60}",
        ),
        "pt": (
            r"(?:(?:leia|veja|saiba|confira|ouça) (?:também|mais|ainda)(?: .{0,60})?|mais (?:lidas|lidos|notícias|vistos|sobre|populares|recentes)(?: .{0,40})?|(?:notícias|artigos|matérias|conteúdos?) relacionad[oa]s?|relacionad[oa]s?|últimas(?: notícias)?|recomendad[oa]s?(?: para você)?|tópicos|assuntos|etiquetas|tags)(?: ?:.{0,160})?",
        ),
        "it": (
            r"(?:leggi (?:anche|tutto|di più|altro)(?: .{0,60})?|guarda anche|(?:articoli|notizie|contenuti) (?:correlat[ie]|consigliat[ie]|simili|recenti)|(?:i|le) più (?:letti|lette|visti)|potrebbe(?:ro)? interessarti.{0,20}|ti potrebbe(?:ro)? interessare.{0,20}|altri articoli.{0,30}|ultime notizie|ultim'ora|argomenti|tag|in evidenza|correlati|vedi anche)(?: ?:.{0,160})?",
        ),
        "nl": (
            r"(?:lees (?:ook|meer|verder|hier)(?: .{0,60})?|meer (?:over|nieuws|lezen|artikelen|van|uit)(?: .{0,40})?|gerelateerd(?:e .{0,20})?|meest gelezen(?: .{0,20})?|best gelezen|aanbevolen(?: .{0,20})?|ook interessant|laatste nieuws|onderwerpen|tags|bekijk ook|populair|net binnen)(?: ?:.{0,160})?",
        ),
        "ja": (
            r"(?:関連(?:記事|ニュース|リンク|キーワード|トピック|情報)|おすすめ(?:記事|の記事)?|人気(?:記事|ランキング)|(?:アクセス)?ランキング|あわせて読みたい|合わせて読みたい|最新(?:記事|ニュース)|新着(?:記事)?|もっと(?:見る|読む)|続きを読む|次の記事|前の記事|次へ|前へ|タグ|カテゴリー?|トピックス|注目(?:記事|のニュース)?|一覧(?:へ|を見る)?|記事一覧|こちらも(?:おすすめ|読まれています))(?:[：:].{0,80})?",
        ),
        "ko": (
            r"(?:관련 ?(?:기사|뉴스|키워드|태그|링크)|추천 ?(?:기사|뉴스)|많이 본 (?:기사|뉴스)|인기 ?(?:기사|뉴스)|최신 ?(?:기사|뉴스)|주요 ?(?:기사|뉴스)|이 시각 (?:주요 ?뉴스|인기).{0,10}|더 ?보기|기사 더보기|다음 ?(?:기사|글)|이전 ?(?:기사|글)|태그|키워드|실시간 .{1,14}|오늘의 .{1,14}|헤드라인|랭킹 ?뉴스|목록(?:으로)?|(?:함께|같이) (?:보면|읽으면) 좋은 .{0,10}|당신이 좋아할.{0,14})(?: ?:.{0,80})?",
        ),
        "ru": (
            r"(?:читайте (?:также|ещ[её]|далее)(?: .{0,60})?|смотрите также|по теме|материалы по теме|ещ[её] по теме|похожие (?:новости|материалы|статьи)|(?:самое )?(?:популярное|читаемое|главное|важное)(?: .{0,20})?|последние новости|рекоменд(?:уем|ованное)(?: .{0,20})?|теги|темы|лента новостей|подробнее|другие новости|выбор редакции|больше (?:новостей|по теме).{0,20}|сюжет)(?: ?:.{0,120})?",
        ),
        "ar": (
            r"(?:اقرأ (?:أيضا|أيضًا|أيضاً|المزيد|كذلك)(?: .{0,60})?|(?:مواضيع|أخبار|مقالات|موضوعات) (?:ذات صلة|متعلقة|مشابهة|أخرى)|ذات صلة|الأكثر (?:قراءة|مشاهدة|تداولا|شيوعا).{0,10}|(?:آخر|أحدث) الأخبار|المزيد(?: .{0,30})?|شاهد أيضا|قد يعجبك(?: أيضا)?|كلمات (?:مفتاحية|دلالية)|(?:ال)?وسوم)(?: ?:.{0,100})?",
        ),
        "pl": (
            r"(?:(?:czytaj|zobacz|przeczytaj|sprawdź|polecamy) (?:także|też|również|więcej)(?: .{0,60})?|polecamy|najczęściej czytane|najnowsze(?: .{0,20})?|powiązane(?: .{0,20})?|podobne (?:artykuły|tematy)|tematy|tagi|więcej (?:o|na temat|z|informacji)(?: .{0,40})?)(?: ?:.{0,120})?",
        ),
        "sv": (
            r"(?:läs (?:också|även|mer|vidare)(?: .{0,60})?|mer (?:om|från|i ämnet|nyheter)(?: .{0,40})?|relaterat|mest läst(?:a)?(?: .{0,20})?|senaste nytt|ämnen(?: i artikeln)?|rekommenderat.{0,20}|se även)(?: ?:.{0,120})?",
        ),
        "tr": (
            r"(?:ilgili (?:haberler|konular|haber)|çok okunanlar|son dakika|öne çıkanlar|etiketler|daha fazla(?: .{0,20})?|bunlar da ilginizi çekebilir|benzer haberler)(?: ?:.{0,120})?",
        ),
    },
    "read-original": {
        "en": (
            r"(?:read|see|view|find)(?: the| this)? (?:original|full|complete|whole|entire)(?: (?:article|story|post|report|version|text|piece))?(?: (?:here|at|on|from|in) ?.{0,60})?|(?:original|full) (?:article|story|source|text)(?: (?:here|at|on|link))?(?: ?:.{0,120})?|source ?: ?(?:https?://)?\S+|source link|(?:this|the) (?:article|story|post|piece|report)(?: (?:was|has been|is))?(?: (?:first|originally|previously))? (?:first |originally )?(?:appeared|published|posted|produced|republished|syndicated)(?: .{0,160})?|first published .{0,80}|originally published .{0,80}|republished (?:from|with|under) .{0,140}|via ?: ?\S+|the post .{3,160} (?:first )?appeared (?:first )?on .{2,60}",
        ),
        "de": (
            r"(?:zum|hier geht es zum|den) (?:original(?:artikel|beitrag|text)?|vollständigen artikel|ganzen artikel)(?: .{0,40})?|(?:original|quelle) ?: ?\S+|dieser (?:artikel|text|beitrag) (?:erschien|ist) (?:zuerst|ursprünglich|erstmals) .{0,80}|quelle ?: .{1,40}|originalmeldung.{0,30}",
        ),
        "fr": (
            r"lire l'article (?:original|complet|en entier|intégral)(?: .{0,40})?|source ?: ?.{1,60}|(?:cet )?article (?:initialement |d'abord )?(?:publié|paru) .{0,80}",
        ),
        "es": (
            r"(?:lea|lee|leer|ver) (?:el|la) (?:artículo|nota|noticia) (?:original|complet[oa])(?: .{0,40})?|fuente ?: ?.{1,60}|(?:este )?artículo (?:fue )?publicado originalmente .{0,80}",
        ),
        "zh": (
            r"(?:阅读|查看|点击|閱讀)?(?:阅读)?原文(?:链接|連結|地址|出处|出處)?(?:[：: ].{0,100})?|(?:文章|信息|内容|新闻|资料|稿件|消息)?来源[：:].{1,40}|(?:文章|資料)?來源[：:].{1,40}|转载自.{1,30}|(?:原标题|原標題|原题)[：:].{1,80}|(?:来源|來源)",
        ),
        "ja": (
            r"(?:元記事|原文|記事全文|続き)(?:を読む|はこちら)?(?:[：:].{0,80})?|(?:出典|提供元|情報源|引用元)[：:].{1,60}",
        ),
        "ko": (r"(?:원문|전문|기사 원문)(?: ?보기| 링크)?(?: ?:.{0,80})?|(?:출처|자료) ?[:=] ?.{1,40}",),
        "pt": (
            r"(?:leia|ver) (?:a|o) (?:matéria|artigo|notícia) (?:original|complet[oa])(?: .{0,40})?|fonte ?: ?.{1,60}",
        ),
        "it": (r"leggi l'articolo (?:originale|completo)(?: .{0,40})?|fonte ?: ?.{1,60}",),
        "ru": (r"источник ?: ?.{1,60}|(?:читать )?(?:полностью|оригинал)(?: .{0,30})?",),
        "nl": (
            r"(?:lees|bekijk) (?:het )?(?:originele|volledige|hele) (?:artikel|verhaal|bericht)(?: .{0,40})?|bron ?: ?.{1,60}",
        ),
    },
    "paywall-note": {
        "en": (
            r"(?:subscribe|sign in|log in|register|unlock)(?: (?:to|for|now|here|today|with|and|or|as|at|from|in|free|£|\$|€|this|all|full|only).{0,110})?|(?:already a (?:subscriber|member)|become a (?:member|subscriber)|start your .{0,20}trial|get (?:unlimited|full|digital) access|create (?:a |your )?(?:free )?account|support (?:independent|our|quality) journalism)(?: .{0,120})?|(?:premium|exclusive|subscriber-only|members-only|members only|subscriber only)(?: (?:content|article|access))?|donate(?: now| today)?|view subscription options|see (?:all )?(?:plans|subscription).{0,30}|continue (?:reading )?(?:with|for) .{0,50}",
        ),
        "de": (
            r"(?:jetzt |weiterlesen mit |plus |mit )?(?:abo(?:nnement)?|f\+|plus|z\+|spiegel ?\+)(?: (?:abschließen|testen|holen|lesen|weiterlesen|angebote?))*|(?:jetzt |gratis |kostenlos )?testen|(?:bereits|schon|sie sind) abonnent(?:in)?.{0,40}|exklusiv für abonnent.{0,30}|(?:einloggen|anmelden|login)(?: .{0,20})?|probemonat.{0,40}|jetzt weiterlesen.{0,30}",
        ),
        "fr": (
            r"(?:article )?réservé (?:aux|à nos) abonnés?.{0,40}|(?:déjà )?abonné(?:e|s)? ?\??(?: .{0,40})?|(?:se connecter|connectez-vous|identifiez-vous)(?: .{0,40})?|(?:pour lire la suite|il vous reste) .{0,100}|accéder à .{0,60}|profitez .{0,80}",
        ),
        "es": (
            r"(?:contenido |artículo |solo |exclusivo )+(?:para )?suscriptores.{0,40}|¿?ya eres suscriptor.{0,40}|(?:inicia|iniciar) sesión(?: .{0,40})?|accede .{0,60}|para seguir leyendo.{0,80}|hazte (?:socio|premium|suscriptor).{0,40}",
        ),
        "zh": (
            r"(?:登录|登入|订阅|付费|会员|开通|购买)(?:后|会员|以)?(?:继续|可|即可)?(?:阅读|查看|观看).{0,14}|(?:会员|付费)(?:专享|专属|内容)|(?:余下|剩余|完整)(?:内容|全文).{0,30}",
        ),
        "ja": (
            r"(?:有料|会員|プレミアム|有料会員)(?:限定|会員限定|登録)?(?:記事|の記事)?(?:です)?|(?:この記事は)?(?:有料)?会員限定(?:記事)?(?:です)?.{0,20}|残り.{0,14}文字.{0,14}|ログイン(?:.{0,20})?",
        ),
        "ko": (r"(?:로그인|유료 ?회원|프리미엄)(?: .{0,30})?|.{0,14}회원(?: ?전용| 전용 기사).{0,14}",),
        "pt": (
            r"(?:conteúdo |exclusivo |só )+para assinantes.{0,40}|já é assinante.{0,40}|(?:faça|fazer) login.{0,40}",
        ),
        "it": (
            r"(?:contenuto |riservato |solo )+(?:per |agli )?abbonati.{0,40}|(?:sei )?già abbonato.{0,40}|accedi.{0,40}",
        ),
    },
    "copyright": {
        "*": (
            r"(?:©|\(c\)|copyright|&copy;)[^.]{0,120}(?:\.? ?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|reuters|版权所有|.{0,60}))?\.?",
            r".{0,80}(?:all rights reserved|alle rechte vorbehalten|tous droits (?:de reproduction )?réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|版权所有|版權所有|未经.{0,14}(?:授权|许可|允许).{0,30}|無断(?:転載|複製).{0,20}|무단 ?전재.{0,30}|все права защищены|جميع الحقوق محفوظة|alle rechten voorbehouden|wszelkie prawa zastrzeżone).{0,60}",
            r"(?:our standards|standards)[: ]*(?:the )?thomson reuters trust principles.{0,30}|.{0,30}trust principles\.?|(?:terms|conditions) (?:of (?:use|service)|and conditions|& conditions)(?:.{0,60})?|(?:licensing|reprint)s? rights?.{0,40}|purchase licensing rights|(?:get )?reprints?(?: .{0,30})?|impressum(?: .{0,40})?|mentions légales.{0,40}|aviso legal.{0,40}|agb|kontakt|contact(?: us)?|about(?: us)?|disclaimer",
            r"(?:lizenz|nutzungsrechte|reproduction interdite|prohibida la reproducción|プライバシー|ⓒ|저작권자).{0,80}",
        ),
    },
    "credit": {
        "en": (
            r"about (?:the )?(?:authors?|writers?|contributors?|reporters?)|about me|meet the author|written by|source [a-z][^.]{2,60}(?: inc| ltd| plc| ag| llc| corp)?",
            r"(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|translated|translation|graphics?|graphic|illustrations?|photos?|photographs?|pictures?|images?|video|contributions?|research|produced|production|data|fact-?check(?:ed|ing)?)(?: (?:and (?:writing|editing|photography|reporting)|assistance|contributed))? (?:by|from) .{2,200}|.{3,120} contributed to this (?:report|story|article)\.?|with (?:inputs?|files|reports?|material|information|additional reporting) from .{2,100}|(?:photo|photograph|image|picture|graphic|illustration|video|file photo|credits?|photo credits?|image credits?|photo by|picture credit|getty images|courtesy|pic) ?[:/(].{0,140}|(?:getty(?: images)?|reuters|ap|ap photo|afp|shutterstock|istock|unsplash|pixabay|bloomberg|epa|xinhua|dpa|alamy)(?: ?[/|,·] ?.{0,60})?|(?:reuters|agencies|staff|wire) (?:reports?|staff)|\(?(?:reporting|writing) by .{2,300}",
        ),
        "de": (
            r"(?:foto|bild|fotos|bilder|grafik|illustration|bildquelle|quelle|copyright|symbolbild|archivbild|archivfoto|symbolfoto|video|redaktion|mitarbeit|übersetzung|bearbeitung) ?[:©/(].{0,140}|(?:symbolbild|archivbild|archivfoto|symbolfoto)(?: .{0,30})?|\(?(?:dpa|afp|reuters|ap|sid|epd|kna|dpa-afx|apa|ots)(?: ?[/,] ?[\w-]+)*\)?|(?:mit|unter) (?:material|verwendung|informationen|mitarbeit) (?:von|der) .{2,60}|\(?bericht(?:e)? von .{2,150}|redaktion:? .{2,60}|dpa-infocom.{0,60}",
        ),
        "fr": (
            r"(?:photo|crédit|crédits|image|illustration|infographie|vidéo|crédit photo|légende|photos) ?[:©/(].{0,140}|\(?(?:avec|par) (?:l')?(?:afp|reuters|ap|agences?)(?: .{0,40})?\)?|\(?reportage de .{2,200}|(?:afp|ap|reuters)(?: ?[/,] ?\w+)*",
        ),
        "es": (
            r"(?:foto|fotos|imagen|crédito|créditos|ilustración|infografía|vídeo|video|fotografía) ?[:©/(].{0,140}|\(?(?:con información de|reporte de|con datos de) .{2,160}|(?:efe|afp|ap|reuters|europa press)(?: ?[/,] ?\w+)*|(?:editado|edición|redacción)(?: (?:por|de|en español))? .{0,80}",
        ),
        "zh": (
            r"[（(【\[]?(?:责任|責任|本文|值班|见习|实习)?(?:编辑|編輯|校对|审核|編審|责编|編校|监制|主编|制图|视觉|海报|设计|摄影|摄|图|图片|供图|配图|作者)(?:[：:/／ ]|来源[：:]).{0,60}[)）】\]]?|图(?:片)?[/／源：:].{0,40}|图为.{1,60}|.{0,30}(?:记者|記者)?.{0,10}(?:摄|攝)|（.{0,30}(?:摄|供图|发)）|(?:来源|編輯|編集)[：:].{0,40}|（完）|\(完\)",
        ),
        "ja": (
            r"(?:写真|画像|撮影|提供|文|取材|編集|翻訳)[＝=：:／/].{0,60}|（.{0,20}(?:撮影|提供)）|.{0,30}(?:撮影|提供)",
        ),
        "ko": (
            r"(?:사진|자료사진|그래픽|영상|편집|이미지)[ =:／/].{0,60}|\(?(?:사진|자료) ?= ?.{0,40}\)?|.{0,12}기자 [\w.+-]+@[\w.-]+|[\w.+-]+@[\w-]+\.[\w.]+",
        ),
        "pt": (
            r"(?:foto|fotos|imagem|crédito|ilustração|vídeo) ?[:©/(].{0,140}|\(?com (?:informações|agências) .{2,100}",
        ),
        "it": (r"(?:foto|immagine|credit|fotogramma|video) ?[:©/(].{0,140}|\(?(?:ansa|agi|adnkronos)\)?",),
        "ru": (r"(?:фото|источник фото|автор фото|иллюстрация) ?[:/©].{0,100}",),
        "ar": (r"(?:الصورة|صورة|تصوير|المصدر) ?[:/].{0,80}",),
        "nl": (r"(?:foto|beeld|illustratie|bron|©) ?[:©/].{0,100}|(?:anp|belga)(?: .{0,20})?",),
        "*": (
            r"(?:reuters|xinhua|afp|dpa|efe|ansa|ap|ptí|pti|ani|ians|tass|kyodo|yonhap|bloomberg|新华社|中新社|新华网)\.?",
            r"reuter(?:s)?(?: ?[-–#*]+)?",
            r"\(?end(?:s|e)?\)?|-?30-|###?|fin",
        ),
    },
    "navigation": {
        "en": (
            r"(?:skip to|jump to|go to)(?: (?:the|main))* ?(?:content|navigation|main|search|footer|article|header|top)?.{0,20}|(?:home|menu|search|close|next|previous|prev|back|sign in|log in|login|sign out|log out|register|my account|account|live|watch live|listen live|sections|more sections|site ?map|accessibility|weather|sport|sports|opinion|world|business|politics|technology|tech|science|health|entertainment|lifestyle|culture|travel|video|videos|photos|podcasts|e-?paper|today's paper|edition|editions|us edition|uk edition|international edition|english|back to home(?:page)?|careers|jobs|help|faq|toggle navigation|open menu|close menu|main menu|main navigation|navigation|secondary navigation|expand|collapse|enlarge|zoom|slideshow|gallery|play|pause|mute|unmute|play video|loading\.*|advertise|subscribe|follow|following|print edition|shop|store|events|archive|contact|page \d+(?: of \d+)?|\d+ of \d+|\d+/\d+|updated|published|date|author|image|photo|photos|show caption|hide caption|view image|image \d+ of \d+|open image.{0,30})",
        ),
        "de": (
            r"(?:zum inhalt(?: springen)?|menü|suche|startseite|home|anmelden|abmelden|login|registrieren|mein konto|ressorts?|politik|wirtschaft|sport|kultur|wissen|wissenschaft|panorama|ausland|inland|meinung|digital|gesellschaft|reise|auto|leben|regional|finanzen|börse|börsen|unternehmen|märkte|panorama|video|videos|podcast|podcasts|e-?paper|wetter|tv-programm|archiv|zurück|weiter|nächste|vorherige|schließen|bild(?:er)?galerie|bilderstrecke|bild vergrößern|vergrößern|impressum|kontakt|hilfe|seite \d+(?: von \d+)?|bild \d+ von \d+|autor|datum|stand)",
        ),
        "fr": (
            r"(?:aller au contenu(?: principal)?|menu|recherch(?:e|er)|accueil|connexion|mon compte|politique|économie|monde|international|société|sport|sports|culture|sciences?|planète|opinions?|idées|débats|santé|high-tech|vidéos?|podcasts?|météo|retour|suivant|précédent|fermer|agrandir|diaporama|page \d+(?: (?:sur|de) \d+)?)",
        ),
        "es": (
            r"(?:ir al contenido|saltar al contenido|menú|buscar|inicio|portada|iniciar sesión|mi cuenta|política|economía|mundo|internacional|nacional|deportes?|cultura|ciencia|opinión|sociedad|tecnología|salud|vídeos?|videos?|podcasts?|el tiempo|volver|siguiente|anterior|cerrar|ampliar|fotogalería|página \d+(?: de \d+)?)",
        ),
        "zh": (
            r"(?:首页|首頁|主页|导航|菜单|搜索|搜尋|登录|登入|注册|註冊|返回|返回顶部|返回首页|上一页|下一页|关闭|新闻|新聞|国际|國際|国内|财经|財經|经济|经济|体育|體育|娱乐|娛樂|科技|军事|社会|社會|文化|评论|图片|視頻|视频|专题|滚动|要闻|时政|港澳|台湾|两岸|正文|当前位置.{0,40}|您的位置.{0,40}|你的位置.{0,40}|位置.{0,30}|首页>.{0,40}|网站地图|联系我们|关于我们|客户端|手机版|简体|繁体|繁體|english)",
        ),
        "ja": (
            r"(?:ホーム|トップ|トップページ|メニュー|検索|ログイン|ログアウト|新規登録|政治|経済|国際|社会|スポーツ|文化|エンタメ|ライフ|国内|科学|テクノロジー|動画|写真|天気|ページトップへ|トップへ戻る|閉じる|拡大|次の写真|前の写真|お問い合わせ|会社概要|利用規約)",
        ),
        "ko": (
            r"(?:홈|메뉴|검색|로그인|로그아웃|회원가입|정치|경제|사회|국제|문화|스포츠|연예|it|과학|오피니언|지역|전체 ?메뉴|전체 ?기사|닫기|이전|다음|맨 ?위로|top|본문 ?바로가기|메뉴 ?바로가기|확대|축소|구독|포토|영상|날씨|회사소개|이용약관|고객센터|기사 ?제보|기사입력|입력|수정|승인)",
        ),
        "pt": (
            r"(?:pular para o conteúdo|ir para o conteúdo|menu|buscar|início|entrar|política|economia|mundo|esportes?|cultura|opinião|tecnologia|vídeos?)",
        ),
        "it": (
            r"(?:vai al contenuto|menu|menù|cerca|home|accedi|politica|economia|esteri|cronaca|sport|cultura|opinioni|tecnologia|video)",
        ),
        "ru": (
            r"(?:главная|меню|поиск|войти|регистрация|политика|экономика|общество|спорт|культура|мир|наука|новости|видео|фото|наверх|назад|далее)",
        ),
        "ar": (
            r"(?:الرئيسية|القائمة|بحث|ابحث|تسجيل الدخول|سياسة|اقتصاد|رياضة|ثقافة|العالم|تكنولوجيا|فيديو|صور|منوعات)",
        ),
        "nl": (
            r"(?:naar inhoud|menu|zoeken|home|inloggen|politiek|economie|buitenland|binnenland|sport|cultuur|opinie|tech|wetenschap|video)",
        ),
        "*": (r"[|/>»›·•<«‹\d\s-]+", r"(?:https?://|www\.)\S+", r"@\w+", r"#\w+(?:[ ,]+#\w+)*", r"\d{1,3}%"),
    },
    "caption": {
        "en": (
            r"(?:file )?(?:photo|image|picture|pictured|video|graphic|caption|illustration|chart|infographic|map|file image|file photo|file - |watch|listen) ?[:|–—] ?.{0,400}|.{10,400}\((?:photo|image|file photo|credit|ap photo|getty images|reuters|afp|photo by|picture|courtesy)[:/ ]?[^()]{0,100}\)\.?|.{10,400}(?:/|\||—|–|-) ?(?:ap photo|getty images|afp|epa|ap|shutterstock|xinhua|alamy)\.?|.{8,300} (?:photo(?:graph)?|image|picture|illustration|graphic|credit)s?: [^:]{2,80}",
        ),
        "de": (
            r"(?:.{5,300}[.] ?)?(?:foto|bild|grafik|quelle|©|copyright) ?[:©] ?.{2,80}|.{10,300}\((?:foto|bild|quelle|archivbild|symbolbild|archivfoto|symbolfoto)[:/ ]?[^()]{0,80}\)\.?|.{5,300} © .{2,60}|.{5,250} (?:picture alliance|imago(?: images)?|getty images|dpa|afp)(?: ?/ ?.{0,60})?",
        ),
        "fr": (
            r".{5,300}(?:©|crédit(?:s)?(?: photo)? ?:|photo ?:|\(photo).{2,80}|.{10,300}\((?:photo|crédit|illustration|archives?)[:/ ]?[^()]{0,80}\)\.?|.{8,240}(?: ?/ ?)(?:afp|reuters|ap|sipa|getty images)\.?",
        ),
        "es": (
            r".{5,300}(?:©|crédito ?:|foto ?:|imagen ?:|\(foto).{2,80}|.{10,300}\((?:foto|imagen|crédito|archivo|efe|afp|ap|reuters)[:/ ]?[^()]{0,80}\)\.?|.{8,240}(?: ?/ ?| \| ?)(?:efe|afp|reuters|ap|getty images|europa press)\.?",
        ),
        "zh": (
            r".{2,80}[（(](?:图|资料图|資料圖|图片来源|图源|来源|新华社.{0,6}摄|.{0,14}摄|.{0,14}供图|视觉中国|網絡圖片|网络图片|路透社|法新社|美联社|资料图片|資料圖片|截图).{0,20}[)）]|(?:资料图|資料圖|图为|圖為|图说|图注|圖說|资料图片).{0,100}|.{2,60}(?:新华社(?:记者|发).{0,10}摄|图片来源[：:].{1,30}|資料圖片|资料图片)",
        ),
        "ja": (
            r".{2,80}(?:（|＝|=)(?:写真|資料写真|撮影|ロイター|共同|時事|ap|afp|getty|提供|.{0,20}撮影|.{0,20}提供).{0,20}）?",
        ),
        "ko": (
            r".{2,100}[\[(<](?:사진|자료사진|연합뉴스|뉴시스|로이터|ap|afp|이미지|그래픽|뉴스1).{0,30}[\])>]|[▲△◇◆] ?.{2,120}|.{2,80}(?:/|ⓒ|©) ?(?:사진|연합뉴스|뉴시스|로이터|뉴스1|게티이미지).{0,20}",
        ),
        "pt": (r".{5,300}(?:foto ?:|crédito ?:|imagem ?:|\(foto).{2,80}|.{8,240}(?: ?/ ?| — foto).{2,60}",),
        "ru": (r".{5,200}(?:фото ?:|©|\(фото).{2,80}",),
    },
}

# What may stand anywhere in a line of up to a few sentences: nothing that an article says of its subject.
ANYWHERE: Phrases = {
    "cookie": {
        "en": (
            r"(?:we|this (?:web)?site|our (?:web)?site|our partners|and our partners) (?:and our (?:\d+ )?partners )?(?:may )?(?:uses?|stores?|place) (?:\w+ ){0,4}cookies",
            r"by (?:continuing|using|browsing|clicking|closing).{0,60}(?:you (?:agree|consent|accept)|our use of cookies)|your (?:cookie|privacy) (?:settings|preferences|choices)|cookies? (?:help|allow|enable)s? us|(?:accept|manage|reject) (?:all )?cookies|store and/or access information on a device|to give you the best (?:possible )?(?:online )?experience|you can (?:change|manage|withdraw) your (?:consent|choices|settings)",
        ),
        "de": (
            r"(?:diese (?:web)?seite|wir|unsere website|wir und unsere partner) (?:und unsere (?:\d+ )?partner )?(?:verwende[tn]|nutz(?:t|en)|setz(?:t|en)) .{0,30}cookies|verwendung von cookies|mit (?:der )?nutzung unserer|cookies? zu(?:zustimmen|gestimmt)?\b.{0,30}zustimm|ihre einwilligung .{0,40}(?:widerrufen|ändern)|um ihnen (?:das|ein) (?:beste|optimale)s? .{0,30}(?:erlebnis|angebot)",
        ),
        "fr": (
            r"(?:ce site|nous|notre site|nous et nos (?:\d+ )?partenaires) (?:et nos (?:\d+ )?partenaires )?(?:utilis(?:e|ons)|dépos(?:e|ons)|stock(?:e|ons)) .{0,40}cookies|en (?:poursuivant|continuant) (?:votre|à) .{0,60}(?:acceptez|cookies)|utilisation (?:de|des) cookies|vos préférences (?:de|en matière de) cookies",
        ),
        "es": (
            r"(?:utilizamos|usamos|este (?:sitio|portal)(?: web)? (?:utiliza|usa)|nosotros y nuestros .{0,20}(?:usamos|utilizamos|almacenamos)|esta web (?:utiliza|usa)) .{0,40}cookies|(?:uso|utilización) de (?:las )?cookies|si continúa(?:s)? navegando",
        ),
        "zh": (
            r"(?:我们|我們|本网站|本網站|本站)(?:及.{0,14})?(?:使用|会使用|采用).{0,14}cookies?|(?:继续|繼續)(?:浏览|瀏覽|使用)(?:本|我们).{0,24}(?:同意|接受)|cookies?(?:政策|设置|来(?:改善|提供|分析))",
        ),
        "pt": (
            r"(?:este site|nós|utilizamos|usamos|o site) .{0,20}(?:utiliza|usa|usamos|utilizamos)? ?(?:os )?cookies .{0,60}|ao continuar (?:a )?naveg",
        ),
        "it": (r"(?:questo sito|noi e .{0,20}partner|utilizziamo|il sito) .{0,30}cookie",),
        "nl": (
            r"(?:wij|we|deze (?:web)?site|onze partners) (?:gebruik(?:en|t)|maakt gebruik|plaats(?:en|t)) .{0,40}cookies",
        ),
        "ja": (r"(?:当サイト|本サイト|このサイト|弊社)(?:では|は).{0,30}(?:cookie|クッキー)",),
        "ko": (r"(?:이|본|저희) (?:웹)?사이트(?:는|에서는)?.{0,20}(?:쿠키|cookie)",),
        "ru": (r"(?:мы|этот сайт|наш сайт|сайт) использу(?:ем|ет) .{0,24}(?:cookie|куки)",),
        "ar": (r"(?:نستخدم|يستخدم (?:هذا )?الموقع) .{0,24}(?:الارتباط|الكوكيز|cookies)",),
        "pl": (r"(?:ta strona|nasza strona|serwis|używamy) .{0,30}(?:cookies|ciasteczek)",),
        "sv": (r"(?:vi|webbplatsen|den här webbplatsen) använder .{0,24}(?:cookies|kakor)",),
        "tr": (r"(?:çerez(?:ler)?) .{0,20}kullan",),
    },
    "comments": {
        "en": (
            r"your e-?mail address will not be published|required fields are marked|save my name, e-?mail|comments? (?:are|is|have been) (?:closed|moderated|disabled|turned off)|you must be (?:logged|signed) in to (?:post|leave|comment)|(?:log|sign) in to (?:post |leave )?(?:a )?comment|be the first to (?:comment|leave|post)|this site uses akismet|learn how your comment data is processed|please (?:keep|read) (?:your comments|our comment|the comment).{0,60}|report (?:a|this) comment|notify me of (?:new|follow-?up)|there are (?:no|\d+) comments?|(?:readers'? )?comments (?:do not|are the).{0,40}(?:opinion|views)|to join the conversation|commenting (?:is|on this)",
        ),
        "de": (
            r"ihre e-?mail-?adresse wird nicht veröffentlicht|deine e-?mail-?adresse wird nicht veröffentlicht|(?:erforderliche felder|pflichtfelder) sind|kommentar(?:funktion|bereich|e)? (?:ist|wurde|sind|wurden) (?:geschlossen|deaktiviert)|um (?:einen kommentar|zu kommentieren|kommentare).{0,60}(?:anmelden|einloggen|angemeldet)|meinen namen, (?:meine )?e-?mail|bitte beachten sie (?:unsere|die) (?:netiquette|kommentarregeln)|melden sie sich an,? um .{0,20}kommentieren",
        ),
        "fr": (
            r"votre adresse (?:e-?mail|de messagerie|courriel) ne sera pas publiée|les champs obligatoires|les commentaires sont (?:fermés|clos|désactivés|modérés)|(?:connectez-vous|vous devez (?:être connecté|vous connecter)).{0,30}comment(?:er|aire)|enregistrer mon nom",
        ),
        "es": (
            r"(?:tu|su) dirección de correo electrónico no será publicada|los campos (?:obligatorios|necesarios|requeridos)|los comentarios (?:están|han sido) (?:cerrados|desactivados)|(?:debes|debe|inicia sesión|regístrate|para).{0,30}(?:comentar|publicar un comentario)$|guarda mi nombre|normas de (?:participación|los comentarios)",
        ),
        "zh": (
            r"(?:您的|你的)?(?:电子邮箱|邮箱|電子郵件|电子邮件)(?:地址)?(?:不会|将不会|不會)被?公[开開]|必填(?:项|項|字段|欄位)|评论已关闭|(?:登录|登陆|登入)后(?:才|方)?可(?:以)?(?:发表|评论|留言)|网友评论仅供|(?:评论|留言|发言).{0,14}(?:不代表|遵守|文明)|请自觉遵守互联网|最新评论|发表您的观点",
        ),
        "pt": (r"o seu endereço de e-?mail não será publicado|campos obrigatórios",),
        "it": (r"il tuo indirizzo e-?mail non sarà pubblicato|i campi obbligatori",),
        "nl": (r"(?:het|je) e-?mailadres wordt niet gepubliceerd|vereiste velden",),
        "ja": (
            r"メールアドレスが公開されることはありません|必須項目|コメント(?:は|の)(?:受け付け|承認|ログイン)",
        ),
        "ko": (
            r"이메일(?:은|주소는)? 공개되지 않습니다|필수 (?:항목|입력)|댓글(?:은|을|의) .{0,30}(?:삭제|로그인|운영|책임|제재)|로그인 ?후 .{0,14}(?:댓글|이용)",
        ),
        "ru": (
            r"ваш (?:адрес )?(?:e-?mail|электронн).{0,20}не будет опубликован|обязательные поля|чтобы (?:оставить|комментировать)",
        ),
        "ar": (r"لن يتم نشر عنوان بريدك|الحقول الإلزامية",),
        "pl": (r"twój adres e-?mail nie zostanie|wymagane pola",),
        "sv": (r"din e-?postadress kommer inte publiceras|obligatoriska fält",),
        "tr": (r"e-?posta (?:adresiniz|hesabınız) yayınlan(?:may|m)|gerekli alanlar",),
    },
    "newsletter": {
        "en": (
            r"(?:sign up|subscribe|register)(?: (?:now|here|today|below))? (?:for|to) (?:our|the|get|receive|stay|\w+'?s?) .{0,80}(?:newsletters?|inbox|briefing|updates|e-?mails?|alerts|channel|podcast|digest)|(?:delivered|straight|sent|direct(?:ly)?) (?:directly |straight )?(?:in)?to your inbox|in your inbox|by (?:signing up|subscribing|submitting|providing|entering your e-?mail|clicking (?:the )?.{0,20}(?:subscribe|sign up|submit)).{0,30},? (?:you|i) (?:agree|confirm|accept|consent|acknowledge)|you (?:can|may) (?:unsubscribe|opt out) (?:at )?any ?time|unsubscribe at any time|unsubscribe anytime|(?:join|follow) (?:our|us on|us at) .{0,50}(?:telegram|whatsapp|facebook|twitter|instagram|linkedin|youtube|channel|google news)|thanks? (?:you )?for (?:subscribing|signing up)|(?:check|please check) your inbox|get (?:the|our|all the|breaking) .{0,60}(?:straight|delivered|sent|in your inbox|on your phone)|download (?:the|our) .{0,30}app\b|our privacy (?:policy|notice) (?:for|and)|protected by recaptcha|enter a valid e-?mail|follow (?:us|\w+) on (?:facebook|twitter|x|instagram|google news|linkedin|telegram|whatsapp)|subscribe to (?:our|my) ",
        ),
        "de": (
            r"(?:abonnieren sie|melden sie sich|bestellen sie|abonniere|jetzt).{0,50}newsletter|(?:unser|unseren|der|den|dem|unserem) (?:\w+-?)?newsletter|newsletter.{0,60}(?:abonnieren|bestellen|anmelden|abbestellen|abmelden|postfach)|(?:direkt )?in (?:ihr|dein) (?:e-?mail-?)?postfach|(?:jederzeit|wieder) (?:abbestell|abmeld|widerruf)|mit (?:der|ihrer) anmeldung .{0,40}(?:stimmen|akzeptieren)|folgen sie (?:uns|.{2,20}) (?:auf|bei) (?:facebook|twitter|instagram|whatsapp|linkedin|google)|unsere(?:r|n)? app .{0,30}(?:laden|herunter|gratis|kostenlos)",
        ),
        "fr": (
            r"(?:inscrivez-vous|abonnez-vous|s'inscrire|s'abonner|recevez).{0,80}(?:newsletter|lettre|alertes?|boîte mail|matin|gratuitement|actualité|infos?)|dans votre boîte (?:mail|de réception)|vous (?:désabonner|désinscrire)|en vous (?:inscrivant|abonnant)|notre newsletter|suivez(?:-nous| .{2,30}) sur (?:facebook|twitter|instagram|whatsapp|google|linkedin|x)|téléchargez (?:l'|notre )app",
        ),
        "es": (
            r"(?:suscríb(?:ete|ase)|suscribir(?:te|se)|apúnt(?:ate|ese)|regístr(?:ate|ese)|recib(?:a|e)).{0,80}(?:newsletter|bolet[ií]n|correo|noticias|canal|alertas|gratis)|en (?:tu|su) (?:correo|bandeja|buzón|e-?mail)|(?:darte|darse) de baja|nuestr[oa] (?:newsletter|boletín|canal de)|al (?:suscribirte|suscribirse|registrarte|hacer clic)|s[ií]gu?[ea](?:nos)?(?: a .{2,30})? en (?:facebook|twitter|instagram|google|whatsapp|telegram|x|tiktok)|descarg[ae] (?:la|nuestra) app",
        ),
        "zh": (
            r"(?:订阅|訂閱)(?:我们|我們|本报|本站|.{0,8}(?:电子报|電子報|邮件|通讯|新闻信|简报|newsletter))|(?:扫描|掃描|扫码|微信扫).{0,14}(?:二维码|关注|分享)|关注.{0,14}(?:公众号|公眾號|官方微信|微博)|下载.{0,10}(?:客户端|app|应用)|(?:随时|可随时)(?:退订|取消订阅)|发送(?:到|至)(?:您|你)的邮箱",
        ),
        "pt": (
            r"(?:assine|inscreva-se|cadastre-se|receba|subscreva).{0,60}(?:newsletter|e-?mail|notícias|canal|boletim|grátis)|no seu e-?mail|siga .{0,30} no (?:instagram|facebook|google|whatsapp|twitter|x)",
        ),
        "it": (
            r"(?:iscriviti|abbonati|ricevi).{0,60}(?:newsletter|e-?mail|canale|notizie|gratis)|nella tua casella|segui(?:ci)? .{0,30}su (?:facebook|instagram|google|whatsapp|telegram|x)",
        ),
        "nl": (
            r"(?:schrijf je|meld je|schrijf u|meld u|abonneer).{0,60}(?:nieuwsbrief|newsletter|updates)|in (?:je|uw) (?:mailbox|inbox)|onze nieuwsbrief",
        ),
        "ja": (
            r"(?:メルマガ|ニュースレター|メールマガジン).{0,24}(?:登録|購読|配信)|(?:line|twitter|facebook|youtube|x)(?:で|の公式|を)?.{0,10}(?:フォロー|友だち追加|チャンネル登録)|最新(?:情報|ニュース)を.{0,20}(?:お届け|受け取)",
        ),
        "ko": (
            r"(?:뉴스레터|카카오톡|채널|네이버|유튜브).{0,24}(?:구독|추가|신청)(?:하세요|하기|해|하시)?|제보(?:는|하기|를 기다립니다).{0,60}|▶ ?.{2,60}(?:바로가기|구독|클릭|확인|보기|제보).{0,20}",
        ),
        "ru": (
            r"подписывайтесь на .{0,60}|подпишитесь на .{0,60}|(?:читайте|следите за) .{0,30}(?:telegram|телеграм|соцсет|вконтакте|дзен)",
        ),
        "ar": (r"اشترك(?:وا)? (?:في|الآن|معنا) .{0,60}|تابع(?:وا|ونا|نا) .{0,20}(?:على|عبر) .{0,30}",),
        "pl": (
            r"zapisz się .{0,40}newsletter|(?:dołącz|śledź|obserwuj) .{0,40}(?:facebook|twitter|google|instagram)",
        ),
        "sv": (r"(?:prenumerera på|anmäl dig till) .{0,40}nyhetsbrev",),
        "tr": (r"(?:bültenimize|kanalımıza) .{0,20}abone",),
    },
    "advert": {
        "en": (
            r"(?:when you (?:buy|purchase|click)|we (?:may|might) (?:earn|receive)|as an? (?:amazon )?(?:affiliate|associate)).{0,80}(?:commission|links|purchases)|this (?:article|post|content) (?:is|was) (?:sponsored|paid for|brought to you|produced in partnership)|(?:article|story) continues (?:below|after)|if you (?:buy|purchase) .{0,40}(?:through|via) .{0,20}links?|shop (?:now|the collection)|use (?:the |promo |coupon |discount )*code \w+|limited[- ]time offer|% off (?:today|now|your|all)|terms and conditions apply|t&cs? apply|is an independent .{0,20}charity|offers? (?:ends?|expires?) |free (?:shipping|delivery|trial)|(?:click|tap) here to (?:buy|order|shop|subscribe|learn|get|claim|see)|(?:#1|number one|top-rated|trusted by|industry-leading|world'?s leading|leading|premier) (?:choice|provider|supplier|provider of|supplier of|manufacturer|source) (?:for|of|by|to) |(?:manufactures|produces|provides|offers|delivers|supplies|makes|sells|is) the (?:highest[- ]quality|most advanced|best|finest|leading|premier|top|most reliable|most trusted|ultimate|industry's).{2,140}(?:certified|rated|trusted|solutions?|preferred|installations|choice|recommended|backed)|(?:preferred|trusted|recommended|top-rated|specified|rated) by .{2,60}(?:professionals|experts|engineers|integrators|teams|leaders|worldwide|globally)|(?:fully )?certified to (?:iso|ce|ul).{0,60}(?:choice|standards)",
        ),
        "de": (
            r"affiliate-?links?|(?:erhalten|bekommen) wir (?:eine )?provision|(?:jetzt|hier) (?:kostenlos |gratis |günstig )?(?:bestellen|kaufen|sichern|testen)!|(?:artikel|text|beitrag) (?:geht|wird) (?:nach|unter|unterhalb) .{0,30}(?:weiter|fortgesetzt)|anzeige (?:von|der)|dieser (?:beitrag|artikel) (?:ist|wurde) .{0,20}(?:gesponsert|werbung)|(?:rabatt|gutschein)(?:code)?:",
        ),
        "fr": (
            r"liens? affiliés?|la suite après (?:cette|la) publicité|contenu (?:proposé|sponsorisé|parrainé) par|code promo|offre (?:spéciale|limitée)|profitez de .{0,40}(?:offre|réduction|remise)",
        ),
        "es": (
            r"enlaces? de afiliad|continúa (?:después|tras) (?:de )?la publicidad|contenido (?:patrocinado|ofrecido) por|código (?:promocional|de descuento)|oferta (?:especial|limitada|por tiempo)",
        ),
        "zh": (
            r"(?:广告|廣告)(?:合作|投放|热线|联系|服务)|(?:限时|優惠|优惠)(?:特价|抢购|活动|码)|(?:点击|立即)(?:购买|抢购|下单|領取|领取)",
        ),
    },
    "related": {
        "en": (
            r"^(?:read (?:more|also|next|our)|also read|see also|related|more on this|watch|recommended|must read|don't miss|editor'?s pick|in pictures|explainer|analysis|opinion|podcast|listen|video|live|exclusive|further reading|you may also like|next|previous|up next|click here)(?: ?[:|>»→] ?| [–—-] ).{3,200}$|^(?:read more|read also|also read|see also|read next)\b.{3,160}$|^you (?:may|might|will) (?:also )?(?:like|enjoy|be interested in)\b.{0,160}$|^(?:for more|to read more|to learn more|find out more).{3,60}(?:visit|click|see|read|check|go to|follow|stories|articles|news|coverage).{0,120}$|(?:click|tap) here (?:for|to read)",
        ),
        "de": (
            r"^(?:lesen sie (?:auch|hier|mehr|dazu|außerdem|weiter)|lies auch|mehr zum thema|mehr dazu|zum thema|auch interessant|siehe auch|hintergrund|kommentar|analyse|interview|video|podcast|weiterlesen|passend dazu|newsblog|liveticker)(?: ?[:|>»→] ?| [–—-] ).{3,200}$|^(?:lesen sie (?:auch|hier|mehr|dazu)|mehr (?:zum thema|dazu)|lies auch)\b.{3,160}$",
        ),
        "fr": (
            r"^(?:[àa] lire|lire aussi|lire (?:également|plus)|voir aussi|à (?:lire|voir|écouter) (?:aussi|également)|vidéo|notre dossier|décryptage|entretien|reportage|sur le même sujet|pour aller plus loin|retrouvez)(?: ?[:|>»→] ?| [–—-] ).{3,200}$|^(?:[àa] lire (?:aussi|également)|lire (?:aussi|également)|voir aussi)\b.{3,160}$",
        ),
        "es": (
            r"^(?:lea|lee|ve|vea|mire|mira|te puede interesar|también|más información|más en|relacionado|le puede interesar|video|vídeo|análisis|opinión|entrevista|puede leer|puedes leer|en contexto|no te pierdas)(?: (?:también|además|más|aquí))?(?: ?[:|>»→] ?| [–—-] ).{3,200}$|^(?:lea|lee|vea|ve) (?:también|además|más)\b.{3,160}$|^(?:te puede interesar|le puede interesar|también te puede interesar|puede(?:s)? leer)\b.{3,160}$",
        ),
        "zh": (
            r"^(?:相关(?:阅读|新闻|报道|链接|文章)|相關(?:閱讀|新聞|報導|文章|連結)|延伸(?:阅读|閱讀)|推荐(?:阅读)?|推薦(?:閱讀)?|更多(?:阅读|新闻|内容|报道)?|另见|點擊閱讀|点击(?:阅读|查看|进入)|阅读更多|热点|专题|(?:下|上)一篇|看更多|你可能感兴趣|相关专题)[：:|>»→].{2,120}$|^(?:更多.{0,20}(?:请|請)?(?:点击|關注|关注|浏览|访问|下载|搜索|登录)).{0,60}$",
        ),
        "pt": (
            r"^(?:leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",
        ),
        "it": (
            r"^(?:leggi anche|guarda anche|vedi anche|per approfondire|approfondisci)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",
        ),
        "nl": (r"^(?:lees ook|lees verder|lees meer|bekijk ook|zie ook)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",),
        "ja": (
            r"^(?:関連記事|関連|あわせて読みたい|合わせて読みたい|こちらも読まれています|次ページ|【関連.{0,6}】|【動画】|【写真.{0,8}】|【画像】|【合わせて読みたい】)[：:は】]? ?.{2,100}$",
        ),
        "ko": (
            r"^(?:관련 ?기사|관련 ?뉴스|함께 ?보기|더 ?읽기|\[관련 ?기사\]|▶|☞|→|■ ?관련) ?[:：]? ?.{2,100}$",
        ),
        "ru": (
            r"^(?:читайте (?:также|ещ[её])|смотрите также|подробнее|по теме|ранее по теме)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",
        ),
        "ar": (
            r"^(?:اقرأ (?:أيضا|أيضًا|أيضاً|المزيد|كذلك)|شاهد أيضا|طالع أيضا)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",
        ),
        "pl": (
            r"^(?:czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|przeczytaj)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",
        ),
        "sv": (r"^(?:läs (?:också|även|mer)|se även)(?: ?[:|>»→] ?| [–—-] | ).{3,160}$",),
    },
    "paywall-note": {
        "en": (
            r"(?:already|existing|not) a (?:subscriber|member)|subscribe (?:now |today )?(?:to|for) (?:continue|read|unlock|full|unlimited|access|keep)|to (?:continue|keep) reading.{0,60}|(?:this|the) (?:article|content|story) is (?:for|available|only|reserved|exclusive|free).{0,30}(?:subscribers|members)|(?:you have|you've) (?:\d+|no|reached|used|read).{0,40}(?:free )?articles?|(?:log|sign) in (?:or subscribe )?to (?:continue|read|keep|access)|for subscribers only|free articles? (?:left|remaining|this month)|start your (?:free )?trial|cancel any ?time|billed (?:monthly|annually)|support our journalism|your (?:support|subscription) (?:helps|makes|allows|powers)|become a (?:member|subscriber|supporter)|\$\d+(?:\.\d+)? (?:a|per) (?:month|week|year) .{0,40}(?:subscri|access|trial)|unlimited (?:digital )?access|full access to",
        ),
        "de": (
            r"(?:weiterlesen|lesen) (?:sie )?(?:mit|als|nur für) .{0,40}(?:abo|plus|abonnent|digital)|(?:nur|exklusiv) für (?:abonnent|plus|digital)|(?:jetzt|gratis|kostenlos).{0,30}(?:weiterlesen|testen)|sie haben (?:bereits|schon|noch) (?:ein|kein).{0,14}abo|um (?:den|diesen) (?:artikel|beitrag|inhalt) (?:weiter|zu|vollständig).{0,40}|(?:der|dieser) (?:artikel|inhalt) ist (?:kostenpflichtig|abonnent|nur|für)|monatlich kündbar|jederzeit kündbar",
        ),
        "fr": (
            r"(?:réservé|exclusi(?:f|ve)(?:ment)?) (?:à|aux) (?:nos )?abonnés|(?:déjà|pas encore) abonné|pour (?:lire|continuer) .{0,30}(?:article|lecture|suite).{0,40}abonne|il vous reste \d+ ?(?:,\d+)? ?%|abonnez-vous (?:pour|à partir|dès|et)|sans engagement|la suite (?:est|de cet article).{0,40}(?:abonné|réservé)",
        ),
        "es": (
            r"(?:exclusivo|solo|sólo|reservado) para (?:suscriptores|socios)|¿?(?:ya eres|ya es|no eres) (?:suscriptor|socio)|para (?:seguir|continuar) leyendo|suscríbete (?:para|y|desde|por)|(?:ha|has) (?:alcanzado|agotado|leído).{0,30}artículos|inicia sesión para (?:seguir|continuar|leer)",
        ),
        "zh": (
            r"(?:登录|登入|订阅|付费|开通|购买|注册)(?:会员|后|即可|之后|后可|用户)?.{0,8}(?:继续|查看|阅读)(?:全文|阅读|完整|余下)|(?:本文|此文|该文|文章)(?:为|仅限|仅供|是)(?:付费|会员|订阅).{0,24}|(?:剩余|余下|以下)(?:内容|部分|全文).{0,20}(?:付费|订阅|会员)|试读结束",
        ),
        "ja": (
            r"(?:この記事|続き)(?:は|を).{0,14}(?:有料|会員)|有料会員(?:に|限定|登録).{0,30}|残り ?\d+ ?文字|(?:登録|ログイン)(?:すると|して)続きを",
        ),
        "ko": (
            r"(?:유료|회원|구독자)(?: ?회원)? ?(?:전용|만|에게만).{0,24}(?:기사|콘텐츠|보실|제공)|로그인(?: ?하시면| ?후).{0,20}(?:전문|볼 수|이용)",
        ),
        "pt": (
            r"(?:exclusivo|só|apenas) para assinantes|já é assinante|para continuar lendo|assine (?:já|agora|para)",
        ),
        "it": (
            r"(?:riservato|esclusivo|solo) (?:agli|per gli) abbonati|sei già abbonato|per continuare a leggere|abbonati (?:per|a soli|e)",
        ),
        "nl": (
            r"alleen (?:voor|toegankelijk voor) abonnees|al abonnee|om verder te lezen|lees (?:verder|het hele artikel) (?:met|als|vanaf)",
        ),
        "sv": (r"(?:endast|bara|enbart) för prenumeranter|redan prenumerant",),
    },
    "read-original": {
        "en": (
            r"^(?:the post|this (?:article|story|post|report|piece|content)|a version of this (?:article|story)|an earlier version|story|article)(?: .{0,60})? (?:(?:first|originally|previously) )?(?:appeared|published|posted|produced|republished|syndicated|written|generated|created|auto-generated|edited)(?: (?:first|originally|by|on|in|from|at|with|under)) .{2,160}$|(?:except for the headline|has not been edited by|published from a syndicated feed|auto-generated from|is republished from|creative commons licen[cs]e|read the original)",
        ),
        "zh": (
            r"^声明[：:].{2,120}$|转载此文|出于传递更多信息|网络?文责自负|(?:本文|文章|稿件|以上内容|该文)(?:.{0,10})?(?:来自|来源于|转载自|原载|原刊|首发|为.{0,10}原创).{0,60}|(?:不代表|并不代表)(?:本网|本站|本报|本刊|.{0,10}(?:观点|立场))|仅代表作者.{0,10}(?:观点|立场|个人)|(?:转载|轉載)(?:请|請|须|须)?(?:注明|联系|註明|授权).{0,40}|(?:点击|阅读|查看)原文",
        ),
        "de": (
            r"^(?:dieser|der) (?:artikel|text|beitrag) (?:ist |wurde |erschien )?.{0,40}(?:zuerst|ursprünglich|erstmals).{0,80}$|hinweis der redaktion|(?:die )?(?:deutsche presse-agentur|meldung) .{0,40}(?:automatisiert|unbearbeitet|automatisch).{0,60}|direkt aus dem dpa-newskanal",
        ),
        "fr": (
            r"^cet article .{0,40}(?:publié|paru|traduit).{0,100}$|article (?:original|initialement) (?:publié|paru)",
        ),
        "es": (
            r"^(?:este|esta|el) (?:artículo|noticia|nota|texto) (?:fue |se |ha sido )?.{0,30}(?:publicad|apareci).{0,100}$",
        ),
        "pt": (r"^(?:este|esta) (?:artigo|texto|matéria|reportagem) (?:foi )?.{0,30}publicad.{0,100}$",),
    },
}

# Lines of a number and these words only are dates, times of day, or say when a page was changed.
DATE_WORDS: dict[str, str] = {
    "*": "a p am pm a.m p.m gmt utc bst est edt et ct cst cdt pt pst pdt mst mdt cet cest mez mesz msk ist jst kst"
    " hkt sgt sast aest aedt wib eat wat cat h hrs hr z t",
    "en": "january february march april may june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed"
    " thu thur thurs fri sat sun published updated posted modified created first last on at of the date time edited"
    " by update ago hours hour minutes minute mins min days day weeks week today yesterday and issued release"
    " released local print edition th st nd rd publish original originally pub no nr issue vol volume",
    "de": "januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mrz mär"
    " apr jun jul aug sep sept okt nov dez montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo"
    " di mi do fr sa so uhr veröffentlicht aktualisiert erstellt zuletzt am um den der vom stand publiziert datum"
    " erschienen geändert update vor stunden minuten tagen stunde minute tag heute gestern aktualisierung",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr fév avr"
    " juil sept oct nov déc lundi mardi mercredi jeudi vendredi samedi dimanche publié publiée mis mise à jour le la"
    " les modifié créé heure heures dernière modification date du et er actualisé il y a minutes jours hier posté",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb"
    " mar abr may jun jul ago sep sept set oct nov dic lunes martes miércoles jueves viernes sábado domingo"
    " publicado publicada actualizado actualizada creado el la las los de del a fecha hora horas última"
    " actualización modificado h hace minutos días ayer hoy",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro fev abr mai ago"
    " set out dez segunda terça quarta quinta sexta feira sábado domingo publicado atualizado em às de há horas"
    " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen mag giu"
    " lug ago set ott dic lunedì martedì mercoledì giovedì venerdì sabato domenica pubblicato aggiornato il alle ore",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag"
    " woensdag donderdag vrijdag zaterdag zondag gepubliceerd bijgewerkt geplaatst op om uur laatst laatste update",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    " poniedziałek wtorek środa czwartek piątek sobota niedziela opublikowano aktualizacja data publikacji godz r",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник"
    " среда четверг пятница суббота воскресенье опубликовано обновлено в г мск",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag"
    " torsdag fredag lördag söndag publicerad uppdaterad kl publicerat uppdaterat publisert oppdatert udgivet opdateret",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe"
    " cuma cumartesi pazar güncelleme yayınlanma tarihi saat son giriş",
    "zh": "发布时间 发布 发表于 发表 更新时间 更新 时间 发布日期 日期 发布于 更新于 發布時間 發布 更新時間 出版时间 北京时间 最后更新"
    " 發佈 發佈時間 日期 於 于",
    "ja": "公開 公開日 更新 更新日 配信 掲載 公開日時 更新日時 付 最終更新 投稿日 発行",
    "ko": "입력 수정 등록 송고 기사입력 최종수정 업데이트 승인 발행 작성 게재 최종 기사 일시",
    "ar": "يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر السبت الأحد الاثنين"
    " الثلاثاء الأربعاء الخميس الجمعة نشر نشر في آخر تحديث تم النشر بتاريخ تاريخ النشر الساعة م ص",
}
