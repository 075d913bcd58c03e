SELECT state, option FROM votes WHERE rollcall = $event
