/** The longest wait that is read as one, in milliseconds: a day and something. */
const longest = 100_000_000

function within(milliseconds: number): number | undefined {
  return milliseconds >= 0 && milliseconds <= longest ? milliseconds : undefined
}

function digitsIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/**
 * How long an answer asks to wait, in milliseconds: `x-acs-retry-after`, which the official clients read as milliseconds,
 * else `Retry-After` of HTTP, which is seconds or a date (RFC 9110, 10.2.3).
 */
export function retryAfterOf(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const own = digitsIn(headers['x-acs-retry-after'])
  if (own !== undefined) return within(own)
  const standard = headers['retry-after']
  const seconds = digitsIn(standard)
  if (seconds !== undefined) return within(seconds * 1000)
  const date = standard === undefined || !standard.endsWith('GMT') ? Number.NaN : Date.parse(standard)
  return Number.isNaN(date) ? undefined : within(Math.max(0, date - now))
}
