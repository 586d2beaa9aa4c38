import {
  type ArgumentKind,
  checkArgument,
  checkSettings,
  type SettingKinds,
  type SettingKindsOf,
  text,
  texts,
} from '../../diagnostics/arguments.ts'
import { documentSource } from '../../document/given-documents.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import { parseInstant } from '../../schedule/runs/instant.ts'
import {
  type Lineage,
  type LineageLink,
  type LineageNode,
  type LineageOptions,
  lineageKinds,
  readLineage,
} from './lineage.ts'
import { givenLineage, hasListsOfLineage } from './lineage-kind.ts'

/** A dataset of OpenLineage. */
export interface OpenLineageDataset {
  readonly namespace: string
  readonly name: string
}

/** Something that is said of a job, with who says it and by which schema. */
export interface OpenLineageFacet {
  readonly _producer: string
  readonly _schemaURL: string
}

/** What OpenLineage calls a JobEvent: a job, what it reads and what it writes, apart from any run of it. */
export interface OpenLineageJobEvent {
  readonly eventTime: string
  readonly producer: string
  readonly schemaURL: string
  readonly job: {
    readonly namespace: string
    readonly name: string
    readonly facets: {
      readonly jobType: OpenLineageFacet & {
        readonly processingType: 'BATCH'
        readonly integration: 'DATAWORKS'
        readonly jobType: string
      }
      readonly sql?: OpenLineageFacet & { readonly query: string }
    }
  }
  readonly inputs: readonly OpenLineageDataset[]
  readonly outputs: readonly OpenLineageDataset[]
}

/** Settings of {@link toOpenLineage}. */
export interface OpenLineageOptions extends LineageOptions {
  /** Namespace of the jobs. Default: `dataworks`. */
  readonly namespace?: string
  /** Who says it, as a URI. Default `urn:flowspec`. */
  readonly producer?: string
  /** When it is said, in ISO 8601 with an offset. Default: now. */
  readonly eventTime?: string
  /** Namespaces of tables by their engine, such as `{ odps: 'maxcompute://cn-shanghai' }`. Default: the name of the engine. */
  readonly datasets?: Readonly<Record<string, string>>
}

const uri: ArgumentKind = {
  takes: "a URI, such as 'https://example.com/pipelines'",
  holds: (value) => typeof value === 'string' && URL.canParse(value),
}

const moment: ArgumentKind = {
  takes: "a moment with its offset, such as '2024-01-01T00:00:00Z'",
  holds: (value) => typeof value === 'string' && parseInstant(value, 'eventTime').ok,
}

const kinds: SettingKindsOf<OpenLineageOptions> = {
  ...lineageKinds,
  ...{ namespace: text, producer: uri, eventTime: moment, datasets: texts },
}

/** Of a lineage it is settled already which documents it is of. */
const kindsOfLineage: SettingKinds = { namespace: text, producer: uri, eventTime: moment, datasets: texts }

const schemas = {
  event: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent',
  jobType: 'https://openlineage.io/spec/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet',
  sql: 'https://openlineage.io/spec/facets/1-1-0/SQLJobFacet.json#/$defs/SQLJobFacet',
} as const

type Filled = Required<Pick<OpenLineageOptions, 'namespace' | 'producer' | 'eventTime' | 'datasets'>>

function eventOf(node: LineageNode, links: readonly LineageLink[], settings: Filled): OpenLineageJobEvent {
  const { namespace, producer, eventTime, datasets } = settings
  const used = (wanted: LineageLink['kind']): OpenLineageDataset[] =>
    links
      .filter(({ kind }) => kind === wanted)
      .map(({ table: { engine, name } }) => ({
        namespace: Object.hasOwn(datasets, engine) ? (datasets[engine] ?? engine) : engine,
        name,
      }))
  const jobType = { processingType: 'BATCH', integration: 'DATAWORKS', jobType: node.command ?? 'UNKNOWN' } as const
  const facets = {
    jobType: { _producer: producer, _schemaURL: schemas.jobType, ...jobType },
    ...(node.sql === undefined ? {} : { sql: { _producer: producer, _schemaURL: schemas.sql, query: node.sql } }),
  }
  const name = node.workflow === '' ? node.name : `${node.workflow}.${node.name}`
  return {
    ...{ eventTime, producer, schemaURL: schemas.event },
    job: { namespace, name, facets },
    inputs: used('reads'),
    outputs: used('writes'),
  }
}

/** Documents, where a lineage of some may stand as well. */
const sourceKind: ArgumentKind = { ...documentSource, takes: `${documentSource.takes}, or what lineage() gives` }

function isLineage(source: object): source is Lineage {
  return hasListsOfLineage(source)
}

function lineageIn(source: object, options: OpenLineageOptions): Lineage {
  checkArgument('toOpenLineage', 'source', source, sourceKind)
  if (isLineage(source)) {
    const given = givenLineage('toOpenLineage', source, 'source')
    checkSettings('toOpenLineage', 'options', options, kindsOfLineage)
    return given
  }
  checkSettings('toOpenLineage', 'options', options, kinds)
  return readLineage('toOpenLineage', source, options)
}

/**
 * The lineage of documents as events of OpenLineage 2-0-2, one JobEvent for each node that reads or writes tables, to be sent to a
 * catalogue that takes them.
 *
 * @param source - a document, a builder, a project, or a list of these; or what `lineage()` gave, for which `project` and
 *   `environment` were said already
 * @throws FlowSpecError of a project with environments when `environment` does not say which, and for settings that are none
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { toOpenLineage } from 'flowspec/sql'
 *
 * const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
 * const events = toOpenLineage(workflow('orders').cron('00 02 00 * * ?').nodes(ods), {
 *   project: 'retail',
 *   datasets: { odps: 'maxcompute://cn-shanghai' },
 * })
 * process.stdout.write(`${JSON.stringify(events, null, 2)}\n`)
 * ```
 */
export function toOpenLineage(source: object, options: OpenLineageOptions = {}): readonly OpenLineageJobEvent[] {
  const read = lineageIn(source, options)
  const { namespace = 'dataworks', producer = 'urn:flowspec', datasets = {} } = options
  const { eventTime = new Date().toISOString() } = options
  return [...groupsOf(read.links, ({ node }) => node)].map(([node, links]) =>
    eventOf(node, links, { namespace, producer, eventTime, datasets }),
  )
}
