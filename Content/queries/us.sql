-- United States salient statistics in the preferred edition.
SELECT year, indicator, value, unit, source
FROM us_salient_preferred
ORDER BY indicator, year
