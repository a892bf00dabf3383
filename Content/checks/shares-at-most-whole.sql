-- title: The import shares of a period add up to a hundred
SELECT period, sum(share_percent) AS total FROM us_import_sources GROUP BY period HAVING abs(sum(share_percent) - 100) > 0.5
