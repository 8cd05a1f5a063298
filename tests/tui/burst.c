#include "burst.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "core/viet/viet.h"

const char *const burst_sentences[] = {
	/* Toor chuwcs hooij nghij phoor bieens dduowngf loois cuar Uyr ban tuwf quys IIII */
	"T To Tô Tổ|c ch chu chư chưc chức|h ho hô hôi hội|n ng ngh nghi nghị|p ph pho phô phổ|b bi bie biê biên biến|"
	"d đ đu đuo đươ đươn đương đường|l lo lô lối|c cu cua của|U Uy Ủy|b ba ban|t tu tư từ|q qu quy quý|I II III IIII",
	/* To63 chuc71 hoi65 nghi5 pho63 bien61 duong972 loi61 cua3 Uy3 ban tu72 quy1 4 */
	"T To Tô Tổ|c ch chu chuc chưc chức|h ho hoi hôi hội|n ng ngh nghi nghị|p ph pho phô phổ|b bi bie bien biên biến|"
	"d du duo duon duong đuong đương đường|l lo loi lôi lối|c cu cua của|U Uy Ủy|b ba ban|t tu tư từ|q qu quy quý|4",
	/* marks behind the word, a lone w, one taken back, and a word that goes back to its keys before the blank */
	"t ti tie tien tieng tiêng tiếng|ư|n nư nưo nươ nươc nước|a á as|t te tet tét téts test|ư w|Đ ĐĂ ĐĂN ĐĂNG",
	NULL,
};

static void add_letters(struct strbuf *out, enum burst_style style, const char *text)
{
	size_t length;
	uint8_t *apart;

	if (style != BURST_DECOMPOSED) {
		strbuf_add_text(out, text);
		return;
	}
	apart = u8_normalize(UNINORM_NFD, (const uint8_t *)text, strlen(text), NULL, &length);
	strbuf_add(out, (const char *)apart, length);
	free(apart);
}

static size_t same_beginning(const char *old, const char *new)
{
	size_t same = 0;

	while (old[same] && new[same]) {
		size_t length = viet_letter_length(old, strlen(old), same);

		if (strncmp(old + same, new + same, length) != 0)
			break;
		same += length;
	}
	return same;
}

void burst_add(struct strbuf *out, enum burst_style style, const char *old, const char *new)
{
	size_t same = same_beginning(old, new);
	const char *ghost = style == BURST_EVKEY ? "\u202f\x7f" : style == BURST_OPENKEY ? "\u200c\x7f" : "";

	if (old[same])
		strbuf_add_text(out, ghost);
	for (size_t at = same; old[at]; at += viet_letter_length(old, strlen(old), at))
		strbuf_add_char(out, style == BURST_CONTROL_H ? '\b' : '\x7f');
	add_letters(out, style, new + same);
}

void burst_sentence(struct strbuf *out, enum burst_style style, const char *looks)
{
	char *copy = xstrdup(looks), *words = copy, *word, *look;

	while ((word = strsep(&words, "|"))) {
		const char *before = "";

		while ((look = strsep(&word, " "))) {
			burst_add(out, style, before, look);
			before = look;
		}
		if (words)
			strbuf_add_char(out, ' ');
	}
	free(copy);
}

void burst_text(struct strbuf *out, const char *looks)
{
	char *copy = xstrdup(looks), *words = copy, *word;

	while ((word = strsep(&words, "|"))) {
		const char *last = strrchr(word, ' ');

		strbuf_add_text(out, last ? last + 1 : word);
		if (words)
			strbuf_add_char(out, ' ');
	}
	free(copy);
}
