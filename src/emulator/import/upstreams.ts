import { type JsonObject, readObject, readPlainText } from '../json/json-object.ts'
import { outputStringsOf } from '../spec/node-outputs.ts'
import type { Project } from '../state/project.ts'

/** What an edge can point at: an output string, and the name to show with it. */
export interface Upstream {
  readonly output: string
  readonly name: string | undefined
}

/** Everything a dependency of a workflow can name: ids, and outputs as exact strings. */
export class Upstreams {
  readonly #ids = new Map<string, Upstream>()
  readonly #outputs = new Map<string, Upstream>()

  /**
   * @param project - its root, its outside outputs and everything kept in it is known already
   * @param replaced - the id of the workflow that is being written: what it held until now does not count
   */
  constructor(project: Project, replaced: string) {
    for (const output of [project.rootOutput, ...project.settings.outputs]) this.#addOutput(output, undefined)
    for (const { id, body, nodes } of project.workflows.values()) {
      if (id === replaced) continue
      this.add(id, id, body)
      for (const node of nodes) this.add(node.id, node.id, node.body)
    }
  }

  /**
   * Makes a workflow or a node known.
   *
   * @param reference - the id a document calls it by
   * @param id - the id the service gives it
   * @param body - with its outputs
   */
  add(reference: string, id: string, body: JsonObject): void {
    const name = readPlainText(body, 'name')
    this.#ids.set(reference, { output: id, name })
    for (const output of outputStringsOf(readObject(body, 'outputs'))) this.#addOutput(output, name)
  }

  /** The upstream with exactly this output, or with this id. */
  byOutput(output: string): Upstream | undefined {
    return this.#outputs.get(output) ?? this.#ids.get(output)
  }

  byId(id: string): Upstream | undefined {
    return this.#ids.get(id)
  }

  /** When two share an output, which is only refused when they are published, the first one counts. */
  #addOutput(output: string, name: string | undefined): void {
    if (!this.#outputs.has(output)) this.#outputs.set(output, { output, name })
  }
}
