-- The scenario: for each run and year the demand for magnets, the magnets that plants at home could make, the
-- oxide that plants at home separate, and what the shorter of the two covers.
WITH made AS (
  SELECT r.run, y.year,
    sum(p.capacity_t * r.use_of_capacity
      * CASE p.status WHEN 'construction' THEN r.construction_built WHEN 'planned' THEN r.planned_built ELSE 1 END
      * max(0.0, min(1.0, (y.year - coalesce(p.start_year, r.start_unnamed) + 1) / r.ramp_years))) AS made_t
  FROM scenario_runs AS r, scenario_years AS y, scenario_plants AS p
  GROUP BY r.run, y.year
),
separated AS (
  SELECT r.run, y.year,
    mp.tonnes_year
      + (max(r.separation_design * r.use_of_capacity, mp.tonnes_year) - mp.tonnes_year)
        * min(1.0, (y.year - mp.year) / max(1.0, p.start_year + r.ramp_years - 1 - mp.year))
      + w.capacity_tonnes * r.use_of_capacity AS oxide_t
  FROM scenario_runs AS r, scenario_years AS y
  JOIN plant_figures AS mp ON mp.name = 'Mountain Pass separation' AND mp.measure = 'output' AND mp.year = 2025
  JOIN projects AS p ON p.name = mp.name
  JOIN projects AS w ON w.name = 'White Mesa Mill' AND w.stage = 'separation'
),
balance AS (
  SELECT r.run, r.varied, r.side, m.year,
    r.direct_demand * r.embodied_factor * power(1 + r.demand_growth, m.year - 2025) AS demand_t,
    m.made_t, s.oxide_t, m.made_t * r.oxide_per_magnet AS oxide_need_t,
    s.oxide_t / r.oxide_per_magnet AS fed_t, r.oxide_per_magnet, r.use_of_capacity
  FROM scenario_runs AS r JOIN made AS m ON m.run = r.run JOIN separated AS s ON s.run = r.run AND s.year = m.year
)
SELECT run, varied, side, year,
  demand_t, 'own-estimate' AS demand_t_status, made_t, 'own-estimate' AS made_t_status,
  oxide_t, 'own-estimate' AS oxide_t_status, oxide_need_t, 'own-estimate' AS oxide_need_t_status,
  fed_t, 'own-estimate' AS fed_t_status,
  min(made_t, fed_t) AS home_t, 'own-estimate' AS home_t_status,
  demand_t - min(made_t, fed_t) AS magnet_gap_t, 'own-estimate' AS magnet_gap_t_status,
  min(1.0, min(made_t, fed_t) / demand_t) AS covered, 'own-estimate' AS covered_status,
  CASE WHEN made_t <= fed_t THEN 'magnet plants' ELSE 'separated oxide' END AS bound_by,
  oxide_per_magnet, use_of_capacity,
  (SELECT source FROM scenario_sources) AS source
FROM balance
ORDER BY run, year
