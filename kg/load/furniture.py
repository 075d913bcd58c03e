"""The furniture of news pages: what stands around a story, told by the words that a line begins with or consists of.

Each pattern is an alternative of its own; all ignore case. They speak of pages in general: a publisher's name has no
place here.
"""

import re

__all__ = ["BYLINE", "CREDIT", "CUT", "FURNITURE", "SOFT_CUT", "ends_as_caption", "is_caption", "is_debris", "is_trail"]


def _any(patterns: str, ending: str = "") -> re.Pattern[str]:
    alternatives = "|".join(line.strip() for line in patterns.splitlines() if line.strip())
    return re.compile(rf"\W*(?:{alternatives}){ending}", re.IGNORECASE)


# A whole line that ends the story: what follows belongs to the page or to other stories.
CUT = _any(
    r"""
    related(?: (?:articles?|stor(?:y|ies)|news|posts?|topics?|content|coverage|links|items|reading))?
    leave a (?:reply|comment)(?: cancel reply)?
    post a comment
    add (?:a |your )?comment
    (?:\d+ )?comments?(?: \(\d+\))?(?: about this article)?
    join the (?:discussion|conversation)
    popular(?: now| posts?| stories| articles| news)?
    (?:most|more) (?:popular|read|viewed|shared|recent)(?: .{1,20})?
    recommended(?: for you| stories| articles| reading)?
    you (?:may|might) (?:also )?(?:like|be interested in|have missed)
    trending(?: now| stories| news)?
    (?:latest|top|other|more) (?:news|stories|headlines|articles|posts)(?: .{1,30})?
    editor['’]?s'? (?:picks?|choice)
    about the authors?
    (?:what to read|up|read) next
    in other news
    (?:check|currently|now) (?:also|reading)
    total comments.{0,10}
    (?:previous|next|older|newer) (?:article|post|story)
    post navigation
    around the web
    (?:sponsored|promoted) (?:content|stories|links)
    from our partners
    elsewhere on .{1,30}
    follow us(?: on .{1,40})?
    contact us
    """,
    r"\W*",
)

# These stand in the middle of a story as well: they end it only where little of it is left.
SOFT_CUT = _any(
    r"""
    (?:read|see) (?:more|also)
    also read
    more (?:from|on) .{1,60}
    share(?: this)?(?: .{1,40})?
    subscribe(?: .{1,80})?
    newsletters?
    sign up(?: .{1,80})?
    topics
    tags
    filed under
    support us
    donate
    advertisements?
    """,
    r"\W*",
)

# The beginning of one line of furniture; the story goes on after it.
FURNITURE = _any(
    r"""
    see also
    (?:read|listen|watch) (?:also|more|next|full|here|now|live)\b
    also read
    (?:read|watch|listen|more|related|related stor(?:y|ies)|tags?|topics?|categor(?:y|ies)):
    (?:click|tap) (?:here|headline)
    (?:continue|keep) reading
    (?:story|article) continues
    scroll (?:down )?to continue
    advertisements?\b
    (?:sponsored|promoted) (?:content|post|links?|by:)
    (?:skip|jump) to
    follow (?:us|@)
    like us on
    join (?:us on|our)
    download (?:our|the) app
    sign (?:up|in)\b
    log ?in\b
    register (?:now|here)
    subscribe\b
    share (?:on|this|via)\b
    (?:tweet|print|email) this
    copy link
    save article
    listen to (?:this )?article
    your email address
    required fields
    this (?:web)?site uses
    we use cookies
    by continuing to (?:use|browse)
    accept (?:all )?cookies
    cookie (?:policy|settings|preferences)
    privacy policy
    terms (?:of (?:use|service)|and conditions)
    all rights reserved
    copyright\b
    ©
    \(c\) \d{4}
    please (?:enable javascript|use .{1,20} browser|wait\b)
    our standards\b
    reuters staff$
    previous article
    next article
    user rating\b
    \d{1,2}:\d\d$
    loading\.\.\.
    notify me of
    save my name
    filed under
    tagged (?:as|with|in)\b
    more about:
    topic \|
    for (?:the )?full version
    https?://\S+$
    \d+ min(?:ute)?s? read
    (?:estimated )?reading time
    for more (?:information|news|stories),? (?:visit|see|follow|click)
    support (?:our|independent) journalism
    make a donation
    donate (?:now|here|today)
    get (?:our|the latest) .{0,40}(?:newsletter|news|inbox|app|alerts)
    """
)

