/** A file that stands beside the generated code: the code of a node, or a document. */
export interface CodeFile {
  /** Folder and suffix, such as `sql`. */
  readonly folder: string
  readonly extension: string
  /** What it is called after. */
  readonly title: string
  readonly text: string
}

const byLanguage: readonly (readonly [RegExp, Pick<CodeFile, 'folder' | 'extension'>])[] = [
  [/^(?:sql|odps|odps-script)$|-sql$/, { folder: 'sql', extension: 'sql' }],
  [/^py/, { folder: 'py', extension: 'py' }],
  [/^sh$|shell|bash/, { folder: 'sh', extension: 'sh' }],
]

const byKind: Readonly<Record<string, Pick<CodeFile, 'folder' | 'extension'>>> = {
  sql: { folder: 'sql', extension: 'sql' },
  shell: { folder: 'sh', extension: 'sh' },
  pyodps: { folder: 'py', extension: 'py' },
  python: { folder: 'py', extension: 'py' },
}

/**
 * Where code of a language, or else of a kind, is kept; undefined for code that stays in the program.
 *
 * @param language - as the document names it
 * @param kind - what the type of the node says of its code
 */
export function fileKind(
  language: string | undefined,
  kind: string | undefined,
): Pick<CodeFile, 'folder' | 'extension'> | undefined {
  const named = byLanguage.find(([form]) => language !== undefined && form.test(language))
  return named?.[1] ?? (kind !== undefined && Object.hasOwn(byKind, kind) ? byKind[kind] : undefined)
}

/** Whether a text is the same after it was written to a file and read: no half of a character, no mark at its start. */
export function survivesFile(text: string): boolean {
  return text !== '' && !/\p{Cs}/u.test(text) && !text.startsWith('\uFEFF')
}
