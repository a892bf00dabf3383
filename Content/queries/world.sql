-- World mine output, one row a year: the preferred edition, the change on the year before.
SELECT
  w.year, w.tonnes_reo, w.estimated, w.source,
  w.tonnes_reo / lag(w.tonnes_reo) OVER (ORDER BY w.year) - 1 AS growth,
  w.tonnes_reo - lag(w.tonnes_reo) OVER (ORDER BY w.year) AS change_t,
  'estimated' AS growth_status,
  'estimated' AS change_t_status
FROM mine_production_preferred AS w
WHERE w.country = 'World'
ORDER BY w.year
