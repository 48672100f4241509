import { isDict, type Json } from '../../model/json.js';
import type { Completion } from '../../store/completion.js';
import type { Desk } from '../desk.js';

/** The model of a prediction, the author of a completion, and its id. */
export function nameOf({ kind, wire, id, stored }: Completion, { user, texts }: Desk): string {
  if (kind === 'prediction')
    return typeof wire.model_version === 'string' && wire.model_version !== '' ? wire.model_version : texts.prediction;
  const fresh = stored === 'nowhere' || stored === 'draft';
  const wired = [wire.created_username, wire.completed_by, wire.created_by, wire.user].find(
    (said) => said !== undefined && said !== null,
  );
  const author =
    wired === undefined ? (fresh ? (user?.displayName ?? texts.you) : texts.completion) : authorOf(wired, user, texts);
  return id === undefined ? author : `${author} #${id}`;
}

/** Hosts say it as a name, as an id, or as an object of both. */
function authorOf(said: Json, user: Desk['user'], texts: Desk['texts']): string {
  const id = isDict(said) ? said.id : said;
  if (user?.id !== undefined && String(id) === String(user.id)) return user.displayName ?? texts.you;
  if (!isDict(said))
    return typeof said === 'number' || /^\d+$/.test(String(said)) ? `${texts.user} ${said}` : String(said);
  const full = [said.first_name, said.last_name].filter((part) => typeof part === 'string' && part !== '').join(' ');
  const name = [said.displayName, said.username, full, said.email].find(
    (part) => typeof part === 'string' && part !== '',
  );
  return typeof name === 'string' ? name : `${texts.user} ${id ?? ''}`.trim();
}
