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

const oddByLower: ReadonlyMap<string, string> = new Map(oddWords.map((word) => [word.toLowerCase(), word]))

let knownByLower: ReadonlyMap<string, string> | undefined

/** The names the machine lists, by their lower-case form. It lists no aliases, such as Asia/Kolkata or UTC. */
function listedNames(): ReadonlyMap<string, string> {
  knownByLower ??= new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]))
  return knownByLower
}

function writeWord(word: string): string {
  return oddByLower.get(word) ?? word.charAt(0).toUpperCase() + word.slice(1)
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
    listedNames().get(lower) ??
    lower
      .split(/([/_+-])/)
      .map(writeWord)
      .join('')
  )
}
