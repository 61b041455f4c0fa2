package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// TestUndeclared encodes a story of each language in an encoding that no tag declares.
func TestUndeclared(t *testing.T) {
	stories := map[string]string{
		"ja": "島への船は月曜日に十一週間ぶりに動き始めた。店を営む女性は「小麦粉も我慢もなくなった」と話した。新しい軸は港からトラックで運ばれた。",
		"zh": "开往外岛的渡船星期一恢复航行，此前在船坞里停了十一个星期。开店的女人说：“我们的面粉和耐心都用完了。”新的轴是用卡车从港口运来的。",
		"tw": "開往外島的渡船星期一恢復航行，此前在船塢裡停了十一個星期。開店的女人說：「我們的麵粉和耐心都用完了。」新的軸是用卡車從港口運來的。",
		"ko": "바깥 섬으로 가는 배가 열한 주 만에 월요일 다시 운항을 시작했다. 가게를 하는 여성은 밀가루도 참을성도 다 떨어졌다고 말했다.",
		"ru": "Паром на дальние острова снова пошёл в понедельник после одиннадцати недель в доке. «У нас кончились мука и терпение», сказала хозяйка лавки.",
		"uk": "Пором на далекі острови знову пішов у понеділок після одинадцяти тижнів у доці. «У нас скінчилися борошно й терпіння», сказала господиня крамниці.",
		"el": "Το πλοίο για τα έξω νησιά ξεκίνησε πάλι τη Δευτέρα ύστερα από έντεκα εβδομάδες στη δεξαμενή. Μας τελείωσε το αλεύρι, είπε η γυναίκα του μαγαζιού.",
		"he": "המעבורת אל האיים חזרה לשוט ביום שני אחרי אחד עשר שבועות במספנה. נגמרו לנו הקמח והסבלנות, אמרה בעלת החנות היחידה באי.",
		"ar": "عادت العبارة إلى الجزر البعيدة يوم الاثنين بعد أحد عشر أسبوعا في الحوض. نفد منا الطحين والصبر، قالت صاحبة المتجر الوحيد في الجزيرة.",
		"th": "เรือข้ามฟากไปยังเกาะนอกกลับมาวิ่งอีกครั้งในวันจันทร์หลังจากจอดอยู่ในอู่สิบเอ็ดสัปดาห์ แป้งของเราหมดแล้ว เจ้าของร้านกล่าว",
		"pl": "Prom na dalekie wyspy znów ruszył w poniedziałek po jedenastu tygodniach w doku. „Skończyła się nam mąka i cierpliwość”, powiedziała właścicielka sklepu, jedynego na wyspie, gdzie wciąż żyje ćwierć tysiąca ludzi. Część z nich pływała łódką.",
		"cs": "Přívoz na vzdálené ostrovy vyplul znovu v pondělí po jedenácti týdnech v doku. „Došla nám mouka i trpělivost,“ řekla majitelka jediného obchodu. Nová hřídel přijela nákladním vozem.",
		"tr": "Dış adalara giden vapur, tersanede geçen on bir haftanın ardından pazartesi günü yeniden sefere çıktı. Dükkânı işleten kadın, unumuz ve sabrımız kalmadı, dedi. Yeni şaft kamyonla geldi.",
		"fr": "Le bac des îles éloignées a repris la mer lundi après onze semaines passées à la cale. « Nous étions à court de farine », a déclaré la gérante de l'épicerie, où l'on a fêté l'arrivée de la barge.",
		"de": "Die Fähre zu den äußeren Schären fährt seit Montag wieder, nach elf Wochen in der Werft. „Uns gingen Mehl und Geduld aus“, erzählte die Händlerin; für größere Stücke mußte ein Lkw über Köln fahren.",
	}
	for _, tc := range []struct{ language, encoding string }{
		{"ja", "shift_jis"}, {"ja", "euc-jp"}, {"ja", "iso-2022-jp"}, {"zh", "gb18030"}, {"tw", "big5"}, {"ko", "euc-kr"},
		{"ru", "windows-1251"}, {"ru", "koi8-r"}, {"ru", "iso-8859-5"}, {"uk", "koi8-u"}, {"uk", "windows-1251"},
		{"el", "windows-1253"}, {"he", "windows-1255"}, {"ar", "windows-1256"}, {"th", "windows-874"},
		{"pl", "windows-1250"}, {"cs", "windows-1250"}, {"tr", "windows-1254"}, {"fr", "windows-1252"}, {"de", "windows-1252"},
	} {
		t.Run(tc.language+" in "+tc.encoding, func(t *testing.T) {
			enc, _ := charset.Lookup(tc.encoding)
			body, err := enc.NewEncoder().String("<html><body><article><p class=\"text\">" + stories[tc.language] + "</p></article></body></html>")
			require.NoError(t, err)
			doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
			require.NoError(t, err)
			assert.Equal(t, stories[tc.language], strings.ReplaceAll(doc.Text, "\n\n", " "))
		})
	}
}

func TestLateCharset(t *testing.T) {
	body := "<html><head><!--" + strings.Repeat(" comment", 400) + `--><meta charset="iso-8859-2"></head><body><p>Zaj` +
		"\xb1c i \xbfaba p\xb3yn\xea\xb3y \xb3\xf3dk\xb1 po rzece, a nikt ich nie widzia\xb3.</p></body></html>"
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.Contains(t, doc.Text, "Zając i żaba płynęły łódką")
	assert.Empty(t, doc.Warnings)
}

func TestEncodedTwice(t *testing.T) {
	for _, tc := range []struct{ name, text, want, warning string }{
		{"letters", "Die FÃ¤hre nach BÃ¸mlo fÃ¤hrt wieder, sagt JÃ¸rgen.", "Die Fähre nach Bømlo fährt wieder, sagt Jørgen.",
			"text that was encoded twice was mended in 4 places"},
		{"marks", "â€œWe ran out of flour,â€\u009d she said â€“ and laughed.", "“We ran out of flour,” she said – and laughed.",
			"text that was encoded twice was mended in 3 places"},
		{"right beside wrong", "Café Ã˜stby and CafÃ© Ødegård, naïve as ever.", "Café Østby and Café Ødegård, naïve as ever.",
			"text that was encoded twice was mended in 2 places"},
		{"once is chance", "The sign read Ã¼ and nothing else on that day.", "The sign read Ã¼ and nothing else on that day.", ""},
		{"letters before marks", "Je to těžké – a groß“ sagt er, těžké – groß“.", "Je to těžké – a groß“ sagt er, těžké – groß“.", ""},
		{"right", "SÃO JOÃO, coração e pão: “não”, disse. Ça va? £5, 20°.", "SÃO JOÃO, coração e pão: “não”, disse. Ça va? £5, 20°.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := `<html lang="en"><meta charset="utf-8"><body><p>` + tc.text + `</p></body></html>`
			doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
			require.NoError(t, err)
			assert.Equal(t, tc.want, doc.Text)
			if tc.warning != "" {
				assert.Contains(t, doc.Warnings, tc.warning)
			} else {
				assert.Empty(t, doc.Warnings)
			}
		})
	}
}
