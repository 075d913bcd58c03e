SELECT id, option FROM votes JOIN rollcalls ON rollcall = id
WHERE state = $state AND option <> 'absent' AND list_contains(list_transform(string_split(subjects, '|'), lambda s: trim(s)), $subject)
