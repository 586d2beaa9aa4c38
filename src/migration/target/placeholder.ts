import type { NoteTaker, Remark } from '../note.ts'
import type { NodeBody } from './draft.ts'

interface NotingSite {
  readonly note: NoteTaker
}

/** A node that somebody has to write: it has no code, which the check tells, and is paused until then. */
export function placeholderNode({ note }: NotingSite, command: string, remark: Remark): NodeBody {
  note({ ...remark, why: `${remark.why} In its place stands a paused ${command} node without code.` })
  return { making: { kind: 'plain', command }, isPlaceholder: true }
}

/** A node for a task whose code is not there. */
export function nodeWithoutCode(site: NotingSite, command: string): NodeBody {
  return placeholderNode(site, command, {
    what: 'no code',
    why: 'The source does not say what it runs.',
    wayOut: 'Write the code of the node.',
  })
}

/**
 * A node for a task of a kind that nothing is known of.
 *
 * @param kind - what the source calls the kind; empty where it does not say, and no node type can be named
 */
export function nodeOfUnknownKind(site: NotingSite, command: string, what: string, kind: string): NodeBody {
  const named = `Write the node, or name a node type for it: --map ${kind}=COMMAND, or { commands: { '${kind}': 'COMMAND' } }.`
  return placeholderNode(site, command, {
    what,
    why: 'flowspec does not know what DataWorks has for it.',
    wayOut: kind === '' ? 'Write the node.' : named,
  })
}
