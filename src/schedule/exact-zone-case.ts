/**
 * Words of zone names that are not written with one capital letter. Every other word of every name of the time zone
 * database is: `America/Argentina/Rio_Gallegos`.
 */
const oddWords: readonly string[] = [
  ...['ACT', 'LHI', 'NSW', 'US', 'GB', 'NZ', 'CHAT', 'SU', 'IN', 'PRC', 'ROC', 'ROK', 'UTC', 'UCT', 'GMT', 'GMT0'],
  ...['EST', 'MST', 'HST', 'CET', 'EET', 'MET', 'WET', 'EST5EDT', 'CST6CDT', 'MST7MDT', 'PST8PDT'],
  ...['of', 'es', 'au', 'McMurdo', 'DumontDUrville', 'ComodRivadavia', 'DeNoronha', 'EasterIsland'],
  ...['BajaNorte', 'BajaSur'],
]

let knownByLower: ReadonlyMap<string, string> | undefined

/** These words and the names the machine lists, by lower-case form. It lists no aliases, such as Asia/Kolkata or UTC. */
function exactWord(lower: string): string | undefined {
  knownByLower ??= new Map(
    [...oddWords, ...Intl.supportedValuesOf('timeZone')].map((name) => [name.toLowerCase(), name]),
  )
  return knownByLower.get(lower)
}

/**
 * How a time zone's name is written in the time zone database, given in any case. Neither luxon nor `Intl` can tell:
 * both take every case, and `Intl` answers with the old name of a renamed zone. What the machine lists is looked up
 * there; an alias follows the database's habit of one capital letter a word.
 *
 * @param name - a name that luxon takes for a zone
 */
export function exactZoneCase(name: string): string {
  const lower = name.toLowerCase()
  return (
    exactWord(lower) ??
    lower
      .split(/([/_+-])/)
      .map((word) => exactWord(word) ?? word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  )
}
