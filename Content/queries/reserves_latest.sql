-- Reserves in the newest edition that gives a country, with the world row.
SELECT r.country, r.iso3, r.edition_year, r.tonnes_reo, r.source
FROM reserves_preferred AS r
JOIN (SELECT country, max(edition_year) AS edition_year FROM reserves_preferred GROUP BY country) AS last
  ON last.country = r.country AND last.edition_year = r.edition_year
ORDER BY r.tonnes_reo DESC, r.country
