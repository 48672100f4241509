import { type Dict, isDict, isList, type Json } from '../../model/json.js';

/** An earlier state of a completion, as a host tells of it. */
export interface Version {
  readonly id: string;
  /** Milliseconds since 1970; undefined where it does not say when, or not in a way that can be read. */
  readonly at: number | undefined;
  /** Who made it, as far as that is told: a name, else an address, else an id. */
  readonly by: string | undefined;
  /** What was done then: `submitted`, `accepted`. */
  readonly deed: string | undefined;
  readonly comment: string | undefined;
  /** Undefined where it tells no results. */
  readonly results: readonly Json[] | undefined;
}

/**
 * The versions in a completion's `history`, the newest first where they say when they were made, else as they stand
 * there. What is no version is left out.
 */
export function versionsOf({ history }: Dict): readonly Version[] {
  if (!isList(history)) return [];
  const versions = history.flatMap((entry, place) => (isDict(entry) ? [versionOf(entry, place)] : []));
  if (versions.some(({ at }) => at === undefined)) return versions;
  return versions.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

function versionOf(entry: Dict, place: number): Version {
  const { id, result, results } = entry;
  const given = result ?? results;
  return {
    id: textOf(id) ?? String(place + 1),
    at: timeOf(first(entry, ['created_at', 'created_date', 'createdAt', 'updated_at'])),
    by: personOf(first(entry, ['created_by', 'created_username', 'user', 'completed_by', 'updated_by'])),
    deed: wordsOf(first(entry, ['action', 'action_type', 'type'])),
    comment: wordsOf(entry.comment),
    results: isList(given) ? given : undefined,
  };
}

const first = (entry: Dict, keys: readonly string[]): Json | undefined =>
  keys.map((key) => entry[key]).find((value) => value !== undefined && value !== null);

const textOf = (value: Json | undefined): string | undefined =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? String(value) : undefined;

const MOST_WORDS = 500;
const wordsOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MOST_WORDS) : undefined;

/** An ISO 8601 text, or seconds since 1970 as the first releases of Label Studio had it. */
function timeOf(value: Json | undefined): number | undefined {
  const at = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? at : undefined;
}

function personOf(value: Json | undefined): string | undefined {
  if (!isDict(value)) return textOf(value);
  const name = [value.first_name, value.last_name].flatMap((part) => textOf(part) ?? []).join(' ');
  const said = [value.displayName, value.display_name, value.name, name, value.username, value.email, value.id];
  return said.map(textOf).find((each) => each !== undefined);
}
