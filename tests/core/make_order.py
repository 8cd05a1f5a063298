#!/usr/bin/python3
"""Make tests/fixtures/order.txt: names in the order of ICU's collation for `vi`, a line each.

    tests/core/make_order.py >tests/fixtures/order.txt

Needs Debian's python3-icu. The names are made up from the lists below by a generator with a fixed
seed; no two lines compare equal, so that each must sort strictly behind the one above it.
"""
import random
import sys
import unicodedata

import icu

VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđghklmnpqrstvxfjwz"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
SYLLABLES = ("an anh ánh ăn ấn ân bà bá bả bã bạ ban bàn bản bán bạn bằng bắc bộ bồ bố ca cà cả cần cẩm công cộng "
             "cư cứ cử da dạ dài dân dẫn dung dũng dụng đa đà đá đả đai đài đãi đại đan đàn đạo đắk đăng đặng đầm "
             "đất đồng đông đống đức em êm giang giáo gia hà hạ hải hành hạnh hoa hòa hoà hóa hoá hoàn hoàng học hồ "
             "hộ hội hợp huệ hưng hương kế khoa khoẻ khỏe kon kỳ kỹ kĩ lạng lăng lâm lập lí lộc lũng lương lý mai "
             "minh mộ môi mỹ nam năm nắm nằm nậm ngang nghĩa ngoại ngọc nguyên nguyễn nhân nhạn nội nông oanh ơn phú "
             "phủ phương qua quan quân quản quang quảng quế quý quỳ sơn sở ta tà tả tam tạm tân tấn tây thành thanh "
             "thịnh thông thủ thu thư tỉnh tịnh trà trung trưng trường tư tứ tự ủy uỷ vân văn vĩnh việt vũ vụ xã xuân "
             "y ý yên yến").split()
OTHERS = ("Krông H'Mông K'Ho H'Leo Y Ê-ban Čư M’gar J’rai Ƀuôn Ea Kar Pleiku KonTum A-lưới Café Ñam UBND HĐND TT&TT "
          "62/KH-UBND 07/CT-TTg PTNT TP. Q.1 (mới) Số: 1 2 10 12A 12B 3/2 30c 2011-2020 2011–2020 “một” \"hai\" và").split()
HEADS = ("Sở", "SỞ", "Ban", "Bộ", "UBND xã", "UBND huyện", "UBND tỉnh", "Ủy ban", "Uỷ ban", "Phòng", "Văn phòng")
JOINTS = [" "] * 12 + ["-", " - ", ", ", " và ", "\u00A0", "  "]


def letters(pick):
    """A few letters of any tone and case, now and then with a sign or a digit."""
    text = ""
    for _ in range(pick.randint(1, 4)):
        if pick.random() < 0.6:
            text += pick.choice(VOWELS) + pick.choice(TONES)
        else:
            text += pick.choice(CONSONANTS)
        if pick.random() < 0.15:
            text += pick.choice(" -'’.,;:!?()/&+%*0123456789")
    return pick.choice((text, text.upper(), text.capitalize()))


def name(pick):
    """As bodies, people and places are called."""
    words = [pick.choice(OTHERS) if pick.random() < 0.15 else pick.choice(SYLLABLES)
             for _ in range(pick.randint(1, 3))]
    words = [word if pick.random() < 0.3 else word[0].upper() + word[1:] for word in words]
    if pick.random() < 0.2:
        words.insert(0, pick.choice(HEADS))
    text = words[0]
    for word in words[1:]:
        text += pick.choice(JOINTS) + word
    return text.upper() if pick.random() < 0.1 else text


def main():
    collator = icu.Collator.createInstance(icu.Locale("vi"))
    pick = random.Random(62)
    made = [letter + tone for letter in VOWELS for tone in TONES] + list(CONSONANTS)
    made += [text.upper() for text in made]
    made += [letters(pick) for _ in range(700)] + [name(pick) for _ in range(1600)]
    by_key = {}
    for text in made:
        form = "NFD" if pick.random() < 0.2 else "NFC"
        by_key.setdefault(collator.getSortKey(text), unicodedata.normalize(form, text))
    sys.stdout.write("".join(by_key[key] + "\n" for key in sorted(by_key)))


main()
