SELECT body, year(date), count(*) FROM rollcalls GROUP BY body, year(date)
