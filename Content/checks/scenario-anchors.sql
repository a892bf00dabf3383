-- title: Assumptions that rest on the tables equal what the tables give
WITH anchors AS (
  SELECT 'demand_growth, central' AS assumption, a.central AS stated, power(n.value / o.value, 1.0 / (n.year - o.year)) - 1 AS computed
  FROM scenario_assumptions AS a
  JOIN market AS o ON o.quantity = 'demand' AND o.place = 'World' AND o.year = 2023
  JOIN market AS n ON n.quantity = 'demand' AND n.place = 'World' AND n.year = 2030
  WHERE a.name = 'demand_growth'
  UNION ALL
  SELECT 'demand_growth, low', low, power(2, 0.1) - 1 FROM scenario_assumptions WHERE name = 'demand_growth'
  UNION ALL
  SELECT 'use_of_capacity, low', a.low, o.tonnes_year * 1.0 / d.tonnes_year
  FROM scenario_assumptions AS a
  JOIN plant_figures AS o ON o.name = 'Mountain Pass separation' AND o.measure = 'output' AND o.year = 2025
  JOIN plant_figures AS d ON d.name = o.name AND d.measure = 'design'
  WHERE a.name = 'use_of_capacity'
  UNION ALL
  SELECT 'use_of_capacity, central', a.central, o.tonnes_year * 1.0 / d.tonnes_year
  FROM scenario_assumptions AS a
  JOIN plant_figures AS o ON o.name = 'Lynas Malaysia (Gebeng)' AND o.measure = 'output' AND o.product = 'NdPr oxide'
  JOIN plant_figures AS d ON d.name = o.name AND d.measure = 'design'
  WHERE a.name = 'use_of_capacity'
  UNION ALL
  SELECT 'ramp_years, low', a.low, round((o.year - p.start_year + 1) * 1.0 * d.tonnes_year / o.tonnes_year)
  FROM scenario_assumptions AS a
  JOIN plant_figures AS o ON o.name = 'Mountain Pass separation' AND o.measure = 'output' AND o.year = 2025
  JOIN plant_figures AS d ON d.name = o.name AND d.measure = 'design'
  JOIN projects AS p ON p.name = o.name
  WHERE a.name = 'ramp_years'
  UNION ALL
  SELECT title || ', separation_design', a.central, d.tonnes_year
  FROM scenario_assumptions AS a JOIN plant_figures AS d ON d.name = 'Mountain Pass separation' AND d.measure = 'design'
  WHERE a.name = 'separation_design'
)
SELECT assumption, stated, computed FROM anchors WHERE abs(stated - computed) > 0.001 * max(1, computed)
UNION ALL
SELECT name || ', central outside its range', central, low FROM scenario_assumptions
WHERE central < min(low, high) OR central > max(low, high)
