"""Lines of web pages that are not the text, by their wording. They are compared as search keys."""

# The whole line, but for punctuation around it.
LINES = """
share|share this|share this article|share this story|share on facebook|tweet|print|print this page|email this|copy link
link copied|save|save article|comments|no comments|leave a comment|add a comment|post a comment|show comments|reply
read more|see more|show more|load more|more|learn more|continue reading|read full story|view all|see all|back to top
related|related articles|related stories|related news|related topics|related posts|more on this story|most read
most popular|trending|trending now|latest news|recommended|recommended for you|you may also like|you might also like
advertisement|advertising|ad|sponsored|sponsored content|promoted|story continues below advertisement
subscribe|subscribe now|sign in|log in|login|sign up|register|my account|newsletter|follow us|follow us on|contact us
about us|terms of use|terms of service|privacy policy|cookie policy|cookie settings|accept cookies|accept all|accept
skip to content|skip to main content|menu|main menu|home|search|close|next|previous|next article|previous article
all rights reserved|tags|listen to this article|listen|watch|video|image source|getty images
شارك|شارك المقال|شارك الخبر|شارك هذا المقال|مشاركة|مشاركه عبر|شاركها|غرد|طباعة|اطبع|حفظ|نسخ الرابط|تم نسخ الرابط|تعليقات
التعليقات|اترك تعليقا|أضف تعليق|أضف تعليقا|لا توجد تعليقات|اقرأ المزيد|المزيد|عرض المزيد|تابع القراءة|اقرأ أيضا|إقرأ أيضا
اقرأ أيضاً|اقرأ كذلك|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|موضوعات ذات صلة|ذات صلة|الأكثر قراءة|الأكثر مشاهدة
قد يعجبك أيضا|قد يهمك أيضا|قد يهمك|آخر الأخبار|إعلان|إعلانات|اشترك|اشترك الآن|تسجيل الدخول|تابعنا|تابعونا|تابعونا على|اتصل بنا
من نحن|سياسة الخصوصية|شروط الاستخدام|جميع الحقوق محفوظة|الرئيسية|القائمة|بحث|إغلاق|التالي|السابق|كلمات مفتاحية|الوسوم|وسوم
partager|partager l'article|partager sur facebook|imprimer|envoyer par mail|copier le lien|commentaires|laisser un commentaire
lire la suite|voir plus|lire aussi|à lire aussi|à lire également|voir aussi|sur le même sujet|articles liés|les plus lus
publicité|s'abonner|abonnez-vous|se connecter|connexion|s'inscrire|nous contacter|mentions légales|tous droits réservés
politique de confidentialité|accepter|tout accepter|accueil|rechercher|fermer|suivant|précédent|newsletters|à la une
teilen|artikel teilen|drucken|kommentare|kommentar schreiben|kommentieren|weiterlesen|mehr lesen|mehr anzeigen|lesen sie auch
lesen sie mehr|auch interessant|mehr zum thema|das könnte sie auch interessieren|meistgelesen|anzeige|werbung|abonnieren
anmelden|einloggen|registrieren|kontakt|impressum|datenschutz|datenschutzerklärung|nutzungsbedingungen|agb|startseite|suche
schließen|weiter|zurück|nach oben|alle rechte vorbehalten|akzeptieren|alle akzeptieren|merken|link kopieren
compartir|compartir en facebook|imprimir|copiar enlace|comentarios|deja un comentario|dejar un comentario|leer más|ver más
lee también|lea también|te puede interesar|te recomendamos|noticias relacionadas|artículos relacionados|más leídas|lo más visto
publicidad|suscríbete|suscribirse|iniciar sesión|registrarse|contacto|aviso legal|política de privacidad|política de cookies
todos los derechos reservados|aceptar|aceptar todo|inicio|buscar|cerrar|siguiente|anterior
condividi|stampa|commenti|lascia un commento|leggi tutto|leggi anche|leggi di più|articoli correlati|i più letti|pubblicità
abbonati|accedi|registrati|contatti|informativa privacy|tutti i diritti riservati|accetta|accetta tutti|cerca|chiudi|indietro
compartilhar|compartilhe|comentários|deixe um comentário|leia mais|leia também|veja também|notícias relacionadas|mais lidas
publicidade|assine|assine já|entrar|cadastre-se|fale conosco|política de privacidade|todos os direitos reservados|aceitar
início|pesquisar|fechar|próximo
deel|delen|deel dit artikel|reacties|reageer|lees meer|lees ook|lees verder|gerelateerde artikelen|meest gelezen|advertentie
abonneren|inloggen|registreren|privacybeleid|alle rechten voorbehouden|accepteren|zoeken|sluiten|volgende|vorige
поделиться|поделиться в соцсетях|распечатать|комментарии|оставить комментарий|читать далее|читать дальше|читайте также
смотрите также|по теме|материалы по теме|ещё по теме|самое читаемое|популярное|реклама|подписаться|подпишитесь|войти
регистрация|контакты|о нас|политика конфиденциальности|все права защищены|принять|главная|поиск|закрыть|далее|назад|теги
поділитися|коментарі|читати далі|читайте також|дивіться також|реклама|підписатися|увійти|реєстрація|контакти|про нас
всі права захищені|головна|пошук|закрити
udostępnij|komentarze|dodaj komentarz|czytaj więcej|czytaj dalej|czytaj także|czytaj też|zobacz także|zobacz też
przeczytaj także|najczęściej czytane|reklama|subskrybuj|zaloguj się|zarejestruj się|polityka prywatności
wszelkie prawa zastrzeżone|akceptuję|strona główna|szukaj|zamknij|następny|poprzedni
sdílet|komentáře|číst dále|čtěte také|čtěte dále|přihlásit se|všechna práva vyhrazena
paylaş|yazdır|yorumlar|yorum yap|devamını oku|ayrıca okuyun|ilgili haberler|en çok okunanlar|reklam|abone ol|giriş yap
üye ol|iletişim|hakkımızda|gizlilik politikası|tüm hakları saklıdır|kabul et|ana sayfa|anasayfa|ara|kapat|sonraki|önceki
اشتراک‌گذاری|اشتراک گذاری|چاپ|نظرات|ارسال نظر|نظر شما|ادامه مطلب|بیشتر بخوانید|بیشتر بدانید|مطالب مرتبط|اخبار مرتبط
پربازدیدترین|تبلیغات|ورود|ثبت نام|تماس با ما|درباره ما|تمام حقوق محفوظ است|صفحه اصلی|جستجو|برچسب‌ها
شیئر کریں|تبصرے|مزید پڑھیں|یہ بھی پڑھیں|متعلقہ خبریں|اشتہار|ہم سے رابطہ کریں
शेयर करें|टिप्पणियाँ|टिप्पणी करें|और पढ़ें|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|विज्ञापन|सब्सक्राइब करें|लॉग इन करें|होम
κοινοποίηση|σχόλια|διαβάστε περισσότερα|διαβάστε επίσης|δείτε επίσης|σχετικά άρθρα|διαφήμιση|εγγραφή|σύνδεση|επικοινωνία
dela|dela artikeln|kommentarer|läs mer|läs också|läs även|annons|prenumerera|logga in|kontakta oss|hem|sök|stäng
del artiklen|læs mere|læs også|annonce|log ind|søg|luk|les mer|les også|logg inn|annonse|søk|lukk
jaa|kommentit|lue lisää|lue myös|mainos|kirjaudu sisään|tilaa|etusivu|haku|sulje
megosztás|hozzászólások|tovább olvasom|olvassa el ezt is|kapcsolódó cikkek|hirdetés|bejelentkezés|regisztráció
distribuie|comentarii|citește și|citeşte şi|citește mai mult|vezi și|publicitate|abonează-te|autentificare
שתף|שתפו|תגובות|הוסף תגובה|קרא עוד|קראו עוד|קראו גם|כתבות נוספות|פרסומת|התחברות|הרשמה|צור קשר|כל הזכויות שמורות
bagikan|komentar|baca juga|baca selengkapnya|selengkapnya|artikel terkait|berita terkait|iklan|masuk|daftar|beranda
chia sẻ|bình luận|xem thêm|đọc thêm|tin liên quan|quảng cáo|đăng nhập|đăng ký|trang chủ
分享|分享到|分享至|打印|评论|評論|发表评论|阅读更多|閱讀更多|阅读全文|更多|相关新闻|相關新聞|相关阅读|延伸阅读|延伸閱讀|广告|廣告|登录|注册
返回顶部|联系我们|关于我们|版权所有|首页|首頁|搜索|关闭|上一篇|下一篇
シェア|シェアする|ツイート|印刷|コメント|続きを読む|もっと見る|関連記事|あわせて読みたい|広告|ログイン|会員登録|お問い合わせ|ホーム|検索|閉じる
공유|공유하기|인쇄|댓글|댓글 쓰기|더보기|더 보기|관련기사|관련 기사|광고|로그인|회원가입|홈|검색|닫기
"""

