SELECT option, count(*) FROM votes GROUP BY option
