-- Each country's share of the world row of the same year, and its rank, from 2018 when both are known.
SELECT
  o.country, o.iso3, o.year, o.tonnes_reo, o.estimated, o.kt, o.kt_status,
  o.tonnes_reo / w.tonnes_reo AS share,
  CASE WHEN o.estimated = 1 OR w.estimated = 1 THEN 'estimated' ELSE 'reported' END AS share_status,
  rank() OVER (PARTITION BY o.year ORDER BY o.tonnes_reo DESC) AS rank,
  'reported' AS rank_status,
  CASE WHEN o.source = w.source THEN o.source ELSE o.source || '; ' || w.source END AS source
FROM output AS o
JOIN world AS w ON w.year = o.year
WHERE o.year >= 2018
ORDER BY o.year, o.tonnes_reo DESC, o.country
