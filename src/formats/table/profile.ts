import type { Json } from '../../model/json.js';
import type { Compat } from '../format.js';
import { annotatorOf, type Item } from '../items.js';

export interface TableOptions extends Compat {
  /**
   * `full`: with `annotator`, `annotation_id`, `created_at`, `updated_at`, `lead_time` and, where the task has it,
   * `agreement`; `minimal`: data, `id` and answers alone, as Label Studio 0.8 and 0.9 have it.
   */
  readonly profile: 'full' | 'minimal';
}

export const isMinimal = ({ profile, compat }: Partial<TableOptions>): boolean =>
  (profile ?? (compat === '2021' ? 'minimal' : 'full')) === 'minimal';

/** The items that a table has: all, or, as the peer of 2021 does, the newest completion of each task alone. */
export const chosen = (items: readonly Item[], { compat }: Partial<TableOptions>): readonly Item[] =>
  compat === '2021' ? items.slice(0, 1) : items;

/** What a full record says of its completion, in the order of JSON_MIN. */
export function factsOf({ task, completion }: Item): readonly (readonly [name: string, value: Json])[] {
  const facts: [string, Json][] = [
    ['annotator', annotatorOf(completion)],
    ['annotation_id', completion?.id ?? null],
    ['created_at', completion?.created_at ?? null],
    ['updated_at', completion?.updated_at ?? null],
    ['lead_time', completion?.lead_time ?? null],
  ];
  if (completion && task.agreement !== undefined) facts.push(['agreement', task.agreement]);
  return facts;
}
