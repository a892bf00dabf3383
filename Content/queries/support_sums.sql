-- Public money for rare earths by lever and standing; sums that are parts of others are left out.
SELECT lever, standing, sum(million_usd) AS money, 'reported' AS money_status, count(*) AS entries, 'reported' AS entries_status,
  sources(source) AS source
FROM support
WHERE counted = 1
GROUP BY lever, standing
ORDER BY lever, standing
