"""What entries come to: the one sentence by which the projection is defined, checked and built anew."""

# Days and wages are sums over all entries, withdrawals carrying their sign. The rest is told by the entries that stand:
# those that are not withdrawals and that no withdrawal names. A month without a standing entry is not there.
FOLD = """
SELECT person_id, month, workplace_id, contract_row, sum(days)::int AS days, sum(wage)::bigint AS wage,
    bool_or(is_hazardous) FILTER (WHERE stands) AS is_hazardous, max(id) FILTER (WHERE stands) AS entry_id,
    (array_agg(list_id ORDER BY id DESC) FILTER (WHERE stands AND list_id IS NOT NULL))[1] AS list_id,
    (count(*) FILTER (WHERE stands))::int AS lists
FROM (
    SELECT e.*, e.kind <> 'withdrawal' AND NOT EXISTS (
        SELECT FROM history_monthentry w WHERE w.kind = 'withdrawal' AND w.supersedes = e.id AND w.month = e.month) AS stands
    FROM history_monthentry e {where}
) entry
GROUP BY person_id, month, workplace_id, contract_row HAVING count(*) FILTER (WHERE stands) > 0
"""
