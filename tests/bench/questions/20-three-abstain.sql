SELECT rollcall FROM votes WHERE option = 'abstain' AND state IN ($state, $other, $third) GROUP BY rollcall HAVING count(*) = 3
