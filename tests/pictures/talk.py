"""What is said in the pictures."""

from app.domain.permit import Purpose

ENGLISH = """The lantern tower is **41 metres** high [1], counted from the quay to the tip of the vane.

| part | height | built |
| --- | ---: | --- |
| base | 12 m | 1868 |
| shaft | 23 m | 1871 |
| lantern | 6 m | 1902 |

1. The base stands on oak piles.
2. The lantern turns once in ten seconds.

```python
heights = {"base": 12, "shaft": 23, "lantern": 6}
print(sum(heights.values()))  # 41
```

> It was painted white after the storm of 1902.
"""
COMPARED = "How high is the lantern tower?"
SHORT = "The lantern tower is **41 metres** high."
ARABIC = """ارتفاع برج الفنار **٤١ مترًا**، محسوبًا من الرصيف إلى رأس السهم.

| الجزء | الارتفاع | البناء |
| --- | ---: | --- |
| القاعدة | ١٢ م | ١٨٦٨ |
| الجذع | ٢٣ م | ١٨٧١ |
| الفنار | ٦ م | ١٩٠٢ |

- تقوم القاعدة على أوتاد من البلوط.
- يدور الفنار مرة كل عشر ثوانٍ.

```python
print(12 + 23 + 6)
```
"""
TITLES = ("Letter to the harbour office", "Names for a boat", "What the lease says", "Bread without kneading")
ARABIC_TITLES = ("رسالة إلى مكتب الميناء", "أسماء لقارب", "ما يقوله عقد الإيجار")
REQUESTS = (
    ("models.example.org", Purpose.LIST_MODELS, 0, 640),
    ("models.example.org", Purpose.CHAT, 912, 2100),
    ("ai.home.example", Purpose.CHAT, 6420, 9020),
)
PERSONAL = (
    "Write a regex for our invoice numbers. Examples from Dr Anna Berg at anna@example.org: INV-2024-00871, "
    "INV-2025-01220. Bank line: DE89 3704 0044 0532 0130 00, phone +49 30 901820."
)
