-- Change in mine output from 2018 to 2025 by country, and its part in the world's growth.
SELECT
  a.country, b.kt - a.kt AS change_kt, 'estimated' AS change_kt_status,
  (b.kt - a.kt) / (w2.kt - w1.kt) AS share_of_growth, 'estimated' AS share_of_growth_status,
  a.source || '; ' || b.source AS source
FROM output AS a
JOIN output AS b ON b.iso3 = a.iso3 AND b.year = 2025
JOIN world AS w1 ON w1.year = 2018
JOIN world AS w2 ON w2.year = 2025
WHERE a.year = 2018
ORDER BY change_kt DESC
