import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shortPath } from '../../diagnostics/stack/thrown-places.ts'
import { type Call, isTraceAsked, placesOf } from '../call.ts'

/** A builder whose call is known, or not: one that was read has none. */
interface Started {
  readonly name: string
  readonly call?: Call | undefined
}

/** Where a build put what builders said, so that what is wrong there leads to the calls of these. */
export class Trace {
  readonly #byPointer: Map<string, Started> = new Map()
  readonly #byName: Map<string, Started> = new Map()
  /** The files that code was read from. */
  readonly #files: Map<string, string> = new Map()

  /** @param pointer - JSON Pointer of what was made of the builder */
  note(pointer: string, { name, call }: Started): void {
    const started = { name, call }
    this.#byPointer.set(pointer, started)
    if (!this.#byName.has(name)) this.#byName.set(name, started)
  }

  /** @param pointer - JSON Pointer of the text that was read from the file */
  noteFile(pointer: string, file: string): void {
    this.#files.set(pointer, file)
  }

  /** A diagnostic of the document with the place of the call it comes from, as far as that is known. */
  traced(diagnostic: Diagnostic): Diagnostic {
    // Rules of a team's own are no part of what was built, whatever they fail at.
    if (diagnostic.source !== undefined || diagnostic.rule === 'settings/faulty-rule') return diagnostic
    const { call } = this.#startedAt(diagnostic) ?? {}
    const places = call && placesOf(call)
    const file = this.#files.get(diagnostic.path)
    if (file === undefined) return { ...diagnostic, ...places }
    const { line, column } = diagnostic.inText ?? { line: 1, column: 1 }
    const { source: usedBy, ...others } = places ?? {}
    const source = { file: shortPath(file), line, column }
    return { ...diagnostic, ...others, source, ...(usedBy === undefined ? {} : { usedBy }) }
  }

  #startedAt({ path, subject }: Diagnostic): Started | undefined {
    const around = this.#around(path)
    // Dependencies stand beside the nodes, and a node in an old document may be told of elsewhere.
    const isOther = subject?.kind === 'node' && subject.name !== undefined && subject.name !== around?.name
    return (isOther ? this.#byName.get(subject.name) : undefined) ?? around
  }

  /** The builder of the innermost thing around a place. */
  #around(path: string): Started | undefined {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const found = this.#byPointer.get(at)
      if (found !== undefined || at === '') return found
    }
  }
}

/** The trace of a build, when its settings or the environment ask for one. */
export function traceOf({ trace = isTraceAsked() }: { readonly trace?: boolean | undefined }): Trace | undefined {
  return trace ? new Trace() : undefined
}
