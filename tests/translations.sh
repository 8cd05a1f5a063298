#!/bin/sh
# The words that a person reads: all known to the translators, all in English, and shown. TAP.
kehoach=$PWD/kehoach
cd "${srcdir:-.}" || exit 99

if ! command -v xgettext >/dev/null || ! command -v msgmerge >/dev/null; then
	echo "1..0 # SKIP the tools of gettext are not here"
	exit 0
fi
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

number=0

# holds NAME FINDINGS
holds() {
	number=$((number + 1))
	if [ -z "$2" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# `_("…")` stands in comments.
not_in_potfiles() {
	find core db office tui cli -name '*.[ch]' | sort |
		xargs grep -lE '(^|[^A-Za-z_])N?_\("[^…]' | while read -r file; do
		grep -qxF -- "$file" po/POTFILES.in || echo "$file"
	done
}

# The English of the words that are in the sources now.
take_up_sources() {
	xgettext --keyword=_ --keyword=N_ --from-code=UTF-8 --files-from=po/POTFILES.in --output="$work/kehoach.pot" &&
		msgmerge --quiet --output-file="$work/en.po" po/en.po "$work/kehoach.pot"
}

not_translated() {
	msgfmt --statistics --output-file=/dev/null "$work/en.po" 2>&1 | grep -E 'untranslated|fuzzy'
	msgattrib --no-obsolete --no-wrap --untranslated "$work/en.po" | grep '^msgid "[^"]'
	msgattrib --no-obsolete --no-wrap --only-fuzzy "$work/en.po" | grep '^msgid "[^"]'
}

# What may lag behind the sources is only announced.
lags() {
	if [ -z "$2" ]; then holds "$1" ""; else holds "$1 # TODO" "$2"; fi
}

# In a locale that every machine has.
help_in() {
	LC_ALL=C.UTF-8 KEHOACH_LOCALEDIR=$work "$kehoach" --lang "$1" --help || echo "no help — it ended with $?"
}

vietnamese() {
	LC_ALL=C grep '[^[:print:][:space:]]'
}

echo 1..5
take_up_sources || exit 99
holds "every file with words for people is in POTFILES.in" "$(not_in_potfiles 2>&1)"
holds "the formats of the translation are those of the sources" \
	"$(msgfmt --check-format --output-file=/dev/null "$work/en.po" 2>&1)"
lags "every word has its English" "$(not_translated 2>&1)"

mkdir -p "$work/en/LC_MESSAGES"
msgfmt --output-file="$work/en/LC_MESSAGES/kehoach.mo" "$work/en.po"
lags "the help in English has no Vietnamese letter" "$(help_in en | vietnamese)"
holds "the help in Vietnamese has some" "$(help_in vi | vietnamese >"$work/vi"; [ -s "$work/vi" ] || echo none)"
