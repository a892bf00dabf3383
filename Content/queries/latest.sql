-- The latest year, as one row: world output, the leader, the second, the United States.
SELECT
  w.year, w.tonnes_reo AS world_t, w.estimated, w.kt AS world_kt, w.kt_status AS world_kt_status,
  c.country AS leader, c.share AS leader_share, c.share_status AS leader_share_status,
  s.country AS second, s.share AS second_share, s.share_status AS second_share_status,
  w.source
FROM world AS w
JOIN shares AS c ON c.year = w.year AND c.rank = 1
JOIN shares AS s ON s.year = w.year AND s.rank = 2
ORDER BY w.year DESC
LIMIT 1
