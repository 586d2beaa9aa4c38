const circular: { self?: object } = {}
circular.self = circular

/** As a type, what a value is to someone who does not look where its keys come from. */
function typed<Shape>(value: unknown): Shape {
  return value as Shape
}

class Basket {
  readonly eggs = 12
}

const megabyte = 'x'.repeat(1_000_000)

/** Values of every kind that a program without types may give, each made anew; their types are read by the tests too. */
export const wrongValues = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  '-0': () => -0,
  infinity: () => Number.POSITIVE_INFINITY,
  'a number': () => 3600,
  'a bigint': () => 1n,
  true: () => true,
  'empty text': () => '' as const,
  'blank text': () => '  ' as const,
  'a text': () => '2h' as const,
  'a megabyte of text': (): string => megabyte,
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
    const { proxy, revoke } = Proxy.revocable({ nonsense: 1 }, {})
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
  'an object without prototype': () => typed<{ nonsense: number }>(Object.assign(Object.create(null), { nonsense: 1 })),
  'an own __proto__': () => typed<Record<'__proto__', object>>(JSON.parse('{ "__proto__": { "timeout": 0 } }')),
  'inherited keys': () => typed<{ timeout: 0; value: string }>(Object.create({ timeout: 0, value: 'x' })),
  'a boxed text': () => new String('text'),
  'a boxed number': () => new Number(3),
  'a boxed boolean': () => new Boolean(true),
  'an instance of a class': () => new Basket(),
  'a class': () => Basket,
  'a list with a hole': () => new Array<string>(2),
} satisfies Readonly<Record<string, () => unknown>>
