"""Which names are one official, which reports one event: judged with a score and a reason, never rewritten."""
