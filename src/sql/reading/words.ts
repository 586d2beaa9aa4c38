/** Words that begin a part of a statement, and so are no name that is given to a column or a table without `as`. */
export const reserved: ReadonlySet<string> = new Set([
  ...['ALL', 'AND', 'ANTI', 'AS', 'BETWEEN', 'BY', 'CASE', 'CLUSTER', 'CREATE', 'CROSS', 'DELETE', 'DISTINCT'],
  ...['DISTRIBUTE', 'DO', 'DROP', 'ELSE', 'EXCEPT', 'EXISTS', 'FETCH', 'FOR', 'FROM', 'FULL', 'GROUP', 'HAVING', 'IN'],
  ...['INNER', 'INSERT', 'INTERSECT', 'INTO', 'IS', 'JOIN', 'LATERAL', 'LEFT', 'LIKE', 'LIMIT', 'MATCH_RECOGNIZE'],
  ...['MERGE', 'MINUS', 'NATURAL', 'NOT', 'OFFSET', 'ON', 'OR', 'ORDER', 'OUTER', 'PIVOT', 'QUALIFY', 'RETURNING'],
  ...['RIGHT', 'RLIKE', 'SELECT', 'SEMI', 'SET', 'SORT', 'STRAIGHT_JOIN', 'TABLESAMPLE', 'THEN', 'UNION', 'UNPIVOT'],
  ...['UPDATE', 'USING', 'VALUES', 'WHEN', 'WHERE', 'WINDOW', 'WITH', 'ZORDER'],
])

/** Reserved words that are functions too, when a bracket follows. */
export const callable: ReadonlySet<string> = new Set([
  ...['LEFT', 'RIGHT', 'INSERT', 'VALUES', 'EXISTS', 'ALL', 'LIKE', 'RLIKE', 'USING', 'EXCEPT', 'OFFSET'],
])

/** Words between two values. */
export const operators: ReadonlySet<string> = new Set([
  ...['AND', 'OR', 'XOR', 'IN', 'LIKE', 'ILIKE', 'RLIKE', 'REGEXP', 'BETWEEN', 'ESCAPE', 'DIV', 'MOD', 'COLLATE'],
  ...['OVERLAPS', 'AGAINST'],
])

/** Functions with `from` between their arguments. */
export const fromCalls: ReadonlySet<string> = new Set([
  ...['TRIM', 'LTRIM', 'RTRIM', 'BTRIM', 'EXTRACT', 'SUBSTRING', 'SUBSTR', 'OVERLAY', 'POSITION', 'JSON_TABLE'],
])

/**
 * Functions of MaxCompute whose first argument is the name of a table, as a text: what they give depends on what was written
 * there. Source: its documentation of MAX_PT, TABLE_EXISTS and PARTITION_EXISTS.
 */
export const tableCalls: ReadonlySet<string> = new Set(['MAX_PT', 'TABLE_EXISTS', 'PARTITION_EXISTS'])

/** What combines the rows of queries. */
export const setOperators: ReadonlySet<string> = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS'])
