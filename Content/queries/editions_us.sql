-- United States figures of 2024 as the 2025 and the 2026 edition of the USGS summaries give them.
SELECT a.indicator,
  CASE a.indicator WHEN 'production_concentrates' THEN 'Concentrates made' WHEN 'production_compounds_and_metals' THEN 'Compounds and metals made'
    WHEN 'apparent_consumption_compounds_and_metals' THEN 'Apparent consumption' WHEN 'net_import_reliance_compounds_and_metals' THEN 'Net import reliance'
    WHEN 'exports_ferrocerium_alloys' THEN 'Ferrocerium exported' WHEN 'exports_ores_and_compounds' THEN 'Ore, compounds exported'
    WHEN 'exports_metals' THEN 'Metals exported' WHEN 'imports_ferrocerium_alloys' THEN 'Ferrocerium imported' WHEN 'imports_metals' THEN 'Metals imported'
    WHEN 'imports_compounds' THEN 'Compounds imported' WHEN 'import_value_compounds_and_metals' THEN 'Value of imports'
    WHEN 'employment_mine_and_mill' THEN 'Employment' ELSE replace(a.indicator, '_', ' ') END AS label,
  a.value AS value_2025_edition, 'reported' AS value_2025_edition_status,
  b.value AS value_2026_edition, 'reported' AS value_2026_edition_status,
  b.value / a.value - 1 AS revision, 'reported' AS revision_status,
  a.unit, a.source || '; ' || b.source AS source
FROM us_salient AS a JOIN us_salient AS b ON b.indicator = a.indicator AND b.year = a.year AND b.source = 'mcs-2026'
WHERE a.source = 'mcs-2025' AND a.year = 2024 AND a.unit = b.unit
ORDER BY a.indicator
