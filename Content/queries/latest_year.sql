-- The latest year for which world output is known.
SELECT max(year) AS year FROM mine_production_preferred WHERE country = 'World'
