SELECT id, yes, no FROM rollcalls WHERE abs(yes - no) <= 5
