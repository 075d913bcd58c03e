"""One engine loads one file: run in a process of its own by ``build.py``, which looks at the clock.

loading.py nquads WORKSPACE FILE      the N-Quads of a workspace's record, as the build writes them
loading.py bulk FILE DIR              the store's own bulk loader
loading.py optimized FILE DIR         the same, and its runs merged
loading.py rdflib FILE                rdflib, in memory
loading.py maplib CSV FILE            maplib: the votes of a roll-call file to N-Triples, one triple a vote
loading.py stages CSV WORKSPACE       a build, with the seconds between its reports, as JSON on standard output
"""

import json
import sys
import time
from pathlib import Path

OPTIONS = {"Y": "votedYes", "N": "votedNo", "A": "abstainedFrom", "X": "absentFrom"}


def nquads(workspace: str, file: str) -> None:
    from kg.config import PROGRAM
    from kg.rdf.record import record_nquads
    from kg.workspace import Workspace

    record = Workspace.open(workspace).record()
    record_nquads(record.rollcalls, record.votes, Path(file), PROGRAM)


def bulk(file: str, directory: str) -> None:
    import pyoxigraph

    store = pyoxigraph.Store(directory)
    store.bulk_load(path=file, format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()


def optimized(file: str, directory: str) -> None:
    import pyoxigraph

    store = pyoxigraph.Store(directory)
    store.bulk_load(path=file, format=pyoxigraph.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()


def rdflib(file: str) -> None:
    import rdflib

    rdflib.Dataset().parse(file, format="nquads")


def maplib(csv: str, file: str) -> None:
    import maplib
    import polars as pl

    base = "https://w3id.org/onrecord/"
    votes = pl.read_csv(csv, infer_schema=False, columns=["undl_id", "ms_code", "ms_vote"])
    model = maplib.Model()
    for code, name in OPTIONS.items():
        chosen = votes.filter(pl.col("ms_vote") == code).select(
            subject=base + "id/state/" + pl.col("ms_code"), object=base + "id/event/undl-" + pl.col("undl_id")
        )
        model.map_triples(chosen, predicate=f"{base}ns#{name}")
    model.write(file, format="ntriples")


def stages(csv: str, workspace: str) -> None:
    last = time.perf_counter()
    from kg import pipeline

    took = {"imports": time.perf_counter() - last}
    stage, last = "until the first report", time.perf_counter()

    def progress(name: str, _done: int, _total: int | None) -> None:
        nonlocal stage, last
        now = time.perf_counter()
        took[stage] = took.get(stage, 0.0) + now - last
        stage, last = f"after '{name}'", now

    pipeline.build([csv], Path(workspace), progress)
    progress("the end", 0, None)
    Path(workspace).with_suffix(".json").write_text(json.dumps(took), "utf-8")


if __name__ == "__main__":
    {f.__name__: f for f in (nquads, bulk, optimized, rdflib, maplib, stages)}[sys.argv[1]](*sys.argv[2:])
