import type { Json } from '../../model/json.js';
import type { EditorState } from '../state.js';
import { fingerprint, withoutSignatures } from './fingerprint.js';

/** What unsaved work is found again by. */
export interface TaskKey {
  /** Namespace, user and task. */
  readonly place: string;
  readonly config: string;
  readonly data: string;
}

/** Of the task on show; undefined where nothing is to be kept. */
export function taskKey({ storage, userId, configText, workspace: { task } }: EditorState): TaskKey | undefined {
  if (storage === 'none' || !task) return undefined;
  // A task without an id is known by its data, all of it: what looks like a signature may be the name of a file.
  const id: Json = task.id === '' ? { data: fingerprint(task.data) } : String(task.id);
  return {
    place: JSON.stringify([storage, userId === undefined ? null : String(userId), id]),
    config: fingerprint(configText.trim()),
    data: fingerprint(withoutSignatures(task.data)),
  };
}
