-- Every country that the tables list as a producer since 2018, with its latest output; one row a country.
SELECT s.country, s.iso3, s.year, s.tonnes_reo, s.estimated, s.share, s.share_status, s.rank, s.rank_status, s.source
FROM shares AS s
JOIN (SELECT iso3, max(year) AS year FROM output GROUP BY iso3) AS last ON last.iso3 = s.iso3 AND last.year = s.year
ORDER BY s.tonnes_reo DESC, s.country
