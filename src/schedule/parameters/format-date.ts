import type { DateUnit } from './parameter-part.ts'

const writers: Readonly<Record<DateUnit | '-' | ':', (date: Date) => string>> = {
  yyyy: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  yy: (date) => twoDigits(date.getUTCFullYear() % 100),
  mm: (date) => twoDigits(date.getUTCMonth() + 1),
  dd: (date) => twoDigits(date.getUTCDate()),
  hh24: (date) => twoDigits(date.getUTCHours()),
  hh12: (date) => twoDigits(date.getUTCHours() % 12 || 12),
  hh: (date) => twoDigits(date.getUTCHours() % 12 || 12),
  mi: (date) => twoDigits(date.getUTCMinutes()),
  ss: (date) => twoDigits(date.getUTCSeconds()),
  '-': () => '-',
  ':': () => ':',
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Writes a wall clock, given as the milliseconds of a clock on UTC, in a format of a scheduling parameter. */
export function formatDate(wall: number, format: readonly (DateUnit | '-' | ':')[]): string {
  const date = new Date(wall)
  return format.map((piece) => writers[piece](date)).join('')
}
