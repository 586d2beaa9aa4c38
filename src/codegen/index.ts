export { type ImportedFiles, type ImportNote, importFiles } from './files/import-files.ts'
export { type DocumentLayout, toLayout } from './files/to-layout.ts'
export type { CodeNote } from './notes.ts'
export { type CodeOptions, type GeneratedCode, toCode } from './to-code.ts'