# The start of a short line that goes on with something else: the title of another article, a date, a name of a site.
LEADS = """
read also|also read|read more:|read more at|read next|see also:|related:|more:|watch:|listen:|don't miss|recommended:
share this|share on|follow us on|sign up for|sign up to|subscribe to our|tags:|filed under|topics:|categories:|category:
posted in|posted on|posted by|published on|published:|last updated|updated:|last modified|copyright|all rights reserved
this website uses cookies|this site uses cookies|we use cookies|by continuing to use this|by clicking accept|click here to
اقرأ أيضا|إقرأ أيضا|اقرأ أيضاً|أقرأ أيضا|اقرأ كذلك|واقرأ أيضا|اقرأ المزيد|لقراءة المزيد|للمزيد:|شاهد أيضا|قد يهمك|مواضيع ذات صلة
أخبار ذات صلة|تابعنا على|تابعونا على|شارك على|مشاركة عبر|اشترك في|كلمات مفتاحية|الوسوم:|وسوم:|آخر تحديث|تاريخ النشر
نشر في:|تم النشر|جميع الحقوق محفوظة|حقوق النشر|نستخدم ملفات تعريف الارتباط|يستخدم هذا الموقع ملفات تعريف الارتباط|انقر هنا
lire aussi|à lire aussi|à lire également|lire également|voir aussi :|sur le même sujet|publié le|mis à jour le|mise à jour
partager sur|suivez-nous sur|abonnez-vous à|tous droits réservés|ce site utilise des cookies|nous utilisons des cookies
en poursuivant votre navigation|mots-clés :
lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|auch interessant:|veröffentlicht am|aktualisiert am|stand:
teilen auf|folgen sie uns|alle rechte vorbehalten|diese website verwendet cookies|wir verwenden cookies|schlagwörter:
lee también|lea también|leer más:|te puede interesar|publicado el|actualizado el|última actualización|compartir en
síguenos en|suscríbete a|todos los derechos reservados|este sitio utiliza cookies|este sitio web utiliza cookies
utilizamos cookies|usamos cookies|etiquetas:
leggi anche|leggi tutto|pubblicato il|aggiornato il|ultimo aggiornamento|condividi su|seguici su|tutti i diritti riservati
questo sito utilizza|utilizziamo i cookie
leia também|leia mais:|veja também|publicado em|atualizado em|compartilhe no|siga-nos|todos os direitos reservados
este site usa cookies|este site utiliza cookies
lees ook|lees meer:|gepubliceerd op|bijgewerkt op|laatst bijgewerkt|volg ons op|deze website gebruikt cookies|wij gebruiken cookies
читайте также|читать также|смотрите также:|опубликовано|обновлено|последнее обновление|подписывайтесь на|подпишитесь на
поделиться в|все права защищены|мы используем|этот сайт использует|теги:
читайте також|дивіться також|опубліковано|оновлено|підписуйтесь на|всі права захищені
czytaj także|czytaj też|czytaj również|przeczytaj także|zobacz także|zobacz też|opublikowano|aktualizacja:|obserwuj nas
ta strona używa|ta strona korzysta|wszelkie prawa zastrzeżone
čtěte také|čtěte též|přečtěte si také|publikováno|aktualizováno|tento web používá
ayrıca okuyun|ilgili haber:|yayınlanma tarihi|güncelleme tarihi|son güncelleme|bizi takip edin|bu site çerez|tüm hakları saklıdır
بیشتر بخوانید|مطالب مرتبط|تاریخ انتشار|آخرین به‌روزرسانی|کد خبر|کلیدواژه
مزید پڑھیں|یہ بھی پڑھیں|متعلقہ خبر|आगे पढ़ें|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|प्रकाशित:|अपडेटेड:
διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|δημοσιεύτηκε|τελευταία ενημέρωση|läs också|läs även|publicerad|uppdaterad
læs også|opdateret|les også|oppdatert|publisert|lue myös|julkaistu|päivitetty|olvassa el|frissítve|citește și|citeşte şi
publicat:|actualizat:|קראו גם|קרא גם|פורסם:|עודכן:|baca juga|baca selengkapnya|diperbarui|xem thêm|đọc thêm|cập nhật
相关阅读|延伸阅读|延伸閱讀|责任编辑|責任編輯|版权所有|関連記事|あわせて読みたい|更新日|公開日|관련기사|입력 :|입력:|수정 :|저작권자
"""

# Networks whose names stand alone in a row of share buttons.
BUTTONS = """
facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|pinterest|reddit|messenger|viber|email|e-mail|mail
sms|print|share|tweet|copy link|copy|link|pocket|flipboard|tumblr|threads|bluesky|mastodon|rss|snapchat|line|wechat|weibo|vk
فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تيليجرام|تليجرام|لينكدإن|لينكد إن|انستغرام|انستقرام|إنستغرام|يوتيوب|تيك توك
سناب شات|ماسنجر|بينتيريست|بريد إلكتروني|البريد الإلكتروني|إيميل|ايميل|طباعة|نسخ|نسخ الرابط|مشاركة|شارك
вконтакте|одноклассники|фейсбук|твиттер|телеграм|вотсап|ватсап|тг|вк
"""
