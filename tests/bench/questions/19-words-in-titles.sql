SELECT DISTINCT title FROM rollcalls WHERE contains(title, $word)
