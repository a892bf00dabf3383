-- Every run of the scenario, one row a run: the three cases, and one run for each assumption at each end.
-- Each parameter is the central value unless the run varies it.
WITH sides(side) AS (VALUES ('low'), ('central'), ('high')),
runs AS (
  SELECT side AS run, 'all' AS varied, side FROM sides
  UNION ALL
  SELECT name || ' ' || side, name, side FROM scenario_assumptions, sides WHERE side <> 'central'
),
chosen AS (
  SELECT r.run, r.varied, r.side, a.name,
    CASE WHEN r.varied NOT IN ('all', a.name) THEN a.central WHEN r.side = 'low' THEN a.low WHEN r.side = 'high' THEN a.high ELSE a.central END AS v
  FROM runs AS r, scenario_assumptions AS a
)
SELECT
  run, varied, side,
  max(CASE WHEN name = 'direct_demand' THEN v END) AS direct_demand,
  max(CASE WHEN name = 'demand_growth' THEN v END) AS demand_growth,
  max(CASE WHEN name = 'embodied_factor' THEN v END) AS embodied_factor,
  max(CASE WHEN name = 'use_of_capacity' THEN v END) AS use_of_capacity,
  max(CASE WHEN name = 'construction_built' THEN v END) AS construction_built,
  max(CASE WHEN name = 'planned_built' THEN v END) AS planned_built,
  max(CASE WHEN name = 'start_unnamed' THEN v END) AS start_unnamed,
  max(CASE WHEN name = 'ramp_years' THEN v END) AS ramp_years,
  max(CASE WHEN name = 'separation_design' THEN v END) AS separation_design,
  max(CASE WHEN name = 'magnet_content' THEN v END) * max(CASE WHEN name = 'oxide_factor' THEN v END)
    / max(CASE WHEN name = 'process_yield' THEN v END) AS oxide_per_magnet
FROM chosen
GROUP BY run, varied, side
ORDER BY run
