import type { Diagnostic, Subject } from '../../diagnostics/diagnostic.ts'
import { containersAt } from '../../document/containers.ts'

function isSame(left: Subject, right: Subject): boolean {
  if (left.kind !== right.kind) return false
  return left.id === undefined || right.id === undefined ? left.name === right.name : left.id === right.id
}

/** A diagnostic with what it stands in, by name. */
export function placedIn(document: unknown, diagnostic: Diagnostic): Diagnostic {
  const { path, subject } = diagnostic
  const around = containersAt(document, path)
  const own = subject === undefined ? -1 : around.findIndex((one) => isSame(one, subject))
  const within = own < 0 ? around : around.slice(0, own)
  return within.length === 0 ? diagnostic : { ...diagnostic, within }
}
