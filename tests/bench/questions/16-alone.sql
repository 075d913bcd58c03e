SELECT id, state FROM votes JOIN rollcalls ON rollcall = id WHERE option = 'no' AND no = 1
