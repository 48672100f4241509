import type { ControlValue, Region } from '../model/document.js';

/** Records that are still what was read: whoever edits one puts another in its place. */
const read = new WeakSet<Region | ControlValue>();

/** Notes, and freezes, a record that was made of an item and says nothing else. */
export function asRead<R extends Region | ControlValue>(record: R): Readonly<R> {
  read.add(record);
  return Object.freeze(record);
}

export const isAsRead = (record: Region | ControlValue): boolean => read.has(record);
