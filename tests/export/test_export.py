"""What a user takes away: the same bytes every time, RDF that any tool reads, tables with their sources."""

import csv
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import networkx as nx
import polars as pl
import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from kg.config import ONTOLOGY, SAMPLES
from kg.export import LongRecord, export
from kg.ids import entity, graph
from kg.load.rollcall import read_record
from kg.rdf.record import record_nquads
from kg.terms import BlankNode, Quad, literal
from kg.vocab import KG, RDF, RDFS

VALID = ONTOLOGY / "examples/valid"
HOME = {
    "actors": graph("ontology"),
    "gazette": graph("document", "gazette"),
    "record": graph("record", "UNGA", "11emsp"),
    "verdicts": graph("verdicts"),
    "wire": graph("document", "wire"),
}
FORMATS = {"nq": "nquads", "trig": "trig", "ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}
RAPPER = {"nq": "nquads", "trig": "trig", "ttl": "turtle", "rdf": "rdfxml"}


@pytest.fixture(scope="module")
def world():
    return [
        Quad(q.subject, q.predicate, q.object, home)
        for name, home in HOME.items()
        for q in parse(path=VALID / f"{name}.ttl")
    ]


@pytest.fixture(scope="module")
def network():
    network = nx.Graph(name="alignment")
    network.add_node("USA", label="United States", bloc=None)
    network.add_edge("USA", "RUS", weight=2 / 3, words=["abstained\x0c", "voted"], shared=3)
    return network


@pytest.fixture(scope="module")
def dump(world, network, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dump")
    export(world, folder, {"alignment": network})
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def rows(dump: Path, name: str) -> list[dict[str, str]]:
    with (dump / f"tables/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def triples(dump: Path, name: str) -> int:
    manifest = json.loads((dump / "manifest.json").read_text(encoding="utf-8"))
    return next(f["triples"] for f in manifest["files"] if f["path"] == name)


def test_two_exports_are_the_same_bytes(world, network, dump, tmp_path):
    export(reversed(world), tmp_path, {"alignment": network.copy()})
    assert content(tmp_path) == content(dump)


def test_another_process_writes_the_same_bytes(dump, tmp_path):
    """Neither the clock nor the order of a hash table gets into a file."""
    program = (
        "import sys; from pathlib import Path; from pyoxigraph import parse, RdfFormat; from kg.export import export\n"
        "export(parse(path=sys.argv[1], format=RdfFormat.N_QUADS), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", program, str(dump / "onrecord.nq"), str(tmp_path)]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "7"})
    for name in ("onrecord.trig", "onrecord.ttl", "onrecord.rdf", "onrecord.jsonld", "tables/votes.csv"):
        assert (tmp_path / name).read_bytes() == (dump / name).read_bytes(), name


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("suffix", FORMATS)
def test_rdflib_reads_every_triple(dump, suffix):
    name = f"onrecord.{suffix}"
    dataset = rdflib.Dataset()
    dataset.parse(dump / name, format=FORMATS[suffix])
    assert sum(len(g) for g in dataset.graphs()) == triples(dump, name)


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper is not installed")
@pytest.mark.parametrize("suffix", RAPPER)
def test_rapper_reads_every_triple(dump, suffix):
    name = f"onrecord.{suffix}"
    command = ["rapper", "-c", "-i", RAPPER[suffix], str(dump / name)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"returned {triples(dump, name)} triples" in done.stderr
    assert "arning" not in done.stderr


def test_all_syntaxes_say_the_same(world, dump):
    named = set(world)
    for suffix, kind in (("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)):
        assert set(parse(path=dump / f"onrecord.{suffix}", format=kind)) == named, suffix
    union = {q.triple for q in world}
    for suffix, kind in (("ttl", RdfFormat.TURTLE), ("rdf", RdfFormat.RDF_XML)):
        assert {q.triple for q in parse(path=dump / f"onrecord.{suffix}", format=kind)} == union, suffix


def test_json_ld_reads_like_json(dump):
    data = json.loads((dump / "onrecord.jsonld").read_text(encoding="utf-8"))
    wire = next(g for g in data["graph"] if g["id"] == HOME["wire"].value)
    vote = next(n for n in wire["graph"] if n["id"].endswith("vote/es117-hun-abstain"))
    assert vote["type"] == "Vote"
    assert vote["option"] == "Abstain"
    assert vote["voter"] == entity("state", "HUN").value
    tally = next(n for n in wire["graph"] if n["id"].endswith("tally/es118-93-8-74"))
    assert (tally["yes"], tally["no"], tally["abstain"]) == (93, 8, 74)


def test_turtle_is_readable(dump):
    text = (dump / "onrecord.ttl").read_text(encoding="utf-8")
    assert "state:USA a kg:State" in text
    assert "kg:votedNo" in text


def test_manifest_names_every_file_with_its_checksum(dump):
    manifest = json.loads((dump / "manifest.json").read_text(encoding="utf-8"))
    listed = {f["path"]: f for f in manifest["files"]}
    files = content(dump)
    assert set(files) == {*listed, "manifest.json"}
    for path, file in listed.items():
        assert file["sha256"] == hashlib.sha256(files[path]).hexdigest()
        assert file["bytes"] == len(files[path])
        assert file["media_type"]
    assert manifest["licence"] == "https://creativecommons.org/publicdomain/zero/1.0/"


def test_votes_have_their_source(dump):
    votes = rows(dump, "votes")
    (told,) = [v for v in votes if v["state"] == "HUN" and v["vote"] == "abstain" and v["article"]]
    assert (told["symbol"], told["article"], told["words"]) == ("A/RES/ES-11/7", "wire", "Hungary abstained")
    assert told["finding"] == "contradicted"
    text = (VALID / "wire.txt").read_text(encoding="utf-8")
    assert text[int(told["start"]) : int(told["end"])] == "Hungary abstained"
    (recorded,) = [v for v in votes if v["state"] == "HUN" and v["symbol"] == "A/RES/ES-11/7" and v["record"]]
    assert recorded["vote"] == "no"
    assert recorded["record"].endswith("record/undl-4076672")


def test_other_tables_hold_one_row_per_claim(world, dump):
    claims = rows(dump, "claims")
    assert len(claims) == sum(q.predicate == RDF.type and q.object == KG.Claim for q in world)
    assert [s["speaker"] for s in rows(dump, "statements")] == ["Dorothy Shea", "Vassily Nebenzia"]
    talks = rows(dump, "negotiations")[0]
    assert (talks["kind"], talks["place"], talks["from"]) == ("talks", "Riyadh", "2025-02-18")
    assert talks["participants"] == "Marco Rubio | Sergey Lavrov | Russia | United States"


def test_csvw_describes_every_column(dump):
    metadata = json.loads((dump / "tables/csv-metadata.json").read_text(encoding="utf-8"))
    assert {t["url"] for t in metadata["tables"]} == {p.name for p in (dump / "tables").glob("*.csv")}
    for table in metadata["tables"]:
        name = table["url"].removesuffix(".csv")
        with (dump / f"tables/{name}.csv").open(encoding="utf-8", newline="") as file:
            head = next(csv.reader(file))
        columns = table["tableSchema"]["columns"]
        assert [c["name"] for c in columns] == head
        assert all(c["dc:description"] for c in columns)
        whole = [c["name"] for c in columns if c["datatype"] == "integer"]
        assert all(not row[c] or row[c].isdigit() for row in rows(dump, name) for c in whole)


def test_networks_come_back_as_they_were(dump):
    back = nx.read_graphml(dump / "networks/alignment.graphml")
    assert set(back.nodes) == {"USA", "RUS"}
    assert back.edges["RUS", "USA"]["shared"] == 3
    assert back.edges["RUS", "USA"]["weight"] == pytest.approx(2 / 3)
    assert nx.read_gexf(dump / "networks/alignment.gexf").number_of_edges() == 1
    gexf = (dump / "networks/alignment.gexf").read_text(encoding="utf-8")
    assert "lastmodified" not in gexf
    assert "\ufffd" in gexf


def test_void_counts_and_names_the_dumps(world, dump):
    void = rdflib.Graph().parse(dump / "void.ttl")
    dataset = rdflib.URIRef("https://w3id.org/onrecord/dataset")
    ns = rdflib.Namespace("http://rdfs.org/ns/void#")
    assert void.value(dataset, ns.triples).toPython() == len(world)
    assert len(list(void.objects(dataset, ns.dataDump))) == len(FORMATS)
    parts = [void.value(p, ns.triples).toPython() for p in void.objects(dataset, ns.subset)]
    assert sum(parts) == len(world)


def test_readme_says_licence_and_sources(dump):
    text = (dump / "README.md").read_text(encoding="utf-8")
    assert "CC0 1.0" in text
    assert "Dag\nHammarskjöld Library" in text
    assert "onrecord.trig" in text


def test_control_characters_survive_where_they_can(tmp_path):
    quad = Quad(entity("group", "g"), RDFS.label, literal("form\x0cfeed"), graph("document", "d"))
    export([quad], tmp_path)
    assert set(parse(path=tmp_path / "onrecord.nq")) == {quad}
    (read,) = parse(path=tmp_path / "onrecord.rdf", format=RdfFormat.RDF_XML)
    assert read.object.value == "form\ufffdfeed"


def test_blank_nodes_of_a_stranger_get_stable_names(tmp_path):
    def strange(*names):
        yield from (Quad(BlankNode(n), RDFS.label, literal(t), graph("x")) for n, t in zip(names, "ab", strict=True))

    export(strange("n1", "n2"), tmp_path / "one")
    export(strange("m7", "m3"), tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_empty_graph_is_exported(tmp_path):
    manifest = export([], tmp_path)
    assert {f.triples for f in manifest.files if f.path.startswith("onrecord.")} == {0}


def test_new_export_replaces_the_old_and_leaves_other_files(world, network, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    export(world, tmp_path, {"alignment": network})
    export(world, tmp_path)
    assert not (tmp_path / "networks/alignment.gexf").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_manifest_that_points_elsewhere_removes_nothing(tmp_path):
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    folder = tmp_path / "dump"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"files": [{"path": "../precious.txt"}]}))
    export([], folder)
    assert precious.exists()


def test_a_long_record_goes_into_compressed_n_quads_and_parquet_alone(world, tmp_path):
    record = read_record(SAMPLES / "rollcalls.csv")
    long = LongRecord(record.rollcalls, record.votes, "onrecord@0")
    others = [q for q in world if q.graph_name != HOME["record"]]
    manifests = [export(others, tmp_path / name, record=long).to_json() for name in ("one", "two")]
    assert manifests[0] == manifests[1]
    folder = tmp_path / "one"
    packed = (folder / "onrecord.nq.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
    lines = gzip.decompress(packed).decode().splitlines()
    assert lines == sorted(lines)
    count = record_nquads(record.rollcalls, record.votes, tmp_path / "record.nq", "onrecord@0")
    assert len(lines) == len(others) + count == triples(folder, "onrecord.nq.gz")
    assert set(parse("\n".join(lines), format=RdfFormat.N_QUADS)) == {*others, *parse(path=tmp_path / "record.nq")}
    homes = {q.graph_name for q in parse(path=folder / "onrecord.trig")}
    assert homes == set(HOME.values()) - {HOME["record"]}
    assert pl.read_parquet(folder / "tables/rollcall-votes.parquet").equals(record.votes)
    void = rdflib.Graph().parse(folder / "void.ttl")
    part = rdflib.URIRef("https://w3id.org/onrecord/dataset/record")
    assert void.value(part, rdflib.VOID.triples).toPython() == count


def test_popolo_profile_has_a_node_for_every_vote(world, tmp_path):
    export(world, tmp_path, profile="popolo")
    opengov, schema = rdflib.Namespace("http://www.w3.org/ns/opengov#"), rdflib.Namespace("http://schema.org/")
    graph = rdflib.Graph().parse(tmp_path / "onrecord.ttl")
    votes = set(graph.subjects(rdflib.RDF.type, opengov.Vote))
    direct = {KG.votedYes, KG.votedNo, KG.abstainedFrom, KG.absentFrom}
    assert len(votes) == sum(q.predicate in direct for q in world)
    hungary = rdflib.URIRef(entity("event", "undl-4076672").value + "#vote-HUN")
    assert graph.value(hungary, schema.option) == rdflib.Literal("no")
    event = graph.value(hungary, opengov.voteEvent)
    assert (event, opengov.result, rdflib.Literal("pass")) in graph
    counts = {graph.value(c, rdflib.RDF.value).toPython() for c in graph.objects(event, opengov["count"])}
    assert counts == {93, 18}


def test_unknown_profile_is_refused(tmp_path):
    with pytest.raises(ValueError, match="akoma"):
        export([], tmp_path, profile="akoma")
