import { schemaBundle } from 'flowspec/schema'
import {
  type CompletionItem,
  getLanguageService as jsonService,
  type MarkupContent,
  TextDocument,
} from 'vscode-json-languageservice'
import { getLanguageService as yamlService } from 'yaml-language-server'

/** What an editor shows of a text with `‸` where the cursor stands. */
export interface Editor {
  /** What is offered at the cursor: the description of each property or value by its label. */
  offers(text: string): Promise<ReadonlyMap<string, string>>
  /** What is shown of the place under the cursor. */
  hover(text: string): Promise<string>
  /** What is underlined. */
  faults(text: string): Promise<readonly string[]>
}

const uri = 'file:///node_modules/flowspec/dist/schema.json'
const settings = { validate: true, schemas: [{ uri, fileMatch: ['*'] }] }
/** Reads a schema for a service, which gets it as text, as it would from a file. */
const schemaRequestService = async (asked: string): Promise<string> =>
  asked === uri ? JSON.stringify(schemaBundle()) : await Promise.reject(new Error(`${asked} is not to be read`))
const cursor = '‸'

type Words = string | MarkupContent | { readonly value: string }
const plain = (words: Words | undefined): string => (typeof words === 'string' ? words : (words?.value ?? ''))

const offered = (items: readonly CompletionItem[] | undefined): ReadonlyMap<string, string> =>
  new Map(items?.map(({ label, documentation }) => [label.replaceAll('"', ''), plain(documentation)]))

let version = 0

/** A text as an editor hands it over: under one name, as the next version. The services keep what they read by both. */
function openText(text: string, language: string): TextDocument {
  version++
  return TextDocument.create(`file:///a.${language}`, language, version, text)
}

function placed(text: string, language: string): { readonly document: TextDocument; readonly at: number } {
  const at = text.indexOf(cursor)
  if (at === -1) throw new Error(`no cursor in ${text}`)
  return { document: openText(text.replace(cursor, ''), language), at }
}

/** The service that VS Code reads JSON with. */
function jsonEditor(): Editor {
  const service = jsonService({ schemaRequestService })
  service.configure(settings)
  return {
    async offers(text) {
      const { document, at } = placed(text, 'json')
      const list = await service.doComplete(document, document.positionAt(at), service.parseJSONDocument(document))
      return offered(list?.items)
    },
    async hover(text) {
      const { document, at } = placed(text, 'json')
      const shown = await service.doHover(document, document.positionAt(at), service.parseJSONDocument(document))
      return [shown?.contents ?? []].flat().map(plain).join('\n')
    },
    async faults(text) {
      const document = openText(text, 'json')
      const faults = await service.doValidation(document, service.parseJSONDocument(document))
      return faults.map(({ message, range }) => `${range.start.line + 1}: ${message}`)
    },
  }
}

/** The language server that the YAML extensions of VS Code and of many other editors start. */
function yamlEditor(): Editor {
  const service = yamlService({
    schemaRequestService,
    workspaceContext: { resolveRelativePath: (path) => path },
  })
  service.configure({ ...settings, hover: true, completion: true, hoverSchemaSource: false })
  return {
    async offers(text) {
      const { document, at } = placed(text, 'yaml')
      return offered((await service.doComplete(document, document.positionAt(at), false)).items)
    },
    async hover(text) {
      const { document, at } = placed(text, 'yaml')
      const shown = await service.doHover(document, document.positionAt(at))
      return [shown?.contents ?? []].flat().map(plain).join('\n')
    },
    async faults(text) {
      const faults = await service.doValidation(openText(text, 'yaml'), false)
      return faults.map(({ message, range }) => `${range.start.line + 1}: ${message}`)
    },
  }
}

export const editors = { JSON: jsonEditor(), YAML: yamlEditor() } as const

/** Which schema the YAML server asks for when nothing but a line of the document names one. */
export async function schemaNamedBy(text: string, file: string): Promise<string | undefined> {
  let named: string | undefined
  const service = yamlService({
    schemaRequestService: async (asked) => {
      named = asked
      return JSON.stringify(schemaBundle())
    },
    workspaceContext: { resolveRelativePath: (path) => path },
  })
  service.configure({ validate: true })
  await service.doValidation(TextDocument.create(file, 'yaml', 1, text), false)
  return named
}
