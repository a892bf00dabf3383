-- Tonnes that the 2026 edition moved between countries for 2024, and their share of the world.
SELECT sum(abs(difference)) AS moved_t, 'estimated' AS moved_t_status,
  sum(abs(difference)) / (SELECT tonnes_2026_edition FROM editions_2024 WHERE country = 'World') AS moved_share,
  'estimated' AS moved_share_status,
  sources(source) AS source
FROM editions_2024 WHERE country <> 'World'
