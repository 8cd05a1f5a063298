#!/bin/sh
# Review meetings: an agenda from a filter, conclusions, minutes and notice.
. "${abs_top_srcdir:?}/tests/cli/lib.sh"

test_a_meeting_is_made_from_a_filter_and_ends_with_its_papers() {
	import_plan
	k meeting new section:II --title "Họp giao ban" --on 5/9/2013 --place "Phòng họp 2" --chair "Ông Đỗ Bình" \
		--secretary "Bà Lê Hoa" --present "lãnh đạo các sở" >out
	contains out "Phiên họp mã 1." "Mở phiên họp: Họp giao ban, ngày 05/9/2013"
	k meeting list --format json >out
	contains out '"title": "Họp giao ban"' '"day": "2013-09-05"' '"concluded": 0'
	k meeting decide 1 II.1-1 remind "Gửi báo cáo" --agency STC --due 15/9/2013 >out
	contains out "Kết luận họp: " "Gửi báo cáo"
	k meeting decide 1 II.1-1 free "Mua máy in @STC !30/9/2013" >/dev/null
	k meeting show 1 --format tsv >out
	contains out "remind" "Mua máy in" "chậm nhất ngày 15/9/2013"
	k meeting end 1 >/dev/null
	k meeting notice 1 >out
	contains out "THÔNG BÁO" "1. Sở Tài chính" "Mua máy in" "chậm nhất ngày 30/9/2013" "VIỆC ĐỂ PHIÊN HỌP SAU"
	k meeting minutes 1 >out
	contains out "BIÊN BẢN" "Ông Đỗ Bình" "Bà Lê Hoa" "Phòng họp 2" "Việc mới được giao"
	k check >out
}

test_a_notice_is_a_word_document_that_can_be_read() {
	import_plan
	k meeting new section:II >/dev/null
	k meeting decide 1 II.1-1 note 'Kinh phí <5 triệu> & nhân lực' >/dev/null
	k meeting notice 1 --format docx -o tb.docx
	[ "$(head -c 2 tb.docx)" = PK ]
	k import --dry-run tb.docx >out 2>&1 || :
	k import --review tb.docx >out 2>&1 </dev/null || :
	if command -v unzip >/dev/null; then
		unzip -p tb.docx word/document.xml >xml
		contains xml "THÔNG BÁO" "Kinh phí &lt;5 triệu&gt; &amp; nhân lực" "Độc lập - Tự do - Hạnh phúc"
	fi
	k meeting minutes 1 -o BB.DOCX
	[ "$(head -c 2 BB.DOCX)" = PK ]
	k meeting minutes 1 --format text -o bb.docx
	contains bb.docx "BIÊN BẢN"
	expect 2 k meeting notice 1 --format odt
	refused "odt"
}

test_undo_takes_a_conclusion_back_with_its_change() {
	import_plan
	k meeting new section:II >/dev/null
	k export >before
	k meeting decide 1 II.1-1 done "Báo cáo 4/BC" >/dev/null
	k meeting list --format tsv >out
	k undo >out
	contains out "Kết luận họp: "
	k export >after
	same before after
	k meeting show 1 --format tsv >out
	lacks out "done"
	k redo >/dev/null
	k meeting show 1 --format tsv >out
	contains out "done"
}

test_what_is_left_open_goes_to_the_next_agenda() {
	import_plan
	k meeting new section:II >/dev/null
	k meeting decide 1 II.1-1 postpone "chờ báo cáo" >/dev/null
	k meeting end 1 >/dev/null
	k meeting new section:III >out
	contains out "việc phiên trước chưa kết luận"
	k meeting show 2 --format tsv >out
	[ "$(sed -n 2p out | cut -f 2)" = II.1-1 ]
	k meeting agenda 2 III-1 --format tsv >out
	[ "$(sed -n 2p out | cut -f 2)" = III-1 ]
	[ "$(sed -n 3p out | cut -f 2)" = II.1-1 ]
}

test_what_cannot_be_is_refused() {
	import_plan
	expect 1 k meeting show
	refused "Chưa có phiên họp"
	expect 1 k meeting new "không có việc này đâu"
	refused "bộ lọc"
	k meeting new section:II >/dev/null
	expect 2 k meeting frob
	refused "frob"
	expect 1 k meeting show 9
	refused "mã 9"
	expect 2 k meeting decide 1 II.1-1 nghi
	refused "decide"
	expect 1 k meeting decide 1 II.1-1 extend "thiếu kinh phí"
	refused "hạn mới"
	expect 1 k meeting decide 1 II.1-1 reassign
	refused "chủ trì"
	expect 2 k meeting new --on "lung tung"
}

run_tests
