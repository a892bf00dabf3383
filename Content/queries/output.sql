-- Mine output by country and year in the preferred edition, without the world and the remainder.
SELECT country, iso3, year, tonnes_reo, estimated, source
FROM mine_production_preferred
WHERE iso3 IS NOT NULL
ORDER BY year, country
