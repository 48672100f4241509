import type { Action } from '../../editor/actions/actions.js';
import { changeKeys } from '../../editor/actions/key-changes.js';
import { keysOf } from '../../editor/actions/keys.js';
import { action, makeObservable, observableRef } from '../../reactive/index.js';
import type { Desk } from '../desk.js';

/** Keys that are held with others. */
const held = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'OS', 'Fn']);

/** What is looked for on the sheet of keys, and which keys are being changed. Observable. */
export class SheetState {
  wanted = '';
  /** The action that is given other keys, and in place of which of them. */
  asked: { readonly name: string; readonly place: number } | undefined = undefined;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    makeObservable(this, {
      wanted: observableRef,
      asked: observableRef,
      find: action,
      ask: action,
      leave: action,
      open: action,
    });
    this.#desk = desk;
  }

  open(): void {
    this.wanted = '';
    this.asked = undefined;
  }

  find(wanted: string): void {
    this.wanted = wanted;
    this.asked = undefined;
  }

  ask(entry: Action, place: number): void {
    this.asked = { name: entry.name, place };
  }

  leave(): void {
    this.asked = undefined;
  }

  /** Takes keys that are pressed while they are asked for. Whether that is over now. */
  press(event: KeyboardEvent, entry: Action): boolean {
    if (held.has(event.key) || event.isComposing || event.key === 'Dead' || this.asked === undefined) return false;
    const { place } = this.asked;
    this.leave();
    if (event.key !== 'Escape' && event.key !== 'Tab') changeKeys(this.#desk.editor, entry, place, keysOf(event));
    return true;
  }
}
