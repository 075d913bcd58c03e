SELECT sum((a.option = b.option)::INT), count(*) FROM votes a JOIN votes b USING (rollcall)
WHERE a.state = $state AND b.state = $other AND a.option <> 'absent' AND b.option <> 'absent'
