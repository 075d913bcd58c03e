SELECT a.rollcall, CASE a.option WHEN 'yes' THEN 'first' ELSE 'second' END FROM votes a JOIN votes b USING (rollcall)
WHERE a.state = $state AND b.state = $other AND (a.option, b.option) IN (('yes', 'no'), ('no', 'yes'))
