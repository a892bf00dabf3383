-- title: The preferred countries add up to the preferred world within two per cent
-- severity: warning
SELECT w.year, w.tonnes_reo AS world, sum(o.tonnes_reo) AS countries
FROM world AS w JOIN output AS o ON o.year = w.year
WHERE w.year >= 2018
GROUP BY w.year
HAVING abs(sum(o.tonnes_reo) / w.tonnes_reo - 1) > 0.02
