"""Charts of a report or of a corpus, as altair charts (extra `viz`).

Each function takes anything with `to_arrow(name)` (a `Report`, a `Corpus`) and gives a chart of altair, to be shown in a notebook,
changed, or saved: `charts.country_map(report).save("map.png")`.
"""

from unodc_report.errors import needing

with needing("viz", "drawing charts"):
    from unodc_report.charts.figures import figures_by_topic, trend_over_time
    from unodc_report.charts.map import country_map
    from unodc_report.charts.network import citation_network
    from unodc_report.charts.timeline import timeline

__all__ = ["citation_network", "country_map", "figures_by_topic", "timeline", "trend_over_time"]
