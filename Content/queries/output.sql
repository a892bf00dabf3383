-- Mine output by country and year in the preferred edition, without the world and the remainder.
SELECT
  country, iso3, year, tonnes_reo, estimated, source,
  tonnes_reo / 1000 AS kt,
  CASE WHEN estimated = 1 THEN 'estimated' ELSE 'reported' END AS kt_status
FROM mine_production_preferred
WHERE iso3 IS NOT NULL
ORDER BY year, country
