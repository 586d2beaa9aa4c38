import { isRecord, itemsOf, readText, recordsOf } from '../../document/json/records.ts'
import { codeKindOf } from '../../language/code-kind.ts'
import { fileKind } from '../program/code-file.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { commandOf, objectIn } from '../steps/node-steps.ts'

/** A node whose code may stand in a file of its own. */
export interface CodeHolder {
  readonly node: Fields
  /** The object that has the code as `content`. */
  readonly script: Record<string, unknown>
}

/** The nodes of a document that nothing else holds: in its body, or in its workflows. */
export function codeHolders(document: Fields): readonly CodeHolder[] {
  const spec = document['spec']
  const body = isRecord(spec) ? spec : document
  const holders = [body, ...recordsOf(body['workflows'])]
  return holders.flatMap((holder) =>
    itemsOf(holder['nodes']).flatMap((node): CodeHolder[] => {
      const script = isRecord(node) ? node['script'] : undefined
      return isRecord(node) && isRecord(script) ? [{ node, script }] : []
    }),
  )
}

/** The suffix of the file with the code of a node. */
export function suffixOf(node: Fields): string {
  const language = readText(objectIn(node, 'script'), 'language')
  const kind = fileKind(language, codeKindOf(commandOf(node)))
  if (kind !== undefined) return kind.extension
  return codeKindOf(commandOf(node)) === 'integration' || language === 'json' ? 'json' : 'txt'
}

/** Whether a node has its code in itself, so that no file is looked for. */
export function isGivenCode(content: unknown): content is string {
  return typeof content === 'string' && content !== ''
}
