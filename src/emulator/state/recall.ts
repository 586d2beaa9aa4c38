import { findOperation } from '../operations/operation-table.ts'
import { Parameters } from '../wire/parameters.ts'
import { ServiceError } from '../wire/service-error.ts'
import type { Clock } from './clock.ts'
import { Journal, type JournalAdvance, type JournalEntry } from './journal.ts'
import type { Service } from './service.ts'

/** Does again what was done; a call that was refused then is refused now. */
function repeat(entry: Exclude<JournalEntry, JournalAdvance>, service: Service): void {
  service.settle()
  if ('review' in entry) {
    service.pipelineRuns.get(entry.review)?.review(entry.isAgreed)
    return
  }
  const { action, version, method, losesEdges, failsRuns } = entry
  const parameters = new Parameters(Object.entries(entry.parameters))
  const answer = findOperation(version, method, action)
  try {
    answer?.({ service, parameters, requestId: '', losesEdges, failsRuns })
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
  }
}

/**
 * Brings a new service to the state that the journal of a folder tells of, each call at its own time.
 *
 * @returns the journal, to which what is done from now on is added
 */
export function recall(folder: string, service: Service, clock: Clock): Journal {
  const { projects, idsAsNumbers, jobDuration, listDelay, uniqueNodeNames, owner } = service.settings
  const settings = JSON.stringify({ projects, idsAsNumbers, jobDuration, listDelay, uniqueNodeNames, owner })
  const { journal, entries } = Journal.open(folder, settings)
  try {
    for (const entry of entries) {
      if ('advanced' in entry) {
        clock.advance(entry.advanced)
        clock.at(entry.time, () => service.settle())
      } else clock.at(entry.time, () => repeat(entry, service))
    }
  } catch (error) {
    journal.close()
    throw error
  }
  return journal
}