CREDIT = _any(
    r"""
    (?:sources?|photos?|images?|pictures?|video|credits?|author):
    (?:photo|image|picture) (?:credit|by|courtesy)\b
    (?:reporting|additional reporting|editing|edited|writing|written|compiled|translated) by
    with (?:inputs|files|additional reporting) (?:from|by)
    (?:getty images|file photo|agencies|afp|ap|reuters|xinhua|tass|anadolu|efe|dpa|ians|pti)(?:, [\w ]{3,25})?\W*$
    """
)
BYLINE = re.compile(
    r"[Bb][Yy][: ] *[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|bin|al|el|and|in|for|at|&)){1,12}(?:[,|•–—-].*)?"
)

_CAPTION = _any(
    r"""
    file photo\b.{5}
    file [-–—:]
    file image
    (?:image |photo |picture )?caption\b\W
    pictured\b
    (?:a |an |this |the )?(?:file |handout |combination )?(?:photo|image|picture|photograph) (?:shows|released|taken)
    """
)
_PHOTO_END = re.compile(
    r"[(\[|/©]\s*(?:(?:UN |AP |AFP |EPA |File |Reuters )?photo\b|getty|file\b|handout|pool\b)[^()\[\]]{0,60}[)\]]?$",
    re.IGNORECASE,
)
# An agency alone in brackets also ends a story; after a caption there is no stop before it.
_AGENCY_END = re.compile(
    r"[^.!?…'\"”’)\s]\s*(?:[(\[][^()\[\]]{0,40}\b(?:AP|AFP|Reuters|EPA|Xinhua|TASS|Anadolu)\b[^()\[\]]{0,40}[)\]]"
    r"|/ ?(?:AP|AFP|Getty Images|Reuters|EPA))$"
)
# ``Photo: AP``, ``REUTERS/A. Example`` after the description.
_CREDITED = re.compile(
    r"(?i:\b(?:photo|photograph|image|picture)s?(?: credit| by|/credit)?): ?[^.!?:]{2,40}$"
    r"|\b(?:REUTERS|AFP|AP|EPA|EPA-EFE|XINHUA|Xinhua|TASS|UN Photo|AP Photo) ?/ ?[A-Z][\w .'’-]{2,40}$"
)
# No (R) alone: so are American senators marked.
_WHERE_IN_PICTURE = re.compile(r"\((?:L|left|right|centre|center|[2-5](?:nd|rd|th) [LR])\)")
_CODE = re.compile(r"function ?\(|=> ?[{(]|\bvar \w+ ?=|document\.\w+\(|window\.\w+|^\s*/\*|\{[^{}]*:[^{}]*;\s*\}")
_TWICE = re.compile(r"(\w[\w ]{2,30})[ |/>»]*\1")
_TRAIL = re.compile(r"[\w ]{2,25}(?:\s*[>»›]\s*[\w &'’-]{2,60}){1,6}")


def is_caption(text: str) -> bool:
    """Whether a short paragraph says that it stands under a picture."""
    return bool(_CAPTION.match(text)) or ends_as_caption(text)


def ends_as_caption(text: str) -> bool:
    """Whether it ends as captions do: ``(UN Photo/...)``, ``[Reuters]`` after no stop."""
    if len(text) < 250 and (_AGENCY_END.search(text[-100:]) or _WHERE_IN_PICTURE.search(text)):
        return True
    return bool(_PHOTO_END.search(text[-80:]) or _CREDITED.search(text[-80:]))


def is_debris(text: str) -> bool:
    """Whether a line is no prose at all: a script that got in, or nothing but signs."""
    return bool(_CODE.search(text[:2000])) or not any(c.isalnum() for c in text[:200])


def is_trail(text: str) -> bool:
    """Whether a line is navigation: ``WorldWorld``, ``Home > News > Europe``."""
    return len(text) < 100 and bool(_TWICE.fullmatch(text) or _TRAIL.fullmatch(text))
