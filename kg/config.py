"""Where things are: the only module that knows about files and folders that come with the program."""

from pathlib import Path

from kg import __version__

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"
QUERIES = PACKAGE / "queries"
SAMPLES = PACKAGE / "samples"
# A wheel carries the ontology inside the package; in a checkout it stands beside it.
ONTOLOGY = next((p for p in (PACKAGE / "ontology", PACKAGE.parent / "ontology") if p.is_dir()), PACKAGE / "ontology")

DEFAULT_WORKSPACE = Path(".kg")
WORKSPACE_VARIABLE = "KG_WORKSPACE"
PARSER_VARIABLE = "KG_PARSER"
LLM_URL_VARIABLE = "KG_LLM_URL"
LLM_MODEL_VARIABLE = "KG_LLM_MODEL"
LLM_KEY_VARIABLE = "KG_LLM_KEY"
LLM_TIMEOUT_VARIABLE = "KG_LLM_TIMEOUT"

PROGRAM = f"onrecord@{__version__}"
"""Who says so, where the program itself does."""

SECOND_READERS = ("llm/", "spacy/")
"""How the rules of those begin who read after the core: a language model, a parser."""

BASE = "https://w3id.org/onrecord/"
NS = BASE + "ns#"
