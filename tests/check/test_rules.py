"""The rules that have names: each says what it demands and where that is written, and something enforces it."""

from kg.check import RULES, Rule
from kg.config import PACKAGE

ENFORCED = "\n".join(p.read_text("utf-8") for p in (PACKAGE / "check/arithmetic").glob("*.py"))


def test_no_rule_is_without_its_source_or_without_effect():
    for id_, rule in RULES.items():
        assert rule == Rule(id_, rule.title, rule.source)
        assert rule.title
        assert rule.source
        assert f'"{id_}"' in ENFORCED, f"nothing enforces {id_}"
    assert str(RULES["charter-27-1"]).endswith("(Charter of the United Nations, Article 27(1))")
