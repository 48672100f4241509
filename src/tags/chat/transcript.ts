import { isDict, isList, type Json } from '../../model/json.js';

/** Who speaks, where the config does not say more; any other word is shown as it is. */
export const roles = ['user', 'assistant', 'system', 'tool', 'developer'] as const;

/** The messages in the data of a task: a list, the JSON of one, or an object that has one in `messages`; undefined: in no way. */
export function transcriptOf(data: Json | undefined): readonly Json[] | undefined {
  if (data === undefined || data === null || data === '') return [];
  if (isList(data)) return data;
  if (isDict(data)) return isList(data.messages) ? data.messages : undefined;
  if (typeof data !== 'string') return undefined;
  try {
    const read: Json = JSON.parse(data);
    return typeof read === 'string' ? undefined : transcriptOf(read ?? undefined);
  } catch {
    return undefined;
  }
}
