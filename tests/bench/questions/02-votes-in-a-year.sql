SELECT rollcall, date, option FROM votes JOIN rollcalls ON rollcall = id
WHERE state = $state AND year(date) = $year AND option <> 'absent'
