SELECT rollcall, option FROM votes WHERE state = $state
