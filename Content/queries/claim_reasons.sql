-- Every claim of the articles with the reason for its verdict; where none is written, the rule that applies.
SELECT c.id, c.seed, c.claim, c.quantity, c.country, c.year, c.verdict,
  CASE
    WHEN coalesce(c.note, '') <> '' THEN c.note
    WHEN c.verdict = 'unverifiable' THEN 'no table decides it'
    WHEN c.verdict = 'contradicts' THEN 'the figure in the tables is of another size'
    WHEN c.value IS NOT NULL THEN 'the same figure after rounding'
    ELSE 'the source named says so'
  END AS reason,
  coalesce(c.reference_source, c.seed) AS source
FROM claims AS c
ORDER BY c.id
