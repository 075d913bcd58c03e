SELECT session, count(*) FROM votes JOIN rollcalls ON rollcall = id
WHERE state = $state AND option = 'no' AND body = 'UNGA' GROUP BY session
