#include "core/viet/input.h"
#include "core/viet/internal.h"

static const char tone_keys[TONE_COUNT] = {
	[TONE_GRAVE] = 'f', [TONE_HOOK] = 'r', [TONE_TILDE] = 'x', [TONE_ACUTE] = 's', [TONE_DOT] = 'j',
};

uint32_t viet_telex_tone_key(uint32_t letter)
{
	struct viet_letter split;

	return viet_split(letter, &split) ? (uint32_t)tone_keys[split.tone] : 0;
}

uint32_t viet_telex_mark_key(uint32_t before, uint32_t made)
{
	struct viet_letter old = { 0 }, new;

	if (!viet_split(made, &new))
		return 0;
	viet_split(before, &old);
	if (new.mark == MARK_NONE || (new.mark == old.mark && new.base == old.base))
		return 0;
	if (new.mark == MARK_CIRCUMFLEX)
		return new.base;
	return new.mark == MARK_BAR ? 'd' : 'w';
}
