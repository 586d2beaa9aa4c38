import fc from 'fast-check'

/** One to four values of a field, in no order, each once. */
function list(min: number, max: number): fc.Arbitrary<string> {
  return fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 }).map((values) => values.join(','))
}

function range(min: number, max: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => (a <= b ? `${a}-${b}` : `${b}-${a}`))
}

function withStep(base: fc.Arbitrary<string>, longest: number): fc.Arbitrary<string> {
  return fc.tuple(base, fc.integer({ min: 1, max: longest })).map(([text, step]) => `${text}/${step}`)
}

function field(min: number, max: number): fc.Arbitrary<string> {
  const star = fc.constant('*')
  return fc.oneof(star, list(min, max), range(min, max), withStep(range(min, max), max), withStep(star, max))
}

const weekday = fc.constantFrom('MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN', '0', '1', '5', '7')

const days = fc.oneof(
  fc.constant(['*', '?']),
  fc.oneof(list(1, 31), range(1, 31), withStep(range(1, 31), 31)).map((text) => [text, '?']),
  fc.constantFrom(['L', '?'], ['1,L', '*'], ['15,L', '?']),
  fc.oneof(list(1, 7), range(0, 6)).map((text) => ['?', text]),
  weekday.map((day) => ['*', `${day}L`]),
  fc.tuple(weekday, fc.integer({ min: 1, max: 5 })).map(([day, nth]) => ['?', `${day}#${nth}`]),
)

/**
 * Crons of every form DataWorks takes, except those that other dialects read in another way: `*` with a step in the
 * day of month, and values named twice. One may never fire.
 */
export const arbitraryCron: fc.Arbitrary<string> = fc
  .tuple(field(0, 59), field(0, 23), days, field(1, 12))
  .map(([minute, hour, [dayOfMonth, dayOfWeek], month]) => `00 ${minute} ${hour} ${dayOfMonth} ${month} ${dayOfWeek}`)
