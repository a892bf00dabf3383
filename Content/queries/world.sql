-- World mine output, one row a year: the preferred edition, the change on the year before.
SELECT
  w.year, w.tonnes_reo, w.estimated, w.source,
  w.tonnes_reo / 1000 AS kt,
  CASE WHEN w.estimated = 1 THEN 'estimated' ELSE 'reported' END AS kt_status,
  w.tonnes_reo / lag(w.tonnes_reo) OVER (ORDER BY w.year) - 1 AS growth,
  'estimated' AS growth_status,
  w.tonnes_reo - lag(w.tonnes_reo) OVER (ORDER BY w.year) AS change_t,
  'estimated' AS change_t_status
FROM mine_production_preferred AS w
WHERE w.country = 'World'
ORDER BY w.year
