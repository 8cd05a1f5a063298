/*
 * syllable.h: which letters make a Vietnamese syllable.
 *
 * By the spelling that the dictionaries of the country share: an initial, a
 * rhyme, a tone; syllables closed by c, ch, p or t have only sắc or nặng. Names of
 * places and peoples of the highlands (Krông, Đắk, Plông) are a list of their own. Any initial goes with any rhyme.
 *
 * Case does not matter. The tone may stand on any vowel. May not know: where the
 * letters come from.
 */
#ifndef VIET_SYLLABLE_H
#define VIET_SYLLABLE_H

#include "core/viet/internal.h"

/* Nothing is missing and nothing too much. */
bool viet_is_syllable(const struct viet_letter *letters, size_t count);

/*
 * More letters, marks or a tone can still make a syllable of it. What stands
 * there keeps its marks; what has none may get one.
 */
bool viet_may_become_syllable(const struct viet_letter *letters, size_t count);

/* More letters or a tone can still make a syllable of it, without another mark on what is there. */
bool viet_lacks_no_mark(const struct viet_letter *letters, size_t count);

/*
 * Where the vowels of a syllable begin and end, not counting the u of "qu" and the
 * i of "gi" where these belong to the initial ("quý", "già", but "gì"). Both COUNT when
 * there are none.
 */
void viet_find_vowels(const struct viet_letter *letters, size_t count, size_t *begin, size_t *end);

/* The letter that carries the tone; COUNT without a vowel. */
size_t viet_tone_place(const struct viet_letter *letters, size_t count, bool newer_style);

#endif
