-- Each producer with the short name that the policy table uses for it.
SELECT DISTINCT country, iso3,
  CASE iso3 WHEN 'USA' THEN 'United States' WHEN 'RUS' THEN 'Russia' WHEN 'TZA' THEN 'Tanzania' ELSE country END AS short
FROM output
ORDER BY iso3
