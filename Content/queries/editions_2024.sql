-- Output of 2024 as the 2025 and the 2026 edition of the USGS summaries give it.
SELECT
  coalesce(new.country, old.country) AS country, coalesce(new.iso3, old.iso3) AS iso3,
  old.tonnes_reo AS tonnes_2025_edition, new.tonnes_reo AS tonnes_2026_edition,
  new.tonnes_reo - old.tonnes_reo AS difference,
  'estimated' AS tonnes_2025_edition_status, 'estimated' AS tonnes_2026_edition_status,
  'estimated' AS difference_status,
  old.source || '; ' || new.source AS source
FROM mine_production AS old
JOIN mine_production AS new ON new.country = old.country AND new.year = old.year AND new.source = 'mcs-2026'
WHERE old.source = 'mcs-2025' AND old.year = 2024
ORDER BY abs(new.tonnes_reo - old.tonnes_reo) DESC, country
