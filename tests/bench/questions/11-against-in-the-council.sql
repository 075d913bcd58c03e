SELECT id, date FROM votes JOIN rollcalls ON rollcall = id WHERE state = $state AND option = 'no' AND body = 'UNSC'
