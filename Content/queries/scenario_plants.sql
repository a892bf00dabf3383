-- American magnet plants with a capacity, as the scenario takes them: what is stated, in which state, from which year.
SELECT name, operator, status, capacity_tonnes AS capacity_t, start_year, source
FROM projects
WHERE iso3 = 'USA' AND stage = 'magnet' AND capacity_tonnes IS NOT NULL
UNION ALL
SELECT x.name, x.operator, x.status, both_plants.tonnes_year - first_plant.capacity_tonnes, x.start_year,
  both_plants.source || '; ' || first_plant.source
FROM projects AS x
JOIN plant_figures AS both_plants ON both_plants.name = 'Independence and 10X, together' AND both_plants.measure = 'design'
JOIN projects AS first_plant ON first_plant.name = 'Independence (Fort Worth)'
WHERE x.name = '10X (Northlake)' AND x.capacity_tonnes IS NULL
ORDER BY 3, 1
