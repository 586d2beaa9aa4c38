export type { CodeNote } from './notes.ts'
export { type CodeOptions, type GeneratedCode, toCode } from './to-code.ts'
