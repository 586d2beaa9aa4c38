import type { ValueCheck } from './value-check.ts'

/** The value is one of some words. */
export function isWord(words: readonly unknown[]): ValueCheck {
  return { keyword: 'enum', params: { allowedValues: words }, holds: (value) => words.includes(value) }
}

/** The value, if it is text, has a form. */
export function hasForm(pattern: string): ValueCheck {
  const form = new RegExp(pattern, 'u')
  return { keyword: 'pattern', params: { pattern }, holds: (value) => typeof value !== 'string' || form.test(value) }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** The value, if it is a number, is so large. */
export function isAtLeast(limit: number): ValueCheck {
  const params = { comparison: '>=', limit }
  return { keyword: 'minimum', params, holds: (value) => !isNumber(value) || value >= limit }
}

/** The value, if it is a number, is no larger. */
export function isAtMost(limit: number): ValueCheck {
  const params = { comparison: '<=', limit }
  return { keyword: 'maximum', params, holds: (value) => !isNumber(value) || value <= limit }
}
