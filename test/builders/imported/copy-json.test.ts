import { fromSpec, shell } from 'flowspec'
import { describe, expect, it } from 'vitest'

describe('what a user hands in', () => {
  const given = JSON.parse('{"__proto__":{"a":[1,{"__proto__":2}]},"constructor":{"b":null},"list":[[],{},"",0]}')

  it('is copied with all names of fields there are, and is not frozen', () => {
    const node = shell('a').extra(given)
    const text = JSON.stringify(given)
    given.list.push(1)
    expect(JSON.stringify(node)).toContain(text.slice(1, -1))
    expect(JSON.stringify(fromSpec(JSON.parse(text)))).toBe(text)
    expect(Object.getPrototypeOf(fromSpec(given).toJSON())).toBe(Object.prototype)
    expect(Object.isFrozen(given.list)).toBe(false)
  })

  it('may hold 100,000 objects inside of one another', () => {
    let deep: object = {}
    for (let at = 0; at < 100_000; at++) deep = at % 2 === 0 ? { deep } : [deep]
    expect(fromSpec({ deep }).kind).toBe('')
  })

  it('may hold one object at very many places', () => {
    let wide: object = { end: 1 }
    for (let at = 0; at < 64; at++) wide = { left: wide, right: wide }
    expect(fromSpec({ wide }).kind).toBe('')
  })
})
