SELECT state, count(*) FROM votes JOIN rollcalls ON rollcall = id WHERE option = 'no' AND outcome = 'adopted' GROUP BY state
