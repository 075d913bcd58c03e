SELECT CASE option WHEN 'yes' THEN 'votedYes' WHEN 'no' THEN 'votedNo' WHEN 'abstain' THEN 'abstainedFrom' ELSE 'absentFrom' END, count(*)
FROM votes WHERE rollcall = $event GROUP BY option
