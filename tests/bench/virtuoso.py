"""Virtuoso, from Debian's package ``virtuoso-opensource``: a server of our own in a folder of its own."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from asking import Question, Row, sparql
from engines import PATIENCE

SERVER, CLIENT = "virtuoso-t", "isql-vt"

# 1.4 GB of buffers, as its makers advise for 2 GB; no limit on the rows of an answer.
SETTINGS = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {folder}, {data}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
MaxQueryMem = 2G
[HTTPServer]
ServerPort = {http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000000
MaxQueryExecutionTime = {patience}
MaxQueryCostEstimationTime = 100000
"""


def missing() -> str | None:
    """Why Virtuoso cannot be asked, or None."""
    lacking = [name for name in (SERVER, CLIENT) if shutil.which(name) is None]
    return f"no {' and no '.join(lacking)}: apt-get install virtuoso-opensource" if lacking else None


class Virtuoso:
    """A server over HTTP, with one connection that stays open."""

    name = "Virtuoso"

    def __init__(self, quads: Path, folder: Path) -> None:
        folder.mkdir()
        self._sql, self._http = _free_port(), _free_port()
        settings = folder / "virtuoso.ini"
        settings.write_text(
            SETTINGS.format(folder=folder, data=quads.parent, sql=self._sql, http=self._http, patience=int(PATIENCE)),
            "ascii",
        )
        self._process = subprocess.Popen(
            [SERVER, "+foreground", "+configfile", str(settings)],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._wait()
            self._run(f"ld_dir('{quads.parent}', '{quads.name}', 'urn:bench'); rdf_loader_run(); checkpoint;")
        except BaseException:
            self.close()
            raise
        self._connection = HTTPConnection("127.0.0.1", self._http, timeout=PATIENCE + 30)

    def ask(self, question: Question, case: Mapping[str, str]) -> list[Row] | None:
        body = urlencode({"query": sparql(question, case), "format": "application/sparql-results+json"})
        self._connection.request("POST", "/sparql", body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self._connection.getresponse()
        data = answer.read()
        if answer.status != 200:
            raise RuntimeError(" ".join(data.decode("utf-8", "replace").split())[:120])
        found = json.loads(data)
        names = found["head"]["vars"]
        return [tuple([row[name]["value"] for name in names]) for row in found["results"]["bindings"]]

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        for _ in range(240):
            if self._process.poll() is not None:
                raise RuntimeError(f"{SERVER} did not start: exit code {self._process.returncode}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._http)) == 0:
                    return
            time.sleep(0.25)
        raise RuntimeError(f"{SERVER} does not answer")

    def _run(self, commands: str) -> None:
        words = [CLIENT, f"127.0.0.1:{self._sql}", "dba", "dba", f"exec={commands}"]
        subprocess.run(words, check=True, capture_output=True, timeout=1800)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
