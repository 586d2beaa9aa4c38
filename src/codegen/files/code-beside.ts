import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { codeKindOf } from '../../language/code-kind.ts'
import { fileKind } from '../program/code-file.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { commandOf, objectIn } from '../steps/node-steps.ts'

/** A node whose code may stand in a file of its own. */
export interface CodeHolder {
  readonly node: Fields
  /** The object that has the code as `content`. */
  readonly script: Record<string, unknown>
  /** The JSON Pointer of the node. */
  readonly pointer: string
}

/** What holds nodes, and its JSON Pointer. */
interface NodesHolder {
  readonly holder: Fields
  readonly pointer: string
}

/** The objects in a list, each with its JSON Pointer. */
function placed(list: unknown, pointer: string): readonly NodesHolder[] {
  return itemsOf(list).flatMap((holder, at) => (isRecord(holder) ? [{ holder, pointer: `${pointer}/${at}` }] : []))
}

/** The nodes of a document that nothing else holds: in its body, or in its workflows. */
export function codeHolders(document: Fields): readonly CodeHolder[] {
  const spec = document['spec']
  const body = isRecord(spec) ? { holder: spec, pointer: '/spec' } : { holder: document, pointer: '' }
  const holders = [body, ...placed(body.holder['workflows'], `${body.pointer}/workflows`)]
  return holders
    .flatMap(({ holder, pointer }) => placed(holder['nodes'], `${pointer}/nodes`))
    .flatMap(({ holder: node, pointer }): CodeHolder[] => {
      const script = node['script']
      return isRecord(script) ? [{ node, script, pointer }] : []
    })
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
