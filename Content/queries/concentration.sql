-- How concentrated mining is: index over countries, share of the first and of the first three, by year.
SELECT
  year, hhi(tonnes_reo) AS hhi, worst_status(share_status) AS hhi_status,
  max(share) AS first_share, worst_status(share_status) AS first_share_status,
  sum(CASE WHEN rank <= 3 THEN share END) AS three_share, worst_status(share_status) AS three_share_status,
  10000 / hhi(tonnes_reo) AS equal_producers, worst_status(share_status) AS equal_producers_status,
  10000 AS scale_top, 'reported' AS scale_top_status,
  count(*) AS producers, 'reported' AS producers_status,
  sources(source) AS source
FROM shares
WHERE tonnes_reo > 0
GROUP BY year
ORDER BY year
