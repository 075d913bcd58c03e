SELECT b.state, count(*) FROM votes a JOIN votes b USING (rollcall, option)
WHERE a.state = $state AND option <> 'absent' GROUP BY b.state
