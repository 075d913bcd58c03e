SELECT id, date, state FROM votes JOIN rollcalls ON rollcall = id WHERE symbol = $symbol AND option = 'abstain'
