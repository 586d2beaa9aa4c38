/** The states on which sources agree, by the codes that documents have for them in the arms of a join. */
const names: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['1', 'Success'],
  ['2', 'NotRun'],
])

/** The name of a state; a code on which sources disagree as it is. */
export function statusName(code: string): string {
  return names.get(code) ?? code
}

/** The code of a state, which may be given by its name or by its code. */
export function statusCode(status: string): string {
  for (const [code, name] of names) if (name === status) return code
  return status
}

/** Whether a value is what builders take for a state: the name of one, or a code as text. */
export function isJoinStatus(value: unknown): boolean {
  return typeof value === 'string' && (statusCode(value) !== value || /^-?\d+$/.test(value))
}
