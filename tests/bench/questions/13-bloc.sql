SELECT rollcall, count(*) FILTER (option = 'yes'), count(*) FILTER (option = 'no'), count(*) FILTER (option = 'abstain')
FROM votes JOIN members USING (state) WHERE bloc = $bloc AND option <> 'absent'
GROUP BY rollcall HAVING count(DISTINCT option) > 1
