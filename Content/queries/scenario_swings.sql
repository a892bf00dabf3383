-- How far the gap of the last year moves when one assumption goes from its low to its high case, the others central.
SELECT a.title AS assumption, a.name,
  l.magnet_gap_t AS low_gap_t, 'own-estimate' AS low_gap_t_status, h.magnet_gap_t AS high_gap_t, 'own-estimate' AS high_gap_t_status,
  abs(l.magnet_gap_t - h.magnet_gap_t) AS swing_t, 'own-estimate' AS swing_t_status,
  rank() OVER (ORDER BY abs(l.magnet_gap_t - h.magnet_gap_t) DESC) AS rank, 'own-estimate' AS rank_status,
  c.magnet_gap_t AS central_gap_t, 'own-estimate' AS central_gap_t_status,
  CASE WHEN 'desk' IN (a.low_source, a.central_source, a.high_source)
    THEN CASE WHEN a.low_source = 'desk' AND a.central_source = 'desk' THEN 'judgement' ELSE 'partly judgement' END ELSE 'source' END AS basis,
  l.source
FROM scenario_assumptions AS a
JOIN scenario AS l ON l.run = a.name || ' low' AND l.year = 2030
JOIN scenario AS h ON h.run = a.name || ' high' AND h.year = 2030
JOIN scenario AS c ON c.run = 'central' AND c.year = 2030
WHERE a.low <> a.high
ORDER BY swing_t DESC, a.name
