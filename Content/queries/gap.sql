-- What the United States uses of separated compounds and metals, what it makes, and the difference.
SELECT c.year, c.value AS used, 'reported' AS used_status, p.value AS made, 'reported' AS made_status,
  c.value - p.value AS gap_t, 'reported' AS gap_t_status,
  CASE WHEN c.source = p.source THEN c.source ELSE c.source || '; ' || p.source END AS source
FROM us AS c JOIN us AS p ON p.year = c.year AND p.indicator = 'production_compounds_and_metals'
WHERE c.indicator = 'apparent_consumption_compounds_and_metals'
ORDER BY c.year
