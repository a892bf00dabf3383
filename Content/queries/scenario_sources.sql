-- Every source that stands behind a number of the scenario, as one row.
SELECT sources(source) AS source FROM (
  SELECT low_source AS source FROM scenario_assumptions
  UNION SELECT central_source FROM scenario_assumptions
  UNION SELECT high_source FROM scenario_assumptions
  UNION SELECT source FROM scenario_plants
  UNION SELECT source FROM plant_figures WHERE name = 'Mountain Pass separation'
  UNION SELECT source FROM projects WHERE name = 'White Mesa Mill'
)
