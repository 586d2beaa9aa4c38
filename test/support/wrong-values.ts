const circular: Record<string, unknown> = {}
circular['self'] = circular

/** Values of every kind that a program without types may give, each made anew. */
export const wrongValues: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  '-0': () => -0,
  infinity: () => Number.POSITIVE_INFINITY,
  'a number': () => 3600,
  'a bigint': () => 1n,
  true: () => true,
  'empty text': () => '',
  'blank text': () => '  ',
  'a text': () => '2h',
  'a symbol': () => Symbol('x'),
  'a function': () => () => undefined,
  'a promise': () => Promise.resolve('select 1'),
  'a date': () => new Date(0),
  'an expression': () => /x/,
  'a map': () => new Map([['a', 1]]),
  'an empty list': () => [],
  'a list': () => ['a'],
  'an object': () => ({ nonsense: 1 }),
  'a frozen object': () => Object.freeze({ minutes: 2 }),
  'a circular object': () => circular,
  'a proxy': () => new Proxy({ nonsense: 1 }, {}),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  'a getter that throws': () => ({
    get name() {
      throw new RangeError('boom')
    },
    get timeout() {
      throw new RangeError('boom')
    },
  }),
  'an object without prototype': () => Object.assign(Object.create(null), { nonsense: 1 }),
  'an own __proto__': () => JSON.parse('{ "__proto__": { "timeout": 0 } }'),
  'inherited keys': () => Object.create({ timeout: 0, value: 'x' }),
  'a boxed text': () => Object('text'),
}
