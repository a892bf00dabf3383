-- United States figures of 2024 as the 2025 and the 2026 edition of the USGS summaries give them.
SELECT a.indicator, a.value AS value_2025_edition, 'reported' AS value_2025_edition_status,
  b.value AS value_2026_edition, 'reported' AS value_2026_edition_status,
  b.value / a.value - 1 AS revision, 'reported' AS revision_status,
  a.unit, a.source || '; ' || b.source AS source
FROM us_salient AS a JOIN us_salient AS b ON b.indicator = a.indicator AND b.year = a.year AND b.source = 'mcs-2026'
WHERE a.source = 'mcs-2025' AND a.year = 2024 AND a.unit = b.unit
ORDER BY a.indicator
