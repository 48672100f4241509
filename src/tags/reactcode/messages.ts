import { isDict, isList, type Json } from '../../model/json.js';

/** Characters of JSON that one value may have. */
export const largestValue = 5_000_000;

/** What an app says. `id` of a new region is the app's own name for it, until it hears the real one. */
export type AppMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'addRegion'; readonly value: Json; readonly id?: string }
  | { readonly type: 'updateRegion'; readonly id: string; readonly value: Json }
  | { readonly type: 'deleteRegion'; readonly id: string }
  | { readonly type: 'selectRegions'; readonly ids: readonly string[] }
  | { readonly type: 'error'; readonly message: string };

/** What an app hears of a result. */
export interface AppRegion {
  readonly id: string;
  readonly value: Json;
  readonly selected: boolean;
  readonly hidden: false;
  readonly locked: boolean;
  readonly origin: string;
}

/** A message as it came out of a frame, which may be anything; undefined where it makes no sense, or is for another tag. */
export function readMessage(given: unknown, tag: string): AppMessage | undefined {
  if (!isDict(given)) return undefined;
  const { type, id, ids, message } = given;
  if (type === 'ready') return { type };
  if (given.tag !== undefined && given.tag !== tag) return undefined;
  switch (type) {
    case 'addRegion': {
      const value = plain(given.value);
      return value === undefined ? undefined : { type, value, ...(typeof id === 'string' && { id }) };
    }
    case 'updateRegion': {
      const value = plain(given.value);
      return value === undefined || typeof id !== 'string' ? undefined : { type, id, value };
    }
    case 'deleteRegion':
      return typeof id === 'string' ? { type, id } : undefined;
    case 'selectRegions':
      return isList(ids) ? { type, ids: ids.filter((each) => typeof each === 'string') } : undefined;
    case 'error':
      return typeof message === 'string' ? { type, message: message.slice(0, 500) } : undefined;
    default:
      return undefined;
  }
}

/** The value as JSON has it; messages can carry dates, maps and circles. */
function plain(value: unknown): Json | undefined {
  try {
    const text = JSON.stringify(value);
    return text === undefined || text.length > largestValue ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
